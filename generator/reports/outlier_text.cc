#include "reports/outlier_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;

constexpr std::size_t kMostRows = 5;
constexpr std::size_t kMostNames = 5;

std::string verdict(const Deviation& one) {
  if (one.good) return one.far ? "▲ намного лучше остальных" : "▲ среди лучших";
  if (one.bad) return one.far ? "▼ намного хуже остальных" : "▼ среди последних";
  if (one.far) return one.above ? "• намного больше остальных" : "• намного меньше остальных";
  return one.above ? "• среди наибольших" : "• среди наименьших";
}

std::string place_words(const ReportContext& context, const Deviation& one) {
  const auto place = context.standings.place(one.indicator->id, one.place.code);
  if (!place) return {};
  return fmt::format("{} из\u00A0{}", *place, context.standings.of(one.indicator->id).with_data);
}

std::string moved(const Deviation& one, long long delta) {
  return shown(Change{delta, Mood::kNeutral}, one.now->unit);
}

/// Rows of the strengths or of the rest, at most kMostRows; how many were left out.
std::size_t add_values(const ReportContext& context, const std::vector<const Deviation*>& all,
                       bool good, std::vector<std::vector<std::string>>& rows) {
  std::size_t left = 0, taken = 0;
  for (const auto* one : all) {
    if (one->good != good) continue;
    if (taken == kMostRows) {
      ++left;
      continue;
    }
    ++taken;
    rows.push_back({one->indicator->title, one->now->shown(),
                    shown_hundredths(one->median, one->now->unit), place_words(context, *one),
                    verdict(*one)});
  }
  return left;
}

void write_values(Markdown& text, const ReportContext& context,
                  const std::vector<const Deviation*>& all) {
  if (all.empty()) {
    text.paragraph(
        "Ни один показатель не выделяется: все значения близки к значениям других "
        "муниципалитетов.");
    return;
  }
  std::vector<std::vector<std::string>> rows;
  const auto left = static_cast<std::int64_t>(add_values(context, all, false, rows) +
                                              add_values(context, all, true, rows));
  text.table({"Показатель", "Здесь", "Медиана", "Место", "Среди муниципалитетов"}, "lrrrl", rows);
  if (left > 0) {
    text.paragraph(fmt::format("Ещё {} {} слабее.",
                               base::counted(left, "показатель", "показателя", "показателей"),
                               base::plural(left, "выделяется", "выделяются", "выделяются")));
  }
}

std::string change_verdict(const Deviation& one) {
  if (one.good) return "▲ намного лучше, чем у других";
  if (one.bad) return "▼ намного хуже, чем у других";
  return one.above ? "• намного больше, чем у других" : "• намного меньше, чем у других";
}

void write_changes_of(Markdown& text, const std::vector<const Deviation*>& all) {
  if (all.empty()) return;
  text.paragraph("За год изменились не так, как у других муниципалитетов:");
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < all.size() && i < 2 * kMostRows; ++i) {
    const auto& one = *all[i];
    rows.push_back({one.indicator->title, one.before->shown(), one.now->shown(),
                    moved(one, one.measure), moved(one, one.median), change_verdict(one)});
  }
  text.table({"Показатель", "Год назад", "Теперь", "Изменение", "Обычное изменение", "Насколько"},
             "lrrrrl", rows);
}

/// «Истра (12 %), Клин (15 %) и ещё 2».
std::string names(const std::vector<const Deviation*>& list, bool changes) {
  std::vector<std::string> items;
  for (std::size_t i = 0; i < list.size() && i < kMostNames; ++i) {
    const auto& one = *list[i];
    items.push_back(fmt::format("{} ({})", one.place.name,
                                changes ? moved(one, one.measure) : one.now->shown()));
  }
  auto text = base::join(items, ", ");
  if (list.size() > kMostNames) text += fmt::format(" и ещё {}", list.size() - kMostNames);
  return text;
}

/// A row per indicator with somebody far out.
std::vector<std::vector<std::string>> region_rows(const ReportContext& context,
                                                  const std::vector<Deviation>& all, bool changes) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& indicator : context.input.profile.indicators) {
    std::vector<const Deviation*> below, above;
    for (const auto& one : all) {
      if (one.indicator == &indicator && one.far) (one.above ? above : below).push_back(&one);
    }
    if (below.empty() && above.empty()) continue;
    const auto& any = *(below.empty() ? above : below).front();
    rows.push_back({indicator.title,
                    changes ? moved(any, any.median) : shown_hundredths(any.median, any.now->unit),
                    names(below, changes), names(above, changes)});
  }
  return rows;
}

