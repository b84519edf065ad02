#include "release/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace metodaktiv::release {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::map<std::string, StagedFile> kFiles = {{"public/index.html", {3, "aaa"}},
                                                  {"reports/dubna/kpi.xlsx", {5, "bbb"}}};

ManifestHeader header() {
  ManifestHeader header{"0.1", "region", "2026-11-20", "2026/2027", "ccc"};
  header.reports_inputs = "ddd";
  return header;
}

TEST(Manifest, TellsWhatTheReportsWereMadeFrom) {
  const auto former = former_reports(manifest_json(header(), kFiles));
  ASSERT_TRUE(former);
  EXPECT_EQ(former->inputs, "ddd");
  EXPECT_EQ(former->files.size(), 1U);
  EXPECT_EQ(former->files.at("reports/dubna/kpi.xlsx"), (StagedFile{5, "bbb"}));
}

TEST(Manifest, SaysNothingOfInputsThatAreNotKnown) {
  auto without = header();
  without.reports_inputs.clear();
  const auto text = manifest_json(without, kFiles);
  EXPECT_THAT(text, Not(HasSubstr("reports_inputs")));
  ASSERT_TRUE(former_reports(text));
  EXPECT_EQ(former_reports(text)->inputs, "");
}

TEST(Manifest, AManifestThatIsNoneTellsNothing) {
  for (
      const char* text :
      {"", "[]", "{}", R"({"program": "other", "files": []})", R"({"program": "metodaktiv"})",
       R"({"program": "metodaktiv", "reports_inputs": 7, "files": []})",
       R"({"program": "metodaktiv", "files": [{"path": "reports/a", "size": "5", "sha256": "b"}]})",
       R"({"program": "metodaktiv", "files": ["reports/a"]})"}) {
    EXPECT_FALSE(former_reports(text)) << text;
  }
}

}  // namespace
}  // namespace metodaktiv::release
