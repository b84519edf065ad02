#include "site/spread.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/text.h"
#include "site/figure_change.h"

namespace metodaktiv::site {
namespace {

// In units of the view box: small enough for texts to be read at the width of a phone.
constexpr double kWidth = 420, kMargin = 22, kRoom = 104, kLine = 18;
constexpr std::size_t kFewest = 3;

std::string place(double value) { return fmt::format("{:.1f}", value); }

/// Where a label of this length stands so that it neither leaves the picture nor lies on the
/// vertical line at `line`.
void set_label(Dict dict, std::string_view name, double x, std::string_view text,
               std::optional<double> line = std::nullopt) {
  constexpr double kLetter = 7.2, kGap = 5;
  const double half = kLetter * static_cast<double>(base::length_utf8(text)) / 2;
  if (line) x = x <= *line ? std::min(x, *line - half - kGap) : std::max(x, *line + half + kGap);
  const double middle = std::clamp(x, half + 2, std::max(half + 2, kWidth - half - 2));
  dict.set(fmt::format("{}_LABEL_X", name), place(middle));
  dict.set(fmt::format("{}_LABEL", name), text);
}

/// A number of the picture's legend with the municipalities that have it.
void add_fact(Dict dict, std::string_view term, double value, config::Unit unit,
              const std::string& who) {
  Dict fact = dict.add("FACT");
  fact.set("FACT_TERM", term);
  fact.set("FACT_VALUE", shown_number(value, unit));
  fact.put("FACT_PLACES", who);
}

/// «Клин»; «Клин и ещё 3 муниципалитета».
std::string who_has(const std::vector<const Figure*>& figures, double value) {
  std::vector<const Figure*> found;
  for (const auto* figure : figures) {
    if (figure->value() == value) found.push_back(figure);
  }
  if (found.empty()) return {};
  if (found.size() == 1) return found.front()->name;
  if (found.size() > 3) {
    return base::counted(static_cast<std::int64_t>(found.size()), "муниципалитет", "муниципалитета",
                         "муниципалитетов");
  }
  std::vector<std::string> names;
  for (const auto* figure : found) names.push_back(figure->name);
  return base::join(names, ", ");
}

}  // namespace

DotStack stack_dots(const std::vector<const Figure*>& figures, const Axis& axis, double width,
                    double room) {
  constexpr double kBins = 30, kLargest = 13, kSmallest = 2, kShrink = 0.5;
  std::map<int, std::vector<const Figure*>> bins;
  for (const auto* figure : figures) {
    if (const auto value = figure->value())
      bins[static_cast<int>(axis.at(*value) * kBins + 0.5)].push_back(figure);
  }
  DotStack stack;
  if (bins.empty()) return stack;
  std::size_t most = 0;
  for (auto& [bin, members] : bins) {
    most = std::max(most, members.size());
    std::stable_sort(members.begin(), members.end(),
                     [](const Figure* a, const Figure* b) { return *a->value() < *b->value(); });
  }
  // The largest dots with which the fullest bin has room, several abreast where they must.
  const double bin_width = width / kBins;
  double size = kLargest;
  const auto abreast = [&] {
    return std::max<std::size_t>(1, static_cast<std::size_t>(bin_width / size));
  };
  const auto levels = [&](std::size_t count) { return (count + abreast() - 1) / abreast(); };
  while (size > kSmallest && (static_cast<double>(levels(most)) * size > room || size > bin_width))
    size -= kShrink;
  for (const auto& [bin, members] : bins) {
    const auto side = std::min(abreast(), members.size());
    const double left = bin * bin_width - size * static_cast<double>(side - 1) / 2;
    for (std::size_t i = 0; i < members.size(); ++i) {
      stack.dots.push_back({members[i], left + size * static_cast<double>(i % side),
                            size * (static_cast<double>(i / side) + 0.5)});
    }
  }
  stack.radius = size / 2 - 0.4;
  stack.height = static_cast<double>(levels(most)) * size;
  return stack;
}

void fill_spread(Dict dict, const std::vector<const Figure*>& municipalities, const Figure* region,
                 std::string_view title) {
  std::vector<double> values;
  for (const auto* figure : municipalities) {
    if (const auto value = figure->value()) values.push_back(*value);
  }
  if (values.size() < kFewest) return;
  const auto unit = municipalities.front()->unit;
  if (unit == config::Unit::kPresence) return;
  std::sort(values.begin(), values.end());
  const double median = *median_of(municipalities);
  const auto target = municipalities.front()->target;
  // A count of the whole region is no value among those of its parts.
  const bool with_region =
      region != nullptr && region->value() && region->unit == unit && unit != config::Unit::kCount;
  double largest = std::max(values.back(), target.value_or(0));
  if (with_region) largest = std::max(largest, *region->value());
  const auto axis = axis_for(largest, unit);
  const double width = kWidth - 2 * kMargin;
  const auto stack = stack_dots(municipalities, axis, width, kRoom);
  const auto x_of = [&](double value) { return kMargin + axis.at(value) * width; };

  Dict picture = dict.add("SPREAD_PART").include("SPREAD", "spread.html");
  const double top = (target ? 2 : 1) * kLine + 6;
  const double base = top + std::max(stack.height, 3 * kLine) + 4;
  const double height = base + 2 * kLine + (with_region ? kLine + 4 : 0);
  picture.set("SPREAD_TITLE", title);
  picture.set("SPREAD_WIDTH", place(kWidth));
  picture.set("SPREAD_HEIGHT", place(height));
  picture.set("AXIS_Y", place(base));
  picture.set("AXIS_LEFT", place(kMargin));
  picture.set("AXIS_RIGHT", place(kWidth - kMargin));
  picture.set("RADIUS", place(stack.radius));
  for (const double value : axis.ticks) {
    Dict tick = picture.add("TICK");
    tick.set("TICK_X", place(x_of(value)));
    tick.set("TICK_LABEL", shown_number(value, unit));
    tick.set("TICK_END_Y", place(base + 5));
    tick.set("TICK_TEXT_Y", place(base + kLine));
  }
  for (const auto& dot : stack.dots) {
    Dict mark = picture.add("DOT");
    mark.set("DOT_X", place(kMargin + dot.x));
    mark.set("DOT_Y", place(base - dot.y - 1));
    mark.set("DOT_STATUS", status_key(dot.figure->status));
    mark.set("DOT_WORDS", fmt::format("{}: {}", dot.figure->name, dot.figure->shown()));
  }
  std::vector<std::string> words = {fmt::format("От {} до {}", shown_number(values.front(), unit),
                                                shown_number(values.back(), unit)),
                                    fmt::format("посередине {}", shown_number(median, unit))};
  picture.set("MEDIAN_X", place(x_of(median)));
  picture.set("MEDIAN_TOP", place(top));
  picture.set("MEDIAN_LABEL_Y", place(top - 5));
  set_label(picture, "MEDIAN", x_of(median), "медиана " + shown_number(median, unit),
            target ? std::optional(x_of(*target)) : std::nullopt);
  if (target) {
    const auto shown = municipalities.front()->shown_target();
    Dict line = picture.add("TARGET_LINE");
    line.set("TARGET_X", place(x_of(*target)));
    line.set("TARGET_TOP", place(kLine));
    line.set("TARGET_LABEL_Y", place(kLine - 4));
    set_label(line, "TARGET", x_of(*target), "цель " + shown);
    words.push_back("цель " + shown);
  }
  if (with_region) {
    Dict mark = picture.add("REGION_MARK");
    const double x = x_of(*region->value());
    const double y = base + kLine + 6;
    mark.set("REGION_PATH", fmt::format("M{:.1f} {:.1f}l5 8h-10z", x, y));
    mark.set("REGION_LABEL_Y", place(y + 8 + kLine - 4));
    set_label(mark, "REGION", x, "по региону " + region->shown());
    words.push_back("по региону " + region->shown());
  }
  picture.set("SPREAD_WORDS", base::join(words, ", ") + ".");

  const bool low_is_best =
      municipalities.front()->target_is == config::TargetIs::kAtMost && target.has_value();
  add_fact(picture, low_is_best ? "Наименьшее, лучшее" : "Наибольшее",
           low_is_best ? values.front() : values.back(), unit,
           who_has(municipalities, low_is_best ? values.front() : values.back()));
  add_fact(picture, "Медиана", median, unit, "половина не меньше, половина не больше");
  add_fact(picture, low_is_best ? "Наибольшее" : "Наименьшее",
           low_is_best ? values.back() : values.front(), unit,
           who_has(municipalities, low_is_best ? values.back() : values.front()));
  const auto silent = municipalities.size() - values.size();
  if (silent > 0) {
    picture.put("SILENT",
                fmt::format("Без точки {}: значение скрыто или данных нет.",
                            base::counted(static_cast<std::int64_t>(silent), "муниципалитет",
                                          "муниципалитета", "муниципалитетов")));
  }
}

}  // namespace metodaktiv::site
