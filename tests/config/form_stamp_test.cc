#include "config/form_stamp.h"

#include <gtest/gtest.h>

namespace metodaktiv::config {
namespace {

TEST(FormStamp, ComesBackFromItsText) {
  const FormStamp stamp{"severny", "2026-11-22", "2026-12-10", "1a2b3c4d"};
  EXPECT_EQ(parse_form_stamp(" " + to_text(stamp) + "\n"), stamp);
  const FormStamp regional{"", "2026-11-22", "", "1a2b3c4d"};
  EXPECT_EQ(parse_form_stamp(to_text(regional)), regional);
}

TEST(FormStamp, IsNothingElse) {
  EXPECT_FALSE(parse_form_stamp(""));
  EXPECT_FALSE(parse_form_stamp("Муниципалитет: Северный"));
  EXPECT_FALSE(parse_form_stamp("metodaktiv-form municipality=severny"));
}

TEST(ReferenceLabel, CarriesTheCode) {
  EXPECT_EQ(reference_label("Школа № 5", "severny-school-5"), "Школа № 5 [severny-school-5]");
  EXPECT_EQ(reference_label("", "math"), "math");
  EXPECT_EQ(code_of_label("Школа [филиал] № 5 [ severny-school-5 ] "), "severny-school-5");
  EXPECT_EQ(code_of_label("severny-school-5"), "");
  EXPECT_EQ(code_of_label("]["), "");
}

}  // namespace
}  // namespace metodaktiv::config
