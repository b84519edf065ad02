#include "reports/iom_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "registry/registry.h"
#include "reports/attention.h"
#include "reports/iom_progress_sheet.h"
#include "reports/iom_register.h"
#include "reports/route_sheet.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

/// Active routes of the current year, oldest first: routes without a date come last.
std::vector<const Route*> routes_to_print(const std::vector<Route>& all, const std::string& year) {
  std::vector<const Route*> result;
  for (const auto& route : all) {
    if (route.active() && route.school_year == year) result.push_back(&route);
  }
  std::stable_sort(result.begin(), result.end(), [](const Route* a, const Route* b) {
    if (!a->created_on || !b->created_on)
      return a->created_on.has_value() && !b->created_on.has_value();
    return *a->created_on < *b->created_on;
  });
  return result;
}

std::string routes_words(long long n) {
  return base::counted(n, "маршрут", "маршрута", "маршрутов");
}

std::string note_of(const ReportContext& context, std::size_t routes, std::size_t active) {
  if (routes == 0) return "Маршрутов в реестре нет.";
  std::string note =
      fmt::format("В реестре {}, из них действующих в {} учебном году — {}.",
                  routes_words(static_cast<long long>(routes)), context.year(), active);
  if (active > kMostRouteSheets) {
    note += fmt::format(
        " Заполненные формы — на отдельных листах: {} из {}, составленные раньше других.",
        kMostRouteSheets, active);
  } else if (active > 0) {
    note += " Их заполненные формы — на отдельных листах.";
  }
  return note;
}

std::vector<CoverTile> tiles_of(const ReportContext& context, const RouteRegister& list) {
  const auto& year = context.year();
  const auto of_year = [&](const std::function<bool(const Route&)>& which) {
    return static_cast<double>(
        list.count([&](const Route& route) { return route.school_year == year && which(route); }));
  };
  const auto developed = [](const Route& route) { return route.developed(); };
  const auto completed = [](const Route& route) { return route.status == "completed"; };
  const auto open = [](const Route& route) {
    return route.developed() && route.status != "completed";
  };
  std::vector<CoverTile> tiles = {
      {.caption = "составлено", .value = of_year(developed), .note = year + " учебный год"},
      {.caption = "завершено", .value = of_year(completed), .note = "из составленных в этом году"},
      {.caption = "в работе", .value = of_year(open), .note = "из составленных в этом году"},
      {.caption = "просрочено",
       .value =
           static_cast<double>(list.count([](const Route& route) { return route.days_late > 0; })),
       .note = "маршрутов всех лет"},
      {.caption = "мероприятий просрочено", .value = 0.0, .note = "в действующих маршрутах"}};
  for (const auto& route : list.routes())
    tiles[4].value = *tiles[4].value + static_cast<double>(route.active() ? route.overdue : 0);
  if (list.routes().empty()) return tiles;
  const auto current = list.with_year(year);
  tiles[0].formula = "=" + counting(current + list.developed());
  tiles[1].formula = "=" + counting(current + list.with_status("completed"));
  tiles[2].formula =
      "=" + counting(current + list.developed() + list.with_status("completed", "<>"));
  tiles[3].formula = fmt::format("=COUNTIF({},\">0\")", list.cells(kDaysLate));
  tiles[4].formula = fmt::format("=SUM({})", list.cells(kOverdue));
  return tiles;
}

