#include "config/region_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "config/profile_parts.h"
#include "config/time_zone.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

namespace fs = std::filesystem;

KeyTitle read_key_title(TomlReader& r) {
  return {r.required_text("key"), r.required_text("title")};
}

void read_identity(TomlReader& r, RegionProfile& profile) {
  profile.code = r.required_text("code");
  profile.name = r.required_text("name");
  profile.name_genitive = r.required_text("name_genitive");
  profile.name_prepositional = r.required_text("name_prepositional");
  profile.time_zone = r.required_text("time_zone");
  if (!profile.time_zone.empty() && time_zone(profile.time_zone) == nullptr) {
    r.error("time_zone", fmt::format("«{}» — не часовой пояс из списка.", profile.time_zone),
            fmt::format("Пишите один из: {}.", known_time_zones()));
  }
  r.table("operator", true, [&](TomlReader& o) {
    auto& op = profile.operator_;
    op.short_name = o.required_text("short");
    op.name = o.required_text("name");
    op.organization_short = o.required_text("organization_short");
    op.organization = o.required_text("organization");
    op.address = o.text("address");
    op.phone = o.text("phone");
    op.email = o.text("email");
    op.site = o.text("site");
  });
  r.table("terms", true, [&](TomlReader& t) {
    auto& terms = profile.terms;
    terms.asset_short = t.required_text("asset_short");
    terms.asset = t.required_text("asset");
    terms.service_short = t.required_text("service_short");
    terms.service = t.required_text("service");
    terms.service_plural = t.required_text("service_plural");
    terms.association_short = t.required_text("association_short");
    terms.association = t.required_text("association");
    terms.association_plural = t.required_text("association_plural");
    terms.assessment_short = t.required_text("assessment_short");
    terms.assessment = t.required_text("assessment");
    terms.route_short = t.required_text("route_short");
    terms.route = t.required_text("route");
  });
}

void read_rules(TomlReader& r, RegionProfile& profile) {
  r.table("norms", true, [&](TomlReader& n) {
    profile.norms.load_min = n.required_integer("load_min");
    profile.norms.load_max = n.required_integer("load_max");
    profile.norms.source = n.text("source");
    profile.norms.binding = n.boolean("binding", true);
    profile.norms.visits_per_month = n.integer("visits_per_month", 0);
    profile.norms.visit_groups = n.texts("visit_groups");
    if (profile.norms.visits_per_month < 0 ||
        (profile.norms.visits_per_month == 0) != profile.norms.visit_groups.empty()) {
      n.error("visits_per_month", "Норма посещения уроков названа не полностью.",
              "Укажите visits_per_month больше нуля и группы в visit_groups — или уберите оба.");
    }
    if (profile.norms.load_min < 1 || profile.norms.load_max < profile.norms.load_min) {
      n.error("load_max", "Нормы нагрузки противоречат друг другу.",
              "Нужно: 1 ≤ load_min ≤ load_max.");
    }
  });
  read_form_texts(r, profile.form_texts);
  r.table("motor", false,
          [&](TomlReader& m) { profile.motor_distribution = m.text("distribution"); });
  r.table("disclosure", true, [&](TomlReader& d) {
    profile.disclosure_k = d.required_integer("k");
    if (profile.disclosure_k < 2) {
      d.error("k", "Порог скрытия малых чисел меньше 2 ничего не защищает.", "Обычно k = 5.");
    }
  });
  r.table("collection", false, [&](TomlReader& c) {
    auto& due = profile.collection.due;
    for (const auto& text : c.texts("due")) {
      if (const auto day = month_day(text)) {
        due.push_back(*day);
      } else {
        c.error("due", fmt::format("«{}» — не день года.", text),
                "Пишите месяц и день: due = [\"09-25\", \"01-14\"].");
      }
    }
    std::sort(due.begin(), due.end());
    due.erase(std::unique(due.begin(), due.end()), due.end());
  });
  r.tables("levels", [&](TomlReader& l) {
    profile.levels.push_back({l.required_text("key"), l.required_text("title"),
                              l.boolean("deficit", false), l.boolean("inadmissible", false)});
  });
  r.tables("criteria", [&](TomlReader& c) {
    profile.criteria.push_back({c.required_text("key"), c.required_text("title"),
                                c.required_text("rule"), c.required_text("source")});
  });
  r.tables("document_kinds", [&](TomlReader& d) {
    DocumentKind kind;
    kind.key = d.required_text("key");
    kind.title = d.required_text("title");
    kind.regional = d.choice("scope", {"municipal", "regional"}, "municipal") == "regional";
    kind.in_package = d.boolean("package", false);
    kind.source = d.text("source");
    profile.document_kinds.push_back(kind);
  });
  r.tables("roles", [&](TomlReader& k) { profile.roles.push_back(read_key_title(k)); });
  r.tables("directions", [&](TomlReader& k) { profile.directions.push_back(read_key_title(k)); });
  r.tables("departments", [&](TomlReader& d) {
    profile.departments.push_back({d.required_text("key"), d.required_text("title"),
                                   d.text("summary"), d.texts("functions")});
  });
}

