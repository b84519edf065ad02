#include "site/feeds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "base/text.h"
#include "site/ical_writer.h"
#include "site/publication_fixture.h"
#include "site/sitemap.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

using test::MemorySink;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Tags nest, attributes are quoted, '&' begins a known entity, no control characters. Empty when
/// good.
std::string xml_problem(std::string_view xml) {
  if (!xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")) return "no declaration";
  if (!base::is_valid_utf8(xml)) return "not UTF-8";
  static const std::regex tag(R"re(<(/?)([a-z]+)((?: [a-zA-Z:]+="[^"<]*")*)(/?)>)re");
  std::string text(xml.substr(xml.find('\n') + 1));
  std::vector<std::string> open;
  std::string outside;
  std::size_t last = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), tag), end; at != end; ++at) {
    outside += text.substr(last, static_cast<std::size_t>(at->position()) - last);
    last = static_cast<std::size_t>(at->position() + at->length());
    if ((*at)[1] == "/") {
      if (open.empty() || open.back() != (*at)[2]) return "wrong end of " + (*at)[2].str();
      open.pop_back();
    } else if ((*at)[4] != "/") {
      open.push_back((*at)[2]);
    }
  }
  outside += text.substr(last);
  if (!open.empty()) return "never ended: " + open.back();
  if (outside.find_first_of("<>") != std::string::npos) return "bare bracket: " + outside;
  const std::regex entity("&(?!amp;|lt;|gt;|quot;)");
  if (std::regex_search(text, entity)) return "bare &";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') return "control character";
  }
  return {};
}

class Feeds : public testing::Test {
 protected:
  Feeds() : publication_(test::empty_publication()) {
    publication_.execute(
        "INSERT INTO municipalities (code, name) VALUES ('alpha', 'Альфа'), ('beta', 'Бета, "
        "северная')");
  }
  void write() { write_feeds({publication_, profile_, site_, pages_, paths_}, sink_); }
  void add_page(const std::string& name, const std::string& title, const std::string& date) {
    content::Page page;
    page.name = name;
    page.title = title;
    page.date = date;
    page.summary = "Кратко: a < b & c";
    pages_.push_back(page);
  }

  registry::Database publication_;
  config::RegionProfile profile_ = [] {
    auto profile = test::small_profile();
    profile.time_zone = "Asia/Yekaterinburg";
    return profile;
  }();
  config::SiteConfig site_ = test::small_site();
  std::vector<content::Page> pages_;
  std::vector<std::string> paths_{"index.html", "practices/p/klub.html", "asset/index.html",
                                  "index.html"};
  MemorySink sink_;
};

TEST_F(Feeds, SitemapListsEveryPageOnce) {
  write();
  EXPECT_EQ(
      sink_.file("sitemap.xml"),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      "<url><loc>https://rma.example.ru/x/asset/index.html</loc><lastmod>2026-11-01</lastmod></"
      "url>\n"
      "<url><loc>https://rma.example.ru/x/</loc><lastmod>2026-11-01</lastmod></url>\n"
      "<url><loc>https://rma.example.ru/x/practices/p/klub.html</loc><lastmod>2026-11-01</"
      "lastmod></url>\n"
      "</urlset>\n");
  EXPECT_EQ(sink_.file("robots.txt"),
            "User-agent: *\nAllow: /\n\nSitemap: https://rma.example.ru/x/sitemap.xml\n");
}

TEST_F(Feeds, SitemapKnowsTheDaysOfTexts) {
  add_page("news/start", "Начали", "2026-09-01");
  add_page("news/plan", "План", "2026-12-01");
  add_page("help", "Помощь", "");
  pages_.back().updated = "2026-10-02";
  publication_.execute(
      "INSERT INTO practices (slug, municipality, title, kind, annotation, body, reviewed_on, "
      "year) VALUES ('klub', 'alpha', 'Клуб', 'pedagogical', 'a', 'b', '2026-10-05', 2026)");
  paths_ = {"help.html", "index.html", "news/plan.html", "news/start.html",
            "practices/p/klub.html"};
  write();
  const auto& map = sink_.file("sitemap.xml");
  EXPECT_THAT(map, HasSubstr("help.html</loc><lastmod>2026-10-02<"));
  EXPECT_THAT(map, HasSubstr("/x/</loc><lastmod>2026-11-01<"));
  EXPECT_THAT(map, HasSubstr("plan.html</loc><lastmod>2026-11-01<"));
  EXPECT_THAT(map, HasSubstr("start.html</loc><lastmod>2026-09-01<"));
  EXPECT_THAT(map, HasSubstr("klub.html</loc><lastmod>2026-10-05<"));
}

