#include "demo/region_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/error.h"
#include "config/toml_reader.h"

namespace metodaktiv::demo {
namespace {

using config::TomlReader;

OrganizationKind read_kind(TomlReader& r) {
  const auto kind = r.choice("kind", {"school", "preschool", "additional", "vocational"});
  if (kind == "preschool") return OrganizationKind::kPreschool;
  if (kind == "additional") return OrganizationKind::kAdditional;
  if (kind == "vocational") return OrganizationKind::kVocational;
  return OrganizationKind::kSchool;
}

std::vector<double> read_shares(TomlReader& r, std::string_view key, std::size_t count) {
  const auto numbers = r.integers(key);
  if (numbers.size() != count) {
    r.error(key,
            fmt::format("В «{}» чисел: {}, а уровней в профиле: {}.", key, numbers.size(), count),
            "Укажите долю каждого уровня, от низшего к высшему.");
    return std::vector<double>(count, 1.0);
  }
  return {numbers.begin(), numbers.end()};
}

void read_rates(TomlReader& reader, RegionSettings& s) {
  const std::vector<std::pair<std::string_view, Rate*>> rates = {
      {"assessed", &s.assessed},
      {"iom_developed", &s.iom_developed},
      {"iom_completed", &s.iom_completed},
      {"iom_digital", &s.iom_digital},
      {"iom_voluntary", &s.iom_voluntary},
      {"iom_detailed", &s.iom_detailed},
      {"digital_cabinet", &s.digital_cabinet},
      {"by_order", &s.by_order},
      {"methodist_ratio", &s.methodist_ratio},
      {"training_federal", &s.training_federal},
      {"training_regional", &s.training_regional},
      {"contests", &s.contests},
      {"mentored", &s.mentored},
      {"mentoring_model", &s.mentoring_model},
      {"innovation", &s.innovation},
      {"innovation_completed", &s.innovation_completed},
      {"visits_kept", &s.visits_kept},
      {"tasks_on_time", &s.tasks_on_time},
      {"audit", &s.audit},
      {"meetings_held", &s.meetings_held},
      {"site", &s.site},
  };
  for (const auto& [key, rate] : rates) {
    rate->key = key;
    reader.table(key, true, [&rate = *rate](TomlReader& r) {
      rate.from = r.number("from").value_or(0);
      rate.to = r.number("to").value_or(rate.from);
      rate.growth = r.number("growth").value_or(0);
    });
  }
}

std::string read_day(TomlReader& r, std::string_view key) {
  auto day = r.required_text(key);
  if (!day.empty() && !base::Date::parse_iso("2023-" + day)) {
    r.error(key, fmt::format("«{}» — не день года.", day), "Напишите месяц и день так: 09-01.");
    return "09-01";
  }
  return day;
}

void read_document(TomlReader& r, const config::RegionProfile& profile, RegionSettings& s) {
  DocumentRule rule;
  rule.kind = r.required_text("kind");
  const auto of = r.choice("of", {"year", "once", "last_year"});
  rule.of = of == "once"        ? DocumentRule::Of::kOnce
            : of == "last_year" ? DocumentRule::Of::kLastYear
                                : DocumentRule::Of::kYear;
  const auto shares = r.integers("shares");
  if (shares.size() == kYears) {
    std::copy(shares.begin(), shares.end(), rule.shares.begin());
  } else {
    r.error("shares", "Нужна доля для каждого из трёх учебных годов.", "Напишите три числа.");
  }
  rule.from = read_day(r, "from");
  rule.until = read_day(r, "until");
  rule.agreed = r.integer("agreed", 0);
  rule.count = std::max(1, r.integer("count", 1));
  rule.title = r.required_text("title");
  const auto kind = std::find_if(profile.document_kinds.begin(), profile.document_kinds.end(),
                                 [&](const auto& k) { return k.key == rule.kind; });
  if (kind == profile.document_kinds.end()) {
    r.error("kind", fmt::format("Вида документа «{}» нет в профиле.", rule.kind),
            "Возьмите ключ из [[document_kinds]] профиля.");
    return;
  }
  rule.regional = kind->regional;
  s.documents.push_back(std::move(rule));
}

}  // namespace

std::string_view kind_key(OrganizationKind kind) {
  switch (kind) {
    case OrganizationKind::kPreschool:
      return "preschool";
    case OrganizationKind::kSchool:
      return "school";
    case OrganizationKind::kAdditional:
      return "additional";
    case OrganizationKind::kVocational:
      return "vocational";
  }
  return "school";
}

double RegionSettings::weight(std::string_view municipality) const {
  for (const auto& [code, value] : weights) {
    if (code == municipality) return value;
  }
  return default_weight;
}

RegionSettings load_region_settings(const config::RegionProfile& profile) {
  const auto file = profile.folder / "demo.toml";
  if (!std::filesystem::exists(file)) {
    throw base::Failure(
        fmt::format("Для региона «{}» не задан пример: нет файла «{}». Создайте его по образцу "
                    "другого региона.",
                    profile.code, file.string()));
  }
  base::Findings findings;
  const auto table = config::parse_toml(file, findings);
  RegionSettings s;
  if (findings.empty()) {
    TomlReader reader(table, file.string(), findings);
    s.teachers = reader.required_integer("teachers");
    s.methodists = reader.required_integer("methodists");
    s.practices = reader.required_integer("practices");
    s.association_kind = reader.choice("association_kind", {"gmo", "mmo", "rmo"});
    s.host = reader.required_text("reserved_host");
    s.service_name = reader.required_text("service_name");
    s.service_prefix = reader.text("service_prefix", "metod");
    s.phone_prefix = reader.text("phone_prefix", "+7 (000) 000");
    s.nominated_by = reader.texts("nominated_by");
    s.regional_events = read_event_rules(reader, "regional_events");
    s.municipal_events = read_event_rules(reader, "municipal_events");
    reader.tables("organizations", [&](TomlReader& r) {
      OrganizationShare share;
      share.kind = read_kind(r);
      share.code = r.required_text("code");
      share.share = r.required_integer("share");
      share.average = std::max(1, r.required_integer("average"));
      s.organizations.push_back(share);
    });
    s.default_weight = reader.number("default_weight").value_or(1);
    reader.tables("sizes", [&](TomlReader& r) {
      const double weight = r.required_integer("weight");
      for (auto& code : r.texts("codes")) {
        if (profile.municipality(code) == nullptr) {
          r.error("codes", fmt::format("Муниципалитета «{}» нет в профиле.", code),
                  "Возьмите код из [[municipalities]] профиля.");
        }
        s.weights.emplace_back(std::move(code), weight);
      }
    });
    reader.table("levels", true, [&](TomlReader& r) {
      s.levels_first = read_shares(r, "first", profile.levels.size());
      s.levels_last = read_shares(r, "last", profile.levels.size());
      s.levels_methodists = read_shares(r, "methodists", profile.levels.size());
    });
    reader.table("rates", true, [&](TomlReader& r) { read_rates(r, s); });
    reader.tables("documents", [&](TomlReader& r) { read_document(r, profile, s); });
    if (s.organizations.empty()) {
      reader.error("organizations", "Не указано, какие бывают организации.",
                   "Добавьте [[organizations]] с видом school.");
    }
    reader.finish();
  }
  config::throw_if_errors(findings, "Настройки примера содержат ошибки:");
  return s;
}

}  // namespace metodaktiv::demo
