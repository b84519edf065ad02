#include "config/time_zone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace metodaktiv::config {
namespace {

TEST(TimeZone, KnowsTheZonesOfRegions) {
  ASSERT_NE(time_zone("Asia/Yekaterinburg"), nullptr);
  EXPECT_EQ(time_zone("Asia/Yekaterinburg")->hours, 5);
  EXPECT_EQ(time_zone("Europe/Kaliningrad")->hours, 2);
  EXPECT_EQ(time_zone("Asia/Anadyr")->hours, 12);
  EXPECT_EQ(time_zone("Europe/Berlin"), nullptr);
  EXPECT_EQ(time_zone(""), nullptr);
}

TEST(TimeZone, OffsetsAsFeedsAndCalendarsWriteThem) {
  EXPECT_EQ(utc_offset("Europe/Moscow"), "+03:00");
  EXPECT_EQ(utc_offset("Asia/Anadyr", ""), "+1200");
  EXPECT_EQ(utc_offset("unknown"), "+00:00");
  EXPECT_THAT(known_time_zones(), testing::StartsWith("Europe/Kaliningrad, "));
}

}  // namespace
}  // namespace metodaktiv::config
