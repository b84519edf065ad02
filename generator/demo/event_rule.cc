#include "demo/event_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"

namespace metodaktiv::demo {

std::vector<EventRule> read_event_rules(config::TomlReader& reader, std::string_view key) {
  const auto list = [](config::TomlReader& r, std::string_view name) {
    auto texts = r.texts(name);
    if (texts.empty())
      r.error(name, fmt::format("Список «{}» пуст.", name), "Добавьте хотя бы одну запись.");
    return texts;
  };
  std::vector<EventRule> rules;
  reader.tables(key, [&](config::TomlReader& r) {
    EventRule rule;
    rule.kind = r.choice("kind", {"rma_meeting", "webinar", "seminar", "contest", "week", "other"});
    for (auto& day : r.texts("on")) {
      if (base::Date::parse_iso("2023-" + day)) {
        rule.on.push_back(std::move(day));
      } else {
        r.error("on", fmt::format("«{}» — не день года.", day),
                "Напишите месяц и день так: 09-01.");
      }
    }
    rule.each_year = rule.on.empty() ? r.required_integer("each_year") : 0;
    rule.days = r.integer("days", 0);
    rule.spread = r.boolean("spread", false);
    rule.titles = list(r, "titles");
    rule.places = list(r, "places");
    rule.audience = r.required_text("audience");
    rules.push_back(std::move(rule));
  });
  return rules;
}

std::vector<EventRule> combined(const std::vector<EventRule>& shared,
                                const std::vector<EventRule>& own) {
  std::vector<EventRule> rules;
  for (const auto& rule : shared) {
    const bool replaced = std::any_of(
        own.begin(), own.end(), [&](const EventRule& other) { return other.kind == rule.kind; });
    if (!replaced) rules.push_back(rule);
  }
  rules.insert(rules.end(), own.begin(), own.end());
  return rules;
}

}  // namespace metodaktiv::demo
