#include "publication/disclosed.h"

#include <algorithm>
#include <map>
#include <optional>

#include "publication/people_counts.h"

namespace metodaktiv::publication {
namespace {

using indicators::Distribution;
using indicators::Figure;
using indicators::Form1;
using indicators::Form1Row;
using indicators::Scope;
using PlacedCells = std::vector<std::pair<CountPlace, std::size_t>>;

/// The cells of the figures that count people, by their position among all figures.
class FigureCells {
 public:
  FigureCells(const std::vector<Figure>& figures, const config::RegionProfile& profile,
              const FormerFigures& former, PeopleCounts& counts)
      : counts_(counts), former_(former), cells_(figures.size()) {
    for (std::size_t begin = 0; begin < figures.size();) {
      std::size_t end = begin;
      while (end < figures.size() && figures[end].indicator == figures[begin].indicator &&
             figures[end].school_year == figures[begin].school_year) {
        ++end;
      }
      const auto* definition = profile.indicator(figures[begin].indicator);
      if (!definition || definition->counts_people) add(figures, begin, end, definition);
      begin = end;
    }
  }

  void apply(std::vector<Figure>& figures) const {
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (!cells_[i] || !counts_.hidden(*cells_[i])) continue;
      figures[i].numerator.reset();
      figures[i].denominator.reset();
      figures[i].status = indicators::Status::kSuppressed;
    }
  }

 private:
  void add(const std::vector<Figure>& figures, std::size_t begin, std::size_t end,
           const config::IndicatorDefinition* definition) {
    PlacedCells placed;
    for (std::size_t i = begin; i < end; ++i) {
      const CountPlace place{figures[i].scope, figures[i].code, figures[i].school_year};
      cells_[i] = cell_of(figures[i], place, definition);
      if (former_.stays_hidden(figures[i])) counts_.keep_hidden(*cells_[i]);
      placed.emplace_back(place, *cells_[i]);
    }
    counts_.add_places(placed);
  }

  std::size_t cell_of(const Figure& figure, const CountPlace& place,
                      const config::IndicatorDefinition* definition) {
    const auto population = [&](const std::string& named, const char* part) {
      return named.empty() ? figure.indicator + part : named;
    };
    const double numerator = figure.numerator.value_or(0);
    const double denominator = figure.denominator.value_or(0);
    std::vector<std::size_t> quantities;
    if (figure.numerator) {
      quantities.push_back(counts_.quantity(
          population(definition ? definition->numerator_population : "", ".numerator"), place,
          numerator));
    }
    if (figure.denominator) {
      quantities.push_back(counts_.quantity(
          population(definition ? definition->denominator_population : "", ".denominator"), place,
          denominator));
    }
    // A numerator is part of its denominator, except for a ratio of different people.
    if (quantities.size() == 2 && figure.unit != config::Unit::kRatio && numerator <= denominator) {
      quantities.push_back(counts_.own_quantity(denominator - numerator));
      counts_.add_sum(quantities[1], {quantities[0], quantities[2]});
    }
    told_before(figure, quantities);
    std::vector<double> small = {numerator};
    if (figure.unit != config::Unit::kCount) {
      small.push_back(denominator);
      small.push_back(std::max(0.0, denominator - numerator));
    }
    // Of a count the numerator alone is guarded; a ratio's denominator stands in the public roster.
    const bool parts = figure.unit != config::Unit::kCount && figure.unit != config::Unit::kRatio;
    const std::size_t guarded =
        parts ? quantities.size() : std::min<std::size_t>(1, quantities.size());
    return counts_.add_cell(place, std::move(small), std::move(quantities), guarded);
  }

  /// quantities: numerator, denominator, rest, as far as there are.
  void told_before(const Figure& figure, const std::vector<std::size_t>& quantities) {
    const auto* before = former_.find(figure);
    if (before == nullptr) return;
    const auto tell = [&](std::size_t quantity, const std::optional<double>& number) {
      if (number || before->suppressed) counts_.told_before(quantity, number);
    };
    std::size_t next = 0;
    if (figure.numerator) tell(quantities[next++], before->numerator);
    if (figure.denominator) tell(quantities[next++], before->denominator);
    if (next == quantities.size()) return;
    std::optional<double> rest;
    if (before->numerator && before->denominator) rest = *before->denominator - *before->numerator;
    tell(quantities[next], rest);
  }

