#include "reports/text_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/number.h"
#include "base/text.h"
#include "reports/norm_words.h"

namespace metodaktiv::reports {
namespace {

using config::Unit;
using indicators::Place;
using indicators::Scope;

constexpr std::size_t kMostMoves = 3;

std::vector<std::string> sentences(const std::vector<Reading>& readings, std::size_t most) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < readings.size() && i < most; ++i) {
    result.push_back(movement_sentence(readings[i]));
  }
  return result;
}

std::string place_words_of(const ReportContext& context, const Place& place,
                           const config::IndicatorDefinition& indicator) {
  const auto& spread = context.standings.of(indicator.id);
  if (indicator.unit == Unit::kPresence) {
    return fmt::format("есть у {} из {}", spread.present, spread.with_data);
  }
  const auto own = context.standings.place(indicator.id, place.code);
  return own ? fmt::format("{} из {}", *own, spread.with_data) : std::string();
}

}  // namespace

std::string movement_words(const ReportContext& context, const PlaceFindings& findings) {
  const double least = context.rules.outliers.least_denominator;
  const auto telling = [&](const Reading& r) {
    return r.now->denominator.value_or(0) >= least && r.before->denominator.value_or(0) >= least &&
           std::llabs(*r.moved.delta) >= 100;
  };
  std::vector<std::string> parts;
  const auto part = [&](const char* word, const std::vector<Reading>& list) {
    const auto found = std::find_if(list.begin(), list.end(), telling);
    if (found == list.end()) return;
    const auto& first = *found;
    parts.push_back(fmt::format("{} «{}» ({}, теперь {})", word, first.indicator->short_title,
                                shown(first.moved, first.now->unit), first.now->shown()));
  };
  part("больше всего вырос показатель", findings.grown);
  part(parts.empty() ? "больше всего снизился показатель" : "снизился —", findings.fallen);
  return parts.empty() ? std::string() : fmt::format("За год {}.", base::join(parts, ", "));
}

std::string with_source(const std::string& step, const std::string& source) {
  return source.empty() ? step : fmt::format("{} Основание: {}.", step, source);
}

std::string no_targets_sentence(const ReportContext& context, const Place& place) {
  for (const auto* indicator : context.indicators_of(place)) {
    if (context.now(*indicator, place)->target) return "Сравнить с целями пока нечего: нет данных.";
  }
  return "Целевых значений у показателей нет.";
}

bool municipalities_have_targets(const ReportContext& context) {
  for (const auto& figure : context.input.results.all()) {
    if (figure.scope == Scope::kMunicipality && figure.target &&
        figure.school_year == context.year()) {
      return true;
    }
  }
  return false;
}

std::string nothing_to_do(const ReportContext& context) {
  const auto& profile = context.input.profile;
  std::vector<std::string> good;
  const bool targets =
      std::any_of(profile.indicators.begin(), profile.indicators.end(),
                  [](const auto& indicator) { return indicator.target.has_value(); });
  if (targets) good.emplace_back("цели достигнуты");
  if (profile.standard.has_municipal_deadlines()) good.emplace_back("сроки соблюдены");
  if (profile.has_document_package()) good.emplace_back("документы на месте");
  return good.empty() ? "Замечаний нет."
                      : fmt::format("Замечаний нет: {}.", base::join(good, ", "));
}

void write_front(Markdown& text, const ReportContext& context, const std::string& title,
                 const std::string& subtitle) {
  text.heading(1, title);
  text.paragraph(subtitle);
  text.paragraph(fmt::format(
      "{} учебный год, {} Источник: {}. Для служебного пользования.", context.year(),
      sentence("по состоянию на " + context.input.as_of.in_words()), context.made_from()));
  if (context.year_is_running()) {
    text.paragraph(
        fmt::format("Учебный год не завершён: значения текущего года рассчитаны на {}, прошлых лет "
                    "— на 31 августа. "
                    "Сравнение с прошлым годом предварительное.",
                    context.input.as_of.dotted()));
  }
}

void write_changes(Markdown& text, const ReportContext& context, const PlaceFindings& findings) {
  text.heading(2, "Что изменилось за год");
  const bool moved =
      !findings.grown.empty() || !findings.fallen.empty() || !findings.other_moves.empty();
  if (!moved && findings.accumulating.empty()) {
    text.paragraph(
        fmt::format("По сравнению с {} учебным годом значения не изменились или сравнить их "
                    "не с чем.",
                    context.previous_year()));
    return;
  }
  const auto part = [&](const char* title, const std::vector<Reading>& readings, std::size_t most) {
    if (readings.empty()) return;
    text.paragraph(title);
    text.bullets(sentences(readings, most));
  };
  part("Больше всего выросли доли:", findings.grown, kMostMoves);
  part("Больше всего снизились доли:", findings.fallen, kMostMoves);
  part("Изменились количества, отношения и наличие:", findings.other_moves,
       findings.other_moves.size());
  if (findings.accumulating.empty()) return;
  std::vector<std::string> items;
  for (const auto& reading : findings.accumulating) {
    items.push_back(sentence(accumulating_sentence(reading)));
  }
  text.paragraph(
      "Копятся до конца учебного года, поэтому с полным прошлым годом их не сравнивают:");
  text.bullets(items);
}

