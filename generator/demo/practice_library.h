#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "demo/region_settings.h"
#include "demo/template_text.h"

namespace metodaktiv::demo {

struct PracticeAudience {
  std::string level;
  std::vector<std::string> grades;
};

/// Who learns: words in their cases and sentences that any practice of the family may use.
struct PracticeFamily {
  std::string key;
  std::string kind;  ///< pedagogical, managerial
  std::vector<OrganizationKind> organizations;
  bool general = false;  ///< fits whoever works in such an organization
  Words words;
  std::vector<std::string> titles, annotation, bridge, audience, rhythm, results_intro, results_end,
      needs, tips;
  std::vector<PracticeAudience> audiences;
};

/// What is taught.
struct PracticeTopic {
  std::string group;
  std::size_t family = 0;
  std::vector<std::string> subjects;  ///< empty: any of the group
  std::vector<std::string> levels;
  std::string direction;
  std::vector<std::string> tags;
  std::string name, task, example;
  std::vector<std::string> problem, measures, needs, tips;
};

/// A way of working.
struct PracticeTechnique {
  std::vector<std::string> families;
  std::vector<std::string> not_for;  ///< groups of topics that it does not suit
  std::string title, through, essence;
  std::vector<std::string> steps, effect, needs, tips;
};

/// data/demo/practice_*.toml: the pieces that practices are put together from.
struct PracticeLibrary {
  std::vector<PracticeFamily> families;
  std::vector<PracticeTopic> topics;
  std::vector<PracticeTechnique> techniques;
};

/// Reads the three files of `folder`. Failure lists everything wrong with file and line.
PracticeLibrary load_practice_library(const std::filesystem::path& folder);

}  // namespace metodaktiv::demo
