#include "reports/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "base/text.h"
#include "config/standard.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using config::Unit;
using indicators::Place;
using indicators::Scope;

constexpr std::array<const char*, 4> kHeadings = {"Просрочено", "Ниже цели и нормы", "Ухудшилось",
                                                  "Пробелы в данных"};
constexpr std::array<const char*, 4> kShort = {"просрочено", "ниже цели и нормы", "ухудшилось",
                                               "пробелы в данных"};

registry::Value number(double value) {
  const double whole = std::floor(value);
  if (whole == value) return static_cast<std::int64_t>(value);
  return value;
}

std::string fill(const quality::MessageTemplate& text, const StepValues& values,
                 std::string_view origin) {
  return text.fill([&](const std::string& name) -> registry::Value {
    const auto found = values.find(name);
    if (found == values.end()) {
      throw base::Failure(fmt::format("Правило отчётов «{}»: нет значения {{{}}}.", origin, name));
    }
    return found->second;
  });
}

bool names(const quality::MessageTemplate& text, std::string_view name) {
  const auto all = text.names();
  return std::find(all.begin(), all.end(), name) != all.end();
}

}  // namespace

std::string within_sentence(const std::string& text) {
  const auto letter = [&](std::size_t at) -> std::size_t {
    return at >= text.size() ? 0 : static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 2;
  };
  const auto first = text.substr(0, letter(0));
  const auto second = text.substr(first.size(), letter(first.size()));
  // An abbreviation keeps its capitals.
  if (second.empty() || base::to_lower(second) != second) return text;
  return base::to_lower(first) + text.substr(first.size());
}

StepList::StepList(const ReportContext& context, const Place& place)
    : context_(context), place_(place), region_(place.scope == Scope::kRegion) {}

void StepList::add(std::string_view rule, const StepValues& values, long long weight,
                   const std::string& source) {
  const auto& step = context_.rules.step(rule);
  const auto& text = region_ ? step.region_text : step.text;
  if (!step.enabled || !text) return;
  given_.emplace(rule);
  push(step.urgency, weight, fill(*text, values, rule), deadline_of(step.function, false),
       step.source.empty() ? source : step.source);
}

void StepList::add_missed(const Reading& reading) {
  const auto& indicator = *reading.indicator;
  const auto& figure = *reading.now;
  if (given_.contains(indicator.next_step_rule)) return;
  std::string pace;
  if (context_.still_accumulates(indicator)) {
    if (region_ || !behind_median(context_, reading)) {
      open_.push_back(fmt::format("«{}» ({} при цели {})", indicator.short_title, figure.shown(),
                                  indicators::shown_target(figure)));
      return;
    }
    pace =
        fmt::format(" Год ещё идёт, но у половины муниципалитетов на эту же дату не хуже {}.",
                    shown_hundredths(*context_.standings.of(indicator.id).median, indicator.unit));
  }
  const auto need = needed(figure);
  const auto& own = context_.rules.next_steps.at(indicator.id);
  const auto* text =
      region_ ? (own.region_text ? &*own.region_text : nullptr) : (own.text ? &*own.text : nullptr);
  if (text && need.count == 0 && names(*text, "needed")) text = nullptr;
  // What is wholly absent weighs most, then what is the farthest in relation to the target.
  const double target = figure.target.value_or(0);
  const auto weight =
      figure.unit == Unit::kPresence ? 1000LL
      : target <= 0
          ? 0LL
          : std::min(999LL,
                     std::llround(static_cast<double>(distance_to_target(figure)) * 10 / target));
  const auto values = values_of(reading);
  if (text) {
    const auto deadline = deadline_of(indicator.next_step_function, figure.unit == Unit::kPresence);
    push(deadline.passed ? Urgency::kOverdue : Urgency::kTarget, weight,
         fill(*text, values, indicator.id) + pace, deadline, indicator.source);
    return;
  }
  const std::string_view rule = figure.unit == Unit::kPresence ? "absent"
                                : need.count == 0              ? "off-target"
                                : need.in_denominator          ? "above-target"
                                                               : "below-target";
  const auto& general = context_.rules.step(rule);
  const auto& words = region_ ? general.region_text : general.text;
  if (!general.enabled || !words) return;
  push(general.urgency, weight, fill(*words, values, rule) + pace,
       deadline_of(indicator.next_step_function, false), indicator.source);
}

