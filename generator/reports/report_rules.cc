#include "reports/report_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "config/toml_reader.h"

namespace metodaktiv::reports {
namespace {

namespace fs = std::filesystem;
using quality::MessageTemplate;
using Names = std::vector<std::string_view>;

/// What a rule's text may name, for a municipality and for the region.
struct Facts {
  std::string_view rule;
  Names municipality, region;
};

const std::vector<Facts>& all_facts() {
  static const std::vector<Facts> kFacts = {
      {"overdue-tasks",
       {"function", "who", "overdue", "due", "days"},
       {"overdue", "municipalities", "worst"}},
      {"overdue-form", {"due", "days"}, {"municipalities", "worst"}},
      {"overdue-routes",
       {"routes", "activities"},
       {"routes", "activities", "municipalities", "worst"}},
      {"missing-documents", {"documents", "list"}, {"documents", "municipalities"}},
      {"absent", {"indicator"}, {"indicator", "municipalities"}},
      {"below-target",
       {"indicator", "value", "target", "needed", "counted"},
       {"indicator", "value", "target", "needed", "counted", "municipalities"}},
      {"above-target",
       {"indicator", "value", "target", "needed", "counted"},
       {"indicator", "value", "target", "needed", "counted", "municipalities"}},
      {"off-target",
       {"indicator", "value", "target"},
       {"indicator", "value", "target", "municipalities"}},
      {"subject-shortage", {"subjects", "missing", "list"}, {"subjects", "missing", "list"}},
      {"load-outside-norm",
       {"above", "below", "outside", "min", "max"},
       {"above", "below", "outside", "min", "max", "worst"}},
      {"no-assignment", {"methodists"}, {"methodists", "municipalities"}},
      {"no-mentor", {"teachers", "young"}, {"teachers", "young", "municipalities", "worst"}},
      {"criteria", {"methodists", "list"}, {"methodists", "list"}},
      {"falling",
       {"indicator", "value", "before", "change", "usual"},
       {"indicators", "municipalities", "worst"}},
      {"data-errors", {"errors", "list"}, {"errors", "municipalities", "list"}},
      {"open-remarks", {"remarks"}, {"municipalities", "remarks"}},
      {"no-data", {"indicators", "list"}, {"indicators", "list"}},
      {"empty-tables", {"tables", "list"}, {"tables", "municipalities"}},
      {"data-warnings", {"warnings", "list"}, {"warnings", "municipalities", "list"}},
  };
  return kFacts;
}

const Names& next_step_names() {
  static const Names kNames = {"indicator",   "value", "target",  "needed",        "numerator",
                               "denominator", "rest",  "counted", "municipalities"};
  return kNames;
}

std::vector<std::string> sorted(const Names& names) {
  std::vector<std::string> list(names.begin(), names.end());
  std::sort(list.begin(), list.end());
  return list;
}

/// Parses a text; what is wrong with it goes to `tell(message, remedy)`.
template <typename Tell>
std::optional<MessageTemplate> parsed(const std::string& text, const Names& names, Tell tell) {
  if (text.empty()) return std::nullopt;
  auto result = MessageTemplate::parse(text);
  if (!result) {
    tell("В тексте не сходятся фигурные скобки или словоформы.",
         "Пишите {имя}, {имя:один|два|много} или {имя#один|два|много}.");
    return std::nullopt;
  }
  for (const auto& name : result->names()) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    tell(fmt::format("Значения {{{}}} здесь нет.", name),
         fmt::format("Есть такие: {}.", base::join(sorted(names), ", ")));
  }
  return result;
}

class Loader {
 public:
  void read(const fs::path& file) {
    const auto table = config::parse_toml(file, findings_);
    config::TomlReader reader(table, file.string(), findings_);
    rules_.most_steps = positive(reader, "most_steps", rules_.most_steps);
    reader.table("outliers", false, [&](config::TomlReader& r) { read_outliers(r); });
    reader.tables("steps", [&](config::TomlReader& r) { read_step(r); });
    reader.finish();
  }