  PeopleCounts& counts_;
  const FormerFigures& former_;
  std::vector<std::optional<std::size_t>> cells_;
};

/// A cell of one count. Returns its quantity.
std::size_t add_count(PeopleCounts& counts, std::vector<std::size_t>& cells,
                      const std::string& population, const CountPlace& place, double people) {
  const auto quantity = counts.quantity(population, place, people);
  cells.push_back(counts.add_cell(place, {people}, {quantity}, 1));
  return quantity;
}

/// The cells of form 1: form by form its subjects, then its total.
class Form1Cells {
 public:
  Form1Cells(const std::vector<Form1>& forms, const std::string& school_year, PeopleCounts& counts)
      : counts_(counts) {
    std::vector<PlacedCells> by_subject;
    PlacedCells totals;
    for (const auto& form : forms) {
      const CountPlace place{form.scope, form.code, school_year};
      by_subject.resize(std::max(by_subject.size(), form.rows.size()));
      disclosure::Group own;
      std::vector<std::size_t> parts;
      for (std::size_t s = 0; s < form.rows.size(); ++s) {
        parts.push_back(add(form.rows[s], place));
        own.members.push_back(cells_.back());
        by_subject[s].emplace_back(place, cells_.back());
      }
      counts_.add_sum(add(form.total, place), parts);
      own.total = cells_.back();
      totals.emplace_back(place, cells_.back());
      counts_.add_group(std::move(own));
    }
    for (const auto& subject : by_subject) counts_.add_places(subject);
    counts_.add_places(totals);
  }

  void apply(std::vector<Form1>& forms) const {
    std::size_t i = 0;
    const auto hide = [&](Form1Row& row) {
      if (!counts_.hidden(cells_[i++])) return;
      row.teachers.reset();
      row.recommended_min.reset();
      row.recommended_max.reset();
    };
    for (auto& form : forms) {
      for (auto& row : form.rows) hide(row);
      hide(form.total);
    }
  }

 private:
  std::size_t add(const Form1Row& row, const CountPlace& place) {
    const auto teachers = static_cast<double>(row.teachers.value_or(0));
    return add_count(counts_, cells_, form1_population(row.subject), place, teachers);
  }

  PeopleCounts& counts_;
  std::vector<std::size_t> cells_;
};

/// The cells of a distribution: row by row its answers, then their total.
class DistributionCells {
 public:
  DistributionCells(const Distribution& distribution, const std::string& school_year,
                    PeopleCounts& counts)
      : counts_(counts), id_(distribution.definition->id) {
    std::vector<PlacedCells> by_answer(distribution.definition->values.size() + 1);
    for (const auto& row : distribution.rows) {
      const CountPlace place{row.scope, row.code, school_year};
      disclosure::Group own;
      std::vector<std::size_t> parts;
      for (std::size_t i = 0; i < row.counts.size(); ++i) {
        parts.push_back(add(row.counts[i], distribution.definition->values[i].key, place));
        own.members.push_back(cells_.back());
        by_answer[i].emplace_back(place, cells_.back());
      }
      counts_.add_sum(add(row.total, {}, place), parts);
      own.total = cells_.back();
      by_answer.back().emplace_back(place, cells_.back());
      counts_.add_group(std::move(own));
    }
    for (const auto& answer : by_answer) counts_.add_places(answer);
  }

  void apply(Distribution& distribution) const {
    std::size_t i = 0;
    const auto hide = [&](std::optional<long long>& count) {
      if (counts_.hidden(cells_[i++])) count.reset();
    };
    for (auto& row : distribution.rows) {
      for (auto& count : row.counts) hide(count);
      hide(row.total);
    }
  }

 private:
  /// `key`: of an answer; empty for all of them.
  std::size_t add(const std::optional<long long>& count, const std::string& key,
                  const CountPlace& place) {
    return add_count(counts_, cells_, answer_population(id_, key), place,
                     static_cast<double>(count.value_or(0)));
  }

  PeopleCounts& counts_;
  std::string id_;
  std::vector<std::size_t> cells_;
};

}  // namespace

Disclosed disclose(const indicators::Results& results, const config::RegionProfile& profile,
                   std::vector<Form1> form1, const std::vector<Distribution>& distributions,
                   const FormerFigures& former) {
  std::map<std::string, std::string> territory_of;
  for (const auto& place : results.municipalities()) territory_of[place.code] = place.territory;
  PeopleCounts counts(std::move(territory_of), profile.disclosure_k);

  Disclosed disclosed{results.all(), std::move(form1), {}, 0};
  for (const auto& distribution : distributions) {
    if (distribution.definition->is_public) disclosed.distributions.push_back(distribution);
  }
  const auto& year = results.current_year();
  const FigureCells figures(disclosed.figures, profile, former, counts);
  const Form1Cells forms(disclosed.form1, year, counts);
  std::vector<std::pair<Distribution*, DistributionCells>> answers;
  for (auto& distribution : disclosed.distributions) {
    if (distribution.definition->counts_people)
      answers.emplace_back(&distribution, DistributionCells(distribution, year, counts));
  }
  for (const auto& count : former.counts()) {
    counts.told_before(count.population, {count.scope, count.code, former.school_year()},
                       count.value);
  }
  for (const auto& partition : profile.partitions) counts.add_partition(partition);
  disclosed.given_away = counts.protect();

  figures.apply(disclosed.figures);
  forms.apply(disclosed.form1);
  for (auto& [distribution, cells] : answers) cells.apply(*distribution);
  return disclosed;
}

}  // namespace metodaktiv::publication
