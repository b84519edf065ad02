#include "site/municipal_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/site_fixture.h"

namespace metodaktiv::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;

/// Скрытная of Бета works for Альфа's school by name, Открытая of Альфа for one of Бета.
constexpr const char* kAssignments = R"sql(
UPDATE methodists SET consent_on = '2024-01-01' WHERE code = 'beta1';
INSERT INTO assignments VALUES ('beta1', 'alpha-1', '2026/2027', NULL, 6, NULL), ('open', 'beta-1', '2026/2027', NULL, 8, NULL);
INSERT INTO practices (slug, municipality, title, kind, subject, annotation, body, status, year) VALUES
  ('beta-club', 'beta', 'Практика Беты', 'pedagogical', 'maths', 'А', 'Т', 'published', 2026);
)sql";

/// The site of Альфа; the region's publication stays beside it for comparison.
class MunicipalSite : public testing::Test {
 protected:
  MunicipalSite() : folder_("municipal-site"), profile_(region_profile()) {
    site_.base_url = "https://alpha.example.ru/m/";
    site_.title = "Служба Альфы";
    site_.short_title = "ММС Альфа";
    site_.description = "Сайт службы";
    site_.owner = "Центр Альфы";
    site_.region_title = "Сайт региона";
    site_.region_url = "https://rma.example.ru/";
    make_vendor_files(folder_.path());
    add_text("about", "О нас", "Мы помогаем. [Все](asset/roster.html)", "");
    add_text("privacy", "Данные", "Текст", "");
    add_text("club", "Клуб", "[Сосед](municipalities/beta/index.html)", "Клуб учителей");
    add_text("news/2026-10-01-day", "День службы", "Новость", "");
    build();
  }

  void add_text(const std::string& name, const std::string& title, const std::string& markdown,
                const std::string& menu) {
    content::Page page;
    page.name = name;
    page.title = title;
    page.markdown = markdown;
    page.menu = menu;
    page.date = name.starts_with("news/") ? "2026-10-01" : "";
    texts_.push_back(page);
  }

  void build() {
    const auto region = make_publication(folder_, kAssignments);
    const auto own = folder_.path() / "alpha.db";
    std::filesystem::copy_file(region, own);
    {
      registry::Database db(own, registry::Database::Mode::kReadWrite);
      db.execute(
          "CREATE TEMP TABLE place (code TEXT, site TEXT);"
          "INSERT INTO place VALUES ('alpha', 'https://alpha.example.ru/m');");
      db.execute(base::read_file(project_folder() / "data/municipality.sql"), "municipality.sql");
    }
    MemorySink sink;
    site::SiteInput input{own,    profile_,
                          site_,  project_folder() / "templates",
                          texts_, folder_.path() / "node_modules"};
    input.municipality = "alpha";
    input.region_publication = region;
    write_site(input, sink, paths_);
    files_ = sink.files();
  }

  [[nodiscard]] const std::string& page(const std::string& path) const { return files_.at(path); }

  TempFolder folder_;
  config::RegionProfile profile_;
  config::SiteConfig site_;
  std::vector<content::Page> texts_;
  std::vector<std::string> paths_;
  std::map<std::string, std::string> files_;
};

TEST_F(MunicipalSite, SectionIsTheSite) {
  for (const auto* path : {"index.html", "roster.html", "schools.html", "associations.html",
                           "documents.html", "indicators.html", "practices.html", "calendar.html",
                           "assignment.html", "methodist-open.html", "practices/p/club.html",
                           "indicators/share.html", "standard/index.html", "news/index.html",
                           "privacy.html", "club.html", "search.html", "404.html"}) {
    EXPECT_THAT(files_, Contains(Key(path))) << path;
  }
  for (const auto* path : {"asset/roster.html", "municipalities/index.html",
                           "municipalities/beta/index.html", "practices/p/beta-club.html",
                           "methodist-beta1.html", "about.html", "documents/index.html"}) {
    EXPECT_THAT(files_, Not(Contains(Key(path)))) << path;
  }
  EXPECT_THAT(paths_, Contains("roster.html"));
  EXPECT_THAT(paths_, Not(Contains("404.html")));
}

