#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "reports/cover_attention.h"
#include "reports/figure_cells.h"
#include "reports/summary_workbook.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using indicators::Status;

CoverTile targets_tile(const PlaceFindings& findings, const workbook::Range& statuses) {
  CoverTile tile{"целей региона достигнуто", {}, {}};
  tile.value = findings.met;
  tile.formula = "=" + count_of(statuses, Status::kMet);
  tile.note = fmt::format("из {}", findings.met + findings.not_met);
  return tile;
}

std::vector<double> shares_of(const Standings& standings) {
  std::vector<double> shares;
  for (const auto& score : standings.scores()) {
    if (score.with_target() > 0) {
      shares.push_back(static_cast<double>(score.met) / score.with_target());
    }
  }
  std::sort(shares.begin(), shares.end());
  return shares;
}

double middle(const std::vector<double>& sorted) {
  const auto half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

CoverTile share_tile(const ReportContext& context, const workbook::Range& shares) {
  CoverTile tile{"доля достигнутых целей, медиана", {}, {}, "0.0%"};
  const auto now = shares_of(context.standings);
  if (now.empty()) return tile;
  tile.value = middle(now);
  tile.formula = fmt::format("=MEDIAN({})", workbook::reference(shares));
  const auto* past = context.standings_before();
  const auto before = past ? shares_of(*past) : std::vector<double>();
  if (!before.empty()) {
    tile.note =
        fmt::format("год назад {} %", base::fixed_russian(std::llround(middle(before) * 1000), 1));
  }
  return tile;
}

CoverTile municipalities_tile(const ReportContext& context) {
  const auto& scores = context.standings.scores();
  auto tile = counted_tile(static_cast<std::int64_t>(scores.size()), "муниципалитет",
                           "муниципалитета", "муниципалитетов");
  const auto all = std::count_if(scores.begin(), scores.end(), [](const Score& s) {
    return s.with_target() > 0 && s.not_met == 0;
  });
  if (municipalities_have_targets(context)) {
    tile.note = fmt::format("достигли всех своих целей — {}", all);
  }
  return tile;
}

CoverTile methodists_tile(const ReportContext& context) {
  long long all = 0, good = 0;
  for (const auto& place : context.input.results.municipalities()) {
    for (const auto& card : context.facts.of(place.code).methodists) {
      ++all;
      good += card.meets_all;
    }
  }
  auto tile = counted_tile(all, "региональный методист", "региональных методиста",
                           "региональных методистов");
  if (all > 0) tile.note = fmt::format("отвечают всем требованиям — {}", base::grouped(good));
  return tile;
}

std::vector<CoverTile> tiles_of(const ReportContext& context, const PlaceFindings& findings,
                                const SummaryCells& cells) {
  std::vector<CoverTile> tiles;
  tiles.push_back(findings.met + findings.not_met > 0 ? targets_tile(findings, cells.statuses)
                                                      : computed_tile(findings));
  if (municipalities_have_targets(context)) tiles.push_back(share_tile(context, cells.shares));
  tiles.push_back(municipalities_tile(context));
  tiles.push_back(moves_tile(findings));
  tiles.push_back(methodists_tile(context));
  return tiles;
}

long long figures_without_data(const ReportContext& context) {
  long long count = 0;
  for (const auto& place : context.input.results.municipalities()) {
    for (const auto* indicator : context.indicators_of(place)) {
      count += !context.now(*indicator, place)->scaled(2).has_value();
    }
  }
  return count;
}

void write_late(CoverSheet& cover, const ReportContext& context, const SummarySheets& sheets) {
  long long tasks = 0, places = 0;
  for (const auto& [code, monitoring] : context.monitorings) {
    const int overdue = monitoring.count(TaskState::kOverdue);
    tasks += overdue;
    places += overdue > 0;
  }
  if (sheets.deadlines) {
    write_attention_line(
        cover, "Просроченные задачи методических служб", tasks,
        fmt::format("у {}; лист «{}»",
                    base::counted(places, "муниципалитета", "муниципалитетов", "муниципалитетов"),
                    sheets.deadlines->name()));
  }
  if (sheets.submissions) {
    write_attention_line(
        cover, "Муниципалитеты, не вернувшие форму сбора в срок",
        static_cast<long long>(context.submissions.count(forms::SubmissionState::kOverdue)),
        fmt::format("лист «{}»", sheets.submissions->name()));
  }
  if (sheets.missing) {
    write_attention_line(cover, "Показатели муниципалитетов, для которых нет данных",
                         figures_without_data(context),
                         fmt::format("лист «{}»", sheets.missing->name()));
  }
}

}  // namespace

void fill_summary_cover(CoverSheet& cover, const ReportContext& context, const SummaryCells& cells,
                        const SummarySheets& sheets, const std::vector<CoverEntry>& contents) {
  constexpr const char* kTitle = "Сводка по региону";
  const auto findings = findings_of(context, context.input.results.region());
  cover.heading(kTitle);
  cover.tiles(tiles_of(context, findings, cells));
  write_missed_targets(
      cover, context, context.input.results.region(), findings,
      {"Не достигли",
       [&](const Reading& reading) -> std::optional<double> {
         const auto& spread = context.standings.of(reading.indicator->id);
         if (spread.met + spread.not_met == 0) return std::nullopt;
         return spread.not_met;
       }},
      [&](const auto&) -> const workbook::Sheet& { return sheets.history; },
      fmt::format("на листе «{}»", sheets.history.name()));
  write_late(cover, context, sheets);
  cover.contents(contents);
  cover.finish(kTitle);
}

}  // namespace metodaktiv::reports