void write_missed_targets(Markdown& text, const ReportContext& context, const Place& place,
                          const PlaceFindings& findings) {
  text.heading(2, "Что ниже цели");
  if (findings.missed.empty()) {
    text.paragraph(findings.met == 0 ? no_targets_sentence(context, place)
                                     : "Все цели, по которым есть данные, достигнуты.");
  } else {
    std::vector<std::vector<std::string>> rows;
    for (const auto& reading : findings.missed) {
      const auto& figure = *reading.now;
      const bool presence = figure.unit == Unit::kPresence;
      rows.push_back({reading.indicator->title, figure.shown(), indicators::shown_target(figure),
                      presence ? "" : shown_distance(distance_to_target(figure), figure.unit),
                      counted_out_of(figure), reading.indicator->source});
    }
    text.table({"Показатель", "Сейчас", "Цель", "До цели", "Посчитано", "Основание"}, "lrrrrl",
               rows);
  }
  if (findings.no_data.empty()) return;
  std::vector<std::string> titles;
  for (const auto& reading : findings.no_data) {
    titles.push_back(fmt::format("«{}»", reading.indicator->title));
  }
  text.paragraph(fmt::format("Нет данных для расчёта ({}): {}.",
                             base::counted(static_cast<long long>(titles.size()), "показатель",
                                           "показателя", "показателей"),
                             base::join(titles, ", ")));
}

void write_indicator_tables(Markdown& text, const ReportContext& context, const Place& place) {
  const bool whole_region = place.scope == Scope::kRegion;
  text.heading(2, "Показатели");
  for (const auto& group : context.input.profile.indicator_groups) {
    const auto indicators = context.indicators_of(place, group.key);
    if (indicators.empty()) continue;
    text.heading(3, group.title);
    std::vector<std::vector<std::string>> rows;
    for (const auto* indicator : indicators) {
      const auto* now = context.now(*indicator, place);
      const auto* before = context.before(*indicator, place);
      const auto& spread = context.standings.of(indicator->id);
      std::vector<std::string> row = {indicator->title,
                                      now->shown(),
                                      indicators::shown_target(*now),
                                      shown_status(*now),
                                      before ? before->shown() : "",
                                      context.still_accumulates(*indicator)
                                          ? std::string("год идёт")
                                          : shown(change(now, before), now->unit)};
      if (whole_region) {
        row.push_back(now->target ? fmt::format("{} из {}", spread.met, spread.met + spread.not_met)
                                  : std::string());
      } else {
        row.push_back(place_words_of(context, place, *indicator));
      }
      row.push_back(indicator->unit != Unit::kPresence && spread.median
                        ? shown_hundredths(*spread.median, indicator->unit)
                        : std::string());
      rows.push_back(std::move(row));
    }
    text.table({"Показатель", "Значение", "Цель", "Выполнение",
                context.previous_year().empty() ? "Год назад" : context.previous_year(),
                "Изменение", whole_region ? "Достигли цели" : "Место", "Медиана"},
               "lrrlrrrr", rows);
  }
}

std::vector<std::pair<const indicators::Form1Row*, long long>> shortages(
    const indicators::Form1* form) {
  std::vector<std::pair<const indicators::Form1Row*, long long>> result;
  if (!form) return result;
  for (const auto& row : form->rows) {
    const long long missing = row.recommended_min.value_or(0) - row.actual;
    if (missing > 0) result.emplace_back(&row, missing);
  }
  return result;
}

void write_shortage(Markdown& text, const ReportContext& context, const indicators::Form1* form) {
  text.heading(2, "Численный состав методистов");
  if (!form) {
    text.paragraph("Форма 1 не рассчитана: в реестре нет предметов.");
    return;
  }
  const auto& norms = context.input.profile.norms;
  const auto& total = form->total;
  text.paragraph(
      fmt::format("{}: {}, {}. {} один методист на {}–{} педагогов {} {}.",
                  form->scope == Scope::kRegion ? "В регионе" : "В муниципалитете",
                  base::counted(total.teachers.value_or(0), "педагог", "педагога", "педагогов"),
                  base::counted(total.actual, "действующий методист", "действующих методиста",
                                "действующих методистов"),
                  norms.binding ? "При норме" : "По ориентиру", norms.load_min, norms.load_max,
                  norms.binding ? "рекомендуется" : "получается",
                  indicators::shown_recommended(total.recommended_min.value_or(0),
                                                total.recommended_max.value_or(0))));
  const NormWords words(norms);
  const char* least = norms.binding ? "рекомендуемого" : "ориентира";
  const auto missing = shortages(form);
  if (missing.empty()) {
    text.paragraph(fmt::format("По всем предметам методистов не меньше {}.", least));
    return;
  }
  std::vector<std::vector<std::string>> rows;
  long long sum = 0;
  for (const auto& [row, count] : missing) {
    sum += count;
    rows.push_back({row->subject_name, row->area, base::grouped(row->teachers.value_or(0)),
                    indicators::shown_recommended(*row->recommended_min, *row->recommended_max),
                    base::grouped(row->actual), base::grouped(count)});
  }
  text.paragraph(fmt::format(
      "Методистов меньше {} по {} из {}; до него недостаёт {}. Каждому предмету, где есть "
      "педагоги, нужен хотя бы один методист, поэтому по предметам их обычно получается больше, "
      "чем по общему числу педагогов.",
      least,
      base::counted(static_cast<long long>(missing.size()), "предмету", "предметам", "предметам"),
      form->rows.size(), base::counted(sum, "методиста", "методистов", "методистов")));
  text.table({"Предмет", "Область", "Педагогов", words.recommended, "Фактически", words.missing},
             "llrrrr", rows);
}

}  // namespace metodaktiv::reports
