#include "base/csv.h"

#include <gtest/gtest.h>

namespace metodaktiv::base {
namespace {

TEST(CsvWriter, QuotesOnlyWhereNeeded) {
  CsvWriter csv({"a", "b c", "d"});
  csv.row({"1,5", "say \"yes\"", "x;y"});
  csv.row({"", "line 1\nline 2", "\r"});
  EXPECT_EQ(csv.text(), "a,b c,d\n\"1,5\",\"say \"\"yes\"\"\",x;y\n,\"line 1\nline 2\",\"\r\"\n");
}

TEST(CsvWriter, WritesCellByCellAndHandsOverWhatItHas) {
  CsvWriter csv({"a", "b"});
  EXPECT_EQ(csv.take(), "a,b\n");
  csv.cell("");
  csv.cell("2");
  csv.end_row();
  EXPECT_EQ(csv.take(), ",2\n");
  EXPECT_EQ(csv.text(), "");
}

TEST(Csv, InertCellsRunNowhere) {
  EXPECT_EQ(inert_cell("=1+1"), "'=1+1");
  EXPECT_EQ(inert_cell("-5"), "'-5");
  EXPECT_EQ(inert_cell("Балашиха"), "Балашиха");
  EXPECT_EQ(inert_cell(""), "");
}

}  // namespace
}  // namespace metodaktiv::base
