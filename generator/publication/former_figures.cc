#include "publication/former_figures.h"

#include "registry/database.h"

namespace metodaktiv::publication {

FormerFigures::FormerFigures(const std::filesystem::path& publication) {
  registry::Database db(publication, registry::Database::Mode::kReadOnly);
  auto query = db.prepare(
      "SELECT indicator, school_year, scope, code, numerator, denominator, status "
      "FROM indicator_values "
      "WHERE school_year < (SELECT value FROM about WHERE key = 'school_year')",
      publication.string());
  while (query.next()) {
    figures_[{query.text(0), query.text(1), query.text(2), query.text(3)}] = {
        query.optional_real(4), query.optional_real(5),
        query.text(6) == indicators::status_key(indicators::Status::kSuppressed)};
  }
}

const FormerFigures::Numbers* FormerFigures::find(const indicators::Figure& figure) const {
  const auto found = figures_.find({figure.indicator, figure.school_year,
                                    std::string(indicators::scope_key(figure.scope)), figure.code});
  return found == figures_.end() ? nullptr : &found->second;
}

bool FormerFigures::hidden(const indicators::Figure& figure) const {
  const auto* former = find(figure);
  return former != nullptr && former->suppressed;
}

}  // namespace metodaktiv::publication
