#include <gtest/gtest.h>

#include "config/form_definition.h"
#include "site/column_words.h"
#include "site_fixture.h"

namespace metodaktiv::test {
namespace {

using config::ColumnType;
using config::FormColumn;
using config::FormDefinition;
using config::Privacy;

testing::AssertionResult contains(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "«" << part << "» is not in:\n" << text;
}

FormColumn column(const std::string& key, const std::string& title, ColumnType type) {
  FormColumn made;
  made.key = key;
  made.title = title;
  made.type = type;
  made.hint = "Подсказка.";
  return made;
}

/// Municipalities, and clubs that belong to them.
std::vector<FormDefinition> two_forms() {
  FormDefinition places;
  places.table = "municipalities";
  places.title = "Муниципалитеты";
  places.description = "Список муниципалитетов.";
  places.key = {"code"};
  places.columns = {column("code", "Код", ColumnType::kCode)};
  places.columns[0].required = true;
  FormDefinition clubs;
  clubs.table = "clubs";
  clubs.title = "Кружки & <b>клубы</b>";
  clubs.description = "Кто ведёт кружки.";
  clubs.privacy = Privacy::kPersonal;
  clubs.key = {"municipality", "name"};
  clubs.person = {"name"};
  clubs.one_of = {{"name", "kind"}};
  auto place = column("municipality", "Муниципалитет", ColumnType::kReference);
  place.references = "municipalities";
  place.required = true;
  auto name = column("name", "Имя", ColumnType::kText);
  name.privacy = Privacy::kPersonal;
  name.hint = "Имя полностью. Например: Мария.";
  auto kind = column("kind", "Вид", ColumnType::kEnum);
  kind.values = {{"open", "открытый <для всех>"}};
  auto task = column("direction", "Направление", ColumnType::kList);
  task.profile_values = "directions";
  clubs.columns = {place, name, kind, task};
  return {places, clubs};
}

TEST(FormsHelp, ThereIsAPagePerTableAndAnIndex) {
  SiteBuilder builder("forms-help");
  builder.forms = two_forms();
  const auto files = builder.build();
  const auto& index = files.at("help/forms.html");
  EXPECT_TRUE(contains(index, "href=\"../help/forms-clubs.html\""));
  EXPECT_TRUE(contains(index, "Кружки &amp; &lt;b&gt;клубы&lt;/b&gt;"));
  EXPECT_TRUE(contains(index, "href=\"../help.html\""));
  const auto& page = files.at("help/forms-clubs.html");
  EXPECT_TRUE(contains(page, "<h1>Кружки &amp; &lt;b&gt;клубы&lt;/b&gt;</h1>"));
  EXPECT_TRUE(contains(page, "«Муниципалитет», «Имя» вместе."));
  EXPECT_TRUE(contains(page, "хотя бы один из столбцов: «Имя», «Вид»"));
  EXPECT_TRUE(contains(page, "<a href=\"../help/forms-municipalities.html\">«Муниципалитеты»</a>"));
  EXPECT_TRUE(contains(page, "открытый &lt;для всех&gt; <code>open</code>"));
  EXPECT_TRUE(contains(page, "Поддержка педагогов <code>deficits</code>"));
  EXPECT_TRUE(contains(page, "персональные данные: не публикуются"));
  EXPECT_EQ(page.find("Мария"), std::string::npos) << "a made-up name may be somebody's";
  EXPECT_TRUE(contains(files.at("index.html"), "href=\"help/forms.html\""));
  for (const auto* path : {"help/forms.html", "help/forms-clubs.html"}) {
    EXPECT_EQ(std::count(builder.page_paths.begin(), builder.page_paths.end(), path), 1) << path;
  }
}

TEST(FormsHelp, TheGeneralRulesAreAnEditorsText) {
  SiteBuilder builder("forms-rules");
  builder.forms = two_forms();
  content::Page rules;
  rules.name = "help/forms";
  rules.title = "Правила";
  rules.markdown = "## Даты\n\n[справка](help.html)\n";
  builder.pages().push_back(rules);
  EXPECT_TRUE(contains(builder.build().at("help/forms.html"), "Даты</h2>"));
}

TEST(FormsHelp, WithoutFormsThereIsNoLinkToThem) {
  SiteBuilder builder("no-forms");
  const auto files = builder.build();
  EXPECT_FALSE(files.contains("help/forms.html"));
  EXPECT_EQ(files.at("index.html").find("help/forms.html"), std::string::npos);
}

TEST(FormsHelp, EveryColumnOfTheRealFormsIsExplained) {
  SiteBuilder builder("real-forms");
  builder.forms = config::load_form_definitions(project_folder() / "data" / "forms");
  const auto files = builder.build();
  for (const auto& form : builder.forms) {
    const auto& page = files.at("help/forms-" + form.table + ".html");
    for (const auto& one : form.columns) {
      EXPECT_TRUE(contains(page, "id=\"c-" + one.key + "\"")) << form.table;
    }
  }
}

TEST(ColumnWords, TypesAndBounds) {
  auto number = column("n", "Число", ColumnType::kInteger);
  EXPECT_EQ(site::wording::column_type(number, ""), "целое число");
  number.min = 0;
  EXPECT_EQ(site::wording::column_type(number, ""), "целое число, не меньше 0");
  number.max = 4.5;
  EXPECT_EQ(site::wording::column_type(number, ""), "целое число, от 0 до 4,5");
  auto year = column("y", "Год", ColumnType::kYear);
  year.min = 2000;
  EXPECT_EQ(site::wording::column_type(year, ""), "год четырьмя цифрами, с 2000");
  auto text = column("t", "Текст", ColumnType::kText);
  text.max_length = 101;
  EXPECT_EQ(site::wording::column_type(text, ""), "текст, до 101\u00A0знака");
  EXPECT_EQ(site::wording::column_type(column("s", "Год", ColumnType::kSchoolYear), "2026/2027"),
            "учебный год полностью, например 2026/2027");
}

TEST(ColumnWords, ConsentNamesTheColumnThatOpens) {
  FormDefinition form;
  auto head = column("head", "Руководитель", ColumnType::kText);
  head.privacy = Privacy::kConsent;
  head.public_if = "head_consent";
  head.hint = "Кто руководит. Например: Иванова Анна Петровна.";
  form.columns = {head, column("head_consent", "Согласие", ColumnType::kBoolean)};
  EXPECT_EQ(site::wording::column_privacy(form, head), "публикуется, только если «Согласие» — да");
  EXPECT_EQ(site::wording::column_hint(form, head), "Кто руководит.");
  head.public_if.clear();
  EXPECT_EQ(site::wording::column_privacy(form, head), "только с согласия человека");
}

}  // namespace
}  // namespace metodaktiv::test
