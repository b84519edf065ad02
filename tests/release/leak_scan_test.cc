#include "release/leak_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "support/small_registry.h"

namespace metodaktiv::release {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

LeakScanner scanner() {
  LeakScanner s;
  s.forbid_name("Семёнова Анна Петровна", "teachers");
  s.forbid_name("Петрова-Водкина Ольга Ильинична", "teachers");
  s.forbid_name("Ким Алла", "nominations");
  s.forbid_name("Орлов Пётр Ильич; Зуева Вера Львовна", "practices");
  s.forbid_email("Hidden.Person@example.ru", "methodists");
  s.forbid_name("Белова Нина Олеговна", "teachers");
  s.allow_name("Белова Нина Олеговна");
  s.allow_name("Ким Алла Юрьевна");
  s.forbid_email("open@example.ru", "methodists");
  s.allow_email("open@example.ru");
  return s;
}

TEST(LeakScanTest, FindsNamesHoweverTheyAreWritten) {
  const auto s = scanner();
  for (const auto* text :
       {"Семёнова Анна Петровна", "СЕМЕНОВА АННА ПЕТРОВНА", "Анна Петровна Семенова",
        "<td>Семёнова</td><td>Анна&nbsp;Петровна</td>", "Семёнова\u00A0Анна\nПетровна",
        "x\x01СемёноваАннаПетровна\x02", "Ольга Ильинична Петрова-Водкина", "Зуева Вера Львовна"}) {
    EXPECT_EQ(s.scan(text).size(), 1U) << text;
  }
  EXPECT_THAT(s.scan("Ким Алла пишет"), ElementsAre("nominations"));
}

TEST(LeakScanTest, NamesakesWithConsentAndPartsAreNoAlarm) {
  const auto s = scanner();
  for (const auto* text : {"Белова Нина Олеговна", "Ким Алла Юрьевна", "Семёнова Анна Ивановна",
                           "Анна Петровна", "Белова Нина Олеговна, Семёнова",
                           "<li>Анна Петровна Ким Алла Юрьевна</li><li>Семёнова</li>",
                           "Семёнова. А вот и далёкий текст, в котором Анна Петровна", ""}) {
    EXPECT_THAT(s.scan(text), IsEmpty()) << text;
  }
}

TEST(LeakScanTest, TwoNamesInARowAreNotMistakenForAThird) {
  LeakScanner s;
  s.forbid_name("Зуева Анна Петровна", "teachers");
  s.allow_name("Белова Анна Петровна, Зуева Нина Олеговна");
  EXPECT_THAT(s.scan("Белова Анна Петровна, Зуева Нина Олеговна"), IsEmpty());
  EXPECT_THAT(s.scan("Белова Анна Петровна, Зуева Анна Петровна"), ElementsAre("teachers"));
}

TEST(LeakScanTest, AListOfAuthorsIsSplitHoweverItIsWritten) {
  for (const auto* list : {"Сизова Анна Ильинична и Петрова Ольга Ивановна",
                           "Сизова Анна Ильинична / Петрова Ольга Ивановна",
                           "Сизова Анна Ильинична\nПетрова Ольга Ивановна"}) {
    LeakScanner s;
    s.forbid_name(list, "practices");
    EXPECT_EQ(s.scan("пишет Петрова Ольга Ивановна").size(), 1U) << list;
  }
}

TEST(LeakScanTest, AShortAllowedNameDoesNotHideALongerOne) {
  LeakScanner s;
  s.forbid_name("Иванова Мария Петровна", "teachers");
  s.allow_name("Иванова Мария");
  EXPECT_THAT(s.scan("Открытый урок: Иванова Мария Петровна"), ElementsAre("teachers"));
}

TEST(LeakScanTest, FindsAddresses) {
  const auto s = scanner();
  EXPECT_THAT(s.scan("пишите: hidden.person@example.ru."), ElementsAre("methodists"));
  EXPECT_THAT(s.scan("href=\"mailto:HIDDEN.PERSON@EXAMPLE.RU\""), ElementsAre("methodists"));
  EXPECT_THAT(s.scan("open@example.ru other@example.ru @"), IsEmpty());
}

TEST(LeakScanTest, FindsNamesOfThreeWordsInEveryCase) {
  LeakScanner s;
  s.forbid_name("Семёнова Анна Петровна", "teachers");
  s.forbid_name("Орлов Сергей Ильич", "practices");
  s.forbid_name("Ковалёв Андрей Юрьевич", "nominations");
  for (const auto* text :
       {"у Семёновой Анны Петровны", "Анне Петровне Семёновой", "с Анной Петровной Семёновой",
        "Семёнову Анну Петровну", "Орлова Сергея Ильича", "Сергею Ильичу Орлову",
        "с Орловым Сергеем Ильичом", "об Андрее Юрьевиче Ковалёве",
        "Ковалёвым Андреем Юрьевичем"}) {
    EXPECT_EQ(s.scan(text).size(), 1U) << text;
  }
  for (const auto* text :
       {"Анны Петровны", "Семёнов Анатолий Петрович", "Орловой Серафиме Ильиничне"}) {
    EXPECT_THAT(s.scan(text), IsEmpty()) << text;
  }
}

TEST(LeakScanTest, FindsNamesWhoseStemChanges) {
  LeakScanner s;
  for (const auto* name :
       {"Белинский Павел Ильич", "Толстой Лев Львович", "Боец Пётр Ильич", "Крутой Егор Ильич"})
    s.forbid_name(name, "teachers");
  for (const auto* text :
       {"Белинского Павла Ильича", "Белинскому Павлу Ильичу", "о Белинском Павле Ильиче",
        "Толстого Льва Львовича", "Льву Львовичу Толстому", "Бойца Петра Ильича",
        "с Бойцом Петром Ильичом", "Крутому Егору Ильичу"}) {
    EXPECT_EQ(s.scan(text).size(), 1U) << text;
  }
  EXPECT_THAT(s.scan("Белина Павла Ильича, Льва Ильича Толстова"), IsEmpty());
}

TEST(LeakScanTest, FirstNamesThatEndAsACaseDoesAreFound) {
  LeakScanner s;
  for (const auto* name :
       {"Кочкарёв Вадим Ильич", "Орлов Максим Ильич", "Сизов Артём Ильич", "Белов Рустам Ильич"})
    s.forbid_name(name, "teachers");
  for (const auto* text :
       {"Кочкарёва Вадима Ильича", "Вадиму Ильичу Кочкарёву", "с Орловым Максимом Ильичом",
        "о Сизове Артёме Ильиче", "Артёма Ильича Сизова", "Рустаму Ильичу Белову"}) {
    EXPECT_EQ(s.scan(text).size(), 1U) << text;
  }
}

TEST(LeakScanTest, SignsThatNobodySeesHideNoName) {
  const auto s = scanner();
  for (const auto* text :
       {"Се\u00ADмёнова Анна Петровна", "Семёнова А\u0301нна Петровна",
        "Семе\u0308нова Анна Петровна", "Се&shy;менова Анна Петровна",
        "Семёнова\u200B Анна Пет\u2060ровна", "Семёнoва Анна Пeтрoвнa", "Cемёнова Aнна Петровна"}) {
    EXPECT_EQ(s.scan(text).size(), 1U) << text;
  }
  LeakScanner t;
  t.forbid_name("Майская Анна Петровна", "teachers");
  EXPECT_EQ(t.scan("Маи\u0306ская Анна Петровна").size(), 1U);
}

TEST(LeakScanTest, LongRunsOfLookAlikesCostNoMoreThanOtherText) {
  const auto s = scanner();
  EXPECT_THAT(s.scan(std::string(4'000'000, 'a')), IsEmpty());
  EXPECT_EQ(s.scan(std::string(1'000, 'a') + " Семёнова Анна Петровна").size(), 1U);
}

TEST(LeakScanTest, PostsAndFormerNames) {
  LeakScanner s;
  s.forbid_name("Семёнова Анна Петровна, учитель математики", "associations.head");
  s.forbid_name("Белова (Орлова) Нина Олеговна", "teachers");
  EXPECT_THAT(s.scan("каждый учитель математики"), IsEmpty());
  EXPECT_EQ(s.scan("Анна Петровна Семёнова").size(), 1U);
  EXPECT_EQ(s.scan("Белова Нина Олеговна").size(), 1U);
  EXPECT_EQ(s.scan("Орловой Нине Олеговне").size(), 1U);
}

TEST(LeakScanTest, AddressesHoweverTheyAreWritten) {
  LeakScanner s;
  s.forbid_email("fokina.m@example.org", "methodists");
  s.forbid_email("иванова@школа.рф", "teachers");
  s.forbid_email("o'neil@example.org", "nominations");
  for (const auto* text :
       {"fokina.m@example.org-рабочая", "почта fokina.m @ example.org, тел.",
        "почта\u00A0fokina.m@example.org\u00A0", "иванова@школа.рф", "(o'neil@example.org)"}) {
    EXPECT_EQ(s.scan(text).size(), 1U) << text;
  }
}

TEST(LeakScanTest, AnAllowedNameIsAllowedInEveryCase) {
  LeakScanner s;
  s.forbid_name("Белова Нина Олеговна", "teachers");
  s.allow_name("Белова Нина Олеговна");
  EXPECT_THAT(s.scan("опыт Беловой Нины Олеговны"), IsEmpty());
}

TEST(LeakScanTest, FindsCodesOfPeople) {
  LeakScanner s;
  s.forbid_code("t-000123", "teachers.code");
  s.forbid_code("m-77-open", "methodists.code");
  s.allow_code("m-77-open");
  s.forbid_code("12345", "ioms.code");
  s.forbid_code("roster", "ioms.code");
  EXPECT_THAT(s.scan("<a href=\"people/t-000123.html\">"), ElementsAre("teachers.code"));
  EXPECT_THAT(s.scan("t-0001234 xt-000123 m-77-open 12345 roster"), IsEmpty());
}

TEST(LeakScanTest, TextsAreScannedEachByItself) {
  LeakScanner s;
  s.forbid_code("t-000123", "teachers.code");
  EXPECT_THAT(s.scan("in_persont-000123"), IsEmpty()) << "as SQLite stores two columns";
  const auto findings = s.scan_texts({{"таблица a", "in_person"}, {"таблица b", "t-000123"}});
  ASSERT_EQ(findings.sorted().size(), 1U);
  EXPECT_EQ(findings.sorted().front().place.file, "таблица b");
}

TEST(LeakScanTest, LooksIntoFilesAndTheirNames) {
  const test::TempFolder folder("hidden");
  base::write_file(folder.path() / "page.html",
                   "&#1057;&#1077;&#1084;&#1105;&#1085;&#1086;&#1074;&#1072; Анна Петровна");
  base::write_file(folder.path() / "Ким-Алла.txt", "ничего");
  base::write_file(folder.path() / "clean.html", "Ким Алла Юрьевна");
  const auto found =
      scanner().scan_files(folder.path(), {"page.html", "Ким-Алла.txt", "clean.html"}, 2).sorted();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].place.file, "page.html");
  EXPECT_THAT(found[0].message, testing::HasSubstr("teachers"));
  EXPECT_EQ(found[1].place.file, "Ким-Алла.txt");
}

}  // namespace
}  // namespace metodaktiv::release
