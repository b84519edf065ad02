#include "base/natural_order.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

namespace metodaktiv::base {
namespace {

TEST(NaturalOrder, NumbersGoByValue) {
  std::vector<std::string> names = {"Муниципалитет 10", "Муниципалитет 5", "Школа № 12 имени 7",
                                    "Школа № 12",       "Школа № 2",       "муниципалитет 07"};
  std::sort(names.begin(), names.end(), natural_less);
  EXPECT_THAT(names, testing::ElementsAre("Муниципалитет 5", "муниципалитет 07", "Муниципалитет 10",
                                          "Школа № 2", "Школа № 12", "Школа № 12 имени 7"));
}

TEST(NaturalOrder, LettersGoAsPeopleReadThem) {
  EXPECT_TRUE(natural_less("ёлкино", "Жуково"));
  EXPECT_TRUE(natural_less("балашиха", "Дубна"));
  EXPECT_FALSE(natural_less("Дубна", "Дубна"));
  EXPECT_TRUE(natural_less("", "1"));
}

TEST(NaturalOrder, NumbersThatFitNoIntegerStillCompare) {
  EXPECT_TRUE(natural_less("№ 99999999999999999999998", "№ 99999999999999999999999"));
  EXPECT_TRUE(natural_less("№ 9", "№ 10000000000000000000000"));
}

}  // namespace
}  // namespace metodaktiv::base
