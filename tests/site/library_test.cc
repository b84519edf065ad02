#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/document_lists.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string many_documents() {
  std::string sql;
  for (int i = 1; i <= 120; ++i) {
    sql +=
        "INSERT INTO documents (code, municipality, kind, title, number, signed_on, school_year, "
        "url) VALUES ('n" +
        std::to_string(i) + "', '" + (i % 2 == 0 ? "beta" : "gamma") +
        "', 'note_of_work', 'Справка " + std::to_string(i) +
        "', '7', '2024-10-01', '2024/2025', 'javascript:alert(1)');";
  }
  return sql;
}

const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("site-library", many_documents()).build(2);
  return files;
}
const std::string& page(const std::string& path) { return built().at(path); }

TEST(Library, LeadsToDocumentsByKindAndByYearWithCounts) {
  EXPECT_THAT(page("documents.html"),
              AllOf(HasSubstr("<a href=\"documents/kind-plan.html\">План работы</a>&nbsp;<span "
                              "class=\"count\">2</span>"),
                    HasSubstr("<a href=\"documents/kind-note-of-work.html\">note_of_work</a>&nbsp;<span "
                              "class=\"count\">120</span>"),
                    HasSubstr("<a href=\"documents/year-2024-2025.html\">2024/2025 учебный год"),
                    HasSubstr("<a href=\"documents/year-none.html\">Без учебного года</a>")));
  EXPECT_THAT(page("documents.html"), HasSubstr("Приказ <span class=\"count\">1</span>"));
}

TEST(Library, AKindIsGroupedByYearTheLatestFirst) {
  const auto& html = page("documents/kind-plan.html");
  EXPECT_LT(html.find("2026/2027 учебный год"), html.find("2025/2026 учебный год"));
  EXPECT_THAT(html, AllOf(HasSubstr("href=\"https://example.ru/plan.pdf\""), HasSubstr("Альфа")));
}

TEST(Library, LongListsGoOnOnTheNextPage) {
  EXPECT_THAT(page("documents/kind-note-of-work.html"),
              AllOf(HasSubstr("120\u00A0документов, страница 1 из 2"), HasSubstr("Справка 2<"),
                    HasSubstr("№\u00A07 от 01.10.2024")));
  const auto& second = page("documents/kind-note-of-work_2.html");
  EXPECT_THAT(second, AllOf(HasSubstr("2024/2025 учебный год"), HasSubstr("Гамма"),
                            Not(HasSubstr("javascript:"))));
}

TEST(Library, WithoutDocumentsSaysWhoBringsThem) {
  Model model;
  EXPECT_TRUE(document_shelves(model, {}).empty());
}

TEST(OpenDataPage, ListsEveryFileWithRowsSizeAndColumns) {
  const auto& html = page("about-data.html");
  EXPECT_THAT(html,
              AllOf(HasSubstr("<a href=\"data/practices.csv\" download>practices.csv</a>"),
                    HasSubstr("1\u00A0строка · "), HasSubstr("<code>municipality</code>"),
                    HasSubstr("11\u00A0столбцов"), HasSubstr("href=\"data/publication.db\"")));
  EXPECT_THAT(html, HasSubstr("Первый абзац.")) << "the editors' text stands below";
}

}  // namespace
}  // namespace metodaktiv::site
