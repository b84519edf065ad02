#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/cover_attention.h"
#include "reports/figure_cells.h"
#include "reports/kpi_workbook.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using indicators::Status;

double share(const Score& score) { return static_cast<double>(score.met) / score.with_target(); }

CoverTile place_tile(const ReportContext& context, const Place& place) {
  CoverTile tile{"место среди муниципалитетов", {}, {}};
  const auto* score = context.standings.score(place.code);
  if (!score || score->with_target() == 0) return tile;
  tile.value = score->place;
  tile.note = fmt::format("из {}", context.standings.scores().size());
  const auto* past = context.standings_before();
  const auto* before = past ? past->score(place.code) : nullptr;
  if (before && before->with_target() > 0) {
    tile.note += fmt::format(", год назад {}", before->place);
  }
  return tile;
}

CoverTile methodists_tile(const MunicipalityFacts& facts) {
  auto tile =
      counted_tile(static_cast<std::int64_t>(facts.methodists.size()), "региональный методист",
                   "региональных методиста", "региональных методистов");
  const auto all = std::count_if(facts.methodists.begin(), facts.methodists.end(),
                                 [](const auto& card) { return card.meets_all; });
  if (!facts.methodists.empty()) tile.note = fmt::format("отвечают всем требованиям — {}", all);
  return tile;
}

std::vector<CoverTile> tiles_of(const ReportContext& context, const Place& place,
                                const PlaceFindings& findings, const workbook::Range& statuses) {
  const auto methodists = methodists_tile(context.facts.of(place.code));
  const auto* score = context.standings.score(place.code);
  if (!score || score->with_target() == 0) {
    return {computed_tile(findings), moves_tile(findings), methodists};
  }
  const auto yes = count_of(statuses, Status::kMet), no = count_of(statuses, Status::kNotMet);
  CoverTile met{"целей достигнуто", static_cast<double>(score->met), "=" + yes};
  met.note = fmt::format("из {}", score->with_target());
  if (score->no_data > 0) met.note += fmt::format(", нет данных — {}", score->no_data);
  CoverTile part{"доля достигнутых целей", share(*score), fmt::format("={}/({}+{})", yes, yes, no),
                 "0.0%"};
  const auto* past = context.standings_before();
  const auto* before = past ? past->score(place.code) : nullptr;
  if (before && before->with_target() > 0) {
    part.note = fmt::format("год назад {} из {}", before->met, before->with_target());
  }
  return {met, part, place_tile(context, place), moves_tile(findings), methodists};
}

/// «Положение о методической службе; план работы».
std::string document_titles(const config::RegionProfile& profile,
                            const std::vector<std::string>& keys) {
  std::vector<std::string> titles;
  for (const auto& kind : profile.document_kinds) {
    if (std::find(keys.begin(), keys.end(), kind.key) != keys.end()) titles.push_back(kind.title);
  }
  return base::join(titles, "; ");
}

void write_attention(CoverSheet& cover, const ReportContext& context, const Place& place,
                     const PlaceFindings& findings, const GroupSheets& group_sheets) {
  const auto own_place = [&](const Reading& reading) -> std::optional<double> {
    const auto own = context.standings.place(reading.indicator->id, place.code);
    return own ? std::optional<double>(*own) : std::nullopt;
  };
  write_missed_targets(
      cover, context, place, findings, {"Место", own_place},
      [&](const auto& indicator) -> const workbook::Sheet& {
        return group_sheets.at(indicator.group);
      },
      "на листе «Сводка»");
  const auto& facts = context.facts.of(place.code);
  if (!facts.overdue.empty()) {
    write_attention_line(cover, "Просроченные задачи методической службы",
                         static_cast<long long>(facts.overdue.size()),
                         fmt::format("самый ранний срок — {}; все задачи — в книге monitoring.xlsx",
                                     facts.overdue.front().due_on.dotted()));
  }
  write_attention_line(cover, "Документы обязательного пакета, которых нет",
                       static_cast<long long>(facts.missing_documents.size()),
                       document_titles(context.input.profile, facts.missing_documents));
}

}  // namespace

void fill_kpi_cover(CoverSheet& cover, const ReportContext& context, const Place& place,
                    const workbook::Range& statuses, const GroupSheets& group_sheets,
                    const std::vector<CoverEntry>& contents) {
  const auto findings = findings_of(context, place);
  cover.heading("Показатели методической работы");
  cover.tiles(tiles_of(context, place, findings, statuses));
  write_attention(cover, context, place, findings, group_sheets);
  cover.contents(contents);
  cover.finish("Показатели методической работы");
}

}  // namespace metodaktiv::reports
