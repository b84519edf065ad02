#include "search/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "folder_sink.h"
#include "search/inverted_index.h"

namespace metodaktiv::search {
namespace {

using testing::HasSubstr;
using testing::Not;

Document document(std::string url, std::string title, std::string body = {}) {
  Document result;
  result.url = std::move(url);
  result.kind = "page";
  result.title = std::move(title);
  result.body = std::move(body);
  result.kept = 100;
  return result;
}

Collection collection(std::vector<Document> documents) {
  return {{{"page", "Страница", "Страницы"}}, {}, std::move(documents)};
}

std::map<std::string, std::string> written(const Collection& input, unsigned jobs = 1) {
  MapSink sink;
  write_index(input, jobs, sink);
  return sink.files;
}

std::vector<std::uint32_t> documents_of(const InvertedIndex& index, const std::string& term) {
  std::vector<std::uint32_t> list;
  const auto found = index.find(term);
  if (found == index.end()) return list;
  for (const auto& posting : found->second.postings) list.push_back(posting.document);
  return list;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(InvertedIndexOf, HasStemsOfAllFieldsWithoutFunctionWords) {
  auto first = document("a", "Наставничество и опыт", "Беседы с учителями");
  first.keywords = "Дубна";
  const auto index = inverted_index({first, document("b", "Опыты")}, 1);
  EXPECT_THAT(documents_of(index, "наставничеств"), ElementsAre(0));
  EXPECT_THAT(documents_of(index, "дубн"), ElementsAre(0));
  EXPECT_THAT(documents_of(index, "учител"), ElementsAre(0));
  EXPECT_THAT(documents_of(index, "и"), IsEmpty());
  EXPECT_THAT(documents_of(index, "с"), IsEmpty());
}

TEST(InvertedIndexOf, NamesHaveInitialsAndWholeSurnames) {
  auto card = document("a", "Карточка");
  card.people = {"Иванов Пётр Алексеевич"};
  const auto index = inverted_index({card, document("b", "Иванова гора")}, 1);
  EXPECT_THAT(documents_of(index, "иван"), ElementsAre(0));
  EXPECT_THAT(documents_of(index, "иванов"), ElementsAre(0, 1));
  EXPECT_THAT(documents_of(index, "п."), ElementsAre(0));
  EXPECT_THAT(documents_of(index, "а."), ElementsAre(0));
  EXPECT_THAT(documents_of(index, "п.а."), ElementsAre(0));
  EXPECT_THAT(documents_of(index, "и."), IsEmpty());
  EXPECT_THAT(documents_of(index, "г."), IsEmpty());
}

TEST(InvertedIndexOf, AWordThatIsAStemOfOthersStandsForItselfToo) {
  // «опыт» has the stem «оп», «опыты» has «опыт».
  const auto index = inverted_index({document("a", "Опыт"), document("b", "Опыты")}, 1);
  EXPECT_THAT(documents_of(index, "опыт"), ElementsAre(0, 1));
}

TEST(InvertedIndexOf, FleetingVowelsShareTheirPostings) {
  const auto index = inverted_index({document("a", "Оценка"), document("b", "Пять оценок")}, 1);
  EXPECT_THAT(documents_of(index, "оценк"), ElementsAre(0, 1));
  EXPECT_THAT(documents_of(index, "оценок"), ElementsAre(0, 1));
}

TEST(InvertedIndexOf, TitleWeighsMoreThanBodyAndShortTextsMoreThanLongOnes) {
  const auto index = inverted_index(
      {document("a", "Экология"), document("b", "Урок", "экология"),
       document("c", "Урок", "экология города и края в книгах"), document("d", "Урок", "о другом")},
      1);
  const auto& postings = index.at("эколог").postings;
  ASSERT_EQ(postings.size(), 3U);
  EXPECT_GT(postings[0].impact, postings[1].impact);
  EXPECT_GT(postings[1].impact, postings[2].impact);
}

TEST(WriteIndex, DoesNotDependOnThreadsOrOrder) {
  std::vector<Document> documents;
  for (int i = 0; i < 1500; ++i) {
    documents.push_back(document("p" + std::to_string(i), "Урок " + std::to_string(i % 7),
                                 "Опыт школы " + std::to_string(i)));
  }
  const auto expected = written(collection(documents));
  EXPECT_EQ(written(collection(documents), 4), expected);
  std::reverse(documents.begin(), documents.end());
  EXPECT_EQ(written(collection(documents), 3), expected);
}

TEST(WriteIndex, NoFileBalloons) {
  std::vector<Document> documents;
  for (int i = 0; i < 3000; ++i) {
    documents.push_back(document("p" + std::to_string(i), "Урок номер " + std::to_string(i),
                                 "слово" + std::to_string(i) + " общее"));
  }
  for (const auto& [path, text] : written(collection(documents))) {
    EXPECT_LE(text.size(), 24U * 1024) << path;
  }
}

TEST(WriteIndex, HostileTextsStayTexts) {
  auto files =
      written(collection({document("a.html", "\"</script>\u2028\\", "<!-- \U0001F600 \xFF"),
                          document("b.html", ""), document("c.html", "\n\t")}));
  for (const auto& [path, text] : files) {
    EXPECT_THAT(text, Not(HasSubstr("<"))) << path;
    EXPECT_THAT(text, Not(HasSubstr("\u2028"))) << path;
    EXPECT_TRUE(base::is_valid_utf8(text)) << path;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1) << path;
  }
}

TEST(WriteIndex, NothingToFindIsAnIndexToo) {
  const auto files = written(collection({}));
  EXPECT_THAT(files.at("search/core.js"), HasSubstr("\"documents\":0"));
}

TEST(WriteIndex, UnknownFacetValuesAndDoubleAddressesAreFailures) {
  auto odd = document("a", "А");
  odd.facets["subject"] = {"math"};
  auto input = collection({odd});
  input.facets = {{"subject", {{"art", "ИЗО"}}}};
  EXPECT_THROW(written(input), base::Failure);
  EXPECT_THROW(written(collection({document("a", "А"), document("a", "Б")})), base::Failure);
}

TEST(WriteIndex, EveryScriptHasTheSameStamp) {
  const auto stamp_of = [](const std::string& text) {
    const auto at = text.find(",\"") + 2;
    return text.substr(at, text.find('"', at) - at);
  };
  const auto files = written(collection({document("a", "Один")}));
  for (const auto& [path, text] : files) {
    EXPECT_EQ(stamp_of(text), stamp_of(files.at("search/core.js"))) << path;
  }
  const auto changed = written(collection({document("a", "Два")}));
  EXPECT_NE(stamp_of(changed.at("search/core.js")), stamp_of(files.at("search/core.js")));
}

}  // namespace
}  // namespace metodaktiv::search
