#include "search/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "search/stemmer.h"

namespace metodaktiv::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(WordsOf, CutsAtEverythingThatIsNoLetterOrDigit) {
  EXPECT_THAT(words_of("«Урок-игра»: 5 класс, №12/3"),
              ElementsAre("урок", "игра", "5", "класс", "12", "3"));
  EXPECT_THAT(words_of("Иванова А.П."), ElementsAre("иванова", "а", "п"));
}

TEST(WordsOf, FoldsCaseYoStressAndSoftHyphens) {
  EXPECT_THAT(words_of("ЁЛКА Учёба English Ünï"), ElementsAre("елка", "учеба", "english", "ünï"));
  EXPECT_THAT(words_of("за\u0301мок мето\u00ADдика"), ElementsAre("замок", "методика"));
  EXPECT_THAT(words_of("и\u0306од е\u0308ж"), ElementsAre("йод", "еж"));
}

TEST(WordsOf, KeepsNumbersOfParagraphsAndDatesWhole) {
  EXPECT_THAT(words_of("функция 1.1.3. До 12.05.2026, 2026/2027"),
              ElementsAre("функция", "1.1.3", "до", "12.05.2026", "2026", "2027"));
  EXPECT_THAT(words_of("5.а 5. 6 .7"), ElementsAre("5", "а", "5", "6", "7"));
}

TEST(WordsOf, OtherScriptsAndBrokenBytesSeparateWords) {
  EXPECT_THAT(words_of("урок\U0001F600игра漢字\xFFслово\xD0"),
              ElementsAre("урок", "игра", "слово"));
  EXPECT_THAT(words_of(""), IsEmpty());
  EXPECT_THAT(words_of("\u0301\u00AD …"), IsEmpty());
}

TEST(WordsOf, CutsEndlessWords) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "щ";
  const auto words = words_of(text);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].size(), 2 * kLongestWord);
}

TEST(Stemmer, FormsOfAWordHaveOneStem) {
  const Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("наставничества"), stemmer.stem("наставничество"));
  EXPECT_EQ(stemmer.stem("методистами"), stemmer.stem("методист"));
  EXPECT_EQ(stemmer.stem("иом"), "иом");
  EXPECT_EQ(stemmer.stem("5"), "5");
  EXPECT_EQ(stemmer.stem("lessons"), "lessons");
  EXPECT_EQ(stemmer.stem("5го"), "5го");
}

TEST(FoldedStem, FleetingVowelsMakeNoDifference) {
  const Stemmer stemmer;
  const auto folded = [&](std::string_view word) { return folded_stem(stemmer.stem(word)); };
  EXPECT_EQ(folded("оценка"), folded("оценок"));
  EXPECT_EQ(folded("список"), folded("списков"));
  EXPECT_EQ(folded("деньги"), folded("денег"));
  EXPECT_EQ(folded("ячейка"), folded("ячеек"));
  EXPECT_EQ(folded("уровень"), folded("уровня"));
  EXPECT_EQ(folded("конец"), folded("конца"));
  EXPECT_NE(folded("сон"), folded("сын"));
  EXPECT_EQ(folded_stem("дом"), "дом");
  EXPECT_EQ(folded_stem("фгос"), "фгос");
}

TEST(StopWords, AreShortListOfFunctionWords) {
  EXPECT_TRUE(is_stop_word("для"));
  EXPECT_TRUE(is_stop_word("и"));
  EXPECT_FALSE(is_stop_word("урок"));
  EXPECT_TRUE(is_single_letter("а"));
  EXPECT_FALSE(is_single_letter("5"));
  EXPECT_FALSE(is_single_letter("ав"));
}

}  // namespace
}  // namespace metodaktiv::search
