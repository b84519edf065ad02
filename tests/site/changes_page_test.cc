#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site_fixture.h"

namespace metodaktiv::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Two releases; some lines of the older one name what the publication of today does not have.
constexpr const char* kHistory = R"sql(
INSERT INTO releases VALUES ('2026-10-01', '2026-09-01'), ('2026-10-10', '2026-10-01');
INSERT INTO release_changes (release, kind, methodist) VALUES
  ('2026-10-10', 'entered', 'open'), ('2026-10-01', 'entered', 'vanished');
INSERT INTO release_changes (release, kind, municipality, subject, count) VALUES
  ('2026-10-10', 'left', 'beta', 'maths', 2), ('2026-10-01', 'entered_unnamed', 'alpha', 'maths', 1);
INSERT INTO release_changes (release, kind, organization, subject, methodist, former_methodist) VALUES
  ('2026-10-10', 'reassigned', 'alpha-1', 'maths', 'open', 'mail'), ('2026-10-10', 'unassigned', 'beta-1', NULL, NULL, NULL);
INSERT INTO release_changes (release, kind, practice) VALUES ('2026-10-10', 'practice', 'club');
INSERT INTO release_changes (release, kind, indicator, scope, place, school_year, before, after) VALUES
  ('2026-10-10', 'figure', 'share', 'region', 'demo', '2026/2027', '70.0', '75.0'),
  ('2026-10-10', 'figure', 'share', 'municipality', 'beta', '2026/2027', '61.7', '62.8'),
  ('2026-10-10', 'figure', 'site', 'municipality', 'alpha', '2026/2027', NULL, '1.0');
)sql";

class ChangesPageTest : public testing::Test {
 protected:
  ChangesPageTest() : builder_("changes-page") {}

  std::string page_with(const std::string& sql) {
    registry::Database db(builder_.folder() / "publication.db",
                          registry::Database::Mode::kReadWrite);
    db.execute(sql);
    files_ = builder_.build();
    return files_.at("changes.html");
  }

  SiteBuilder builder_;
  std::map<std::string, std::string> files_;
};

TEST_F(ChangesPageTest, TheFirstPublicationSaysSo) {
  EXPECT_THAT(page_with("SELECT 1"), HasSubstr("это первая публикация данных"));
  EXPECT_THAT(files_.at("index.html"),
              AllOf(HasSubstr("href=\"changes.html\""), Not(HasSubstr("release-note"))));
  EXPECT_THAT(builder_.page_paths, testing::Contains("changes.html"));
}

TEST_F(ChangesPageTest, NewestFirstWithLinks) {
  const auto page = page_with(kHistory);
  EXPECT_LT(page.find("id=\"day-2026-10-10\""), page.find("id=\"day-2026-10-01\""));
  EXPECT_THAT(page, HasSubstr("<a href=\"asset/methodist-open.html\">Открытая Ольга Олеговна</a>"));
  EXPECT_THAT(page, HasSubstr("2\u00A0методиста"));
  EXPECT_THAT(page, HasSubstr("Ёлкина Мария → Открытая Ольга Олеговна"));
  EXPECT_THAT(page, HasSubstr("закрепление снято"));
  EXPECT_THAT(page, HasSubstr("<a href=\"practices/p/club.html\">Клуб &lt;script&gt;"));
  EXPECT_THAT(page, HasSubstr("70\u00A0% → 75\u00A0%"));
  EXPECT_THAT(page, HasSubstr("▲ 5\u00A0п.\u00A0п., лучше"));
  EXPECT_THAT(page, HasSubstr("нет данных → есть"));
  EXPECT_THAT(files_.at("index.html"), HasSubstr("Что изменилось на 10\u00A0октября"));
}

TEST_F(ChangesPageTest, SaysNothingThatThePublicationHides) {
  const auto page = page_with(kHistory);
  EXPECT_THAT(page, Not(HasSubstr("62,8"))) << "the share of Бета is suppressed";
  EXPECT_THAT(page, Not(HasSubstr("vanished")));
}

}  // namespace
}  // namespace metodaktiv::test
