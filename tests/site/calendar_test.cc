#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "site/calendar_month.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using base::Date;
using test::SiteBuilder;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// As of 10 October 2026; the region's week in November, a seminar of Альфа in December, deadlines
/// of function 1.1.1 on 15 September and 1 December.
const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("site-calendar").build(2);
  return files;
}

std::string page(const std::string& path) {
  const auto found = built().find(path);
  return found == built().end() ? "нет страницы " + path : found->second;
}

std::string cell(const std::string& html, const std::string& anchor) {
  const auto link = html.find("href=\"#" + anchor + "\"");
  if (link == std::string::npos) return {};
  const auto start = html.rfind("<td", link);
  return html.substr(start, html.find("</td>", link) - start);
}

TEST(CalendarMonth, KnowsItsDaysAndNeighbours) {
  const CalendarMonth february{2028, 2};
  EXPECT_EQ(february.last_day(), Date(2028, 2, 29));
  EXPECT_EQ((CalendarMonth{2026, 12}.next()), (CalendarMonth{2027, 1}));
  EXPECT_EQ((CalendarMonth{2027, 1}.previous()), (CalendarMonth{2026, 12}));
  EXPECT_EQ((CalendarMonth{2026, 11}.plus(14)), (CalendarMonth{2028, 1}));
  EXPECT_EQ(february.title(), "Февраль 2028");
}

TEST(CalendarMonth, WeeksBeginOnMonday) {
  EXPECT_EQ(weekday(Date(2026, 11, 9)), 0);
  EXPECT_EQ(weekday(Date(2026, 11, 15)), 6);
  EXPECT_EQ(weekday(Date(1970, 1, 1)), 3);
  EXPECT_EQ(weekday(Date(1969, 12, 28)), 6);
}

TEST(CalendarMonth, PlanLooksAheadWhenTheYearEnds) {
  EXPECT_EQ(plan_span(Date(2026, 11, 1)).from, Date(2026, 9, 1));
  EXPECT_EQ(plan_span(Date(2026, 11, 1)).until, Date(2027, 8, 31));
  EXPECT_EQ(plan_span(Date(2027, 8, 31)).from, Date(2026, 9, 1));
  EXPECT_EQ(plan_span(Date(2027, 8, 31)).until, Date(2027, 12, 31));
}

TEST(Calendar, MonthsFromTheFirstToTheLastEntryHaveAPage) {
  for (const auto* month : {"2026-09", "2026-10", "2026-11", "2026-12"}) {
    EXPECT_TRUE(built().contains(std::string("calendar/") + month + ".html")) << month;
  }
  EXPECT_FALSE(built().contains("calendar/2026-08.html"));
  EXPECT_FALSE(built().contains("calendar/2027-01.html"));
  EXPECT_THAT(page("calendar/2026-10.html"), HasSubstr("не назначено ни сроков, ни событий"));
}

TEST(Calendar, MonthsLeadToTheirNeighbours) {
  const auto november = page("calendar/2026-11.html");
  EXPECT_THAT(november, HasSubstr("href=\"../calendar/2026-10.html\" rel=\"prev\""));
  EXPECT_THAT(november, HasSubstr("href=\"../calendar/2026-12.html\" rel=\"next\""));
  EXPECT_THAT(page("calendar/2026-09.html"), Not(HasSubstr("rel=\"prev\"")));
  EXPECT_THAT(page("calendar/2026-12.html"), Not(HasSubstr("rel=\"next\"")));
}

TEST(Calendar, GridIsATableOfWeeks) {
  const auto november = page("calendar/2026-11.html");
  EXPECT_THAT(november, AllOf(HasSubstr("<caption>Ноябрь 2026</caption>"),
                              HasSubstr("<th scope=\"col\"><abbr title=\"понедельник\">")));
  const auto start = november.find("<tbody>");
  const auto body = november.substr(start, november.find("</tbody>", start) - start);
  std::size_t rows = 0, cells = 0;
  for (auto at = body.find("<tr>"); at != std::string::npos; at = body.find("<tr>", at + 1)) ++rows;
  for (auto at = body.find("<td"); at != std::string::npos; at = body.find("<td", at + 1)) ++cells;
  EXPECT_EQ(rows, 6U);  // 1 November 2026 is a Sunday
  EXPECT_EQ(cells, 42U);
}

TEST(Calendar, BusyDaysLeadToTheirEntries) {
  const auto november = page("calendar/2026-11.html");
  EXPECT_THAT(cell(november, "d-2026-11-09"),
              AllOf(HasSubstr("Методическая неделя"), HasSubstr(" ноября: 1\u00A0событие")));
  const auto ids = test::attributes(november, "id");
  EXPECT_THAT(ids, AllOf(Contains("d-2026-11-09"), Contains("e-e1")));
  std::size_t days_of_week = 0;
  for (auto at = november.find("href=\"#d-2026-11-09\""); at != std::string::npos;
       at = november.find("href=\"#d-2026-11-09\"", at + 1)) {
    ++days_of_week;
  }
  EXPECT_EQ(days_of_week, 5U);  // 9–13 November
}

