#include "config/region_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/files.h"

namespace metodaktiv::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RegionMapTest : public testing::Test {
 protected:
  RegionMap read(std::string_view text) {
    const auto file = std::filesystem::temp_directory_path() /
                      ("metodaktiv-map-" + std::to_string(::getpid()) + ".toml");
    base::write_file(file, text);
    findings = base::Findings();
    auto map = read_region_map(file, findings);
    std::filesystem::remove(file);
    return map;
  }

  /// "line: message" of each finding, in the order of the file.
  std::vector<std::string> messages() {
    std::vector<std::string> result;
    for (const auto& finding : findings.sorted()) {
      EXPECT_EQ(finding.severity, base::Severity::kError);
      EXPECT_THAT(finding.remedy, testing::Not(IsEmpty()));
      result.push_back(std::to_string(finding.place.row) + ": " + finding.message);
    }
    return result;
  }

  base::Findings findings;
};

TEST_F(RegionMapTest, RowsGoFromNorthToSouth) {
  const auto map = read(
      "rows = [\n  \".    Клин\",\n  \"Руза .    С-П\",\n]\n[places]\n\"Клин\" = \"klin\"\n"
      "\"Руза\" = \"ruza\"\n\"С-П\" = \"sergiev\"\n");
  EXPECT_THAT(messages(), IsEmpty());
  ASSERT_EQ(map.tiles.size(), 3U);
  const auto* tile = map.tile("klin");
  ASSERT_NE(tile, nullptr);
  EXPECT_EQ(tile->label, "Клин");
  EXPECT_EQ(tile->row, 1);
  EXPECT_EQ(tile->column, 2);
  EXPECT_EQ(tile->line, 6);
  EXPECT_EQ(map.tile("sergiev")->row, 2);
  EXPECT_EQ(map.tile("sergiev")->column, 3);
  EXPECT_EQ(map.tile("moscow"), nullptr);
}

TEST_F(RegionMapTest, ARegionNeedNoMap) {
  const auto map = read_region_map("/no/such/map.toml", findings);
  EXPECT_TRUE(map.empty());
  EXPECT_TRUE(findings.empty());
}

TEST_F(RegionMapTest, EveryMistakeIsNamedWithItsLine) {
  read(
      "rows = [\n  \"Клин Тверь\",\n  \"Клин Истр\",\n]\ncolour = \"red\"\n[places]\n"
      "\"Клин\" = \"klin\"\n\"Истр\" = \"klin\"\n\"Балашиха\" = \"balashikha\"\n\"Руза\" = 5\n");
  EXPECT_THAT(
      messages(),
      testing::UnorderedElementsAre(
          HasSubstr("2: Сокращения на карте нет в разделе [places]"),
          HasSubstr("3: Сокращение стоит на карте дважды"),
          HasSubstr("3: Сокращения на карте нет в разделе [places]"),
          HasSubstr("5: Такого ключа в карте нет"), HasSubstr("8: У муниципалитета два места"),
          HasSubstr("9: Сокращение не подходит: нужно одно слово не длиннее 4 букв"),
          HasSubstr("9: Муниципалитет «balashikha» назван в [places], а на карте его нет"),
          HasSubstr("10: У сокращения нет кода муниципалитета")));
}

TEST_F(RegionMapTest, AnEmptyFileSaysWhatBelongsIntoIt) {
  EXPECT_TRUE(read("").empty());
  EXPECT_THAT(messages(), testing::UnorderedElementsAre(HasSubstr("Нет раздела [places]"),
                                                        HasSubstr("Нет строк карты rows")));
}

TEST_F(RegionMapTest, ASyntaxErrorIsOneFinding) {
  EXPECT_TRUE(read("rows = [\n").empty());
  EXPECT_EQ(messages().size(), 1U);
}

TEST_F(RegionMapTest, AMapThatNoPhoneCouldShowIsRefused) {
  std::string row;
  for (int i = 0; i < kLargestMapSide; ++i) row += ". ";
  const std::string places = "[places]\n\"А\" = \"a\"\n";
  read("rows = [\"" + row.substr(2) + "А\"]\n" + places);
  EXPECT_THAT(messages(), IsEmpty());
  read("rows = [\"" + row + "А\"]\n" + places);
  EXPECT_THAT(messages(), ElementsAre(HasSubstr("1: На карте больше 16 столбцов")));
}

}  // namespace
}  // namespace metodaktiv::config