TEST_F(MunicipalSite, HomeTellsOfTheService) {
  const auto& home = page("index.html");
  for (const auto* text : {"<h1>Служба Альфы</h1>", "Сайт службы", "Мы помогаем.", "День службы",
                           "Клуб учителей", "a@example.ru"}) {
    EXPECT_THAT(home, HasSubstr(text));
  }
  EXPECT_THAT(home, HasSubstr("<a href=\"roster.html\">Все</a>")) << "links of own texts follow";
  EXPECT_THAT(home, HasSubstr("<link rel=\"canonical\" href=\"https://alpha.example.ru/m/\">"));
  EXPECT_THAT(
      page("roster.html"),
      HasSubstr("<link rel=\"canonical\" href=\"https://alpha.example.ru/m/roster.html\">"));
}

TEST_F(MunicipalSite, FrameIsItsOwn) {
  for (const auto* path : {"index.html", "roster.html", "practices/p/club.html"}) {
    const auto& html = page(path);
    EXPECT_THAT(html, HasSubstr("Центр Альфы")) << path;
    EXPECT_THAT(html, Not(HasSubstr("Центр мастерства"))) << "the region's operator: " << path;
    EXPECT_THAT(html, HasSubstr("href=\"https://rma.example.ru/\"")) << path;
    EXPECT_THAT(html, Not(HasSubstr(">Муниципалитеты<"))) << path;
    EXPECT_THAT(html, Not(HasSubstr("municipalities/"))) << path;
  }
  EXPECT_THAT(page("methodist-open.html"),
              HasSubstr("<a href=\"roster.html\" aria-current=\"true\""));
  EXPECT_THAT(page("roster.html"), HasSubstr("<a href=\"roster.html\" aria-current=\"page\""));
}

TEST_F(MunicipalSite, OthersAreNamedOnlyWhereAssignmentsLead) {
  EXPECT_THAT(page("assignment.html"), HasSubstr("Скрытная С"));
  EXPECT_THAT(page("assignment.html"), Not(HasSubstr("methodist-beta1")));
  EXPECT_THAT(page("methodist-open.html"), HasSubstr("Бета"));
  EXPECT_THAT(page("club.html"), HasSubstr("<span>Сосед</span>"));
  for (const auto& [path, bytes] : files_) {
    EXPECT_THAT(bytes, Not(HasSubstr("Практика Беты"))) << path;
    EXPECT_THAT(bytes, Not(HasSubstr("Гамма"))) << path;
  }
}

TEST_F(MunicipalSite, IndicatorStandsBesideTheRegion) {
  const auto& html = page("indicators/share.html");
  EXPECT_THAT(html, HasSubstr("82\u00A0%"));
  EXPECT_THAT(html, HasSubstr("<dt>Демонстрационная область</dt><dd>75\u00A0%</dd>"));
  EXPECT_THAT(html, HasSubstr("<dt>Территория «Север»</dt>"));
  EXPECT_THAT(html, HasSubstr("<dt>Место в регионе</dt><dd>1 из 1"));
  EXPECT_THAT(html, Not(HasSubstr("медиана"))) << "one published value has no median worth naming";
  EXPECT_THAT(html, HasSubstr("Приказ, п. 7"));
  EXPECT_THAT(html, HasSubstr("SELECT 1 WHERE 1 &lt; 2"));
  EXPECT_THAT(page("indicators.html"), HasSubstr("href=\"indicators/share.html\""));
}

TEST_F(MunicipalSite, UnknownMunicipalityIsAFailure) {
  MemorySink sink;
  std::vector<std::string> paths;
  site::SiteInput input{
      folder_.path() / "publication.db", profile_, site_,
      project_folder() / "templates",    texts_,   folder_.path() / "node_modules"};
  input.municipality = "delta";
  input.region_publication = input.publication_file;
  EXPECT_THROW(write_site(input, sink, paths), base::Failure);
}

}  // namespace
}  // namespace metodaktiv::test
