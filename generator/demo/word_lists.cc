#include "demo/word_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/text.h"
#include "config/toml_reader.h"

namespace metodaktiv::demo {
namespace {

namespace fs = std::filesystem;
using config::TomlReader;

/// An array of texts with '|' between their parts; a wrong number of parts is a finding.
std::vector<std::vector<std::string>> read_parts(TomlReader& r, std::string_view key,
                                                 std::size_t count) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& text : r.texts(key)) {
    auto parts = base::split(text, '|');
    if (parts.size() != count) {
      r.error(key, fmt::format("В записи «{}» частей не {}.", text, count),
              "Разделяйте части знаком «|».");
      continue;
    }
    rows.push_back(std::move(parts));
  }
  if (rows.empty())
    r.error(key, fmt::format("Список «{}» пуст.", key), "Добавьте хотя бы одну запись.");
  return rows;
}

std::vector<std::string> read_list(TomlReader& r, std::string_view key) {
  auto list = r.texts(key);
  if (list.empty())
    r.error(key, fmt::format("Список «{}» пуст.", key), "Добавьте хотя бы одну запись.");
  return list;
}

std::vector<GenderedName> read_gendered(TomlReader& r, std::string_view key) {
  std::vector<GenderedName> names;
  for (auto& parts : read_parts(r, key, 2)) names.push_back({parts[0], parts[1]});
  return names;
}

PeopleNames read_people(TomlReader& r) {
  PeopleNames people;
  people.last_names = read_gendered(r, "last_names");
  people.patronymics = read_gendered(r, "patronymics");
  people.female_older = read_list(r, "female_older");
  people.female_younger = read_list(r, "female_younger");
  people.male_older = read_list(r, "male_older");
  people.male_younger = read_list(r, "male_younger");
  return people;
}

OrganizationKind read_kind(TomlReader& r) {
  const auto key = r.choice("kind", {"school", "preschool", "additional", "vocational"});
  for (std::size_t i = 0; i < kOrganizationKinds; ++i) {
    if (kind_key(static_cast<OrganizationKind>(i)) == key) return static_cast<OrganizationKind>(i);
  }
  return OrganizationKind::kSchool;
}

/// The whole number at the end of a "…|12" entry.
double read_number(TomlReader& r, std::string_view key, const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    r.error(key, fmt::format("«{}» — не целое число.", text), "Напишите число цифрами.");
  }
  return value;
}

std::array<ManagerTitles, kOrganizationKinds> read_managers(TomlReader& reader) {
  std::array<ManagerTitles, kOrganizationKinds> managers;
  reader.tables("managers", [&](TomlReader& r) {
    auto& titles = managers[static_cast<std::size_t>(read_kind(r))];
    titles.head = r.required_text("head");
    titles.deputy = r.required_text("deputy");
  });
  return managers;
}

std::vector<OrganizationForm> read_forms(TomlReader& reader) {
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  for (const char* key : {"dedications", "villages", "kindergartens", "centres", "colleges"}) {
    lists[key] = read_list(reader, key);
  }
  std::vector<OrganizationForm> forms;
  reader.tables("forms", [&](TomlReader& r) {
    OrganizationForm form;
    form.kind = read_kind(r);
    form.weight = r.required_integer("weight");
    form.rural = r.boolean("rural", false);
    if (const auto names = r.text("names"); !names.empty()) {
      const auto found = lists.find(names);
      if (found == lists.end()) {
        r.error("names", fmt::format("Списка «{}» нет.", names), "Назовите список из этого файла.");
      } else {
        form.names = found->second;
      }
    }
    form.full = r.required_text("full");
    form.short_form = r.required_text("short");
    forms.push_back(std::move(form));
  });
  return forms;
}

std::vector<SubjectWords> read_subjects(TomlReader& reader) {
  std::vector<SubjectWords> subjects;
  reader.tables("subjects", [&](TomlReader& r) {
    SubjectWords words;
    words.code = r.required_text("code");
    words.genitive = r.required_text("genitive");
    words.dative = r.required_text("dative");
    words.setting = r.required_text("setting");
    words.teachers = r.required_text("teachers");
    const auto position = r.required_text("position");
    for (std::size_t i = 0; i < kOrganizationKinds; ++i) {
      const auto kind = kind_key(static_cast<OrganizationKind>(i));
      words.position[i] = r.text(fmt::format("position_{}", kind), position);
      words.weight[i] = r.integer(kind, 0);
    }
    words.female = r.integer("female", 80);
    words.assessed = r.integer("assessed", 80);
    words.practices = read_list(r, "practices");
    subjects.push_back(std::move(words));
  });
  const bool has_fallback = std::any_of(subjects.begin(), subjects.end(),
                                        [](const auto& words) { return words.code == "*"; });
  if (!has_fallback) {
    reader.error("subjects", "Нет записи для прочих предметов.",
                 "Добавьте [[subjects]] с code = \"*\".");
  }
  return subjects;
}

Activities read_activities(TomlReader& r) {
  Activities a;
  a.courses_federal = read_list(r, "courses_federal");
  a.courses_regional = read_list(r, "courses_regional");
  a.courses_municipal = read_list(r, "courses_municipal");
  a.valued = read_list(r, "valued");
  a.evidence = read_list(r, "evidence");
  a.innovations = read_list(r, "innovations");
  a.reflections = read_list(r, "reflections");
  a.about = read_list(r, "about");
  a.other_directions = read_list(r, "other_directions");
  a.nominated_by = read_list(r, "nominated_by");
  a.meetings = read_list(r, "meetings");
  for (auto& parts : read_parts(r, "contests", 3)) {
    a.contests.push_back({parts[0], parts[1], parts[2] == "1"});
  }
  for (auto& parts : read_parts(r, "iom_activities", 3)) {
    a.iom_activities.push_back({parts[0], parts[1], read_number(r, "iom_activities", parts[2])});
  }
  for (auto& parts : read_parts(r, "community_names", 2))
    a.communities.push_back({parts[0], parts[1]});
  for (auto& parts : read_parts(r, "audit_items", 2)) {
    a.audit_items.emplace_back(parts[0], read_number(r, "audit_items", parts[1]));
  }
  a.regional_events = read_event_rules(r, "regional_events");
  a.municipal_events = read_event_rules(r, "municipal_events");
  return a;
}

template <typename Read>
auto read_demo_file(const fs::path& file, base::Findings& findings, Read read) {
  const auto table = config::parse_toml(file, findings);
  TomlReader reader(table, file.string(), findings);
  auto result = read(reader);
  reader.finish();
  return result;
}

}  // namespace

const SubjectWords& WordLists::subject(std::string_view code) const {
  const SubjectWords* fallback = &subjects.front();
  for (const auto& words : subjects) {
    if (words.code == code) return words;
    if (words.code == "*") fallback = &words;
  }
  return *fallback;
}

WordLists load_word_lists(const fs::path& folder) {
  base::Findings findings;
  WordLists lists;
  lists.people = read_demo_file(folder / "people.toml", findings, read_people);
  read_demo_file(folder / "organizations.toml", findings, [&](TomlReader& r) {
    lists.forms = read_forms(r);
    lists.managers = read_managers(r);
    return true;
  });
  lists.subjects = read_demo_file(folder / "subjects.toml", findings, read_subjects);
  lists.activities = read_demo_file(folder / "activities.toml", findings, read_activities);
  config::throw_if_errors(findings, "Списки для примера содержат ошибки:");
  return lists;
}

}  // namespace metodaktiv::demo