void StepList::push(Urgency urgency, long long weight, std::string text, const Deadline& deadline,
                    const std::string& source) {
  if (!deadline.text.empty()) text += " " + sentence(deadline.text);
  steps_.push_back({urgency, weight, with_source(text, source)});
}

StepList::Deadline StepList::deadline_of(const std::string& number, bool by_date) const {
  const auto& standard = context_.input.profile.standard;
  const auto* function = standard.function(number);
  // A municipality's deadline is none of the region's.
  if (!function || (region_ && !function->regional)) return {};
  const auto as_of = context_.input.as_of;
  std::vector<base::Date> dates;
  for (const auto& one : config::deadlines(standard, base::SchoolYear::of(as_of))) {
    if (one.function == number) dates.push_back(one.on);
  }
  if (!by_date || dates.size() != 1) return {"Срок: " + within_sentence(function->deadline), false};
  if (dates.front() < as_of) return {"Срок прошёл " + dates.front().dotted(), true};
  return {"Срок — " + dates.front().dotted(), false};
}

StepValues StepList::values_of(const Reading& reading) const {
  const auto& figure = *reading.now;
  const auto need = needed(figure);
  StepValues values;
  values["indicator"] = reading.indicator->title;
  values["value"] = figure.shown();
  values["target"] = indicators::shown_target(figure);
  values["needed"] = static_cast<std::int64_t>(need.count);
  values["numerator"] = number(figure.numerator.value_or(0));
  values["denominator"] = number(figure.denominator.value_or(0));
  values["rest"] = number(figure.denominator.value_or(0) - figure.numerator.value_or(0));
  values["counted"] =
      need.in_denominator ? reading.indicator->denominator : reading.indicator->numerator;
  values["municipalities"] =
      static_cast<std::int64_t>(context_.standings.of(reading.indicator->id).not_met);
  return values;
}

bool behind_median(const ReportContext& context, const Reading& reading) {
  const auto& indicator = *reading.indicator;
  const auto& median = context.standings.of(indicator.id).median;
  const auto value = reading.now->scaled(2);
  if (!context.outliers.compared(indicator.id) || !median || !value) return false;
  return indicator.target_is == config::TargetIs::kAtLeast ? *value < *median : *value > *median;
}

void StepList::write(Markdown& text) const {
  auto ordered = steps_;
  std::stable_sort(ordered.begin(), ordered.end(), [](const Step& a, const Step& b) {
    return a.urgency != b.urgency ? a.urgency < b.urgency : a.weight > b.weight;
  });
  const auto most = std::min(ordered.size(), static_cast<std::size_t>(context_.rules.most_steps));
  std::size_t done = 0;
  while (done < most) {
    const auto urgency = ordered[done].urgency;
    std::vector<std::string> items;
    const std::size_t first = done;
    for (; done < most && ordered[done].urgency == urgency; ++done) {
      items.push_back(ordered[done].text);
    }
    text.heading(3, kHeadings.at(static_cast<std::size_t>(urgency)));
    text.numbered(items, first + 1);
  }
  if (ordered.size() > most) {
    std::array<int, kShort.size()> left{};
    for (std::size_t i = most; i < ordered.size(); ++i) {
      ++left.at(static_cast<std::size_t>(ordered[i].urgency));
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left.at(i) > 0) parts.push_back(fmt::format("{} — {}", kShort.at(i), left.at(i)));
    }
    const auto rest = static_cast<std::int64_t>(ordered.size() - most);
    text.paragraph(
        fmt::format("В список не {} ещё {} ({}): к ним стоит перейти, когда эти будут "
                    "сделаны.",
                    base::plural(rest, "вошёл", "вошли", "вошли"),
                    base::counted(rest, "шаг", "шага", "шагов"), base::join(parts, ", ")));
  }
  if (open_.empty()) return;
  const auto list = base::join(open_, ", ");
  text.paragraph(
      region_ || !context_.outliers.compared()
          ? fmt::format("Накопительные показатели сравнивают с целью, когда учебный год "
                        "закончится; пока ниже неё: {}.",
                        list)
          : fmt::format("Накопительные показатели до конца учебного года становятся шагом, только "
                        "если отстают от медианы муниципалитетов на ту же дату. Ниже цели, но не "
                        "отстают: {}.",
                        list));
}

}  // namespace metodaktiv::reports
