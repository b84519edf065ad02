#include "reports/printed_rows.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "workbook/workbook.h"

namespace metodaktiv::reports {
namespace {

class PrintedRowsTest : public testing::Test {
 protected:
  /// An upright A4 page takes about 700 points at full size.
  workbook::PageSetup lay_out(int last_row, double width = 20) {
    workbook::PageSetup page;
    const std::array<double, 2> widths = {width, width};
    rows_.lay_out(page, widths, last_row);
    return page;
  }
  void fill(int rows, double height) {
    for (int row = 0; row < rows; ++row) rows_.height(row, height);
  }

  workbook::Workbook book_{std::filesystem::temp_directory_path() /
                               ("metodaktiv-printed-rows-" + std::to_string(::getpid()) + ".xlsx"),
                           workbook::Properties{}};
  workbook::Sheet sheet_ = book_.add_sheet("Лист");
  PrintedRows rows_{sheet_};
};

TEST_F(PrintedRowsTest, OnePageHasNoBreaks) {
  fill(10, 20);
  const auto page = lay_out(9);
  EXPECT_TRUE(page.breaks_before_rows.empty());
  EXPECT_EQ(page.scale, 100);
}

TEST_F(PrintedRowsTest, WideColumnsArePrintedSmaller) {
  fill(10, 20);
  EXPECT_LT(lay_out(9, 90).scale, 60);
}

TEST_F(PrintedRowsTest, AHeadingGoesWithItsRow) {
  fill(12, 100);
  const auto plain = lay_out(11).breaks_before_rows;
  ASSERT_EQ(plain.size(), 1U);
  ASSERT_GT(plain[0], 2);
  rows_.keep_with_next(plain[0] - 1);
  rows_.keep_with_next(plain[0] - 2);
  EXPECT_EQ(lay_out(11).breaks_before_rows, std::vector<int>{plain[0] - 2});
}

TEST_F(PrintedRowsTest, APageBeginsWhereItIsToldTo) {
  fill(4, 20);
  rows_.start_page(2);
  fill(12, 100);
  EXPECT_EQ(lay_out(11).breaks_before_rows.front(), 2);
}

TEST_F(PrintedRowsTest, TheLastPageIsNotLeftWithARow) {
  fill(40, 50);
  const auto full = static_cast<std::size_t>(lay_out(39).breaks_before_rows.front());
  // One row more than two pages take at full size.
  const auto page = lay_out(static_cast<int>(2 * full));
  EXPECT_TRUE(page.breaks_before_rows.size() == 1 ||
              static_cast<int>(2 * full) - page.breaks_before_rows.back() > 1);
}

TEST_F(PrintedRowsTest, RowsThatDoNotFitTogetherAreDividedAllTheSame) {
  fill(40, 50);
  for (int row = 0; row < 39; ++row) rows_.keep_with_next(row);
  EXPECT_GE(lay_out(39).breaks_before_rows.size(), 2U);
}

}  // namespace
}  // namespace metodaktiv::reports
