#include "reports/region_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "forms/submission_text.h"
#include "reports/distribution_text.h"
#include "reports/norm_words.h"
#include "reports/outlier_text.h"
#include "reports/steps.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using base::counted;
using indicators::Place;

constexpr std::size_t kMostRows = 10;

/// One municipality's numbers that the region's text adds up.
struct Tally {
  Place place;
  LoadTotals load;
  long long overdue = 0;
  int oldest = 0;  ///< days of the task overdue longest
  std::vector<std::string> missing_documents;
};

struct Sums {
  LoadTotals load;
  long long overdue = 0;
  int with_overdue = 0;
  int with_missing_documents = 0;
};

std::vector<Tally> tallies(const ReportContext& context) {
  std::vector<Tally> result;
  for (const auto& place : context.input.results.municipalities()) {
    const auto& facts = context.facts.of(place.code);
    Tally tally{
        place, {}, static_cast<long long>(facts.overdue.size()), 0, facts.missing_documents};
    if (!facts.overdue.empty()) tally.oldest = facts.overdue.front().days;
    if (const auto it = context.loads.find(place.code); it != context.loads.end()) {
      tally.load = totals(it->second);
    }
    result.push_back(std::move(tally));
  }
  return result;
}

Sums sums(const std::vector<Tally>& all) {
  Sums sum;
  for (const auto& tally : all) {
    sum.load.below += tally.load.below;
    sum.load.within += tally.load.within;
    sum.load.above += tally.load.above;
    sum.overdue += tally.overdue;
    sum.with_overdue += tally.overdue > 0;
    sum.with_missing_documents += !tally.missing_documents.empty();
  }
  return sum;
}

std::string municipalities(long long n) {
  return counted(n, "муниципалитет", "муниципалитета", "муниципалитетов");
}
std::string in_municipalities(long long n) {
  return counted(n, "муниципалитете", "муниципалитетах", "муниципалитетах");
}

void write_brief(Markdown& text, const ReportContext& context, const PlaceFindings& findings,
                 const Sums& sum) {
  text.heading(2, "Коротко");
  const long long total = findings.met + findings.not_met;
  std::vector<std::string> items;
  items.push_back(total == 0 ? no_targets_sentence(context, context.input.results.region())
                             : fmt::format("По региону в целом достигнуто {}.",
                                           of_total(findings.met, total, "цели", "целей")));
  const auto places = static_cast<long long>(context.standings.scores().size());
  if (municipalities_have_targets(context)) {
    int all_met = 0;
    for (const auto& score : context.standings.scores()) {
      all_met += score.with_target() > 0 && score.not_met == 0;
    }
    const auto reached =
        all_met == 0 ? std::string("не достиг ни один")
                     : fmt::format("{} {}", base::plural(all_met, "достиг", "достигли", "достигли"),
                                   all_met);
    items.push_back(fmt::format("В реестре {}; всех целей, по которым есть данные, {}.",
                                municipalities(places), reached));
  } else {
    items.push_back(fmt::format("В реестре {}.", municipalities(places)));
  }
  if (auto moves = movement_words(context, findings); !moves.empty())
    items.push_back(std::move(moves));
  const int outside = sum.load.below + sum.load.above;
  if (outside + sum.load.within > 0 && context.input.profile.norms.binding) {
    items.push_back(
        fmt::format("Нагрузка вне нормы у {} с закреплением: выше нормы — {}, ниже — {}.",
                    of_total(outside, outside + sum.load.within, "методиста", "методистов"),
                    sum.load.above, sum.load.below));
  }
  if (sum.overdue > 0) {
    items.push_back(fmt::format(
        "{} {} в {}.", base::plural(sum.overdue, "Просрочена", "Просрочены", "Просрочено"),
        counted(sum.overdue, "задача", "задачи", "задач"), in_municipalities(sum.with_overdue)));
  }
  if (const auto late = context.submissions.count(forms::SubmissionState::kOverdue); late > 0) {
    items.push_back(fmt::format("{} форму сбора данных {}.",
                                base::plural(late, "Просрочил", "Просрочили", "Просрочили"),
                                municipalities(late)));
  }
  if (sum.with_missing_documents > 0) {
    items.push_back(fmt::format("Обязательный пакет документов неполон в {}.",
                                in_municipalities(sum.with_missing_documents)));
  }
  text.bullets(items);
}

