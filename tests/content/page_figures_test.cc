#include "content/page_figures.h"

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
using testing::HasSubstr;
using testing::Not;

class PageFigures : public testing::Test {
 protected:
  PageFigures()
      : folder_(fs::temp_directory_path() / ("metodaktiv-figures-" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    config::IndicatorDefinition indicator;
    indicator.id = "iom";
    profile_.indicators = {indicator};
    config::DistributionDefinition open, closed;
    open.id = "open";
    closed.id = "closed";
    closed.is_public = false;
    profile_.distributions = {open, closed};
  }
  ~PageFigures() override { fs::remove_all(folder_); }

  std::vector<Page> pages(const std::string& head) const {
    base::write_file(folder_ / "page.md", "+++\ntitle = \"Т\"\n" + head + "+++\nтекст\n");
    return load_pages({folder_});
  }
  [[nodiscard]] std::string failure(const std::string& head) const {
    try {
      check_figures(pages(head), profile_);
    } catch (const base::Failure& error) {
      return error.what();
    }
    return "нет ошибки";
  }

  fs::path folder_;
  config::RegionProfile profile_;
};

TEST_F(PageFigures, AreReadWithTheirLines) {
  const auto all = pages("indicators = [\n  \"a\",\n  \"b\",\n]\ndistributions = [\"c\"]\n");
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].indicators.size(), 2U);
  EXPECT_EQ(all[0].indicators[0].id, "a");
  EXPECT_EQ(all[0].indicators[0].line, 4);
  EXPECT_EQ(all[0].indicators[1].line, 5);
  ASSERT_EQ(all[0].distributions.size(), 1U);
  EXPECT_EQ(all[0].distributions[0].line, 7);
}

TEST_F(PageFigures, KnownOnesPass) {
  EXPECT_EQ(failure("indicators = [\"iom\"]\ndistributions = [\"open\"]\n"), "нет ошибки");
  EXPECT_EQ(failure(""), "нет ошибки");
}

TEST_F(PageFigures, UnknownAndClosedOnesAreListedWithFileAndLine) {
  const auto text =
      failure("indicators = [\"iom\",\n\"ion\"]\ndistributions = [\"closed\", \"no\"]\n");
  EXPECT_THAT(
      text, AllOf(HasSubstr("page.md, строка 4: Показателя «ion»"), HasSubstr("Есть: iom."),
                  HasSubstr("строка 5: Распределение «closed» не публикуется"),
                  HasSubstr("Распределения «no» в профиле региона нет"), HasSubstr("Есть: open.")));
  EXPECT_THAT(text, Not(HasSubstr("«iom» в профиле")));
}

}  // namespace
}  // namespace metodaktiv::content
