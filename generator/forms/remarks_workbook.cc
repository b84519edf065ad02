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
constexpr std::size_t kMostBeforeStem = 18;  // characters of a name that a file's name follows
constexpr std::size_t kMostBeforeNumber = 27;

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
    for (int n = 1; !taken_.insert(base::folded(name)).second; ++n)
      name = with_tail(table, wanted, says_more(table, stem) ? stem : std::string(), n);
    return name;
  }

 private:
  /// Whether the file's name says anything beside the table's.
  static bool says_more(const RemarkedTable& table, const std::string& stem) {
    return !table.form || (base::folded(stem) != base::folded(table.form->table) &&
                           base::folded(stem) != base::folded(table.form->title));
  }

  static std::string with_tail(const RemarkedTable& table, const std::string& wanted,
                               const std::string& stem, int n) {
    if (stem.empty()) return fmt::format("{} ({})", shortened(wanted, kMostBeforeNumber), n + 1);
    // The table's key is shorter than its title and as good a name to import by.
    const bool is_long = base::length_utf8(wanted) > kMostBeforeStem;
    const auto start =
        shortened(table.form && is_long ? table.form->table : wanted, kMostBeforeStem);
    const auto number = n == 1 ? std::string() : fmt::format(" {}", n);
    const auto room = kSheetNameLimit - base::length_utf8(start) - number.size() - 3;
    return fmt::format("{} ({}{})", start, shortened(workbook::sheet_name(stem), room), number);
  }

  static std::string shortened(const std::string& text, std::size_t limit) {
    return workbook::cell_text(text, limit);
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