  void read_next_steps(const config::RegionProfile& profile) {
    const auto file = (profile.folder / "indicators.toml").string();
    for (const auto& indicator : profile.indicators) {
      const auto tell = [&](const char* key) {
        return [&, key](std::string message, std::string remedy) {
          findings_.add({base::Severity::kError,
                         "profile",
                         {file, {}, indicator.line, key},
                         indicator.id,
                         std::move(message),
                         std::move(remedy)});
        };
      };
      NextStep step;
      step.text = parsed(indicator.next_step, next_step_names(), tell("next_step"));
      step.region_text =
          parsed(indicator.next_step_region, next_step_names(), tell("next_step_region"));
      if (!indicator.next_step_rule.empty() && !rules_.steps.contains(indicator.next_step_rule)) {
        tell("next_step_rule")(fmt::format("Правила «{}» нет.", indicator.next_step_rule),
                               fmt::format("Есть такие: {}.", known_rules()));
      }
      rules_.next_steps.emplace(indicator.id, std::move(step));
    }
  }

  void check_functions(const config::RegionProfile& profile) {
    for (const auto& [name, step] : rules_.steps) {
      if (step.function.empty() || profile.standard.function(step.function)) continue;
      findings_.add({base::Severity::kError,
                     "profile",
                     {(profile.folder / "report_rules.toml").string(), {}, 0, "function"},
                     name,
                     fmt::format("Функции {} нет в functions.toml.", step.function),
                     "Возьмите номер из раздела [[functions]] или уберите ключ."});
    }
  }

  ReportRules take() {
    config::throw_if_errors(findings_, "Правила отчётов содержат ошибки:");
    return std::move(rules_);
  }

 private:
  static int positive(config::TomlReader& r, std::string_view key, int fallback) {
    const int value = r.integer(key, fallback);
    if (value < 1) r.error(key, "Здесь нужно число больше нуля.", "Исправьте или уберите ключ.");
    return value;
  }

  void read_outliers(config::TomlReader& r) {
    auto& rule = rules_.outliers;
    rule.least_places = positive(r, "least_places", rule.least_places);
    rule.least_denominator = positive(r, "least_denominator", rule.least_denominator);
    rule.tail_percent = positive(r, "tail_percent", rule.tail_percent);
    rule.fence = r.number("fence").value_or(rule.fence);
    rule.least_distance = r.number("least_distance").value_or(rule.least_distance);
    rule.least_change = r.number("least_change").value_or(rule.least_change);
  }

  void read_step(config::TomlReader& r) {
    const auto name = r.required_text("rule");
    const auto facts = std::find_if(all_facts().begin(), all_facts().end(),
                                    [&](const Facts& f) { return f.rule == name; });
    if (facts == all_facts().end()) {
      r.error("rule", fmt::format("Правила «{}» программа не знает.", name),
              fmt::format("Есть такие: {}.", known_rules()));
    }
    auto& step = rules_.steps[name];
    if (const auto urgency = r.choice("urgency", {"overdue", "target", "falling", "data", ""}, "");
        !urgency.empty()) {
      step.urgency = urgency == "overdue"   ? Urgency::kOverdue
                     : urgency == "target"  ? Urgency::kTarget
                     : urgency == "falling" ? Urgency::kFalling
                                            : Urgency::kData;
    }
    step.enabled = r.boolean("enabled", step.enabled);
    step.source = r.text("source", step.source);
    step.function = r.text("function", step.function);
    const auto text = r.text("text");
    const auto region_text = r.text("region_text");
    if (facts == all_facts().end()) return;
    const auto tell = [&](const char* key) {
      return [&r, key](std::string message, std::string remedy) {
        r.error(key, std::move(message), std::move(remedy));
      };
    };
    if (!text.empty()) step.text = parsed(text, facts->municipality, tell("text"));
    if (!region_text.empty()) {
      step.region_text = parsed(region_text, facts->region, tell("region_text"));
    }
  }

  static std::string known_rules() {
    Names names;
    for (const auto& facts : all_facts()) names.push_back(facts.rule);
    return base::join(sorted(names), ", ");
  }

  base::Findings findings_;
  ReportRules rules_;
};

}  // namespace

const StepRule& ReportRules::step(std::string_view rule) const {
  const auto found = steps.find(rule);
  if (found == steps.end()) {
    throw base::Failure(fmt::format(
        "В data/reports/rules.toml нет правила «{}». Верните файл из поставки программы.", rule));
  }
  return found->second;
}

ReportRules load_report_rules(const config::RegionProfile& profile) {
  Loader loader;
  loader.read(profile.folder / ".." / ".." / "reports" / "rules.toml");
  const auto own = profile.folder / "report_rules.toml";
  if (base::stands(own)) loader.read(own);
  loader.check_functions(profile);
  loader.read_next_steps(profile);
  return loader.take();
}

}  // namespace metodaktiv::reports
