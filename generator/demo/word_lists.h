#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demo/event_rule.h"
#include "demo/region_settings.h"

namespace metodaktiv::demo {

/// A name in its male and female form.
struct GenderedName {
  std::string male;
  std::string female;
};

/// data/demo/people.toml.
struct PeopleNames {
  std::vector<GenderedName> last_names;
  std::vector<GenderedName> patronymics;
  std::vector<std::string> female_older, female_younger, male_older, male_younger;
};

/// How an organization may be called; {n} is its number, {name} one of the list `names`.
struct OrganizationForm {
  OrganizationKind kind = OrganizationKind::kSchool;
  double weight = 1;
  bool rural = false;
  std::vector<std::string> names;  ///< empty: the form has no {name}
  std::string full;
  std::string short_form;
};

struct ManagerTitles {
  std::string head;
  std::string deputy;
};

/// What the demo knows about a subject: words for texts, who teaches it and where.
struct SubjectWords {
  std::string code;
  std::string genitive, dative, setting, teachers;
  std::array<std::string, kOrganizationKinds> position;  ///< by OrganizationKind
  std::array<double, kOrganizationKinds> weight{};       ///< by OrganizationKind
  double female = 80;                                    ///< percent
  double assessed = 80;                                  ///< percent of the assessed share
  std::vector<std::string> practices;                    ///< groups of practice topics
};

struct Contest {
  std::string name;
  std::string level;
  bool ministry_list = false;
};

struct IomActivity {
  std::string section;
  std::string title;
  double hours = 0;
};

struct Community {
  std::string name;
  std::string kind;
};

/// data/demo/activities.toml.
struct Activities {
  std::vector<std::string> courses_federal, courses_regional, courses_municipal;
  std::vector<std::string> valued, evidence, innovations, reflections, about, other_directions;
  std::vector<std::string> nominated_by, meetings;
  std::vector<Contest> contests;
  std::vector<IomActivity> iom_activities;
  std::vector<Community> communities;
  std::vector<std::pair<std::string, double>> audit_items;
  std::vector<EventRule> regional_events, municipal_events;
};

/// Everything of data/demo/ but the practice texts.
struct WordLists {
  PeopleNames people;
  std::vector<OrganizationForm> forms;
  std::array<ManagerTitles, kOrganizationKinds> managers;
  std::vector<SubjectWords> subjects;
  Activities activities;

  /// Words of the subject, or those of the entry "*" when the lists do not know it.
  [[nodiscard]] const SubjectWords& subject(std::string_view code) const;
};

/// Reads `folder`. Failure lists everything wrong with file and line.
WordLists load_word_lists(const std::filesystem::path& folder);

}  // namespace metodaktiv::demo
