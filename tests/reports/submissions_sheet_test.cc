#include "registry/form_records.h"
#include "registry/journal.h"
#include "report_fixture.h"

namespace metodaktiv::reports {
namespace {

class SubmissionsSheetTest : public ReportTest {
 protected:
  [[nodiscard]] std::string workbook_part() { return part(book_, "xl/workbook.xml"); }
  [[nodiscard]] std::string texts() { return part(book_, "xl/sharedStrings.xml"); }

  void give_out() {
    auto db = registry::open_or_create_registry(
        registry_file(), std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data");
    registry::record_forms(db, {{"balashikha", "2026-10-01", "2026-10-12", "", ""},
                                {"dalniy", "2026-10-01", "2026-10-12", "", ""}});
    registry::JournalEntry entry;
    entry.applied_at = "2026-10-10T09:00:00Z";
    entry.program = "test";
    entry.files = {{"dalniy.xlsx", "", "dalniy", "2026-10-01", 41, 2, 0}};
    registry::begin_journal_entry(db, entry);
  }

  void build(const std::string& name) { book_ = write(name).file("_region/summary.xlsx"); }

  std::filesystem::path book_;
};

TEST_F(SubmissionsSheetTest, IsLeftOutUntilAFormHasBeenGivenOut) {
  build("before");
  EXPECT_FALSE(contains(workbook_part(), "Сдача форм"));
  EXPECT_FALSE(contains(text("_region/report.md"), "Сдача форм"));
}

TEST_F(SubmissionsSheetTest, ShowsTheStateOfEveryMunicipality) {
  give_out();
  build("after");
  EXPECT_TRUE(contains(workbook_part(), "name=\"Сдача форм\""));
  for (const char* words : {"просрочено", "замечания", "не выдана", "получено в срок; замечаний: 2",
                            "форма не выдана"}) {
    EXPECT_TRUE(contains(texts(), std::string("<t>") + words + "</t>"));
  }
  const auto report = text("_region/report.md");
  EXPECT_TRUE(contains(report,
                       "3 муниципалитета: просрочено — 1, получено с замечаниями — 1, "
                       "форма не выдана — 1."));
  EXPECT_TRUE(contains(report, "| Балашиха | 12.10.2026 | просрочено на 3 дня |"));
}

}  // namespace
}  // namespace metodaktiv::reports
