#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The page «stages» of a region whose page asks for these figures.
std::string stages(const std::string& name, const std::vector<content::FigureName>& indicators,
                   const std::vector<content::FigureName>& distributions) {
  SiteBuilder builder(name);
  auto region_only = builder.profile().indicators.front();
  region_only.id = "region-only";
  region_only.title = "Только по региону";
  builder.profile().indicators.push_back(region_only);
  for (auto& page : builder.pages()) {
    if (page.name != "stages") continue;
    page.indicators = indicators;
    page.distributions = distributions;
  }
  return builder.build().at("asset/stages.html");
}

TEST(PageFigures, ADistributionAloneBringsNoTableOfPlaces) {
  const auto html = stages("figures-distribution", {}, {{"outcome", 1}});
  EXPECT_THAT(html, AllOf(HasSubstr("../distributions/outcome.html"), Not(HasSubstr("by-place"))));
}

TEST(PageFigures, AnIndicatorWithoutMunicipalitiesHasNoColumn) {
  EXPECT_THAT(stages("figures-region", {{"region-only", 1}}, {}),
              AllOf(HasSubstr("Только по региону"), Not(HasSubstr("by-place"))));
  const auto both = stages("figures-both", {{"region-only", 1}, {"share", 2}}, {});
  const auto table = both.substr(both.find("by-place"));
  EXPECT_THAT(table, AllOf(HasSubstr("indicators/share.html\">Доля</a></th>"),
                           Not(HasSubstr("indicators/region-only.html\">"))));
}

TEST(PageFigures, ADistributionThatIsNotPublishedIsLeftOut) {
  EXPECT_THAT(stages("figures-unknown", {}, {{"nothing", 1}}),
              Not(HasSubstr("distributions/nothing.html")));
}

}  // namespace
}  // namespace metodaktiv::site
