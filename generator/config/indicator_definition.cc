#include "config/indicator_definition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/files.h"
#include "base/text.h"
#include "config/profile_parts.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

constexpr std::array<std::string_view, 4> kUnitKeys = {"percent", "ratio", "count", "presence"};

Unit unit_of(std::string_view key) {
  const auto it = std::find(kUnitKeys.begin(), kUnitKeys.end(), key);
  return static_cast<Unit>(it - kUnitKeys.begin());
}

void read_next_step(TomlReader& r, const RegionProfile& profile, IndicatorDefinition& d) {
  d.next_step = r.text("next_step");
  d.next_step_region = r.text("next_step_region");
  d.next_step_function = r.text("next_step_function");
  d.next_step_rule = r.text("next_step_rule");
  if (!d.next_step_function.empty() && !profile.standard.function(d.next_step_function)) {
    r.error("next_step_function",
            fmt::format("Функции {} нет в functions.toml.", d.next_step_function),
            "Возьмите номер из раздела [[functions]] или уберите ключ.");
  }
}

IndicatorDefinition read_definition(TomlReader& r, const RegionProfile& profile) {
  IndicatorDefinition d;
  d.line = r.line();
  d.id = r.required_text("id");
  d.group = r.required_text("group");
  d.title = r.required_text("title");
  d.short_title = r.text("short_title", d.title);
  d.unit = unit_of(r.choice("unit", {kUnitKeys.begin(), kUnitKeys.end()}));
  d.target = r.number("target");
  d.target_is = r.choice("target_is", {"at_least", "at_most"}, "at_least") == "at_most"
                    ? TargetIs::kAtMost
                    : TargetIs::kAtLeast;
  r.choice("target_scope", {"all", "region"}, "all");
  d.source = r.required_text("source");
  d.numerator = r.required_text("numerator");
  d.denominator = r.text("denominator");
  d.note = r.text("note");
  d.numerator_population = r.text("numerator_population");
  d.denominator_population = r.text("denominator_population");
  d.counts_people = r.required_text("counts") == "people";
  d.region_only = r.choice("scope", {"all", "region"}, "all") == "region";
  d.accumulates = r.boolean("accumulates", false);
  read_next_step(r, profile, d);
  const auto query = r.required_text("query");
  if (!d.id.empty() && base::slug(d.id) != d.id) {
    r.error("id", fmt::format("Ключ показателя «{}» не годится для адресов страниц.", d.id),
            "Только строчные латинские буквы, цифры и дефис.");
  }
  const bool known_group =
      std::any_of(profile.indicator_groups.begin(), profile.indicator_groups.end(),
                  [&](const KeyTitle& g) { return g.key == d.group; });
  if (!known_group) {
    r.error("group", fmt::format("Группы «{}» нет среди [[groups]].", d.group),
            "Добавьте её или исправьте ключ.");
  }
  if (d.unit == Unit::kPresence && d.target) d.target = 1;
  d.query_file = query_file(profile, query);
  if (!std::filesystem::is_regular_file(d.query_file)) {
    r.error("query", fmt::format("Нет файла запроса «{}».", d.query_file.string()),
            "Создайте его или исправьте путь: он считается от папки профиля, затем от папки data с "
            "общими запросами.");
  } else {
    d.sql = base::read_file(d.query_file);
  }
  return d;
}

}  // namespace

std::filesystem::path query_file(const RegionProfile& profile, const std::string& query) {
  auto own = profile.folder / query;
  const auto shared = profile.folder / ".." / ".." / query;
  if (std::filesystem::is_regular_file(own) || !std::filesystem::is_regular_file(shared))
    return own;
  return shared.lexically_normal();
}

std::string_view unit_key(Unit unit) { return kUnitKeys.at(static_cast<std::size_t>(unit)); }

void read_indicators(RegionProfile& profile, base::Findings& findings) {
  const auto file = profile.folder / "indicators.toml";
  const auto table = parse_toml(file, findings);
  TomlReader reader(table, file.string(), findings);
  reader.tables("groups", [&](TomlReader& r) {
    profile.indicator_groups.push_back({r.required_text("key"), r.required_text("title")});
  });
  reader.tables("indicators", [&](TomlReader& r) {
    auto definition = read_definition(r, profile);
    if (profile.indicator(definition.id)) {
      r.error("id", fmt::format("Показатель «{}» описан дважды.", definition.id),
              "Оставьте одно описание.");
    }
    profile.indicators.push_back(std::move(definition));
  });
  reader.tables("partitions", [&](TomlReader& r) {
    profile.partitions.push_back(
        {r.required_text("total"), r.texts("parts"), r.boolean("exhaustive", true)});
  });
  read_distributions(reader, profile);
  reader.finish();
}

}  // namespace metodaktiv::config
