#include "config/form_definition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace metodaktiv::config {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kSubjects = R"(
table = "subjects"
title = "Предметы"
privacy = "P"
order = 1
key = ["code"]
[[columns]]
key = "code"
title = "Код"
type = "code"
required = true
)";

class Forms : public ::testing::Test {
 protected:
  Forms()
      : folder_(fs::temp_directory_path() /
                ("metodaktiv-forms-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Forms() override { fs::remove_all(folder_); }

  void file(const std::string& name, std::string_view text) {
    std::ofstream(folder_ / name) << text;
  }
  std::string failure() {
    try {
      load_form_definitions(folder_);
    } catch (const base::Failure& failure) {
      return failure.what();
    }
    return "no failure";
  }
  /// What is wrong with the subjects table when these lines come after its first column.
  std::string failure_with(const std::string& more) {
    file("subjects.toml", std::string(kSubjects) + more);
    return failure();
  }

  fs::path folder_;
};

TEST_F(Forms, TheProjectsOwnAreRead) {
  const auto forms = load_form_definitions(fs::path(METODAKTIV_PROJECT_DIR) / "data" / "forms");
  ASSERT_EQ(forms.size(), 25U);
  EXPECT_EQ(forms.front().table, "territories");
  for (std::size_t i = 1; i < forms.size(); ++i) EXPECT_LT(forms[i - 1].order, forms[i].order);

  const auto find = [&](std::string_view table) {
    return *std::find_if(forms.begin(), forms.end(),
                         [&](const auto& form) { return form.table == table; });
  };
  const auto practices = find("practices");
  EXPECT_THAT(practices.one_of, ElementsAre(ElementsAre("body", "body_file")));
  EXPECT_TRUE(practices.column("body_file")->import_only);
  EXPECT_EQ(practices.column("authors")->privacy, Privacy::kConsent);
  EXPECT_EQ(practices.column("title")->privacy, Privacy::kPublic);
  EXPECT_EQ(practices.column("year")->min, 2000);
  const auto methodists = find("methodists");
  EXPECT_THAT(methodists.person, ElementsAre("last_name", "first_name", "patronymic"));
  EXPECT_EQ(methodists.column("roles")->profile_values, "roles");
  EXPECT_EQ(methodists.column("about")->max_length, 3000U);
  const auto teachers = find("teachers");
  EXPECT_EQ(teachers.column("last_name")->privacy, Privacy::kPersonal);
  EXPECT_EQ(teachers.column("subject")->references, "subjects");
  EXPECT_EQ(teachers.column("category")->values.at(1).key, "first");
  EXPECT_TRUE(find("assessments").in_key("kind"));
  EXPECT_FALSE(find("assessments").in_key("level"));
}

TEST_F(Forms, ColumnsAreFoundByKeyOrTitle) {
  file("subjects.toml", kSubjects);
  const auto form = load_form_definitions(folder_).front();
  EXPECT_EQ(form.column("code"), form.column(" КОД "));
  EXPECT_NE(form.column("Code"), nullptr);
  EXPECT_EQ(form.column("name"), nullptr);
}

TEST_F(Forms, AllMistakesOfAllFilesAreListedWithTheirLines) {
  file("a.toml",
       "table = \"Bad Name\"\ntitle = \"А\"\nprivacy = \"Q\"\norder = 1\nkey = [\"code\"]\nspare = "
       "1\n");
  file("b.toml", "table = \n");
  const auto text =
      failure_with("[[columns]]\nkey = \"kind\"\ntitle = \"Вид\"\ntype = \"enum\"\nlenght = 5\n");
  EXPECT_THAT(text, HasSubstr("a.toml, строка 1: «Bad Name»"));
  EXPECT_THAT(text, HasSubstr("a.toml, строка 3"));
  EXPECT_THAT(text, HasSubstr("Неизвестный ключ «spare»"));
  EXPECT_THAT(text, HasSubstr("b.toml, строка 1"));
  EXPECT_THAT(text, HasSubstr("subjects.toml, строка 15: У столбца «kind» нет списка значений"));
  EXPECT_THAT(text, HasSubstr("Неизвестный ключ «lenght»"));
}

TEST_F(Forms, ColumnsMustFitTogether) {
  const std::string head = "[[columns]]\nkey = \"x\"\ntitle = \"Икс\"\n";
  EXPECT_THAT(failure_with("[[columns]]\nkey = \"x\"\ntitle = \"КОД\"\ntype = \"text\"\n"),
              HasSubstr("называет два"));
  EXPECT_THAT(failure_with(head + "type = \"reference\"\n"), HasSubstr("references"));
  EXPECT_THAT(failure_with(head + "type = \"reference\"\nreferences = \"nowhere\"\n"),
              HasSubstr("«nowhere»"));
  EXPECT_THAT(failure_with(head + "type = \"text\"\nreferences = \"subjects\"\n"),
              HasSubstr("references"));
  EXPECT_THAT(failure_with(head + "type = \"text\"\npattern = \"([\"\n"), HasSubstr("Образец"));
  EXPECT_THAT(failure_with(head + "type = \"integer\"\nmin = 5\nmax = 1\n"),
              HasSubstr("min больше max"));
  EXPECT_THAT(failure_with(head + "type = \"text\"\npublic_if = \"code\"\n"),
              HasSubstr("public_if"));
  EXPECT_THAT(failure_with(head + "type = \"file\"\nimport_only = true\n"),
              HasSubstr("import_only"));
  EXPECT_THAT(failure_with(head + "type = \"enum\"\nvalues = [{key = \"a\", title = \"Б\"}, {key = "
                                  "\"б\", title = \"В\"}]\n"),
              HasSubstr("и у другого значения"));
  EXPECT_EQ(failure_with(head + "type = \"reference\"\nreferences = \"subjects\"\n"), "no failure");
}

TEST_F(Forms, TablesMustFitTogether) {
  file("subjects.toml", kSubjects);
  std::string twin(kSubjects);
  twin.replace(twin.find("\"subjects\""), 10, "\"twin\"");
  file("twin.toml", twin);
  EXPECT_THAT(failure(), HasSubstr("называет две таблицы"));
  file("twin.toml",
       "table = \"twin\"\ntitle = \"Т\"\nprivacy = \"P\"\norder = 2\nkey = [\"absent\"]\n"
       "one_of = [[\"a\"]]\n");
  EXPECT_THAT(failure(), HasSubstr("нет столбца «absent»"));
  EXPECT_THAT(failure(), HasSubstr("one_of"));
}

TEST_F(Forms, AnEmptyFolderIsAFailure) { EXPECT_THAT(failure(), HasSubstr("нет описаний форм")); }

}  // namespace
}  // namespace metodaktiv::config