void read_lists(TomlReader& r, RegionProfile& profile) {
  r.tables("municipalities", [&](TomlReader& m) {
    ProfileMunicipality entry;
    entry.line = m.line();
    entry.code = m.required_text("code");
    entry.name = m.required_text("name");
    entry.name_genitive = m.text("name_genitive");
    entry.name_prepositional = m.text("name_prepositional");
    entry.kind = m.text("kind");
    entry.territory = m.text("territory");
    profile.municipalities.push_back(entry);
  });
  r.tables("territories", [&](TomlReader& t) {
    profile.territories.push_back(
        {t.required_text("code"), t.required_text("name"), t.text("center")});
  });
  r.tables("subjects", [&](TomlReader& s) {
    profile.subjects.push_back({s.required_text("code"), s.required_text("area"),
                                s.required_text("name"), s.integer("position", 0)});
  });
  r.tables("source_documents", [&](TomlReader& s) {
    profile.source_documents.push_back({s.required_text("key"), s.required_text("title"),
                                        s.text("short"), s.text("number"), s.text("date"),
                                        s.text("issuer")});
  });
}

template <typename Items, typename Key>
void check_unique(const Items& items, std::string_view list, const std::string& file, Key key,
                  base::Findings& findings) {
  std::set<std::string> seen;
  for (const auto& item : items) {
    if (!seen.insert(key(item)).second) {
      findings.add({base::Severity::kError,
                    "profile",
                    {file, {}, 0, {}},
                    key(item),
                    fmt::format("В списке [[{}]] ключ повторяется.", list),
                    "Оставьте один."});
    }
  }
}

void check(const RegionProfile& profile, const std::string& file, base::Findings& findings) {
  const auto key = [](const auto& item) { return item.key; };
  const auto code = [](const auto& item) { return item.code; };
  check_unique(profile.levels, "levels", file, key, findings);
  check_unique(profile.criteria, "criteria", file, key, findings);
  check_unique(profile.document_kinds, "document_kinds", file, key, findings);
  check_unique(profile.roles, "roles", file, key, findings);
  check_unique(profile.directions, "directions", file, key, findings);
  check_unique(profile.municipalities, "municipalities", file, code, findings);
  check_unique(profile.subjects, "subjects", file, code, findings);
  if (profile.levels.empty()) {
    findings.add({base::Severity::kError,
                  "profile",
                  {file, {}, 0, {}},
                  {},
                  "Нет ни одного уровня диагностики [[levels]].",
                  "Перечислите шкалу от низшего к высшему."});
  }
}

