#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "base/error.h"
#include "base/text.h"
#include "demo/practice_library.h"
#include "demo/practice_text.h"
#include "demo/random.h"
#include "demo/template_text.h"
#include "demo/word_lists.h"

namespace metodaktiv::demo {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path kDemo = std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "demo";

bool contains(const std::vector<std::string>& items, const std::string& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

Words subject_words() {
  return {{"genitive", "физики"},
          {"dative", "физике"},
          {"setting", "на уроках физики"},
          {"teachers", "учителей физики"}};
}

/// Every topic with every technique that suits it.
template <typename Visit>
void each_combination(const PracticeLibrary& library, Visit visit) {
  for (const auto& topic : library.topics) {
    const auto& family = library.families[topic.family];
    for (const auto& technique : library.techniques) {
      if (contains(technique.families, family.key) && !contains(technique.not_for, topic.group)) {
        visit(family, topic, technique);
      }
    }
  }
}

TEST(PracticeText, EveryCombinationReadsWithoutHolesAndHasItsSections) {
  const auto library = load_practice_library(kDemo);
  Random random(1, "test");
  std::size_t combinations = 0;
  each_combination(library, [&](const auto& family, const auto& topic, const auto& technique) {
    ++combinations;
    for (int i = 0; i < 3; ++i) {
      const auto text =
          compose_practice(family, topic, technique, family.audiences.front().grades.front(),
                           subject_words(), random);
      for (const auto& part : {text.title, text.annotation, text.body}) {
        EXPECT_TRUE(base::is_valid_utf8(part));
        EXPECT_THAT(part, Not(HasSubstr("{")));
        EXPECT_THAT(part, Not(HasSubstr("||")));
        EXPECT_THAT(part, Not(HasSubstr("  ")));
        EXPECT_THAT(part, Not(HasSubstr("..")));
      }
      std::size_t sections = 0;
      for (auto at = text.body.find("## "); at != std::string::npos;
           at = text.body.find("## ", at + 1))
        ++sections;
      EXPECT_GE(sections, 4U);
      EXPECT_LE(sections, 6U);
      EXPECT_LE(base::length_utf8(text.title), 160U);
      EXPECT_LE(base::length_utf8(text.annotation), 500U);
      EXPECT_EQ(text.title, base::capitalized(text.title));
    }
  });
  EXPECT_GE(combinations, 700U);
}

TEST(PracticeText, TheSamePairReadsDifferentlyTheNextTime) {
  const auto library = load_practice_library(kDemo);
  const auto& topic = library.topics.front();
  const auto& family = library.families[topic.family];
  const auto& technique = library.techniques.front();
  Random random(1, "test");
  std::set<std::string> bodies;
  for (int i = 0; i < 20; ++i) {
    bodies.insert(
        compose_practice(family, topic, technique, "5–6 классов", subject_words(), random).body);
  }
  EXPECT_EQ(bodies.size(), 20U);
}

TEST(PracticeLibrary, EverySubjectOfTheListsHasTopics) {
  const auto library = load_practice_library(kDemo);
  for (const auto& subject : load_word_lists(kDemo).subjects) {
    std::size_t topics = 0;
    for (const auto& topic : library.topics) {
      const bool allowed = topic.subjects.empty() || contains(topic.subjects, subject.code);
      if (allowed && contains(subject.practices, topic.group)) ++topics;
    }
    EXPECT_GE(topics, 3U) << subject.code;
  }
}

TEST(PracticeLibrary, EveryLevelOfATopicHasAnAudience) {
  const auto library = load_practice_library(kDemo);
  for (const auto& topic : library.topics) {
    for (const auto& level : topic.levels) {
      const auto& audiences = library.families[topic.family].audiences;
      EXPECT_TRUE(std::any_of(audiences.begin(), audiences.end(),
                              [&](const auto& a) { return a.level == level; }))
          << topic.name << ' ' << level;
    }
  }
}

TEST(TemplateText, FillsAndCapitalizes) {
  EXPECT_EQ(fill("{Word} и {word}.", {{"word", "урок"}}), "Урок и урок.");
  EXPECT_THROW(fill("{unknown}", {}), base::Failure);
  EXPECT_THROW(fill("{word", {{"word", "урок"}}), base::Failure);
}

TEST(TemplateText, TypesetsNoBreakSpaces) {
  EXPECT_EQ(typeset("Школа — дом"), "Школа\u00A0— дом");
  EXPECT_EQ(typeset("СОШ № 5, 12 %"), "СОШ №\u00A05, 12\u00A0%");
}

TEST(Random, IsTheSameEverywhereAndStreamsDiffer) {
  Random random(1, "teachers", "severny");
  EXPECT_EQ(random.next(), 933385367424032792ULL);
  EXPECT_NE(Random(1, "teachers", "severny").next(), Random(1, "teachers", "yuzhny").next());
  EXPECT_NE(Random(1, "teachers", "severny").next(), Random(2, "teachers", "severny").next());
}

TEST(Random, StaysWithinItsBounds) {
  Random random(3, "bounds");
  std::map<int, int> seen;
  for (int i = 0; i < 6000; ++i) ++seen[random.between(2, 4)];
  ASSERT_EQ(seen.size(), 3U);
  for (const auto& [value, count] : seen) EXPECT_NEAR(count, 2000, 200) << value;
  EXPECT_EQ(random.weighted({0, 0, 5}), 2U);
  EXPECT_EQ(random.between(7, 7), 7);
  for (int i = 0; i < 1000; ++i) {
    const double unit = random.unit();
    EXPECT_TRUE(unit >= 0 && unit < 1);
  }
}

}  // namespace
}  // namespace metodaktiv::demo
