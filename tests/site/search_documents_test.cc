#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "site/plain_text.h"
#include "site/stemmer_script.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("search-documents").build(2);
  return files;
}

/// All scripts of the index, or those whose name begins with `prefix`.
std::string index_text(const std::string& prefix = {}) {
  std::string text;
  for (const auto& [path, bytes] : built()) {
    if (path.starts_with("search/" + prefix)) text += bytes;
  }
  return text;
}

std::set<std::string> addresses() {
  std::set<std::string> found;
  const auto text = index_text("d");
  static const std::regex kRow(R"re(\["([^"]*\.html[^"]*)",")re");
  for (auto it = std::sregex_iterator(text.begin(), text.end(), kRow); it != std::sregex_iterator();
       ++it) {
    found.insert((*it)[1]);
  }
  return found;
}

TEST(SearchDocuments, HoldEverythingPublic) {
  for (const auto* path :
       {"asset/methodist-open.html", "asset/roster-maths.html", "practices/p/club.html",
        "indicators/share.html", "distributions/outcome.html", "municipalities/alpha/index.html",
        "municipalities/alpha/practices.html", "municipalities/alpha/schools.html#o-alpha-1",
        "municipalities/alpha/associations.html#a-g1", "municipalities/alpha/documents.html#doc-d1",
        "documents.html#doc-r1", "standard/index.html#f-1-1-1", "calendar/2026-11.html#e-e1",
        "calendar/2026-12.html#e-e2", "news/2026-09-01-start.html", "asset/stages.html",
        "help.html", "asset/index.html"}) {
    EXPECT_THAT(addresses(), Contains(path));
  }
}

TEST(SearchDocuments, EveryAddressAndAnchorIsThere) {
  ASSERT_GT(addresses().size(), 40U);
  for (const auto& address : addresses()) {
    const auto path = address.substr(0, address.find('#'));
    const auto page = built().find(path);
    ASSERT_NE(page, built().end()) << address;
    if (path == address) continue;
    EXPECT_THAT(page->second, HasSubstr("id=\"" + address.substr(path.size() + 1) + "\""))
        << address;
  }
}

TEST(SearchDocuments, NameNobodyWithoutConsentAndNoDraft) {
  const auto text = index_text();
  for (const auto* secret : {"Тайн", "тайн", "Скрытн", "скрытн", "draft"}) {
    EXPECT_THAT(text, Not(HasSubstr(secret)));
  }
  EXPECT_THAT(text, HasSubstr("Открытая Ольга Олеговна"));
}

TEST(SearchDocuments, TextsOfTheRegistryStayTexts) {
  EXPECT_THAT(index_text("d"), HasSubstr("Клуб \\u003cscript>alert(3)\\u003c/script>"));
  EXPECT_THAT(index_text(), Not(HasSubstr("<")));
}

TEST(SearchDocuments, DoNotDependOnThreads) {
  const auto other = SiteBuilder("search-one-thread").build(1);
  for (const auto& [path, bytes] : built()) {
    if (path.starts_with("search/")) {
      EXPECT_EQ(other.at(path), bytes) << path;
    }
  }
}

TEST(PlainText, KeepsWordsTogetherAndBlocksApart) {
  EXPECT_EQ(plain_text("<h2 id=\"a\">Шаги</h2>\n<p>Один <em>два</em>три &amp; &lt;b&gt;</p><ul>\n"
                       "<li>А</li><li>Б</li></ul>"),
            "Шаги Один дватри & <b> А Б");
  EXPECT_EQ(plain_text(""), "");
  EXPECT_EQ(plain_text("<p"), "");
}

TEST(StemmerScript, DefinesOneGlobalAndNoModule) {
  const auto script = stemmer_script(test::project_folder() / "node_modules");
  EXPECT_THAT(script, HasSubstr("window.metodaktivStemmer=stemmer"));
  EXPECT_THAT(script, Not(HasSubstr("export")));
}

TEST(StemmerScript, SaysWhatIsMissing) {
  const test::TempFolder folder("stemmer");
  EXPECT_THROW(stemmer_script(folder.path()), base::Failure);
  const auto dist = folder.path() / "@orama/stemmers/dist";
  std::filesystem::create_directories(dist);
  for (const auto* text : {"", "export{s as stemmer,l as language}",
                           "import x;export function stemmer(){}export const language=\"russian\";",
                           "export function stemmer(){}export const language=\"english\";"}) {
    base::write_file(dist / "ru.js", text);
    EXPECT_THROW(stemmer_script(folder.path()), base::Failure) << text;
  }
}

}  // namespace
}  // namespace metodaktiv::site