/// [motor] names a distribution that indicators.toml has.
void check_motor(const RegionProfile& profile, const std::string& file, base::Findings& findings) {
  const auto& id = profile.motor_distribution;
  if (id.empty() || profile.distribution(id)) return;
  findings.add({base::Severity::kError,
                "profile",
                {file, {}, 0, {}},
                id,
                fmt::format("Распределения «{}», которое названо в [motor], нет.", id),
                "Возьмите id из [[distributions]] файла indicators.toml или уберите [motor]."});
}

template <typename Items>
std::string title_of(const Items& items, std::string_view key) {
  for (const auto& item : items) {
    if (item.key == key) return item.title;
  }
  return std::string(key);
}

std::string known_regions(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (fs::exists(it->path() / "profile.toml")) names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

const ProfileMunicipality* RegionProfile::municipality(std::string_view wanted) const {
  for (const auto& entry : municipalities) {
    if (entry.code == wanted) return &entry;
  }
  return nullptr;
}

std::string RegionProfile::document_kind_title(std::string_view key) const {
  return title_of(document_kinds, key);
}
std::string RegionProfile::level_title(std::string_view key) const { return title_of(levels, key); }
std::string RegionProfile::direction_title(std::string_view key) const {
  return title_of(directions, key);
}

const IndicatorDefinition* RegionProfile::indicator(std::string_view id) const {
  for (const auto& entry : indicators) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

const DistributionDefinition* RegionProfile::distribution(std::string_view id) const {
  for (const auto& entry : distributions) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

std::string RegionProfile::standard_title() const {
  return standard.title.empty() ? fmt::format("Функции {}", terms.service_short) : standard.title;
}

bool RegionProfile::has_document_package() const {
  return std::any_of(document_kinds.begin(), document_kinds.end(),
                     [](const DocumentKind& kind) { return kind.in_package; });
}

RegionProfile read_region_profile(const fs::path& regions_folder, std::string_view code,
                                  base::Findings& findings) {
  RegionProfile profile;
  profile.folder = regions_folder / std::string(code);
  const fs::path file = profile.folder / "profile.toml";
  if (code.empty() || code.find_first_of("/\\.") != std::string_view::npos || !fs::exists(file)) {
    throw base::Failure(fmt::format("Нет профиля региона «{}» в «{}». Есть: {}.", code,
                                    regions_folder.string(), known_regions(regions_folder)));
  }
  // A file that cannot be read does not keep the others from being looked at.
  const auto part = [&findings](const fs::path& of, const auto& read) {
    try {
      read();
    } catch (const base::Failure& failure) {
      findings.add(
          {base::Severity::kError, "profile", {of.string(), {}, 0, {}}, {}, failure.what(), {}});
    }
  };
  part(file, [&] {
    const auto table = parse_toml(file, findings);
    if (!findings.empty()) return;
    TomlReader reader(table, file.string(), findings);
    read_identity(reader, profile);
    read_rules(reader, profile);
    read_lists(reader, profile);
    reader.finish();
    if (profile.code != code) {
      reader.error("code", "Код региона не совпадает с именем папки профиля.",
                   fmt::format("Напишите code = \"{}\".", code));
    }
    check(profile, file.string(), findings);
  });
  const auto functions = profile.folder / "functions.toml";
  part(functions, [&] { profile.standard = read_standard(functions, findings); });
  const auto map = profile.folder / "map.toml";
  part(map, [&] { profile.map = read_region_map(map, findings); });
  if (profile.code.empty()) return profile;  // its lists are what indicators are checked against
  part(profile.folder / "indicators.toml", [&] { read_indicators(profile, findings); });
  check_motor(profile, file.string(), findings);
  return profile;
}

RegionProfile load_region_profile(const fs::path& regions_folder, std::string_view code) {
  base::Findings findings;
  auto profile = read_region_profile(regions_folder, code, findings);
  throw_if_errors(findings, fmt::format("Профиль региона «{}» содержит ошибки:", code));
  return profile;
}

}  // namespace metodaktiv::config
