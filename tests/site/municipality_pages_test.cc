#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string rows() {
  std::string sql = R"sql(
UPDATE municipalities SET ums_phone = '+7 000' WHERE code = 'beta';
INSERT INTO innovation_sites (organization, kind, school_year) VALUES ('alpha-1', 'rip', '2026/2027'), ('beta-1', 'rip', '2024/2025');
)sql";
  for (int i = 1; i <= 5; ++i) {
    const auto n = std::to_string(i);
    sql +=
        "INSERT INTO methodists (code, last_name, first_name, municipality, organization, "
        "subject, included_on, consent_on) VALUES ('m" +
        n + "', 'Имярек" + n +
        "', 'И', 'gamma', 'gamma-1', 'russian', '2024-01-01', '2024-01-01');"
        "INSERT INTO assignments VALUES ('m" +
        n + "', 'gamma-1', '2026/2027', 'russian', 1, NULL), ('m" + n +
        "', 'gamma-1', '2026/2027', 'maths', 1, NULL);";
  }
  for (int i = 1; i <= 450; ++i) {
    const auto n = std::to_string(i);
    sql += "INSERT INTO organizations (code, municipality, name, kind) VALUES ('b-" + n +
           "', 'beta', 'Сад " + n +
           "', 'preschool');"
           "INSERT INTO assignments VALUES ('beta1', 'b-" +
           n + "', '2026/2027', 'maths', 2, NULL);";
  }
  return sql;
}

const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("site-municipalities", rows()).build(2);
  return files;
}
const std::string& page(const std::string& path) { return built().at(path); }
const std::string& of(const std::string& code, const std::string& section) {
  return page("municipalities/" + code + "/" + section + ".html");
}

TEST(MunicipalitySchools, ShowWhoIsAssignedAndCountTheRest) {
  EXPECT_THAT(of("alpha", "schools"),
              HasSubstr("<a href=\"../../asset/methodist-open.html\">Открытая Ольга Олеговна</a> "
                        "<span class=\"facts\">— Математика</span>"));
  const auto& gamma = of("gamma", "schools");
  EXPECT_THAT(gamma, AllOf(HasSubstr("Имярек3"), Not(HasSubstr("Имярек4")),
                           HasSubstr("и ещё <a href=\"../../asset/assignment-gamma.html\">2\u00A0"
                                     "закрепления</a>")))
      << "each person once, whatever the number of subjects";
}

TEST(MunicipalitySchools, PeopleWithoutConsentAreANumber) {
  EXPECT_THAT(of("beta", "schools"),
              AllOf(HasSubstr("1\u00A0закрепление</a> <span class=\"facts\">без имени</span>"),
                    Not(HasSubstr("methodist-beta1"))));
}

TEST(MunicipalitySchools, InnovationSitesAreThoseOfThisYear) {
  EXPECT_THAT(of("alpha", "schools"), HasSubstr("инновационная площадка (РИП)"));
  EXPECT_THAT(of("beta", "schools"), Not(HasSubstr("РИП")));
}

TEST(MunicipalityAbout, SaysWhatIsMissingAndWhoBringsIt) {
  EXPECT_THAT(of("beta", "index"),
              AllOf(HasSubstr("Не указано: название службы, адрес, почта, сайт."),
                    HasSubstr("таблицу «Муниципалитеты»"), HasSubstr("таблица «Банк практик»"),
                    HasSubstr("таблицу «Документы»")));
  EXPECT_THAT(of("gamma", "index"),
              AllOf(HasSubstr("Служба ещё не сообщила о себе"), Not(HasSubstr("Не указано:"))));
  EXPECT_THAT(of("alpha", "index"),
              AllOf(HasSubstr("p/club.html"), HasSubstr("https://example.ru/plan.pdf")));
}

TEST(MunicipalityPages, EmptyOnesNameTheTable) {
  EXPECT_THAT(of("gamma", "associations"), HasSubstr("«Заседания МО»"));
  EXPECT_THAT(of("gamma", "practices"), HasSubstr("таблица «Банк практик»"));
  EXPECT_THAT(of("gamma", "documents"), HasSubstr("таблицу «Документы»"));
}

TEST(Form2, OfALargeMunicipalityIsInPagesWithOneNumbering) {
  const auto& first = page("asset/assignment-beta.html");
  const auto& second = page("asset/assignment-beta_2.html");
  EXPECT_THAT(first, AllOf(HasSubstr("<td class=\"num\">400</td>"),
                           Not(HasSubstr("<td class=\"num\">401</td>")),
                           HasSubstr("href=\"../asset/assignment-beta_2.html\"")));
  EXPECT_THAT(second, AllOf(HasSubstr("<td class=\"num\">401</td>"), HasSubstr("организаций: 451"),
                            HasSubstr("страница 2")));
  EXPECT_FALSE(built().contains("asset/assignment-beta_3.html"));
}

TEST(Form1, WhereTheNormOnlyOrientsNothingIsCalledANormOrShort) {
  EXPECT_THAT(page("asset/form-1.html"), AllOf(HasSubstr("Норма — "), HasSubstr("мало")));
  SiteBuilder builder("site-orientation");
  builder.profile().norms.binding = false;
  builder.profile().norms.source = "условный ориентир";
  const auto files = builder.build();
  for (const auto* path : {"asset/form-1.html", "municipalities/alpha/roster.html"}) {
    EXPECT_THAT(files.at(path), AllOf(Not(HasSubstr("Норма")), Not(HasSubstr("мало</span>")),
                                      Not(HasSubstr("реко&shy;")), HasSubstr("ориен&shy;тир")))
        << path;
  }
  EXPECT_THAT(files.at("asset/form-1.html"), HasSubstr("условный ориентир"));
}

}  // namespace
}  // namespace metodaktiv::site
