#include "quality/message_template.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace metodaktiv::quality {
namespace {

std::string filled(std::string_view text, const registry::Value& value) {
  const auto parsed = MessageTemplate::parse(text);
  return parsed ? parsed->fill([&](const std::string&) { return value; }) : "не разобрано";
}

TEST(MessageTemplateTest, PutsValuesIntoPlaces) {
  EXPECT_EQ(filled("Срок {due}.", std::string("2025-09-01")), "Срок 01.09.2025.");
  EXPECT_EQ(filled("{a}", std::string("2025-13-01")), "2025-13-01");
  EXPECT_EQ(filled("Баллов: {a}", 4.5), "Баллов: 4,5");
  EXPECT_EQ(filled("«{a}»", registry::Value{}), "«»");
  EXPECT_EQ(filled("без мест", 1.0), "без мест");
}

TEST(MessageTemplateTest, AgreesWordsWithNumbers) {
  EXPECT_EQ(filled("{n:педагог|педагога|педагогов}", std::int64_t{22}), "22\u00A0педагога");
  EXPECT_EQ(filled("{n#имеет|имеют|имеют}", std::int64_t{11}), "имеют");
  EXPECT_THROW(filled("{n:а|б|в}", std::string("много")), base::Failure);
}

TEST(MessageTemplateTest, RefusesWrongBraces) {
  for (const auto* text : {"{", "}", "{a", "a}", "{}", "{имя}", "{a:один|два}", "{a{b}}", "{a:}"}) {
    EXPECT_FALSE(MessageTemplate::parse(text)) << text;
  }
}

TEST(MessageTemplateTest, TellsItsNames) {
  EXPECT_EQ(MessageTemplate::parse("{b} и {a:x|y|z}, {b}")->names(),
            (std::vector<std::string>{"b", "a", "b"}));
}

}  // namespace
}  // namespace metodaktiv::quality
