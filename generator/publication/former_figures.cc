#include "publication/former_figures.h"

#include "registry/database.h"

namespace metodaktiv::publication {

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
  while (form.next())
    form1_[{"", form.text(0), form.text(1), form.text(2)}] = form.optional_real(3);
  auto answer =
      db.prepare("SELECT distribution, scope, code, key, count, total FROM distribution_values",
                 publication.string());
  while (answer.next()) {
    answers_[{answer.text(0), answer.text(1), answer.text(2), answer.text(3)}] =
        answer.optional_real(4);
    answers_[{answer.text(0), answer.text(1), answer.text(2), ""}] = answer.optional_real(5);
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

FormerFigures::Count FormerFigures::form1(indicators::Scope scope, const std::string& code,
                                          const std::string& school_year,
                                          const std::string& subject) const {
  const auto found = form1_.find({"", std::string(indicators::scope_key(scope)), code, subject});
  if (found == form1_.end() || school_year != school_year_) return {};
  return {true, found->second};
}

FormerFigures::Count FormerFigures::answer(const std::string& distribution, indicators::Scope scope,
                                           const std::string& code, const std::string& school_year,
                                           const std::string& key) const {
  const auto found =
      answers_.find({distribution, std::string(indicators::scope_key(scope)), code, key});
  if (found == answers_.end() || school_year != school_year_) return {};
  return {true, found->second};
}

}  // namespace metodaktiv::publication
