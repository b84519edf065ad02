#include "reports/data_quality_cover.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "reports/attention.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using indicators::Scope;

/// A remark of the most frequent kinds, for the cover.
std::vector<AttentionLine> attention_of(const ReportContext& context, const Place& place) {
  constexpr std::size_t kMost = 5;
  std::map<std::string_view, long long> counts;
  const bool region = place.scope == Scope::kRegion;
  for (const auto& [code, quality] : context.quality) {
    if (!region && code != place.code) continue;
    for (const auto* entry : quality.findings) ++counts[entry->check];
  }
  std::vector<const quality::CheckCount*> order;
  for (const auto& check : context.input.inspection->counts) {
    if (counts.contains(check.id)) order.push_back(&check);
  }
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
    if (a->severity != b->severity) return a->severity == base::Severity::kError;
    return counts[a->id] > counts[b->id];
  });
  if (order.size() > kMost) order.resize(kMost);
  std::vector<AttentionLine> lines;
  for (const auto* check : order) {
    lines.push_back({check->severity == base::Severity::kError,
                     fmt::format("{} — {}.", check->title, remarks(counts[check->id]))});
  }
  return lines;
}

std::vector<CoverTile> tiles_of(const ReportContext& context, const Place& place) {
  std::vector<CoverTile> tiles;
  const auto tile = [&](const char* caption, std::optional<double> value, std::string note,
                        const char* format) {
    CoverTile one;
    one.caption = caption;
    one.value = value;
    one.note = std::move(note);
    one.number_format = format;
    tiles.push_back(std::move(one));
  };
  PlaceQuality sum = quality_of(context, place);
  std::size_t filled = sum.tables.size() - sum.empty_tables.size();
  long long clean = 0;
  const bool region = place.scope == Scope::kRegion;
  if (region) {
    for (const auto& [code, quality] : context.quality) {
      if (code.empty()) continue;
      sum.rows += quality.rows;
      sum.flagged_rows += quality.flagged_rows;
      sum.errors += quality.errors;
      sum.warnings += quality.warnings;
      clean += quality.findings.empty();
    }
  }
  tile("строк данных", static_cast<double>(sum.rows),
       region ? "в таблицах муниципалитетов" : "во всех таблицах", "#,##0");
  const std::optional<double> share =
      sum.rows > 0
          ? std::optional(static_cast<double>(sum.sound_rows()) / static_cast<double>(sum.rows))
          : std::nullopt;
  tile("строк без замечаний", share,
       fmt::format("с замечаниями — {}", base::grouped(sum.flagged_rows)), "0.0%");
  tile("ошибок", static_cast<double>(sum.errors), "их нужно исправить", "#,##0");
  tile("предупреждений", static_cast<double>(sum.warnings), "проверьте, так ли это", "#,##0");
  if (region) {
    tile(
        "без единого замечания", static_cast<double>(clean),
        fmt::format("из {}", base::counted(static_cast<long long>(context.quality.size()) - 1,
                                           "муниципалитета", "муниципалитетов", "муниципалитетов")),
        "#,##0");
  } else if (sum.place > 0) {
    tile("место", sum.place,
         fmt::format("из {}; таблиц заполнено {} из {}", context.quality.size() - 1, filled,
                     sum.tables.size()),
         "#,##0");
  }
  return tiles;
}

}  // namespace

const PlaceQuality& quality_of(const ReportContext& context, const Place& place) {
  static const PlaceQuality kNone;
  const auto found =
      context.quality.find(place.scope == Scope::kRegion ? std::string() : place.code);
  return found == context.quality.end() ? kNone : found->second;
}

std::string remarks(long long count) {
  return base::counted(count, "замечание", "замечания", "замечаний");
}

void fill_quality_cover(CoverSheet& cover, const ReportContext& context, const Place& place,
                        const std::vector<CoverEntry>& entries) {
  cover.heading("Качество данных", false);
  cover.tiles(tiles_of(context, place));
  write_attention(cover, attention_of(context, place), "Замечаний к данным нет.");
  cover.contents(entries);
  cover.section("Пояснения");
  cover.paragraph(
      "Ошибка — данные противоречат друг другу или форме: исправьте их. Предупреждение — так "
      "бывает, но редко: проверьте. Исправляют в форме сбора и загружают её снова; строку находят "
      "по таблице и коду.");
  cover.finish("Качество данных");
}

}  // namespace metodaktiv::reports
