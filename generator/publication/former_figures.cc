#include "publication/former_figures.h"

#include "publication/people_counts.h"
#include "registry/database.h"

namespace metodaktiv::publication {
namespace {

using indicators::Scope;

Scope scope_of(std::string_view key) {
  for (const auto scope : {Scope::kRegion, Scope::kTerritory}) {
    if (key == indicators::scope_key(scope)) return scope;
  }
  return Scope::kMunicipality;
}

}  // namespace

FormerFigures::FormerFigures(const std::filesystem::path& publication) {
  registry::Database db(publication, registry::Database::Mode::kReadOnly);
  auto year = db.prepare("SELECT value FROM about WHERE key = 'school_year'", publication.string());
  if (year.next()) school_year_ = year.text(0);
  auto query = db.prepare(
      "SELECT indicator, school_year, scope, code, numerator, denominator, status "
      "FROM indicator_values",
      publication.string());
  while (query.next()) {
    figures_[{query.text(0), query.text(1), query.text(2), query.text(3)}] = {
        query.optional_real(4), query.optional_real(5),
        query.text(6) == indicators::status_key(indicators::Status::kSuppressed),
        query.text(1) < school_year_};
  }
  auto form = db.prepare("SELECT scope, code, subject, teachers FROM form1", publication.string());
  while (form.next()) {
    counts_.push_back({form1_population(form.text(2)), scope_of(form.text(0)), form.text(1),
                       form.optional_real(3)});
  }
  auto answer =
      db.prepare("SELECT distribution, scope, code, key, count, total FROM distribution_values",
                 publication.string());
  while (answer.next()) {
    const auto scope = scope_of(answer.text(1));
    const auto add = [&](const std::string& key, int column) {
      counts_.push_back({answer_population(answer.text(0), key), scope, answer.text(2),
                         answer.optional_real(column)});
    };
    add(answer.text(3), 4);
    add({}, 5);
  }
}

const FormerFigures::Numbers* FormerFigures::find(const indicators::Figure& figure) const {
  const auto found = figures_.find({figure.indicator, figure.school_year,
                                    std::string(indicators::scope_key(figure.scope)), figure.code});
  return found == figures_.end() ? nullptr : &found->second;
}

bool FormerFigures::stays_hidden(const indicators::Figure& figure) const {
  const auto* former = find(figure);
  return former != nullptr && former->suppressed && former->finished;
}

}  // namespace metodaktiv::publication
