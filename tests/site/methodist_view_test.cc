#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("site-methodists", R"sql(
INSERT INTO methodists (code, last_name, first_name, municipality, organization, subject, included_on, consent_on) VALUES
  ('alone', 'Одинокая', 'О', 'beta', 'beta-1', 'maths', '2024-01-01', '2024-01-01'),
  ('narrow', 'Узкая', 'У', 'alpha', 'alpha-1', 'maths', '2024-01-01', '2024-01-01');
INSERT INTO consents (methodist, field, site, given_on, withdrawn_on) VALUES
  ('narrow', 'municipality', '', '2024-01-01', '2025-01-01'), ('narrow', 'subject', '', '2024-01-01', '2025-01-01');
INSERT INTO assignments VALUES ('alone', 'alpha-1', '2026/2027', 'maths', 12, 'remote'), ('alone', 'beta-1', '2025/2026', 'maths', 99, NULL);
)sql")
                                .build(2);
  return files;
}
const std::string& card(const std::string& code) {
  return built().at("asset/methodist-" + code + ".html");
}

TEST(MethodistCard, ShowsThisYearsOrganizationsWithTheirPlaceAndTheSum) {
  EXPECT_THAT(card("alone"), AllOf(HasSubstr("Школа №\u00A01 <span class=\"facts\">Альфа</span>"),
                                   HasSubstr("дистанционно"),
                                   HasSubstr("<td class=\"num\">12</td>"), Not(HasSubstr("99"))));
  EXPECT_THAT(card("mail"), HasSubstr("таблицу «Закрепление»"));
}

TEST(MethodistCard, PracticesAreOfTheSubjectAndTheMunicipality) {
  EXPECT_THAT(card("open"), HasSubstr("../practices/p/club.html"));
  EXPECT_THAT(card("alone"),
              AllOf(Not(HasSubstr("p/club.html")), HasSubstr("../practices/subject-maths.html"),
                    HasSubstr("таблица «Банк практик»")));
}

TEST(MethodistCard, WithoutAConsentToTheAddressTheServiceIsTheWay) {
  EXPECT_THAT(
      card("open"),
      AllOf(Not(HasSubstr("mailto:o")),
            HasSubstr("<a href=\"../municipalities/alpha/index.html#contacts\">Альфа</a>")));
  EXPECT_THAT(card("mail"), Not(HasSubstr("через методическую службу")));
}

TEST(MethodistCard, ANarrowedConsentLeavesOutWhatFollowsFromIt) {
  EXPECT_THAT(card("narrow"),
              AllOf(HasSubstr("Узкая"), Not(HasSubstr("<dt>Муниципалитет</dt>")),
                    Not(HasSubstr("<dt>Предмет</dt>")), Not(HasSubstr("p/club.html")),
                    Not(HasSubstr("через методическую службу"))));
}

}  // namespace
}  // namespace metodaktiv::site