/// How many municipalities miss each target, most first.
void write_targets_by_municipality(Markdown& text, const ReportContext& context) {
  if (!municipalities_have_targets(context)) return;
  text.heading(2, "Каких целей не достигают муниципалитеты");
  struct Row {
    const config::IndicatorDefinition* indicator;
    const Spread* spread;
  };
  std::vector<Row> rows;
  for (const auto& indicator : context.input.profile.indicators) {
    const auto& spread = context.standings.of(indicator.id);
    if (spread.not_met > 0) rows.push_back({&indicator, &spread});
  }
  if (rows.empty()) {
    text.paragraph("Все муниципалитеты достигают целей, по которым есть данные.");
    return;
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.spread->not_met > b.spread->not_met;
  });
  std::vector<std::vector<std::string>> cells;
  for (const auto& [indicator, spread] : rows) {
    std::string last;
    const auto worst = spread->best_first.empty() ? std::string() : spread->best_first.back();
    for (const auto& place : context.input.results.municipalities()) {
      if (place.code != worst || indicator->unit == config::Unit::kPresence) continue;
      last = fmt::format("{} ({})", place.name, context.now(*indicator, place)->shown());
    }
    cells.push_back({indicator->title, std::to_string(spread->not_met), std::to_string(spread->met),
                     last, indicator->source});
  }
  text.table({"Показатель", "Не достигли", "Достигли", "Дальше всех от цели", "Основание"}, "lrrll",
             cells);
}

void write_ranking(Markdown& text, const ReportContext& context) {
  const auto& scores = context.standings.scores();
  if (scores.empty() || !municipalities_have_targets(context)) return;
  text.heading(2, "Муниципалитеты по доле достигнутых целей");
  const auto row = [](const Score& score) -> std::vector<std::string> {
    return {std::to_string(score.place), score.name,
            fmt::format("{} из {}", score.met, score.with_target()), std::to_string(score.no_data)};
  };
  const std::vector<std::string> headers = {"Место", "Муниципалитет", "Достигнуто целей",
                                            "Без данных"};
  std::vector<std::vector<std::string>> first, last;
  const std::size_t some = std::min<std::size_t>(5, scores.size());
  if (scores.size() <= 2 * some) {
    for (const auto& score : scores) first.push_back(row(score));
    text.table(headers, "rlrr", first);
    return;
  }
  for (std::size_t i = 0; i < some; ++i) first.push_back(row(scores[i]));
  for (std::size_t i = scores.size() - some; i < scores.size(); ++i) last.push_back(row(scores[i]));
  text.paragraph("Первые:");
  text.table(headers, "rlrr", first);
  text.paragraph("Последние:");
  text.table(headers, "rlrr", last);
  text.paragraph("Все места — на листе «Рейтинг» книги summary.xlsx.");
}

void write_overdue(Markdown& text, const ReportContext& context, std::vector<Tally> all,
                   const Sums& sum) {
  if (sum.overdue == 0 && !context.input.profile.standard.has_municipal_deadlines()) return;
  text.heading(2, "Просроченные задачи служб");
  std::erase_if(all, [](const Tally& t) { return t.overdue == 0; });
  if (all.empty()) {
    text.paragraph("Просроченных задач нет.");
    return;
  }
  text.paragraph(fmt::format("На {} {} {} в {}.", context.input.as_of.dotted(),
                             base::plural(sum.overdue, "просрочена", "просрочены", "просрочено"),
                             counted(sum.overdue, "задача", "задачи", "задач"),
                             in_municipalities(sum.with_overdue)));
  std::stable_sort(all.begin(), all.end(),
                   [](const Tally& a, const Tally& b) { return a.overdue > b.overdue; });
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < all.size() && i < kMostRows; ++i) {
    rows.push_back({all[i].place.name, std::to_string(all[i].overdue),
                    counted(all[i].oldest, "день", "дня", "дней")});
  }
  text.table({"Муниципалитет", "Просрочено задач", "Самая давняя"}, "lrr", rows);
}

