#include "reports/form2_layout.h"

#include <gtest/gtest.h>

namespace metodaktiv::reports {
namespace {

using indicators::Form2Row;

Form2Row row(std::string methodist, std::string subject, std::string organization = "Школа № 1") {
  Form2Row r;
  r.methodist = std::move(methodist);
  r.full_name = "Абрамова Анна Ивановна";
  r.subject = std::move(subject);
  r.municipality_name = "Балашиха";
  r.organization_name = std::move(organization);
  r.teachers_count = 10;
  return r;
}

std::vector<const Form2Row*> pointers(const std::vector<Form2Row>& rows) {
  std::vector<const Form2Row*> result;
  for (const auto& r : rows) result.push_back(&r);
  return result;
}

TEST(Form2Layout, RowsOfAMethodistShareTheNumber) {
  const std::vector<Form2Row> rows = {row("a", "химия"), row("a", "химия"), row("b", "химия")};
  const auto lines = lay_out(pointers(rows), 500, 500);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].number, 1);
  EXPECT_EQ(lines[1].number, 1);
  EXPECT_FALSE(lines[1].starts_methodist);
  EXPECT_EQ(lines[2].number, 2);
  EXPECT_TRUE(lines[2].starts_methodist);
  EXPECT_FALSE(lines[2].starts_page);
}

TEST(Form2Layout, AnotherSubjectStartsItsOwnCell) {
  const std::vector<Form2Row> rows = {row("a", "химия"), row("a", "физика"), row("a", "физика")};
  const auto lines = lay_out(pointers(rows), 500, 500);
  EXPECT_TRUE(lines[1].starts_subject);
  EXPECT_FALSE(lines[1].starts_methodist);
  EXPECT_FALSE(lines[2].starts_subject);
}

TEST(Form2Layout, NameIsRepeatedOnTheNextPage) {
  const std::vector<Form2Row> rows(5, row("a", "химия"));
  const double height = lay_out(pointers(rows), 500, 500)[0].height;
  const auto lines = lay_out(pointers(rows), 2 * height, 3 * height);
  std::vector<bool> pages;
  for (const auto& line : lines) pages.push_back(line.starts_page);
  EXPECT_EQ(pages, (std::vector<bool>{false, false, true, false, false}));
  EXPECT_TRUE(lines[2].starts_methodist);
  EXPECT_TRUE(lines[2].starts_subject);
  EXPECT_EQ(lines[2].number, 1);
}

TEST(Form2Layout, TheSignatureIsNotAloneOnAPage) {
  const std::vector<Form2Row> rows(3, row("a", "химия"));
  const double height = lay_out(pointers(rows), 500, 500)[0].height;
  EXPECT_FALSE(lay_out(pointers(rows), 4 * height, 500, height)[2].starts_page);
  const auto lines = lay_out(pointers(rows), 4 * height, 500, 2 * height);
  EXPECT_TRUE(lines[2].starts_page);
  EXPECT_TRUE(lines[2].starts_methodist) << "the name stands above the page's only row";
  EXPECT_FALSE(lines[1].starts_page);
}

TEST(Form2Layout, LongNamesMakeARowHigher) {
  const std::string name =
      "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 1»";
  const std::vector<Form2Row> rows = {row("a", "химия"), row("a", "химия", name)};
  const auto lines = lay_out(pointers(rows), 500, 500);
  EXPECT_GT(lines[1].height, lines[0].height);
}

}  // namespace
}  // namespace metodaktiv::reports
