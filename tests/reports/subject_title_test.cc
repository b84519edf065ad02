#include "reports/subject_title.h"

#include <gtest/gtest.h>

namespace metodaktiv::reports {
namespace {

TEST(SubjectTitle, TheAreaSpeaksWhereTheNameSaysNothing) {
  EXPECT_EQ(subject_title("Учителя начальных классов", "Все предметы"),
            "Учителя начальных классов");
  EXPECT_EQ(subject_title("иностранные языки", "немецкий"), "немецкий");
  EXPECT_EQ(subject_title("", "Все предметы"), "Все предметы");
}

}  // namespace
}  // namespace metodaktiv::reports
