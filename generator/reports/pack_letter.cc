#include "reports/pack_letter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "registry/registry.h"
#include "reports/context.h"
#include "reports/findings_of_place.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using base::counted;
using base::plural;
using indicators::Place;

constexpr std::size_t kMostNamed = 3;

long long size_of(const auto& list) { return static_cast<long long>(list.size()); }

struct Service {
  std::string name, email;
};

std::map<std::string, Service> read_services(const ReportContext& context) {
  auto registry = registry::open_registry(context.input.registry_file);
  auto query =
      registry.prepare("SELECT code, ums_name, ums_email FROM municipalities", "письма к отчётам");
  std::map<std::string, Service> services;
  while (query.next()) {
    services[query.text(0)] = {query.text_or_empty(1),
                               std::string(base::trimmed(query.text_or_empty(2)))};
  }
  return services;
}

std::string achieved(const ReportContext& context, const Place& place,
                     const PlaceFindings& findings) {
  const long long total = findings.met + findings.not_met;
  if (total == 0) return no_targets_sentence(context, place);
  std::string text = fmt::format("Достигнуто {}", of_total(findings.met, total, "цели", "целей"));
  const auto* score = context.standings.score(place.code);
  if (score && score->place > 0) {
    text += fmt::format(": {}-е место по доле достигнутых целей среди {}", score->place,
                        counted(size_of(context.standings.scores()), "муниципалитета",
                                "муниципалитетов", "муниципалитетов"));
  }
  return text + ".";
}

/// The missed targets by name, the most urgent first; empty when there are none.
std::string missed(const PlaceFindings& findings) {
  if (findings.missed.empty()) return {};
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < findings.missed.size() && i < kMostNamed; ++i)
    titles.push_back(fmt::format("«{}»", findings.missed[i].indicator->short_title));
  const auto more = size_of(findings.missed) - size_of(titles);
  return fmt::format(
      "Цель не достигнута по {}: {}{}.", findings.missed.size() == 1 ? "показателю" : "показателям",
      base::join(titles, ", "), more > 0 ? fmt::format(" и ещё {}", more) : std::string());
}

std::string overdue(const MunicipalityFacts& facts) {
  if (facts.overdue.empty()) return {};
  const auto count = size_of(facts.overdue);
  return fmt::format("{} {} методической службы; {} — {}.",
                     plural(count, "Просрочена", "Просрочены", "Просрочено"),
                     counted(count, "задача", "задачи", "задач"),
                     count == 1 ? "срок" : "самый давний срок",
                     facts.overdue.front().due_on.dotted());
}

std::string missing_documents(const MunicipalityFacts& facts) {
  if (facts.missing_documents.empty()) return {};
  return fmt::format(
      "В обязательном пакете документов не хватает {}.",
      counted(size_of(facts.missing_documents), "документа", "документов", "документов"));
}

std::string remarks(const ReportContext& context, const Place& place) {
  const auto found = context.quality.find(place.code);
  if (found == context.quality.end() || found->second.findings.empty()) return {};
  const auto& quality = found->second;
  std::string text =
      fmt::format("К данным реестра есть {}",
                  counted(size_of(quality.findings), "замечание", "замечания", "замечаний"));
  if (quality.errors > 0)
    text += fmt::format(", из них {}", counted(quality.errors, "ошибка", "ошибки", "ошибок"));
  return text + "; что и как исправить — в книге data-quality.xlsx.";
}

std::vector<std::string> headlines(const ReportContext& context, const Place& place) {
  const auto findings = findings_of(context, place);
  const auto& facts = context.facts.of(place.code);
  std::vector<std::string> items = {achieved(context, place, findings), missed(findings),
                                    overdue(facts), missing_documents(facts),
                                    remarks(context, place)};
  std::erase_if(items, [](const auto& item) { return item.empty(); });
  return items;
}

std::string closing(const config::Operator& op) {
  std::string text =
      "В архиве персональные данные: не выкладывайте его в интернет и пересылайте только по "
      "защищённому каналу.\n\n";
  text += op.organization.empty() ? op.short_name
                                  : fmt::format("{}, {}", op.short_name, op.organization);
  std::vector<std::string> ways;
  if (!op.phone.empty()) ways.push_back("телефон " + op.phone);
  if (!op.email.empty()) ways.push_back("почта " + op.email);
  if (!ways.empty()) text += "\n" + base::capitalized(base::join(ways, ", "));
  return text;
}

PackLetter letter_of(const ReportContext& context, const Place& place, const Service& service) {
  const auto& input = context.input;
  const auto words = context.words(place);
  PackLetter letter;
  letter.municipality = place.code;
  letter.name = place.name;
  letter.service = service.name;
  letter.email = service.email;
  letter.subject =
      fmt::format("Отчёты о методической работе: {}, на {}", place.name, input.as_of.dotted());
  letter.folder = fmt::format("{} — отчёты на {}", place.name, input.as_of.dotted());
  const auto what = words.prepositional.empty()
                        ? fmt::format("о методической работе за {} учебный год: {}", context.year(),
                                      words.with_kind)
                        : fmt::format("о методической работе в {} за {} учебный год",
                                      words.prepositional, context.year());
  letter.opening = fmt::format("Здравствуйте!\n\nНаправляем отчёты {}. {}", what,
                               sentence("Данные на " + input.as_of.in_words()));
  letter.headlines = headlines(context, place);
  letter.closing = closing(input.profile.operator_);
  return letter;
}

/// What the files of a pack are, in the order in which they are worth opening.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kFiles = {{
    {"kpi.xlsx", "показатели: цели, светофор, три учебных года"},
    {"report.html", "аналитический отчёт и следующие шаги; открывается в браузере"},
    {"report.md", "аналитический отчёт и следующие шаги: текст с разметкой Markdown"},
    {"form-1.xlsx", "форма 1: численный состав методистов"},
    {"form-2.xlsx", "форма 2: закрепление методистов за педагогами"},
    {"iom.xlsx", "индивидуальные маршруты педагогов"},
    {"monitoring.xlsx", "работа методической службы: сроки, посещения уроков, аудит, наставники"},
    {"data-quality.xlsx", "что исправить в данных реестра"},
}};

}  // namespace

std::vector<PackLetter> pack_letters(const ReportContext& context) {
  const auto services = read_services(context);
  std::vector<PackLetter> letters;
  for (const auto& place : context.input.results.municipalities()) {
    if (!context.input.municipality.empty() && place.code != context.input.municipality) continue;
    const auto service = services.find(place.code);
    letters.push_back(
        letter_of(context, place, service == services.end() ? Service{} : service->second));
  }
  return letters;
}

std::string letter_text(const PackLetter& letter, const std::vector<std::string>& files) {
  std::string text = letter.opening + "\n\nКоротко:\n";
  for (const auto& line : letter.headlines) text += fmt::format("— {}\n", line);
  text += fmt::format("\nВ архиве {}.zip:\n", letter.municipality);
  std::vector<std::string> others = files;
  for (const auto& [name, title] : kFiles) {
    if (std::erase(others, name) > 0) text += fmt::format("{} — {}\n", name, title);
  }
  for (const auto& name : others) text += name + "\n";
  return fmt::format("{}\n{}", text, letter.closing);
}

}  // namespace metodaktiv::reports
