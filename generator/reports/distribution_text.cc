#include "reports/distribution_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/wording.h"

namespace metodaktiv::reports {
namespace {

using indicators::Distribution;
using indicators::DistributionRow;
using indicators::Place;
using indicators::Scope;

constexpr std::size_t kMostFrequent = 3;

long long count_of(const DistributionRow& row, std::size_t answer) {
  return row.counts[answer].value_or(0);
}

std::string share(const DistributionRow& row, std::size_t answer) {
  return indicators::shown_share(row.counts[answer], row.total);
}

/// «„Ответ“ — 5 (31,3 %)».
std::string answer_words(const Distribution& distribution, const DistributionRow& row,
                         std::size_t answer) {
  return fmt::format("«{}» — {} ({})",
                     base::capitalized(distribution.definition->values[answer].title),
                     base::grouped(count_of(row, answer)), share(row, answer));
}

/// Answers that anybody gave, most frequent first; of equal ones the first of the profile.
std::vector<std::size_t> most_frequent(const DistributionRow& row) {
  std::vector<std::size_t> answers;
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    if (count_of(row, i) > 0) answers.push_back(i);
  }
  std::stable_sort(answers.begin(), answers.end(), [&](std::size_t a, std::size_t b) {
    return count_of(row, a) > count_of(row, b);
  });
  return answers;
}

std::string words_of(const Distribution& distribution, const DistributionRow& row,
                     const std::vector<std::size_t>& answers, std::size_t most,
                     std::string_view separator) {
  std::vector<std::string> items;
  for (std::size_t i = 0; i < answers.size() && i < most; ++i)
    items.push_back(answer_words(distribution, row, answers[i]));
  return base::join(items, separator);
}

void write_answers(Markdown& text, const Distribution& distribution, const DistributionRow& row) {
  const auto& values = distribution.definition->values;
  const bool notes =
      std::any_of(values.begin(), values.end(), [](const auto& v) { return !v.note.empty(); });
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < values.size(); ++i) {
    rows.push_back({base::capitalized(values[i].title), base::grouped(count_of(row, i)),
                    count_of(row, i) == 0 ? std::string() : share(row, i)});
    if (notes) rows.back().push_back(values[i].note);
  }
  if (notes) {
    text.table({"Значение", "Число", "Доля", "Пояснение"}, "lrrl", rows);
  } else {
    text.table({"Значение", "Число", "Доля"}, "lrr", rows);
  }
}

/// Territories with their most frequent answer; not where each has one answer of its own anyway.
void write_territories(Markdown& text, const Distribution& distribution) {
  std::vector<std::vector<std::string>> rows;
  bool telling = false;
  for (const auto& row : distribution.rows) {
    if (row.scope != Scope::kTerritory) continue;
    const auto answers = most_frequent(row);
    telling = telling || answers.size() > 1;
    rows.push_back({row.name, base::grouped(row.total.value_or(0)),
                    words_of(distribution, row, answers, 1, "")});
  }
  if (telling) text.table({"Территория", "Всего", "Чаще всего"}, "lrl", rows);
}

void write_region(Markdown& text, const Distribution& distribution, const DistributionRow& row) {
  const auto& definition = *distribution.definition;
  text.heading(3, definition.title);
  const auto answers = most_frequent(row);
  if (answers.empty()) {
    text.paragraph("Данных пока нет.");
  } else {
    text.paragraph(
        sentence(fmt::format("Число {}; сумма по строкам — {}. {}: {}", definition.unit,
                             base::grouped(row.total.value_or(0)),
                             answers.size() == 1 ? "Единственное значение" : "Больше всего",
                             words_of(distribution, row, answers, kMostFrequent, ", "))));
    write_answers(text, distribution, row);
    write_territories(text, distribution);
  }
  if (!definition.note.empty()) text.paragraph(sentence(definition.note));
  text.paragraph(sentence("Источник: " + definition.source));
}

const DistributionRow* row_of(const Distribution& distribution, const Place& place) {
  for (const auto& row : distribution.rows) {
    if (row.scope == place.scope && row.code == place.code) return &row;
  }
  return nullptr;
}

}  // namespace

void write_distributions(Markdown& text, const ReportContext& context, const Place& place) {
  const auto& all = context.input.distributions;
  if (place.scope == Scope::kRegion) {
    if (!all.empty()) text.heading(2, "Распределения");
    for (const auto& distribution : all) {
      if (const auto* row = row_of(distribution, place)) write_region(text, distribution, *row);
    }
    return;
  }
  std::vector<std::string> items;
  for (const auto& distribution : all) {
    const auto* row = row_of(distribution, place);
    if (!row || row->total.value_or(0) == 0) continue;
    const auto answers = most_frequent(*row);
    items.push_back(sentence(fmt::format(
        "{} (число {}): {}", distribution.definition->title, distribution.definition->unit,
        words_of(distribution, *row, answers, answers.size(), "; "))));
  }
  if (items.empty()) return;
  text.heading(2, "Распределения");
  text.bullets(items);
}

void write_candidates(Markdown& text, const ReportContext& context) {
  if (context.candidates.empty()) return;
  text.heading(2, "Кандидаты");
  text.paragraph(fmt::format(
      "В реестре {} в {}. Показан этап, на котором каждый стоит сейчас; поимённо — на листе "
      "«Кандидаты» книги summary.xlsx.",
      base::counted(static_cast<long long>(context.candidates.size()), "кандидат", "кандидата",
                    "кандидатов"),
      context.input.profile.terms.asset_short));
  std::vector<std::vector<std::string>> rows;
  for (const auto& stage : candidate_stages(context.input.forms)) {
    const auto count = std::count_if(context.candidates.begin(), context.candidates.end(),
                                     [&](const auto& c) { return c.stage == stage.key; });
    rows.push_back({base::capitalized(stage.title), base::grouped(count)});
  }
  text.table({"Этап", "Кандидатов"}, "lr", rows);
}

}  // namespace metodaktiv::reports
