#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/finding.h"
#include "release/name_set.h"

namespace metodaktiv::release {

/// A text and where it stands, for messages.
struct PlacedText {
  std::string place, text;
};

/// Looks for personal values in files that are about to become public (docs/outputs.md, "The
/// gate"): names as NameSet compares them, e-mail addresses, codes of people.
class LeakScanner {
 public:
  /// A person's name, surname first («Иванова Анна Петровна»), or a list of them (single_names).
  void forbid_name(std::string_view name, std::string_view origin);
  void allow_name(std::string_view name);
  void forbid_email(std::string_view email, std::string_view origin);
  void allow_email(std::string_view email);
  /// A person's code in the registry. Codes that are no more than a number or a word are ignored:
  /// they occur everywhere.
  void forbid_code(std::string_view code, std::string_view origin);
  void allow_code(std::string_view code);

  /// Where values stand in these bytes come from («methodists»); empty when there are none.
  [[nodiscard]] std::vector<std::string> scan(std::string_view bytes) const;

  /// Scans files under `root`, their names included, in every form that each_readable() knows; a
  /// finding per file and origin. The value itself is not repeated in the message.
  [[nodiscard]] base::Findings scan_files(const std::filesystem::path& root,
                                          const std::vector<std::string>& paths,
                                          unsigned jobs) const;
  /// The same for texts; a finding per place and origin.
  [[nodiscard]] base::Findings scan_texts(const std::vector<PlacedText>& texts) const;

 private:
  std::uint16_t origin_index(std::string_view origin);
  void find_emails(std::string_view bytes, std::vector<bool>& found) const;
  void find_codes(std::string_view bytes, std::vector<bool>& found) const;

  std::vector<std::string> origins_;
  NameSet names_;
  std::unordered_map<std::uint64_t, std::uint16_t> emails_, codes_;
  std::unordered_set<std::uint64_t> allowed_emails_, allowed_codes_;
};

}  // namespace metodaktiv::release
