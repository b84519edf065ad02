#include "site/related_practices.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"

namespace metodaktiv::site {
namespace {

/// How far a list is searched to both sides: a bank of any size costs the same per page.
constexpr std::size_t kReach = 60;
constexpr int kMostTags = 3;

std::set<std::string> tags_of(const Practice& practice) {
  std::set<std::string> tags;
  for (const auto& tag : practice.tags) tags.insert(base::folded(tag));
  return tags;
}

int points(const Practice& one, const std::set<std::string>& tags, const Practice& other) {
  int sum = 0;
  if (one.subject != nullptr && one.subject == other.subject) sum += 4;
  if (!one.direction.empty() && base::folded(one.direction) == base::folded(other.direction)) {
    sum += 3;
  }
  int shared = 0;
  for (const auto& tag : tags_of(other)) shared += tags.contains(tag) ? 1 : 0;
  sum += 2 * std::min(shared, kMostTags);
  if (!one.level.empty() && one.level == other.level) ++sum;
  if (one.kind == other.kind) ++sum;
  if (one.municipality == other.municipality) ++sum;
  return sum;
}

}  // namespace

RelatedPractices::RelatedPractices(const Model& model) : model_(model) {
  for (std::size_t i = 0; i < model.practices.size(); ++i) {
    const auto& practice = model.practices[i];
    if (practice.subject != nullptr) by_subject_[practice.subject].push_back(i);
    if (!practice.direction.empty()) by_direction_[base::folded(practice.direction)].push_back(i);
    for (const auto& tag : tags_of(practice)) by_tag_[tag].push_back(i);
  }
}

std::vector<const RelatedPractices::Positions*> RelatedPractices::features_of(
    const Practice& practice) const {
  std::vector<const Positions*> features;
  if (practice.subject != nullptr) features.push_back(&by_subject_.at(practice.subject));
  if (!practice.direction.empty()) {
    features.push_back(&by_direction_.at(base::folded(practice.direction)));
  }
  for (const auto& tag : tags_of(practice)) features.push_back(&by_tag_.at(tag));
  return features;
}

std::vector<const Practice*> RelatedPractices::of(const Practice& practice,
                                                  std::size_t limit) const {
  const auto self = static_cast<std::size_t>(&practice - model_.practices.data());
  std::set<std::size_t> candidates;
  for (const auto* positions : features_of(practice)) {
    const auto here = std::lower_bound(positions->begin(), positions->end(), self);
    const auto before = static_cast<std::size_t>(here - positions->begin());
    const auto after = static_cast<std::size_t>(positions->end() - here);
    candidates.insert(here - static_cast<std::ptrdiff_t>(std::min(before, kReach)),
                      here + static_cast<std::ptrdiff_t>(std::min(after, kReach + 1)));
  }
  candidates.erase(self);

  const auto tags = tags_of(practice);
  std::vector<std::tuple<int, std::size_t, std::size_t>> found;  // -points, distance, position
  for (const auto at : candidates) {
    found.emplace_back(-points(practice, tags, model_.practices[at]),
                       at > self ? at - self : self - at, at);
  }
  std::sort(found.begin(), found.end());

  std::vector<const Practice*> result;
  std::set<std::string> titles;
  for (const auto& [minus, distance, at] : found) {
    if (result.size() == limit) break;
    const auto& other = model_.practices[at];
    if (titles.insert(base::folded(other.title)).second) result.push_back(&other);
  }
  return result;
}

}  // namespace metodaktiv::site