TEST(Sitemap, SplitsBeyondTheLimit) {
  MemorySink sink;
  write_sitemap("https://a.ru/", {"a", "b", "c", "d&e", "ё"}, base::Date(2026, 11, 1), sink, 2);
  EXPECT_EQ(sink.files().size(), 4U);
  EXPECT_THAT(sink.file("sitemap.xml"), HasSubstr("<sitemapindex"));
  EXPECT_THAT(sink.file("sitemap.xml"), HasSubstr("<loc>https://a.ru/sitemap-3.xml</loc>"));
  EXPECT_THAT(sink.file("sitemap-2.xml"), HasSubstr("d&amp;e"));
  EXPECT_THAT(sink.file("sitemap-3.xml"), HasSubstr("<loc>https://a.ru/%D1%91</loc>"));
  for (const auto& [path, xml] : sink.files()) EXPECT_EQ(xml_problem(xml), "") << path;
}

TEST_F(Feeds, AtomHasNewsAndTheNewestPractices) {
  add_page("news/start", "Начали <работу> & рады", "2026-09-01");
  pages_.back().updated = "2026-09-03";
  add_page("help", "Помощь", "2026-10-01");
  for (int i = 1; i <= 30; ++i) {
    publication_.execute(
        "INSERT INTO practices (slug, municipality, title, kind, annotation, body, reviewed_on, "
        "year) VALUES ('p" +
        std::to_string(i) + "', 'alpha', 'Практика \"' || char(1) || '" + std::to_string(i) +
        "\" ]]>', 'pedagogical', 'a' || char(10) || 'b', 'текст', " +
        (i == 30 ? "NULL" : "printf('2026-10-%02d', " + std::to_string(i) + ")") + ", 2020)");
  }
  write();
  const auto& feed = sink_.file("feed.xml");
  EXPECT_EQ(xml_problem(feed), "");
  EXPECT_THAT(
      feed,
      HasSubstr(
          "<id>https://rma.example.ru/x/feed.xml</id>\n<title>Актив &lt;области&gt;</title>"));
  EXPECT_THAT(feed, HasSubstr("<updated>2026-11-01T00:00:00+05:00</updated>\n<author><name>Центр "
                              "&amp; методика</name>"));
  EXPECT_THAT(feed, HasSubstr("<title>Начали &lt;работу&gt; &amp; "
                              "рады</title>\n<published>2026-09-01T00:00:00+05:00</published>\n"
                              "<updated>2026-09-03T00:00:00+05:00</updated>\n"
                              "<category term=\"news\" label=\"Новости\"/>"));
  EXPECT_THAT(feed, HasSubstr("<id>https://rma.example.ru/x/news/start.html</id>"));
  EXPECT_THAT(feed, HasSubstr("<summary>a b</summary>"));
  EXPECT_THAT(feed, Not(HasSubstr("help.html")));
  EXPECT_THAT(feed, HasSubstr("/p29.html"));
  EXPECT_THAT(feed, HasSubstr("/p10.html"));
  EXPECT_THAT(feed, Not(HasSubstr("/p9.html")));
  EXPECT_THAT(feed, Not(HasSubstr("/p30.html")));
  EXPECT_LT(feed.find("/p29.html"), feed.find("/p28.html"));
  EXPECT_LT(feed.find("/p10.html"), feed.find("news/start.html"));
  std::set<std::string> ids;
  static const std::regex id("<id>([^<]+)</id>");
  for (std::sregex_iterator at(feed.begin(), feed.end(), id), end; at != end; ++at) {
    EXPECT_TRUE(ids.insert((*at)[1]).second) << (*at)[1];
  }
  EXPECT_EQ(ids.size(), 22U);
}

