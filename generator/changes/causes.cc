#include "changes/causes.h"

#include <algorithm>
#include <array>
#include <set>

#include "changes/table_changes.h"
#include "config/ownership.h"
#include "config/query_forms.h"
#include "registry/registry.h"

namespace metodaktiv::changes {
namespace {

using config::FormDefinition;
using indicators::Scope;
using registry::Database;

/// Tables behind a prepared relation, beside the one that is named after it.
constexpr std::string_view kLevels = "teacher_levels";
constexpr std::string_view kTeachers = "teachers";
constexpr std::string_view kCriteria = "methodist_criteria";
/// What the prepared relations themselves read (indicators/environment.h).
constexpr std::array<std::string_view, 12> kRelationColumns = {
    "organization", "municipality", "birth_date",  "teaching_since", "category", "manager",
    "dismissed_on", "included_on",  "excluded_on", "level",          "kind",     "assessed_on"};

/// Territory of each municipality, in the later registry.
std::map<std::string, std::string> territories(Database& registry) {
  std::map<std::string, std::string> result;
  auto row = registry.prepare("SELECT code, ifnull(territory, '') FROM municipalities",
                              "сравнение реестров");
  while (row.next()) result[row.text(0)] = row.text(1);
  return result;
}

class CauseFinder {
 public:
  CauseFinder(const std::filesystem::path& before, const std::filesystem::path& after,
              const config::RegionProfile& profile, const std::vector<FormDefinition>& forms,
              std::size_t rows_per_figure, const Changes& names)
      : before_(registry::open_registry(before)),
        after_(registry::open_registry(after)),
        profile_(profile),
        forms_(forms),
        rows_per_figure_(rows_per_figure),
        names_(names),
        territories_(territories(after_)) {}

  void find(FigureChange& figure) {
    const auto* definition = profile_.indicator(figure.after.indicator);
    if (definition == nullptr) return;
    const auto words = config::words_of_query(definition->sql);
    const auto columns = columns_of(words);
    const bool lists_rows = figure.after.scope == Scope::kMunicipality || definition->region_only;
    for (const auto* form : tables_of(*definition, words)) {
      RowCounts counts{form->title, 0, 0, 0};
      for (const auto& change : changes_of(*form)) {
        if (!concerns(change, figure.after) || !is_cause(change, columns)) continue;
        auto& count = change.row.way == RowWay::kAdded     ? counts.added
                      : change.row.way == RowWay::kRemoved ? counts.removed
                                                           : counts.changed;
        ++count;
        if (lists_rows && figure.rows.size() < rows_per_figure_) figure.rows.push_back(change.row);
      }
      if (counts.added + counts.removed + counts.changed > 0) figure.counts.push_back(counts);
    }
  }

 private:
  std::vector<const FormDefinition*> tables_of(const config::IndicatorDefinition& definition,
                                               const std::set<std::string>& words) const {
    auto tables = config::forms_of_query(definition.sql, forms_);
    const auto* teachers = config::form_of(forms_, kTeachers);
    const bool hidden = words.contains(std::string(kLevels)) && teachers != nullptr &&
                        std::find(tables.begin(), tables.end(), teachers) == tables.end();
    if (hidden) tables.push_back(teachers);
    return tables;
  }

  const std::vector<OwnedChange>& changes_of(const FormDefinition& form) {
    const auto found = tables_.find(form.table);
    if (found != tables_.end()) return found->second;
    return tables_
        .emplace(form.table, table_changes(before_, after_, forms_, form, profile_, names_))
        .first->second;
  }

  [[nodiscard]] bool concerns(const OwnedChange& change, const indicators::Figure& figure) const {
    if (figure.scope == Scope::kRegion) return true;
    const auto is_of = [&](const std::string& municipality) {
      if (figure.scope == Scope::kMunicipality) return municipality == figure.code;
      const auto found = territories_.find(municipality);
      return found != territories_.end() && found->second == figure.code;
    };
    return is_of(change.owner_before) || is_of(change.owner_after);
  }

  /// A row that came or went always counts, a changed one when the indicator reads what changed.
  [[nodiscard]] static bool is_cause(const OwnedChange& change,
                                     const std::set<std::string>& columns) {
    if (change.row.way != RowWay::kChanged || change.owner_before != change.owner_after)
      return true;
    return std::any_of(change.row.fields.begin(), change.row.fields.end(),
                       [&](const FieldChange& field) { return columns.contains(field.key); });
  }

  /// Columns that an indicator may read: its own words, and behind prepared relations theirs.
  [[nodiscard]] std::set<std::string> columns_of(const std::set<std::string>& words) const {
    auto columns = words;
    for (const auto column : kRelationColumns) columns.insert(std::string(column));
    if (!words.contains(std::string(kCriteria))) return columns;
    for (const auto& criterion : profile_.criteria)
      columns.merge(config::words_of_query(criterion.rule));
    return columns;
  }

  Database before_, after_;
  const config::RegionProfile& profile_;
  const std::vector<FormDefinition>& forms_;
  std::size_t rows_per_figure_;
  const Changes& names_;
  std::map<std::string, std::string> territories_;
  std::map<std::string, std::vector<OwnedChange>> tables_;
};

}  // namespace

void find_causes(const std::filesystem::path& before, const std::filesystem::path& after,
                 const config::RegionProfile& profile, const std::vector<FormDefinition>& forms,
                 std::size_t rows_per_figure, Changes& changes) {
  if (changes.figures.empty()) return;
  CauseFinder finder(before, after, profile, forms, rows_per_figure, changes);
  for (auto& figure : changes.figures) finder.find(figure);
}

}  // namespace metodaktiv::changes