std::string nobody_to_compare(const ReportContext& context) {
  return fmt::format("Сравнить не с кем: ни по одному показателю нет значений у {}.",
                     base::counted(context.rules.outliers.least_places, "муниципалитета",
                                   "муниципалитетов", "муниципалитетов"));
}

}  // namespace

void write_municipality_outliers(Markdown& text, const ReportContext& context, const Place& place) {
  text.heading(2, "На фоне других муниципалитетов");
  if (!context.outliers.compared()) {
    text.paragraph(nobody_to_compare(context));
    return;
  }
  write_values(text, context, context.outliers.values_of(place.code));
  write_changes_of(text, context.outliers.changes_of(place.code));
}

void write_region_outliers(Markdown& text, const ReportContext& context) {
  text.heading(2, "Кто выделяется");
  if (!context.outliers.compared()) {
    text.paragraph(nobody_to_compare(context));
    return;
  }
  const auto values = region_rows(context, context.outliers.values(), false);
  const auto changes = region_rows(context, context.outliers.changes(), true);
  if (values.empty() && changes.empty()) {
    text.paragraph("Ни один муниципалитет не выделяется намного: значения близки друг к другу.");
    return;
  }
  if (!values.empty()) {
    text.paragraph("Значения намного ниже или выше, чем у остальных:");
    text.table({"Показатель", "Медиана", "Намного ниже", "Намного выше"}, "lrll", values);
  }
  if (!changes.empty()) {
    text.paragraph("За год изменились не так, как у остальных:");
    text.table({"Показатель", "Обычное изменение", "Намного ниже", "Намного выше"}, "lrll",
               changes);
  }
}

void write_reading_notes(Markdown& text, const ReportContext& context, bool region) {
  const auto& rule = context.rules.outliers;
  text.heading(2, "Как читать");
  std::vector<std::string> items;
  items.push_back(
      "«п. п.» — процентные пункты: разность двух долей. Медиана — значение, не выше которого "
      "стоит половина муниципалитетов.");
  items.push_back(fmt::format(
      "«Намного» значит, что до ближайшего квартиля больше {} межквартильного размаха{}.",
      base::plain_russian(rule.fence),
      region
          ? std::string()
          : fmt::format("; «среди лучших» и «среди последних» — что место в первых или последних "
                        "{} %",
                        rule.tail_percent)));
  items.push_back(fmt::format(
      "Так сравнивают показатели, которые есть хотя бы у {}; доля посчитана не меньше чем из {}; "
      "до "
      "медианы не меньше {} п. п. (не у доли — {} %), а если это изменение за год — не меньше {}. "
      "Количества и наличие не сравнивают.",
      base::counted(rule.least_places, "муниципалитета", "муниципалитетов", "муниципалитетов"),
      rule.least_denominator, base::plain_russian(rule.least_distance),
      base::plain_russian(rule.least_distance), base::plain_russian(rule.least_change)));
  items.push_back(
      "Обычное изменение — медиана изменений за год у всех муниципалитетов на ту же дату: с ней "
      "сравнимы и показатели, которые за неполный год не успели вырасти.");
  items.push_back(
      "Шаги идут по срочности: сначала просроченное, затем то, что ниже цели и нормы, затем "
      "ухудшения и пробелы в данных. За каждым шагом — абзац, из которого он следует, если его "
      "называет документ региона.");
  text.bullets(items);
}

std::vector<std::string> standing_out(const ReportContext& context, const Place& place, bool good,
                                      std::size_t most) {
  std::vector<std::string> result;
  for (const auto* one : context.outliers.values_of(place.code)) {
    if (result.size() == most) break;
    if (good ? !one->good : !one->bad) continue;
    const auto own = context.standings.place(one->indicator->id, place.code);
    result.push_back(fmt::format("«{}» ({}{})", one->indicator->short_title, one->now->shown(),
                                 own ? fmt::format(", {}-е место", *own) : std::string()));
  }
  return result;
}

}  // namespace metodaktiv::reports