std::vector<AttentionLine> attention_of(const ReportContext& context, const RouteRegister& list) {
  const auto& year = context.year();
  std::vector<AttentionLine> lines;
  const auto line = [&](bool broken, long long count, const std::string& text) {
    if (count > 0) lines.push_back({broken, text});
  };
  const auto late = [](const Route& route) { return route.days_late > 0; };
  const auto now = list.count([&](const Route& r) { return late(r) && r.school_year == year; });
  const auto earlier = list.count(late) - now;
  line(true, now,
       fmt::format("Просрочено в этом учебном году: {}. Завершите, продлите или отмените их.",
                   routes_words(now)));
  line(true, earlier,
       fmt::format("Не закрыто маршрутов прошлых лет: {}. Поправьте их состояние и дату "
                   "завершения.",
                   base::grouped(earlier)));
  const auto extended = list.count(
      [](const Route& r) { return r.status == "extended" && !r.planned_end.has_value(); });
  line(false, extended,
       fmt::format("Продлено без нового срока: {}. Внесите мероприятия со сроками.",
                   routes_words(extended)));
  const auto alone = list.count([&](const Route& r) {
    return r.school_year == year && r.developed() && r.methodist_name.empty();
  });
  line(false, alone,
       fmt::format("Без методиста в этом учебном году: {}. В показатели такие маршруты не входят.",
                   routes_words(alone)));
  const auto undated = list.count(
      [](const Route& r) { return r.status == "completed" && !r.completed_on.has_value(); });
  line(false, undated, fmt::format("Завершено без даты завершения: {}.", routes_words(undated)));
  return lines;
}

void fill_cover(CoverSheet& cover, const ReportContext& context, const RouteRegister& list,
                std::size_t active, const std::vector<CoverEntry>& entries) {
  cover.heading(fmt::format("Маршруты педагогов ({})", context.input.profile.terms.route_short),
                false);
  cover.tiles(tiles_of(context, list));
  if (!list.routes().empty())
    write_attention(cover, attention_of(context, list),
                    "Просроченных маршрутов и пробелов в датах нет.");
  cover.contents(entries);
  cover.section("Пояснения");
  cover.paragraph(note_of(context, list.routes().size(), active));
  cover.paragraph(
      "Маршрут просрочен, когда его плановое окончание прошло, а он не завершён. Плановое "
      "окончание "
      "— последний срок его мероприятий; если сроков нет — конец учебного года. Продлённый маршрут "
      "без новых сроков просроченным не считается.");
  cover.finish("Маршруты педагогов");
}

}  // namespace

void write_iom_workbook(const ReportContext& context, const Place& place,
                        const std::filesystem::path& file) {
  auto registry = registry::open_registry(context.input.registry_file);
  RouteReader reader(registry, context.input.as_of);
  const auto routes = reader.routes(place.code);
  auto printed = routes_to_print(routes, context.year());
  const std::size_t active = printed.size();
  if (printed.size() > kMostRouteSheets) printed.resize(kMostRouteSheets);

  workbook::Workbook book(
      file, context.properties(fmt::format("{}: {}", context.route_form.title, place.name)));
  const Sheet front = book.add_sheet("Сводка");
  CoverSheet cover(book, front, context, place);
  std::vector<CoverEntry> entries;
  std::optional<Sheet> progress;
  if (!routes.empty()) {
    progress = book.add_sheet("Ход работы");
    entries.push_back({*progress,
                       "Сколько составлено и завершено по месяцам, в каком состоянии и "
                       "на каком этапе маршруты"});
  }
  RouteRegister list(book.add_sheet("Реестр"), context, routes);
  entries.push_back({list.sheet(), "Все маршруты списком: сначала просроченные"});
  const FormStyles form_styles(book);
  const auto words = context.words(place);
  std::map<const Route*, Sheet> sheets;
  int number = 0;
  for (const auto* route : printed) {
    Sheet sheet = book.add_sheet(fmt::format("{:03} {}", ++number, route->teacher_short_name));
    fill_route_sheet(sheet, form_styles, context, list.sheet(), words.with_kind, *route,
                     reader.assessment(*route), reader.activities(*route));
    if (number == 1)
      entries.push_back({sheet,
                         "Отсюда — заполненные формы маршрутов, каждая на своём листе, "
                         "готовые к печати и подписи"});
    sheets.emplace(route, sheet);
  }
  const SheetStyles styles(book);
  list.fill(styles, place, sheets, front);
  if (progress) fill_progress_sheet(*progress, styles, context, place, list, front);
  fill_cover(cover, context, list, active, entries);
  book.save();
}

}  // namespace metodaktiv::reports
