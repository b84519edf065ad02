#include "publication/named_person.h"

#include <gtest/gtest.h>

namespace metodaktiv::publication {
namespace {

const NamedPerson kAnna("Иванова", "Анна", "Петровна");

TEST(NamedPersonTest, IsFoundInEveryOrderCaseAndShortForm) {
  for (const auto* text :
       {"Иванова Анна Петровна", "Анна Петровна Иванова", "ИВАНОВА АННА ПЕТРОВНА",
        "опыт Ивановой Анны Петровны", "благодарим Анну Петровну Иванову", "Анна Иванова",
        "Иванова Анна", "Иванова А. П.", "Иванова А.П.", "А. П. Иванова", "А.П. Ивановой",
        "А. Иванова", "Иванова, А. П. Урок", "Иванова&nbsp;А.&nbsp;П.", "Иванова А. (школа № 5)",
        "Сидоров Иван Ильич, Иванова Анна Петровна"}) {
    EXPECT_TRUE(kAnna.is_in(text)) << text;
  }
}

TEST(NamedPersonTest, OthersAreNot) {
  for (const auto* text :
       {"", "Иванова", "Анна Петровна", "Иванова Мария Петровна", "Иванова Анна Сергеевна",
        "Иванова А. С.", "Б. А. Иванова", "Иванов А. П.", "Иванов Анатолий Петрович",
        "Смирнов В. А., Иванова Н. Н.", "Ивановская А. П.", "Анна, Иванова Мария"}) {
    EXPECT_FALSE(kAnna.is_in(text)) << text;
  }
}

TEST(NamedPersonTest, OthersWithOtherNames) {
  const NamedPerson double_name("Петрова-Водкина", "Ольга", "");
  EXPECT_TRUE(double_name.is_in("Петровой-Водкиной Ольги"));
  EXPECT_TRUE(double_name.is_in("О. Петрова-Водкина"));
  EXPECT_FALSE(double_name.is_in("Петрова Ольга"));
  const NamedPerson man("Иванов", "Алексей", "Петрович");
  EXPECT_TRUE(man.is_in("опыт Иванова А. П.")) << "a man in the genitive";
  EXPECT_FALSE(NamedPerson("Smith", "John", "").is_in("Smith John")) << "no Cyrillic name";
}

TEST(NamedPersonTest, ALineBreakIsAGapAndAnEmptyLineIsAnEnd) {
  EXPECT_TRUE(kAnna.is_in("описала Иванова\nАнна Петровна"));
  EXPECT_FALSE(kAnna.is_in("описала Иванова\n\nАнна Петровна"));
}

TEST(NamedPersonTest, ASurnameOfOneLetterIsASurname) {
  EXPECT_TRUE(NamedPerson("А", "Анна", "").is_in("А Анна"));
  EXPECT_FALSE(NamedPerson("а", "Анна", "").is_in("б Анна"));
}

TEST(NamedPersonTest, SaysWhereAndHowSurely) {
  const std::string text = "Автор — Иванова А. П., школа";
  const auto places = kAnna.find(text);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(text.substr(places[0].begin, places[0].end - places[0].begin), "Иванова А. П");
  EXPECT_FALSE(places[0].in_full);
  EXPECT_TRUE(kAnna.find("Иванова Анна Петровна").front().in_full);
}

TEST(WithoutPeopleTest, TheOthersStay) {
  const auto rest = [](const char* list) { return without_people(list, {&kAnna}); };
  EXPECT_EQ(rest("Иванова Анна Петровна, Сидоров И. И."), "Сидоров И. И.");
  EXPECT_EQ(rest("Сидоров И. И.; Иванова А. П.; Ким Алла"), "Сидоров И. И., Ким Алла");
  EXPECT_EQ(rest("Сидоров И. И. и Иванова А. П."), "Сидоров И. И.");
  EXPECT_EQ(rest("Сидоров И. И. (под руководством Ивановой А. П.), Ким Алла"), "Ким Алла");
  EXPECT_EQ(rest("Иванова Анна Петровна"), "");
  EXPECT_EQ(rest("Сидоров И. И.; Ким Алла"), "Сидоров И. И.; Ким Алла") << "as it was written";
  EXPECT_EQ(rest("Иванова Анна Петровна, учитель химии, председатель; Ким Алла"), "Ким Алла")
      << "the post goes with the name";
  EXPECT_EQ(rest("Ким Алла, учитель химии, Иванова А. П."), "Ким Алла, учитель химии");
  EXPECT_EQ(rest("Иванова, А. П., Ким Алла"), "") << "entries that cannot be told apart";
}

}  // namespace
}  // namespace metodaktiv::publication
