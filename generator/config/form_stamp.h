#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace metodaktiv::config {

// What a collection workbook and its reader agree on beside the form definitions.

/// Sheets of a collection workbook that hold no table: import passes over them.
inline constexpr std::string_view kCoverSheet = "О форме";
inline constexpr std::string_view kListsSheet = "Списки";
inline constexpr std::string_view kRemarksSheet = "Замечания";

/// One line on the cover that tells what the workbook is: import learns from it whose form came
/// back and which one.
struct FormStamp {
  std::string municipality;  ///< code; empty: the region's own form
  std::string made_on;       ///< ISO date
  std::string due_on;        ///< ISO date; may be empty
  std::string layout;        ///< layout_version() of the forms it was made from

  bool operator==(const FormStamp&) const = default;
};

/// "metodaktiv-form municipality=… made=… due=… layout=…".
std::string to_text(const FormStamp& stamp);
/// nullopt: the text is no stamp.
std::optional<FormStamp> parse_form_stamp(std::string_view text);

/// How a form shows a reference: «Школа № 5 [severny-school-5]».
std::string reference_label(std::string_view name, std::string_view code);
/// The code inside a reference label; empty when the text is none.
std::string_view code_of_label(std::string_view text);

}  // namespace metodaktiv::config
