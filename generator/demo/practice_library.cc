#include "demo/practice_library.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/toml_reader.h"

namespace metodaktiv::demo {
namespace {

namespace fs = std::filesystem;
using config::TomlReader;

const std::vector<std::string> kLevels = {"preschool", "primary", "basic", "secondary", "all"};

/// The words a family gives in its cases.
constexpr std::string_view kWordKeys[] = {
    "learner",      "learner_gen",  "learner_dat", "learner_ins", "learners",    "learners_gen",
    "learners_dat", "learners_ins", "lesson_gen",  "lesson_dat",  "lesson_prep", "lessons",
    "lessons_gen",  "lessons_prep", "teacher",     "teacher_gen", "teacher_dat", "teacher_ins"};
constexpr std::string_view kOptionalWordKeys[] = {"teachers_gen", "teachers_dat"};

std::vector<std::string> read_list(TomlReader& r, std::string_view key) {
  auto list = r.texts(key);
  if (list.empty())
    r.error(key, fmt::format("Список «{}» пуст.", key), "Добавьте хотя бы одну запись.");
  return list;
}

PracticeFamily read_family(TomlReader& r) {
  PracticeFamily family;
  family.key = r.required_text("key");
  family.kind = r.choice("kind", {"pedagogical", "managerial"});
  for (const auto& name : read_list(r, "organizations")) {
    for (std::size_t i = 0; i < kOrganizationKinds; ++i) {
      const auto kind = static_cast<OrganizationKind>(i);
      if (kind_key(kind) == name) family.organizations.push_back(kind);
    }
  }
  family.general = r.boolean("general", false);
  r.table("words", true, [&](TomlReader& words) {
    for (const auto key : kWordKeys) family.words[std::string(key)] = words.required_text(key);
    for (const auto key : kOptionalWordKeys) {
      if (auto text = words.text(key); !text.empty())
        family.words[std::string(key)] = std::move(text);
    }
  });
  r.table("texts", true, [&](TomlReader& texts) {
    family.titles = read_list(texts, "titles");
    family.annotation = read_list(texts, "annotation");
    family.bridge = read_list(texts, "bridge");
    family.audience = read_list(texts, "audience");
    family.rhythm = read_list(texts, "rhythm");
    family.results_intro = read_list(texts, "results_intro");
    family.results_end = read_list(texts, "results_end");
    family.needs = read_list(texts, "needs");
    family.tips = read_list(texts, "tips");
  });
  r.tables("audiences", [&](TomlReader& audience) {
    auto level = audience.choice("level", kLevels);
    family.audiences.push_back({std::move(level), read_list(audience, "grades")});
  });
  return family;
}

PracticeTopic read_topic(TomlReader& r, const std::vector<PracticeFamily>& families) {
  PracticeTopic topic;
  topic.group = r.required_text("group");
  const auto family = r.required_text("family");
  const auto found = std::find_if(families.begin(), families.end(),
                                  [&](const auto& entry) { return entry.key == family; });
  if (found == families.end()) {
    r.error("family", fmt::format("Семейства «{}» нет.", family),
            "Возьмите key из practice_families.toml.");
  } else {
    topic.family = static_cast<std::size_t>(found - families.begin());
  }
  topic.subjects = r.texts("subjects");
  topic.levels = read_list(r, "levels");
  topic.direction = r.required_text("direction");
  topic.tags = r.texts("tags");
  topic.name = r.required_text("name");
  topic.task = r.required_text("task");
  topic.example = r.required_text("example");
  topic.problem = read_list(r, "problem");
  topic.measures = read_list(r, "measures");
  topic.needs = r.texts("needs");
  topic.tips = r.texts("tips");
  return topic;
}

PracticeTechnique read_technique(TomlReader& r) {
  PracticeTechnique technique;
  technique.families = read_list(r, "families");
  technique.not_for = r.texts("not_for");
  technique.title = r.required_text("title");
  technique.through = r.required_text("through");
  technique.essence = r.required_text("essence");
  technique.steps = read_list(r, "steps");
  technique.effect = read_list(r, "effect");
  technique.needs = r.texts("needs");
  technique.tips = r.texts("tips");
  return technique;
}

}  // namespace

PracticeLibrary load_practice_library(const fs::path& folder) {
  base::Findings findings;
  PracticeLibrary library;
  const auto read = [&](const char* name, std::string_view key, const auto& entry) {
    const auto file = folder / name;
    const auto table = config::parse_toml(file, findings);
    TomlReader reader(table, file.string(), findings);
    reader.tables(key, entry);
    reader.finish();
  };
  read("practice_families.toml", "families",
       [&](TomlReader& r) { library.families.push_back(read_family(r)); });
  read("practice_topics.toml", "topics",
       [&](TomlReader& r) { library.topics.push_back(read_topic(r, library.families)); });
  read("practice_techniques.toml", "techniques",
       [&](TomlReader& r) { library.techniques.push_back(read_technique(r)); });
  config::throw_if_errors(findings, "Заготовки практик для примера содержат ошибки:");
  return library;
}

}  // namespace metodaktiv::demo
