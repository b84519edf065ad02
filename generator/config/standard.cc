#include "config/standard.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "config/profile_parts.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

std::string parent_of(std::string_view number) {
  return std::string(number.substr(0, number.rfind('.')));
}

Due read_due(TomlReader& r) {
  Due due;
  due.title = r.required_text("title");
  const auto add_day = [&](std::string_view key) {
    const auto text = r.text(key);
    if (text.empty()) return;
    if (const auto day = month_day(text)) {
      due.days.push_back(*day);
    } else {
      r.error(key, fmt::format("«{}» — не день года.", text), "Пишите месяц и день: \"09-25\".");
    }
  };
  add_day("day");
  due.from = r.text("from");
  if (!due.from.empty() && !month_day(due.from)) {
    r.error("from", fmt::format("«{}» — не день года.", due.from),
            "Пишите месяц и день: \"10-01\".");
  }
  add_day("until");
  due.every = r.text("every").empty()
                  ? ""
                  : r.choice("every", {"week", "month", "quarter", "half_year", "year"});
  const int day_of_month = r.integer("day_of_month", 0);
  for (const int month : r.integers("months")) {
    if (month < 1 || month > 12 || day_of_month < 1 || day_of_month > 28) {
      r.error("months", "Месяц должен быть от 1 до 12, день месяца — от 1 до 28.",
              "Исправьте числа.");
      continue;
    }
    due.days.emplace_back(static_cast<unsigned>(month), static_cast<unsigned>(day_of_month));
  }
  return due;
}

}  // namespace

std::optional<std::pair<unsigned, unsigned>> month_day(const std::string& text) {
  const auto date = base::Date::parse_iso("2023-" + text);
  if (!date) return std::nullopt;
  return std::pair(date->month(), date->day());
}

const StandardFunction* Standard::function(std::string_view number) const {
  for (const auto& direction : directions) {
    for (const auto& group : direction.groups) {
      for (const auto& entry : group.functions) {
        if (entry.number == number) return &entry;
      }
    }
  }
  return nullptr;
}

bool Standard::has_municipal_deadlines() const {
  const auto dated = deadlines(*this, base::SchoolYear(2023));
  return std::any_of(dated.begin(), dated.end(), [](const Deadline& d) { return !d.regional; });
}

std::vector<Deadline> deadlines(const Standard& standard, base::SchoolYear year) {
  std::vector<Deadline> result;
  for (const auto& direction : standard.directions) {
    for (const auto& group : direction.groups) {
      for (const auto& entry : group.functions) {
        for (const auto& due : entry.due) {
          for (const auto& [month, day] : due.days) {
            const int calendar_year = month >= 9 ? year.start() : year.start() + 1;
            result.push_back(
                {base::Date(calendar_year, month, day), entry.number, due.title, entry.regional});
          }
        }
      }
    }
  }
  std::stable_sort(result.begin(), result.end(), [](const Deadline& a, const Deadline& b) {
    return std::tie(a.on, a.function, a.title) < std::tie(b.on, b.function, b.title);
  });
  return result;
}

Standard read_standard(const std::filesystem::path& file, base::Findings& findings) {
  Standard standard;
  const auto table = parse_toml(file, findings);
  TomlReader reader(table, file.string(), findings);
  standard.source = reader.required_text("source");
  standard.title = reader.text("title");
  standard.short_title = reader.text("short_title", standard.short_title);
  const bool named = !reader.text("name").empty();
  const auto name = [&](std::string_view key, std::string& text) {
    text = named ? reader.required_text(key) : reader.text(key, text);
  };
  name("name", standard.name);
  name("name_genitive", standard.name_genitive);
  name("name_dative", standard.name_dative);
  reader.tables("directions", [&](TomlReader& r) {
    standard.directions.push_back({r.required_text("number"), r.required_text("title"), {}});
  });
  reader.tables("groups", [&](TomlReader& r) {
    FunctionGroup group{r.required_text("number"), r.required_text("title"), {}};
    for (auto& direction : standard.directions) {
      if (direction.number == parent_of(group.number)) {
        direction.groups.push_back(group);
        return;
      }
    }
    r.error("number", fmt::format("Для группы {} нет направления.", group.number),
            "Добавьте [[directions]].");
  });
  reader.tables("functions", [&](TomlReader& r) {
    StandardFunction entry;
    entry.number = r.required_text("number");
    entry.title = r.required_text("title");
    entry.who = r.text("who");
    entry.regional = r.choice("scope", {"municipal", "region"}, "municipal") == "region";
    entry.actions = r.texts("actions");
    entry.deadline = r.required_text("deadline");
    r.tables("due", [&](TomlReader& d) { entry.due.push_back(read_due(d)); });
    if (standard.function(entry.number)) {
      r.error("number", fmt::format("Функция {} описана дважды.", entry.number), "Оставьте одну.");
    }
    for (auto& direction : standard.directions) {
      for (auto& group : direction.groups) {
        if (group.number == parent_of(entry.number)) {
          group.functions.push_back(entry);
          return;
        }
      }
    }
    r.error("number", fmt::format("Для функции {} нет группы.", entry.number),
            "Добавьте [[groups]].");
  });
  reader.finish();
  return standard;
}

}  // namespace metodaktiv::config
