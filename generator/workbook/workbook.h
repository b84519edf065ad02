#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/date.h"
#include "workbook/sheet.h"
#include "workbook/style.h"

struct lxw_workbook;

namespace metodaktiv::workbook {

struct Properties {
  std::string title;
  std::string subject;
  std::string author;
  std::string company;
  std::string comments;
  base::Date created;  ///< fixed by the caller, so that the same data give the same bytes
};

/// An XLSX file being written. Nothing stands in the file before save(); a workbook destroyed
/// without it leaves none behind. Used by one thread; different workbooks may be written at the
/// same time.
class Workbook {
 public:
  Workbook(std::filesystem::path file, const Properties& properties);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// The name is made acceptable and unique (" 2", " 3" … behind it when needed).
  Sheet add_sheet(std::string_view name);
  /// The same style gives the same format.
  Format format(const Style& style);
  /// A name for cells, used by Validation::list_name: Latin letters, digits and '_', unlike a cell
  /// address.
  void define_name(const std::string& name, const Range& cells);
  /// Writes the file. Failure names it. No other call may follow.
  void save();

 private:
  friend class Sheet;
  std::string unique_table_name(const std::string& wanted);

  std::filesystem::path file_;
  lxw_workbook* handle_;
  std::map<Style, lxw_format*> formats_;
  std::set<std::string> sheet_names_;  ///< in lower case
  std::set<std::string> table_names_;  ///< in lower case
};

}  // namespace metodaktiv::workbook
