#include "site/practice_lists.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "site/paths.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

using By = PracticeList::By;

constexpr std::array<std::string_view, 2> kKinds = {"pedagogical", "managerial"};

/// Practices by a text of theirs, newest first as in the model; those without the text are left
/// out.
using Groups = std::map<std::string, std::vector<const Practice*>>;

template <typename Text>
Groups groups_by(const Model& model, Text text) {
  Groups groups;
  for (const auto* practice : model.newest_practices) {
    auto key = text(*practice);
    if (!key.empty()) groups[std::move(key)].push_back(practice);
  }
  return groups;
}

}  // namespace

PracticeLists::PracticeLists(const Model& model) {
  for (const auto& subject : model.subjects) {
    if (subject.practices.empty()) continue;
    add(By::kSubject, subject.code,
        {By::kSubject, "subject-" + subject.code, subject.title, &subject, subject.practices});
  }
  if (!model.practices_without_subject.empty()) {
    add(By::kSubject, "",
        {By::kSubject, "other", "Без предмета", nullptr, model.practices_without_subject});
  }

  std::set<std::string> taken;
  for (auto& [direction, practices] :
       groups_by(model, [](const Practice& p) { return base::folded(p.direction); })) {
    auto name = "direction-" + base::slug(direction);
    for (int n = 2; !taken.insert(name).second; ++n) {
      name = fmt::format("direction-{}-{}", base::slug(direction), n);
    }
    const auto title = base::capitalized(base::trimmed(practices.front()->direction));
    add(By::kDirection, direction, {By::kDirection, name, title, nullptr, std::move(practices)});
  }

  auto levels = groups_by(model, [](const Practice& p) { return p.level; });
  for (const auto& level : wording::education_levels()) {
    const auto found = levels.find(level);
    if (found == levels.end()) continue;
    add(By::kLevel, found->first,
        {By::kLevel, "level-" + found->first,
         base::capitalized(wording::education_level(found->first)), nullptr,
         std::move(found->second)});
  }
  auto kinds = groups_by(model, [](const Practice& p) { return p.kind; });
  for (const auto kind : kKinds) {
    const auto found = kinds.find(std::string(kind));
    if (found == kinds.end()) continue;
    add(By::kKind, found->first,
        {By::kKind, "kind-" + found->first, wording::practice_group(found->first), nullptr,
         std::move(found->second)});
  }
}

void PracticeLists::add(By by, const std::string& value, PracticeList list) {
  keys_.emplace(std::pair(by, value), list.key);
  lists_.push_back(std::move(list));
}

std::string PracticeLists::path(By by, std::string_view value) const {
  const auto found =
      keys_.find({by, by == By::kDirection ? base::folded(value) : std::string(value)});
  return found == keys_.end() ? std::string() : paths::practice_list(found->second, 1);
}

}  // namespace metodaktiv::site
