#include "tabular/cell_reference.h"

#include <gtest/gtest.h>

namespace metodaktiv::tabular {
namespace {

TEST(CellReference, RowsAndColumnsCountFromOne) {
  EXPECT_EQ(parse_cell_reference("A1"), (CellReference{1, 1}));
  EXPECT_EQ(parse_cell_reference("d17"), (CellReference{17, 4}));
  EXPECT_EQ(parse_cell_reference("AA10"), (CellReference{10, 27}));
  EXPECT_EQ(parse_cell_reference("XFD1048576"), (CellReference{1'048'576, 16'384}));
}

TEST(CellReference, AbsurdOnesAreNone) {
  for (const auto* text : {"", "A", "1", "A0", "A-1", "XFE1", "AAAAAAAAAAAAAAAAAAAA1", "A1048577",
                           "A99999999999999999999", "A1B", "$A$1", "А1", "A 1", "A+1", "A1.0"})
    EXPECT_EQ(parse_cell_reference(text), std::nullopt) << text;
}

TEST(CellReference, ColumnsHaveLetters) {
  EXPECT_EQ(column_letters(1), "A");
  EXPECT_EQ(column_letters(26), "Z");
  EXPECT_EQ(column_letters(27), "AA");
  EXPECT_EQ(column_letters(16'384), "XFD");
}

}  // namespace
}  // namespace metodaktiv::tabular
