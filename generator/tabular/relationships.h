#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/zip_archive.h"

namespace metodaktiv::tabular {

/// The references one part makes to others (its .rels part).
class Relationships {
 public:
  struct Relationship {
    std::string id;
    std::string type;    ///< the last word of its address: "worksheet", "styles"
    std::string target;  ///< full name of a part
  };

  /// Those of `part`, "" for the archive itself; nullopt when the archive has none. External
  /// targets are left out. BadWorkbook when the part is damaged or too long.
  static std::optional<Relationships> read(const ZipArchive& archive, std::string_view part);

  [[nodiscard]] const Relationship* by_id(std::string_view id) const;
  /// The first of a type.
  [[nodiscard]] const Relationship* by_type(std::string_view type) const;

 private:
  std::vector<Relationship> list_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

/// Where a reference written in `part` leads: "xl/workbook.xml" and "worksheets/sheet1.xml" →
/// "xl/worksheets/sheet1.xml"; a target that begins with '/' counts from the root.
std::string resolved_target(std::string_view part, std::string_view target);

}  // namespace metodaktiv::tabular