TEST_F(Feeds, AnEmptyRegionStillHasValidFiles) {
  paths_.clear();
  write();
  EXPECT_EQ(xml_problem(sink_.file("feed.xml")), "");
  EXPECT_EQ(xml_problem(sink_.file("sitemap.xml")), "");
  EXPECT_THAT(sink_.file("feed.xml"), HasSubstr("<updated>2026-11-01T00:00:00+05:00</updated>"));
}

std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
    text.erase(at, 3);
  return text;
}

TEST_F(Feeds, CalendarsHoldDeadlinesAndOwnEvents) {
  publication_.execute(R"sql(INSERT INTO events VALUES
    ('e1', 'Слёт, общий; для всех\', 'webinar', '2026-11-10', '2026-11-12', NULL, 'Зал 5', 'https://a.ru/?a=1,2', 'методисты'),
    ('e2', 'Семинар Альфы', 'seminar', '2026-12-01', NULL, 'alpha', NULL, 'javascript:alert(1)', NULL),
    ('e3', 'Прошлогоднее', 'seminar', '2026-05-01', NULL, 'alpha', NULL, NULL, NULL))sql");
  write();
  EXPECT_EQ(sink_.files().count("calendar/beta.ics"), 1U);
  const auto region = unfolded(sink_.file("calendar/_region.ics"));
  const auto alpha = unfolded(sink_.file("calendar/alpha.ics"));
  EXPECT_THAT(region, StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  EXPECT_THAT(region, EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  EXPECT_THAT(unfolded(sink_.file("calendar/beta.ics")),
              HasSubstr("X-WR-CALNAME:Бета\\, северная: сроки и события\r\n"));
  EXPECT_THAT(
      region,
      HasSubstr("BEGIN:VEVENT\r\n"
                "UID:deadline-1.1.1-2026-09-25@rma.example.ru\r\n"
                "DTSTAMP:20261101T000000Z\r\n"
                "DTSTART;VALUE=DATE:20260925\r\n"
                "DTEND;VALUE=DATE:20260926\r\n"
                "SUMMARY:Проверить списки\r\n"
                "DESCRIPTION:Функция 1.1.1 стандарта: Диагностика\\; анализ\\, выводы\\nКто: "
                "служба\\nСрок: до 25 сентября\r\n"));
  EXPECT_THAT(region, HasSubstr("UID:deadline-1.1.1-2026-09-25-2@rma.example.ru\r\n"));
  EXPECT_THAT(region, HasSubstr("DTSTART;VALUE=DATE:20270115\r\n"));
  EXPECT_THAT(region,
              HasSubstr("DTSTART;VALUE=DATE:20261110\r\nDTEND;VALUE=DATE:20261113\r\n"
                        "SUMMARY:Слёт\\, общий\\; для всех\\\\\r\n"
                        "DESCRIPTION:Событие региона\\nДля кого: методисты\r\nLOCATION:Зал 5\r\n"));
  EXPECT_THAT(region, HasSubstr("URL:https://a.ru/?a=1,2\r\n"));
  EXPECT_THAT(region, Not(HasSubstr("Семинар Альфы")));
  EXPECT_THAT(alpha, HasSubstr("UID:event-e2@rma.example.ru\r\n"));
  EXPECT_THAT(alpha, HasSubstr("UID:event-e1@rma.example.ru\r\n"));
  EXPECT_THAT(alpha, Not(HasSubstr("javascript")));
  EXPECT_THAT(alpha, Not(HasSubstr("Прошлогоднее")));
  EXPECT_THAT(alpha, HasSubstr("DESCRIPTION:Событие муниципалитета: Альфа\r\n"));
  EXPECT_THAT(alpha, HasSubstr("URL:https://rma.example.ru/x/calendar/2026-12.html#e-e2\r\n"));
  EXPECT_THAT(alpha, HasSubstr("URL:https://rma.example.ru/x/standard/index.html#f-1-1-1\r\n"));
  EXPECT_THAT(unfolded(sink_.file("calendar/beta.ics")), Not(HasSubstr("Семинар Альфы")));
}

TEST_F(Feeds, CalendarsSayWhereTheyAreReadAgainAndTheirZone) {
  write();
  const auto alpha = unfolded(sink_.file("calendar/alpha.ics"));
  EXPECT_THAT(alpha, HasSubstr("REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"));
  EXPECT_THAT(alpha, HasSubstr("SOURCE;VALUE=URI:https://rma.example.ru/x/calendar/alpha.ics\r\n"
                               "URL:https://rma.example.ru/x/municipalities/alpha/calendar.html\r\n"
                               "X-WR-TIMEZONE:Asia/Yekaterinburg\r\nBEGIN:VTIMEZONE\r\n"
                               "TZID:Asia/Yekaterinburg\r\n"));
  EXPECT_THAT(alpha, HasSubstr("TZOFFSETTO:+0500\r\n"));
}

TEST_F(Feeds, MunicipalCalendarsLeaveOutTheRegionsOwnFunctions) {
  profile_.standard.directions[0].groups[0].functions[0].regional = true;
  write();
  EXPECT_THAT(sink_.file("calendar/_region.ics"), HasSubstr("UID:deadline-1.1.1-"));
  EXPECT_THAT(sink_.file("calendar/alpha.ics"), Not(HasSubstr("UID:deadline-")));
}

TEST_F(Feeds, CalendarsLookIntoTheNextSchoolYearNearTheEndOfThis) {
  publication_.execute("UPDATE about SET value = '2027-06-10' WHERE key = 'as_of'");
  write();
  const auto region = sink_.file("calendar/_region.ics");
  EXPECT_THAT(region, HasSubstr("UID:deadline-1.1.1-2026-09-25@"));
  EXPECT_THAT(region, HasSubstr("UID:deadline-1.1.1-2027-09-25@"));
  EXPECT_THAT(region, Not(HasSubstr("UID:deadline-1.1.1-2028-01-15@")));
}

TEST(Ical, FoldsAt75BytesBetweenCharacters) {
  IcalWriter writer({"Календарь", {}, {}, {}, {}}, base::Date(2026, 11, 1));
  std::string summary;
  for (int i = 0; i < 100; ++i) summary += "ж😀a";
  writer.add({"u@a", base::Date(2026, 12, 31), base::Date(2026, 12, 31), summary, {}, {}, {}, {}});
  const auto ics = writer.finish();
  EXPECT_THAT(ics, HasSubstr("DTEND;VALUE=DATE:20270101\r\n"));
  EXPECT_THAT(unfolded(ics), HasSubstr("SUMMARY:" + summary + "\r\n"));
  std::size_t longest = 0;
  for (const auto& line : base::split(ics, '\n')) {
    if (line.empty()) continue;
    ASSERT_EQ(line.back(), '\r') << line;
    const auto bytes = line.size() - 1;
    longest = std::max(longest, bytes);
    EXPECT_LE(bytes, 75U) << line;
    EXPECT_TRUE(base::is_valid_utf8(line)) << line;
  }
  EXPECT_GE(longest, 72U);
}

TEST(Ical, DataCannotAddLinesOfItsOwn) {
  IcalWriter writer({"К\r\nX:1", {}, "X\r\nX:5", {}, {}}, base::Date(2026, 11, 1));
  writer.add({"u\r\nX:2", base::Date(2026, 12, 1), base::Date(2026, 12, 1), "a\r\nEND:VEVENT",
              "первая\nвторая", "л\rX:3", "c\x01", "https://a.ru/\r\nX:4"});
  const auto ics = unfolded(writer.finish());
  EXPECT_THAT(ics, Not(testing::ContainsRegex("\nX:")));
  EXPECT_THAT(ics, HasSubstr("SUMMARY:a\\nEND:VEVENT\r\n"));
  EXPECT_THAT(ics, HasSubstr("DESCRIPTION:первая\\nвторая\r\n"));
  EXPECT_THAT(ics, HasSubstr("CATEGORIES:c\r\n"));
}

TEST(XmlText, EscapesAndDropsWhatXmlForbids) {
  EXPECT_EQ(xml_text("<a b=\"c\"> & \x01\x0B\r\n\t"), "&lt;a b=&quot;c&quot;&gt; &amp; \n\t");
  EXPECT_EQ(xml_text("a\xFF"
                     "b\xEF\xBF\xBF"
                     "c\xD0"),
            "a\xEF\xBF\xBD"
            "bc\xEF\xBF\xBD");
  EXPECT_EQ(single_line(" a\r\n b\tc\x01 "), "a b c");
}

}  // namespace
}  // namespace metodaktiv::site
