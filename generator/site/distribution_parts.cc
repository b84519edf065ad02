#include "site/distribution_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "site/paths.h"

namespace metodaktiv::site {
namespace {

bool is_empty(const DistributionRow* row) {
  return row == nullptr || (row->total && *row->total == 0);
}

long long largest(const DistributionRow& row) {
  long long most = 0;
  for (const auto& count : row.counts) most = std::max(most, count.value_or(0));
  return most;
}

const DistributionRow* region_row(const Distribution& distribution, const Context& context) {
  return distribution.row(Scope::kRegion, context.model.region_code);
}

/// «Чаще всего: работа с педагогами»; empty when nothing is to be seen.
std::string most_frequent(const Distribution& distribution, const DistributionRow& row) {
  const auto most = largest(row);
  if (most == 0) return {};
  const auto at = std::find(row.counts.begin(), row.counts.end(), most);
  return distribution.definition->values[static_cast<std::size_t>(at - row.counts.begin())].title;
}

}  // namespace

void fill_shares(Dict dict, const Distribution& distribution, const DistributionRow* row) {
  if (is_empty(row)) return;
  Dict list = dict.include("SHARE_ITEMS", "share_items.html");
  const auto most = largest(*row);
  for (std::size_t i = 0; i < row->counts.size(); ++i) {
    const auto& answer = distribution.definition->values[i];
    const auto& count = row->counts[i];
    Dict item = list.add("ANSWER");
    item.set("ANSWER_TITLE", answer.title);
    item.put("ANSWER_NOTE", answer.note);
    const auto share = shown_share(count, row->total);
    const bool has_share = count && row->total;
    item.set("SHARE", has_share ? share : shown_or_hidden(count));
    if (has_share) {
      item.put("OF_ALL", fmt::format("{}\u00A0из\u00A0{}", base::grouped(*count),
                                     base::grouped(*row->total)));
    }
    if (count && *count > 0) {
      item.add("BAR").set("BAR_WIDTH", fmt::format("{:.2f}", 100.0 * static_cast<double>(*count) /
                                                                 static_cast<double>(most)));
    }
  }
}

void fill_sum(Dict dict, const DistributionRow* row) {
  if (is_empty(row)) {
    dict.show("NO_ANSWERS");
  } else if (row->total) {
    dict.put("SUM", base::grouped(*row->total));
  }
}

void fill_distribution_index(Dict dict, const Context& context) {
  if (context.model.distributions.empty()) return;
  Dict section = dict.add("DISTRIBUTIONS");
  for (const auto& distribution : context.model.distributions) {
    const auto& definition = *distribution.definition;
    Dict item = section.add("DISTRIBUTION");
    item.set("DISTRIBUTION_TITLE", definition.title);
    item.link("DISTRIBUTION_HREF", paths::distribution(definition.id));
    item.set("DISTRIBUTION_SOURCE", definition.source);
    const auto* row = region_row(distribution, context);
    if (is_empty(row)) {
      item.show("NO_ANSWERS");
      continue;
    }
    item.put("MOST_FREQUENT", most_frequent(distribution, *row));
    if (const auto most = largest(*row); most > 0 && row->total) {
      Dict top = item.add("TOP");
      top.set("TOP_SHARE", shown_share(most, row->total));
      top.set("BAR_WIDTH", fmt::format("{:.2f}", 100.0 * static_cast<double>(most) /
                                                     static_cast<double>(*row->total)));
    }
  }
}

bool fill_municipal_distributions(Dict dict, const std::string& municipality,
                                  const Context& context) {
  bool hidden = false;
  if (context.model.distributions.empty()) return hidden;
  Dict section = dict.add("DISTRIBUTIONS");
  for (const auto& distribution : context.model.distributions) {
    const auto& definition = *distribution.definition;
    Dict item = section.add("DISTRIBUTION");
    item.set("DISTRIBUTION_TITLE", definition.short_title);
    item.set("DISTRIBUTION_UNIT", base::capitalized(definition.unit));
    item.link("DISTRIBUTION_HREF", paths::distribution(definition.id));
    const auto* row = distribution.row(Scope::kMunicipality, municipality);
    if (is_empty(row)) {
      item.show("NO_ANSWERS");
      continue;
    }
    hidden = hidden || row->has_hidden();
    Dict table = item.add("ANSWERS");
    for (std::size_t i = 0; i < row->counts.size(); ++i) {
      const auto& count = row->counts[i];
      if (count && *count == 0) continue;
      Dict line = table.add("ANSWER");
      line.set("ANSWER_TITLE", definition.values[i].title);
      line.set("ANSWER_COUNT", shown_or_hidden(count));
      line.set("ANSWER_SHARE", shown_share(count, row->total));
    }
  }
  return hidden;
}

}  // namespace metodaktiv::site
