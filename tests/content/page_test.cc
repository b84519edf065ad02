#include "content/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::content {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

class Pages : public testing::Test {
 protected:
  Pages()
      : folder_(fs::temp_directory_path() /
                ("metodaktiv-pages-" + std::to_string(::getpid()) + "-" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
  }
  ~Pages() override { fs::remove_all(folder_); }

  void put(const std::string& path, const std::string& text) {
    base::create_folders((folder_ / path).parent_path());
    base::write_file(folder_ / path, text);
  }
  [[nodiscard]] std::string failure(const std::string& folder = "content") const {
    try {
      load_pages({folder_ / folder});
    } catch (const base::Failure& error) {
      return error.what();
    }
    return "нет ошибки";
  }

  fs::path folder_;
};

TEST_F(Pages, ReadsHeadAndText) {
  put("content/help.md",
      "+++\ntitle = \"Помощь\"\ndescription = \"О чём\"\ndate = \"2026-09-01\"\nsummary = "
      "\"Кратко\"\n"
      "order = 7\nmenu = \"Справка\"\n+++\n## Раз\n");
  const auto pages = load_pages({folder_ / "content"});
  ASSERT_EQ(pages.size(), 1U);
  const auto& page = pages.front();
  EXPECT_EQ(page.name, "help");
  EXPECT_EQ(page.title, "Помощь");
  EXPECT_EQ(page.description, "О чём");
  EXPECT_EQ(page.date, "2026-09-01");
  EXPECT_EQ(page.summary, "Кратко");
  EXPECT_EQ(page.order, 7);
  EXPECT_EQ(page.menu, "Справка");
  EXPECT_EQ(page.html, "<h2 id=\"raz\">Раз</h2>\n");
  EXPECT_EQ(page.markdown, "## Раз\n");
}

TEST_F(Pages, BomCrlfPlainDateAndMenuSwitchAreFine) {
  put("content/a.md",
      "\xEF\xBB\xBF+++\r\ntitle = \"А\"\r\ndate = 2026-09-01\r\nupdated = 2026-10-05\r\nmenu = "
      "true\r\n+++\r\nтекст\r\n");
  const auto pages = load_pages({folder_ / "content"});
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].date, "2026-09-01");
  EXPECT_EQ(pages[0].updated, "2026-10-05");
  EXPECT_EQ(pages[0].menu, "А");
  EXPECT_EQ(pages[0].html, "<p>текст</p>\n");
}

TEST_F(Pages, LaterFoldersReplaceByNameAndMissingOnesAreEmpty) {
  put("content/help.md", "+++\ntitle = \"Общая\"\n+++\n");
  put("content/news/b.md", "+++\ntitle = \"Новость\"\n+++\n");
  put("region/help.md", "+++\ntitle = \"Региональная\"\n+++\n");
  put("region/asset.md", "+++\ntitle = \"Актив\"\n+++\n");
  put("region/.draft.md", "без шапки");
  put("region/notes.txt", "без шапки");
  EXPECT_THAT(load_pages({folder_ / "content", folder_ / "region", folder_ / "none"}),
              ElementsAre(AllOf(Field(&Page::name, "asset"), Field(&Page::title, "Актив")),
                          AllOf(Field(&Page::name, "help"), Field(&Page::title, "Региональная"),
                                Field(&Page::menu, "")),
                          AllOf(Field(&Page::name, "news/b"), Field(&Page::title, "Новость"))));
}

TEST_F(Pages, ReportsEveryFileAtOnceWithLines) {
  put("content/broken.md", "+++\ntitle = \"А\"\norder = = 3\n+++\n");
  put("content/date.md", "+++\ntitle = \"А\"\n\ndate = \"1 сентября\"\n+++\n");
  put("content/head.md", "# Без шапки\n");
  put("content/open.md", "+++\ntitle = \"А\"\nтекст без второй черты\n");
  put("content/title.md", "+++\norder = 1\n+++\n");
  put("content/typo.md", "+++\ntitle = \"А\"\ntitel = \"Б\"\n+++\n");
  put("content/utf8.md", "+++\ntitle = \"А\"\n+++\nтекст\n\xCF\xF0\xE8\n");
  put("content/deep.md", "+++\ntitle = \"А\"\n+++\n" + std::string(100, '>') + "\n");
  put("content/Имя файла.md", "+++\ntitle = \"А\"\n+++\n");
  const auto message = failure();
  EXPECT_THAT(message, HasSubstr("broken.md, строка 3"));
  EXPECT_THAT(message, HasSubstr("date.md, строка 4"));
  EXPECT_THAT(message, HasSubstr("head.md, строка 1"));
  EXPECT_THAT(message, HasSubstr("open.md, строка 1"));
  EXPECT_THAT(message, AllOf(HasSubstr("title.md"), HasSubstr("Не указано «title»")));
  EXPECT_THAT(message,
              AllOf(HasSubstr("typo.md, строка 3"), HasSubstr("Неизвестный ключ «titel»")));
  EXPECT_THAT(message, AllOf(HasSubstr("utf8.md, строка 5"), HasSubstr("UTF-8")));
  EXPECT_THAT(message, AllOf(HasSubstr("deep.md"), HasSubstr("вложенность")));
  EXPECT_THAT(message, HasSubstr("Имя файла.md"));
}

TEST_F(Pages, TheProjectsOwnPagesAreGood) {
  const fs::path project = METODAKTIV_PROJECT_DIR;
  std::vector<fs::path> folders{project / "content"};
  for (const auto& region : fs::directory_iterator(project / "data" / "regions")) {
    folders.push_back(region.path() / "content");
  }
  const auto pages = load_pages(folders);
  EXPECT_GT(pages.size(), 5U);
  for (const auto& page : pages) {
    EXPECT_THAT(page.html, Not(HasSubstr("<h1"))) << page.name;
    EXPECT_FALSE(page.html.empty()) << page.name;
  }
}

}  // namespace
}  // namespace metodaktiv::content