void write_documents(Markdown& text, const ReportContext& context, const std::vector<Tally>& all) {
  if (!context.input.profile.has_document_package()) return;
  text.heading(2, "Пакет документов");
  std::vector<std::vector<std::string>> rows;
  for (const auto& kind : context.input.profile.document_kinds) {
    if (!kind.in_package) continue;
    std::vector<std::string> names;
    for (const auto& tally : all) {
      const auto& missing = tally.missing_documents;
      if (std::find(missing.begin(), missing.end(), kind.key) != missing.end()) {
        names.push_back(tally.place.name);
      }
    }
    if (names.empty()) continue;
    const std::size_t count = names.size();
    if (count > kMostRows) {
      names.resize(kMostRows);
      names.push_back(fmt::format("и ещё {}", count - kMostRows));
    }
    rows.push_back({kind.title, std::to_string(count), base::join(names, ", ")});
  }
  if (rows.empty()) {
    text.paragraph("Обязательный пакет документов полон во всех муниципалитетах.");
    return;
  }
  text.table({"Документ", "Нет у муниципалитетов", "Где нет"}, "lrl", rows);
}

void write_load(Markdown& text, const ReportContext& context, std::vector<Tally> all,
                const Sums& sum) {
  const NormWords words(context.input.profile.norms);
  text.heading(2, "Нагрузка методистов");
  const int total = sum.load.below + sum.load.within + sum.load.above;
  if (total == 0) {
    text.paragraph(fmt::format("Закрепления на {} учебный год в реестре нет.", context.year()));
    return;
  }
  text.paragraph(
      fmt::format("{} Закрепление есть у {}: {} — {}, {} — {}, {} — {}.", words.statement,
                  counted(total, "методиста", "методистов", "методистов"), words.within,
                  sum.load.within, words.above, sum.load.above, words.below, sum.load.below));
  std::erase_if(all, [](const Tally& t) { return t.load.above + t.load.below == 0; });
  std::stable_sort(all.begin(), all.end(), [](const Tally& a, const Tally& b) {
    return a.load.above + a.load.below > b.load.above + b.load.below;
  });
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < all.size() && i < kMostRows; ++i) {
    const auto& load = all[i].load;
    rows.push_back({all[i].place.name, std::to_string(load.above), std::to_string(load.below),
                    std::to_string(load.within)});
  }
  if (!rows.empty()) {
    text.table({"Муниципалитет", base::capitalized(words.above), base::capitalized(words.below),
                base::capitalized(words.within)},
               "lrrr", rows);
  }
}

void write_submissions(Markdown& text, const ReportContext& context) {
  const auto& all = context.submissions;
  if (!all.any_form()) return;
  text.heading(2, "Сдача форм сбора");
  text.paragraph(forms::summary_text(all));
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : all.municipalities) {
    const bool open = one.state == forms::SubmissionState::kOverdue ||
                      one.state == forms::SubmissionState::kRemarksOpen;
    if (!open || rows.size() == kMostRows) continue;
    rows.push_back({one.name, one.form->due_on.dotted(), forms::state_text(one)});
  }
  if (rows.empty()) return;
  text.table({"Муниципалитет", "Срок", "Состояние"}, "lll", rows);
  text.paragraph(
      "Здесь самые срочные; все муниципалитеты — на листе «Сдача форм» книги summary.xlsx.");
}

}  // namespace

std::string region_text(const ReportContext& context) {
  const auto& region = context.input.results.region();
  const auto findings = findings_of(context, region);
  const auto all = tallies(context);
  const auto sum = sums(all);
  Markdown text;
  write_front(text, context,
              fmt::format("Методическая работа в {}", context.input.profile.name_prepositional),
              "Аналитический отчёт по региону.");
  write_brief(text, context, findings, sum);
  write_missed_targets(text, context, region, findings);
  write_targets_by_municipality(text, context);
  write_changes(text, context, findings);
  write_region_outliers(text, context);
  write_indicator_tables(text, context, region);
  write_ranking(text, context);
  write_shortage(text, context, context.region_form1);
  write_load(text, context, all, sum);
  write_overdue(text, context, all, sum);
  write_documents(text, context, all);
  write_distributions(text, context, region);
  write_candidates(text, context);
  write_submissions(text, context);
  write_region_steps(text, context, findings);
  write_reading_notes(text, context, true);
  return text.text();
}

}  // namespace metodaktiv::reports
