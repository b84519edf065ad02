#include "config/distribution_definition.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "config/profile_parts.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

/// The profile's list of this name as answers; false when there is none.
bool take_list(const RegionProfile& profile, const std::string& name,
               std::vector<DistributionValue>& values) {
  const auto take = [&values](const auto& items) {
    for (const auto& item : items) values.push_back({item.key, item.title, {}});
    return true;
  };
  if (name == "directions") return take(profile.directions);
  if (name == "roles") return take(profile.roles);
  if (name == "levels") return take(profile.levels);
  if (name == "document_kinds") return take(profile.document_kinds);
  return false;
}

DistributionDefinition read_definition(TomlReader& r, const RegionProfile& profile) {
  DistributionDefinition d;
  d.id = r.required_text("id");
  d.title = r.required_text("title");
  d.short_title = r.text("short_title", d.title);
  d.unit = r.required_text("unit");
  d.source = r.required_text("source");
  d.note = r.text("note");
  d.counts_people = r.choice("counts", {"people", "methodists", "records"}) == "people";
  d.is_public = r.boolean("public", true);
  const auto list = r.text("keys");
  r.tables("values", [&](TomlReader& v) {
    d.values.push_back({v.required_text("key"), v.required_text("title"), v.text("note")});
  });
  if (!list.empty() && !take_list(profile, list, d.values)) {
    r.error("keys", fmt::format("Списка «{}» в профиле нет.", list),
            "Допустимо: directions, roles, levels, document_kinds; или свои [[values]].");
  }
  if (d.values.empty()) {
    r.error("values", "Не названо ни одного значения.",
            "Перечислите [[distributions.values]] или назовите список профиля в keys.");
  }
  if (!d.id.empty() && base::slug(d.id) != d.id) {
    r.error("id", fmt::format("Ключ распределения «{}» не годится для адресов страниц.", d.id),
            "Только строчные латинские буквы, цифры и дефис.");
  }
  const auto query = r.required_text("query");
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

void read_distributions(TomlReader& reader, RegionProfile& profile) {
  reader.tables("distributions", [&](TomlReader& r) {
    auto definition = read_definition(r, profile);
    const bool known =
        std::any_of(profile.distributions.begin(), profile.distributions.end(),
                    [&](const DistributionDefinition& d) { return d.id == definition.id; });
    if (known) {
      r.error("id", fmt::format("Распределение «{}» описано дважды.", definition.id),
              "Оставьте одно описание.");
    }
    profile.distributions.push_back(std::move(definition));
  });
}

}  // namespace metodaktiv::config