TEST(Calendar, ListSaysTheFunctionAndWhoseAnEventIs) {
  const auto december = page("calendar/2026-12.html");
  EXPECT_THAT(december, HasSubstr("href=\"../standard/index.html#f-1-1-1\""));
  EXPECT_THAT(december, HasSubstr("href=\"../municipalities/alpha/calendar.html\">Альфа</a>"));
  EXPECT_THAT(page("calendar/2026-11.html"), HasSubstr("регион · методическая неделя"));
}

TEST(Calendar, YearLeadsToMonthsAndTellsHowToSubscribe) {
  const auto year = page("standard/calendar.html");
  EXPECT_THAT(year, HasSubstr("href=\"../calendar/2026-11.html\">Ноябрь 2026</a>"));
  EXPECT_THAT(year, HasSubstr("https://demo.example.ru/calendar/_region.ics</code>"));
  EXPECT_THAT(year, HasSubstr("href=\"webcal://demo.example.ru/calendar/_region.ics\""));
}

TEST(Calendar, MunicipalityShowsTheNearestMonthWithEntries) {
  const auto alpha = page("municipalities/alpha/calendar.html");
  EXPECT_THAT(alpha, HasSubstr("<caption>Ноябрь 2026</caption>"));
  EXPECT_THAT(cell(alpha, "d-2026-11-09"), HasSubstr("Методическая неделя"));
  EXPECT_THAT(test::attributes(alpha, "id"), Contains("d-2026-11-09"));
  EXPECT_THAT(alpha, HasSubstr("webcal://demo.example.ru/calendar/alpha.ics"));
}

TEST(Calendar, EventsComeFirstThoseAhead) {
  const auto events = page("events/index.html");
  EXPECT_THAT(events, AllOf(HasSubstr("id=\"e-e1\""), HasSubstr("id=\"e-e2\"")));
  EXPECT_LT(events.find("Методическая неделя"), events.find("Семинар Альфы"));
  EXPECT_THAT(events, Not(HasSubstr("Прошли в этом учебном году")));
  const auto later = SiteBuilder("site-events-past",
                                 "INSERT INTO events (code, title, kind, starts_on) VALUES "
                                 "('p1', 'Сентябрьский вебинар', 'webinar', '2026-09-20'),"
                                 "('p2', 'Прошлогодний вебинар', 'webinar', '2026-05-20');")
                         .build()
                         .at("events/index.html");
  EXPECT_LT(later.find("Семинар Альфы"), later.find("Прошли в этом учебном году"));
  EXPECT_LT(later.find("Прошли в этом учебном году"), later.find("Сентябрьский вебинар"));
  EXPECT_THAT(later, Not(HasSubstr("Прошлогодний")));
}

TEST(Calendar, ManyEventsOfMunicipalitiesStayOnTheMonthPages) {
  const auto files =
      SiteBuilder(
          "site-events-many",
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 160) "
          "INSERT INTO events (code, title, kind, starts_on, municipality) SELECT 'm' || i, "
          "'Встреча ' || i, 'seminar', '2027-03-10', 'beta' FROM n;")
          .build();
  const auto& events = files.at("events/index.html");
  EXPECT_THAT(events, Not(HasSubstr("Встреча 1")));
  EXPECT_THAT(events, HasSubstr("href=\"../calendar/2027-03.html\">160\u00A0событий"));
  EXPECT_THAT(files.at("calendar/2027-03.html"), HasSubstr("Встреча 160"));
  EXPECT_THAT(cell(files.at("calendar/2027-03.html"), "d-2027-03-10"),
              HasSubstr("160 в муниципалитетах"));
}

TEST(Calendar, ARegionWithoutEventsSaysWhoFillsThemIn) {
  SiteBuilder builder("site-no-events", "DELETE FROM events;");
  builder.profile().standard.directions.clear();
  const auto files = builder.build();
  EXPECT_THAT(files.at("events/index.html"), HasSubstr("Событий пока нет"));
  EXPECT_THAT(files.at("standard/calendar.html"), HasSubstr("пока нет"));
  EXPECT_TRUE(files.contains("calendar/2026-10.html"));
}

TEST(Calendar, FunctionsLeadToTheMonthsOfTheirDays) {
  const auto standard = page("standard/index.html");
  EXPECT_THAT(standard, HasSubstr("href=\"../calendar/2026-09.html#d-2026-09-15\""));
  EXPECT_THAT(standard, HasSubstr("href=\"../calendar/2026-12.html#d-2026-12-01\""));
}

TEST(Calendar, NewsNameTheirNeighboursAndTheDayOfTheirChange) {
  SiteBuilder builder("site-news");
  auto second = builder.pages().back();
  second.name = "news/2026-10-01-next";
  second.title = "Вторая новость";
  second.date = "2026-10-01";
  second.updated = "2026-10-05";
  builder.pages().push_back(second);
  const auto files = builder.build();
  EXPECT_THAT(files.at("news/2026-09-01-start.html"),
              AllOf(HasSubstr("Следующая новость"), HasSubstr("Вторая новость"),
                    Not(HasSubstr("Обновлено"))));
  EXPECT_THAT(files.at("news/2026-10-01-next.html"),
              AllOf(HasSubstr("Предыдущая новость"), HasSubstr("<time datetime=\"2026-10-05\">")));
}

}  // namespace
}  // namespace metodaktiv::site
