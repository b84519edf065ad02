#include <algorithm>
#include <map>

#include "base/files.h"
#include "import/export_layout.h"
#include "import/import_fixture.h"
#include "registry/export.h"

namespace metodaktiv::import {
namespace {

class RoundTrip : public ImportFixture {
 protected:
  std::map<std::string, std::string> export_all(registry::Database& db, const std::string& folder) {
    registry::export_tables(db, export_layout(forms_), folder_ / folder);
    std::map<std::string, std::string> files;
    for (const auto& file : base::list_files(folder_ / folder, "")) {
      files[file.filename().string()] = base::read_file(file);
    }
    return files;
  }

  /// A value that every column of the form accepts, different from row to row.
  std::string sample(const config::FormDefinition& form, const config::FormColumn& column,
                     int row) {
    using config::ColumnType;
    const std::string n = std::to_string(row);
    if (column.import_only ||
        (!column.required && (row + static_cast<int>(column.key.size())) % 3 == 0 &&
         column.key != "body")) {
      return {};
    }
    switch (column.type) {
      case ColumnType::kCode:
        return form.table.substr(0, 3) + "-" + n;
      case ColumnType::kReference:
        return column.references.substr(0, 3) + "-" + n;
      case ColumnType::kText:
        if (column.key == "oktmo") return "1234567" + n;
        return "Текст «" + n + "», \"кавычки\"\nи строка; таб\tвот";
      case ColumnType::kMarkdown:
        return "    код\n\n## Раздел, \"" + n + "\"\n";
      case ColumnType::kInteger:
        return std::to_string(1 + row % 4);
      case ColumnType::kYear:
        return "202" + n;
      case ColumnType::kNumber:
        return n + ",3333333";
      case ColumnType::kBoolean:
        return row % 2 == 0 ? "да" : "0";
      case ColumnType::kDate:
        return "0" + n + ".09.2024";
      case ColumnType::kSchoolYear:
        return "202" + n + "/202" + std::to_string(row + 1);
      case ColumnType::kEnum:
      case ColumnType::kList: {
        if (column.type == ColumnType::kList && column.profile_values.empty())
          return "чтение, письмо|5 класс";
        const auto& values =
            column.profile_values.empty() ? column.values : keys_.lists.at(column.profile_values);
        return values[static_cast<std::size_t>(row) % values.size()].title;
      }
      case ColumnType::kUrl:
        return "https://school" + n + ".example/a,b";
      case ColumnType::kEmail:
        return "m" + n + "@school.example";
      case ColumnType::kFile:
        return "documents/plan-" + n + ".pdf";
    }
    return {};
  }
};

TEST_F(RoundTrip, EveryTableAndTypeComesBackByteForByte) {
  for (const auto& form : forms_) {
    std::string text;
    const auto cell = [&text](std::string_view value, bool last) {
      text += '"';
      for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += last ? "\"\r\n" : "\";";
    };
    for (const auto& column : form.columns) cell(column.title, &column == &form.columns.back());
    for (int row = 1; row <= 6; ++row) {
      for (const auto& column : form.columns)
        cell(sample(form, column, row), &column == &form.columns.back());
    }
    std::string name = form.title;
    std::replace(name.begin(), name.end(), '/', '-');
    file(name + ".csv", text);
  }
  auto first = registry("first.db");
  const auto report = run(first);
  ASSERT_EQ(all_text(report), "");
  ASSERT_EQ(report.tables.size(), forms_.size());
  for (const auto& count : report.tables) EXPECT_EQ(count.added, 6) << count.table;

  const auto exported = export_all(first, "out-1");
  ASSERT_EQ(exported.size(), forms_.size());
  auto second = registry("second.db");
  ASSERT_EQ(all_text(run(second, {folder_ / "out-1"})), "");
  EXPECT_EQ(export_all(second, "out-2"), exported);
  for (const auto& form : forms_) {
    const std::string sql = "SELECT * FROM " + form.table + " ORDER BY 1, 2, 3";
    EXPECT_EQ(cells(first, sql), cells(second, sql)) << form.table;
  }
  const auto again = run(first, {folder_ / "out-1"});
  for (const auto& count : again.tables) EXPECT_EQ(count.unchanged, 6) << count.table;
}

}  // namespace
}  // namespace metodaktiv::import
