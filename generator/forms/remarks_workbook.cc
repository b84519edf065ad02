#include "forms/remarks_workbook.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "config/form_stamp.h"
#include "forms/remarks_summary.h"
#include "workbook/cell_text.h"

namespace metodaktiv::forms {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSheetNameLimit = 31;
constexpr std::size_t kMostBeforeTail = 18;  // characters of a name that a file's name follows

workbook::Properties properties(const Remarks& remarks) {
  workbook::Properties properties;
  properties.title = "Замечания к данным";
  properties.author = "Методактив";
  properties.created = remarks.made_on;
  return properties;
}

/// Names for the tables' sheets: their own, or the form's title for a CSV file; with the file's
/// name in brackets where several files hold the same.
class SheetNames {
 public:
  SheetNames() { taken_.insert(base::folded(config::kRemarksSheet)); }

  std::string of(const RemarkedTable& table) {
    const auto stem = table.file.stem().string();
    std::string wanted = table.sheet;
    if (wanted.empty()) wanted = table.form ? table.form->title : stem;
    wanted = workbook::sheet_name(wanted);
    auto name = wanted;
    // The table's key is shorter than its title and as good a name to import by.
    if (table.form && base::length_utf8(wanted) > kMostBeforeTail) wanted = table.form->table;
    for (int n = 1; !taken_.insert(base::folded(name)).second; ++n) {
      const auto number = n == 1 ? std::string() : fmt::format(" {}", n);
      name = with_tail(wanted, stem, number);
    }
    return name;
  }

 private:
  static std::string with_tail(const std::string& name, const std::string& stem,
                               const std::string& number) {
    const auto start = workbook::cell_text(name, kMostBeforeTail);
    const auto room = kSheetNameLimit - base::length_utf8(start) - number.size() - 3;
    return fmt::format("{} ({}{})", start, workbook::cell_text(workbook::sheet_name(stem), room),
                       number);
  }

  std::set<std::string> taken_;
};

std::vector<const base::Finding*> findings_of(const Remarks& remarks, const RemarkedTable& table) {
  std::vector<const base::Finding*> found;
  for (const auto& finding : remarks.findings) {
    if (finding.place.file == table.label && finding.place.sheet == table.sheet)
      found.push_back(&finding);
  }
  return found;
}

}  // namespace

void write_remarks(const fs::path& file, const Remarks& remarks) {
  workbook::Workbook book(file, properties(remarks));
  const RemarksStyles styles(book);
  auto summary = book.add_sheet(config::kRemarksSheet);
  TableFiles files(remarks.csv);
  SheetNames names;
  std::vector<SummarizedTable> tables;
  for (const auto& table : remarks.tables) {
    tables.push_back({&table, write_table(book, styles, files, summary, table,
                                          findings_of(remarks, table), names.of(table))});
  }
  fill_summary(summary, styles, remarks, tables);
  book.save();
}

}  // namespace metodaktiv::forms
