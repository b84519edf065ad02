#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"
#include "site/model_figures.h"
#include "site/model_index.h"

namespace metodaktiv::site {
namespace {

/// "33.3" → 333; nothing for what is no number with one decimal.
std::optional<long long> tenths_of(const std::string& text) {
  const auto point = text.find('.');
  if (point == std::string::npos || point + 2 != text.size()) return std::nullopt;
  const auto digits = text.substr(0, point) + text.substr(point + 1);
  long long value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// Rows of the history with the records that they name. What the publication does not have is left
/// out: an old release says no more than the publication itself.
class ReleaseReader {
 public:
  ReleaseReader(const config::RegionProfile& profile, Model& model)
      : profile_(profile),
        model_(model),
        municipalities_(model.municipalities),
        elsewhere_(model.elsewhere),
        subjects_(model.subjects),
        organizations_(model.organizations),
        methodists_(model.methodists) {
    for (const auto& practice : model.practices) practices_.emplace(practice.slug, &practice);
  }

  void read(registry::Database& publication) {
    for (const auto& day : read_release_days(publication)) {
      Release release;
      release.as_of = day.as_of;
      release.former_as_of = day.former_as_of;
      release.counts = day.counts;
      read_rows(publication, release);
      sort(release);
      model_.releases.push_back(std::move(release));
    }
  }

 private:
  void read_rows(registry::Database& publication, Release& release) {
    auto row = publication.prepare(
        "SELECT kind, municipality, subject, methodist, former_methodist, organization, practice, "
        "indicator, scope, place, school_year, field, ifnull(count, 0), before, after "
        "FROM release_changes WHERE release = ? "
        "ORDER BY kind, municipality, subject, methodist, field, organization, former_methodist",
        "публикация");
    row.bind(1, release.as_of.iso());
    while (row.next()) take(row, release);
  }

  void take(const registry::Statement& row, Release& release) {
    const auto kind = row.text(0);
    const auto* person = methodists_.find(row.text_or_empty(3));
    const Release::Cell cell{place(row.text_or_empty(1)), subjects_.find(row.text_or_empty(2)),
                             row.integer(12)};
    if (kind == "entered" && person != nullptr) release.entered.push_back(person);
    if (kind == "named" && person != nullptr) release.named.push_back(person);
    if (kind == "updated" && person != nullptr)
      add_updated(*person, row.text_or_empty(11), release);
    if (kind == "entered_unnamed") release.entered_unnamed.push_back(cell);
    if (kind == "left") release.left.push_back(cell);
    if (kind == "practice_removed") release.practices_removed.push_back(cell);
    if (kind == "practice") {
      const auto found = practices_.find(row.text_or_empty(6));
      if (found != practices_.end()) release.practices.push_back(found->second);
    }
    if (kind == "figure") add_figure(row, release);
    if (kind == "assigned" || kind == "unassigned" || kind == "reassigned")
      add_move(kind, row, release);
  }

  static void add_updated(const Methodist& person, const std::string& field, Release& release) {
    if (release.updated.empty() || release.updated.back().person != &person)
      release.updated.push_back({&person, {}});
    release.updated.back().fields.push_back(field);
  }

  void add_move(const std::string& kind, const registry::Statement& row, Release& release) {
    using Way = Release::Move::Way;
    Release::Move move;
    move.way = kind == "assigned"     ? Way::kAssigned
               : kind == "unassigned" ? Way::kUnassigned
                                      : Way::kReassigned;
    move.organization = organizations_.find(row.text_or_empty(5));
    move.subject = subjects_.find(row.text_or_empty(2));
    move.to = methodists_.find(row.text_or_empty(3));
    move.from = methodists_.find(row.text_or_empty(4));
    if (move.organization != nullptr) release.moves.push_back(move);
  }

  void add_figure(const registry::Statement& row, Release& release) {
    Release::Moved moved;
    moved.indicator = profile_.indicator(row.text_or_empty(7));
    moved.school_year = row.text_or_empty(10);
    moved.figure = model_.figure(row.text_or_empty(7), moved.school_year,
                                 scope_from(row.text_or_empty(8)), row.text_or_empty(9));
    const bool hidden = moved.figure == nullptr || moved.figure->status == Status::kSuppressed;
    if (moved.indicator == nullptr || hidden) return;
    moved.before = tenths_of(row.text_or_empty(13));
    moved.after = tenths_of(row.text_or_empty(14));
    release.figures.push_back(std::move(moved));
  }

  const Municipality* place(const std::string& code) const {
    const auto* found = municipalities_.find(code);
    return found != nullptr ? found : elsewhere_.find(code);
  }

  /// The order in which the model lists the same records.
  void sort(Release& release) const {
    const auto by_address = [](const auto* a, const auto* b) { return a < b; };
    std::sort(release.entered.begin(), release.entered.end(), by_address);
    std::sort(release.named.begin(), release.named.end(), by_address);
    std::sort(release.practices.begin(), release.practices.end(), by_address);
    std::sort(release.updated.begin(), release.updated.end(),
              [](const auto& a, const auto& b) { return a.person < b.person; });
    std::stable_sort(release.moves.begin(), release.moves.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.organization, a.subject) < std::tuple(b.organization, b.subject);
    });
    std::stable_sort(
        release.figures.begin(), release.figures.end(), [](const auto& a, const auto& b) {
          return std::tuple(a.indicator, a.figure->scope, natural_key(a.figure->name)) <
                 std::tuple(b.indicator, b.figure->scope, natural_key(b.figure->name));
        });
  }

  const config::RegionProfile& profile_;
  Model& model_;
  Index<Municipality> municipalities_, elsewhere_;
  Index<Subject> subjects_;
  Index<Organization> organizations_;
  Index<Methodist> methodists_;
  std::map<std::string, const Practice*> practices_;
};

}  // namespace

void read_releases(registry::Database& publication, const config::RegionProfile& profile,
                   Model& model) {
  ReleaseReader(profile, model).read(publication);
}

}  // namespace metodaktiv::site
