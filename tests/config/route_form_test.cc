#include "config/route_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::config {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kData = fs::path(METODAKTIV_PROJECT_DIR) / "data";

class RouteFormTest : public testing::Test {
 protected:
  RouteFormTest()
      : data_(fs::temp_directory_path() / ("metodaktiv-route-form-" + std::to_string(::getpid()))) {
    fs::remove_all(data_);
    profile_.folder = data_ / "regions" / "somewhere";
    profile_.operator_.short_name = "ЦНППМ";
    profile_.terms.route = "маршрут";
    fs::create_directories(profile_.folder);
    fs::copy_file(kData / "route_form.toml", data_ / "route_form.toml");
  }
  ~RouteFormTest() override { fs::remove_all(data_); }

  fs::path data_;
  RegionProfile profile_;
};

TEST_F(RouteFormTest, SharedFormServesARegionWithoutItsOwn) {
  const auto form = load_route_form(profile_);
  ASSERT_EQ(form.columns.size(), 4U);
  ASSERT_EQ(form.sections.size(), 7U);
  EXPECT_EQ(form.sections.front().number, "1.1");
  for (const auto& section : form.sections)
    EXPECT_EQ(section.blocks.front().columns.size(), form.columns.size());
}

TEST_F(RouteFormTest, OwnFormGoesFirstAndGetsTheWordsOfTheProfile) {
  auto text = base::read_file(data_ / "route_form.toml");
  const std::string from = "position = \"Руководитель организации\"";
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos);
  base::write_file(profile_.folder / "route_form.toml",
                   text.replace(at, from.size(), "position = \"Директор {operator_short}\""));
  EXPECT_EQ(load_route_form(profile_).approval_position, "Директор ЦНППМ");
}

TEST_F(RouteFormTest, AHeadMissingForAColumnIsNamedWithItsLine) {
  auto text = base::read_file(data_ / "route_form.toml");
  const std::string from = "\"Срок\", ";
  base::write_file(profile_.folder / "route_form.toml",
                   text.replace(text.find(from), from.size(), ""));
  try {
    load_route_form(profile_);
    FAIL() << "should not load";
  } catch (const base::Failure& e) {
    EXPECT_THAT(e.what(), HasSubstr("Заголовков граф: 3, а граф в плане: 4"));
    EXPECT_THAT(e.what(), HasSubstr("route_form.toml"));
  }
}

TEST_F(RouteFormTest, AMisspeltKeyIsNamedWithItsLine) {
  const auto text = base::read_file(data_ / "route_form.toml");
  base::write_file(profile_.folder / "route_form.toml", "orientaton = \"landscape\"\n" + text);
  try {
    load_route_form(profile_);
    FAIL() << "should not load";
  } catch (const base::Failure& e) {
    EXPECT_THAT(e.what(), HasSubstr("orientaton"));
    EXPECT_THAT(e.what(), HasSubstr("строка 1"));
  }
}

TEST_F(RouteFormTest, FieldsAndSectionsAreThoseThatAFilledRouteNeeds) {
  const auto form = load_route_form(profile_);
  EXPECT_FALSE(form.fields.empty());
  EXPECT_FALSE(form.signatures.empty());
  EXPECT_FALSE(form.file_name.empty());
  for (const auto& section : form.sections) EXPECT_FALSE(section.title.empty()) << section.number;
}

TEST(RouteForms, OfAllRegionsLoad) {
  for (const auto& entry : fs::directory_iterator(kData / "regions")) {
    if (!fs::exists(entry.path() / "profile.toml")) continue;
    const auto profile = load_region_profile(kData / "regions", entry.path().filename().string());
    EXPECT_FALSE(load_route_form(profile).sections.empty()) << entry.path();
  }
}

}  // namespace
}  // namespace metodaktiv::config
