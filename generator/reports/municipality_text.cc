#include "reports/municipality_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "reports/distribution_text.h"
#include "reports/norm_words.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using base::counted;
using indicators::Place;

constexpr std::size_t kMostRows = 15;

/// What the sections of one text are written from.
struct Material {
  const ReportContext& context;
  const Place& place;
  PlaceWords words;
  PlaceFindings findings;
  const MunicipalityFacts& facts;
  std::vector<MethodistLoad> loads;
  LoadTotals load_totals;
  const indicators::Form1* form1 = nullptr;
  int without_assignment = 0;  ///< active methodists that form 2 does not have

  [[nodiscard]] const config::RegionProfile& profile() const { return context.input.profile; }
};

Material gather(const ReportContext& context, const Place& place) {
  Material m{context,
             place,
             context.words(place),
             findings_of(context, place),
             context.facts.of(place.code),
             {},
             {},
             nullptr,
             0};
  if (const auto it = context.loads.find(place.code); it != context.loads.end())
    m.loads = it->second;
  m.load_totals = totals(m.loads);
  if (const auto it = context.form1.find(place.code); it != context.form1.end())
    m.form1 = it->second;
  m.without_assignment =
      std::max(0, static_cast<int>(m.facts.methodists.size()) - static_cast<int>(m.loads.size()));
  return m;
}

long long size_of(const auto& list) { return static_cast<long long>(list.size()); }

std::string function_words(const config::RegionProfile& profile, const std::string& number) {
  const auto* function = profile.standard.function(number);
  return function ? fmt::format("{} «{}»", number, function->title) : number;
}

std::string achieved(const Material& m) {
  const auto* score = m.context.standings.score(m.place.code);
  const long long total = m.findings.met + m.findings.not_met;
  if (total == 0) return no_targets_sentence(m.context, m.place);
  std::string text = fmt::format("Цели достигнуты по {}",
                                 of_total(m.findings.met, total, "показателя", "показателей"));
  if (score && score->place > 0) {
    text += fmt::format("; по доле достигнутых целей — {}-е место среди {}", score->place,
                        counted(size_of(m.context.standings.scores()), "муниципалитета",
                                "муниципалитетов", "муниципалитетов"));
  }
  return text + ".";
}

void write_brief(Markdown& text, const Material& m) {
  text.heading(2, "Коротко");
  std::vector<std::string> items = {achieved(m)};
  if (!m.findings.missed.empty()) {
    const auto farthest =
        std::find_if(m.findings.missed.begin(), m.findings.missed.end(),
                     [](auto& r) { return r.now->unit == config::Unit::kPercent; });
    if (farthest != m.findings.missed.end()) {
      items.push_back(sentence(
          fmt::format("Дальше всего от цели показатель «{}»: {} при цели {}, до цели {}",
                      farthest->indicator->title, farthest->now->shown(),
                      indicators::shown_target(*farthest->now),
                      shown_distance(distance_to_target(*farthest->now), farthest->now->unit))));
    }
    std::vector<std::string> absent;
    for (const auto& reading : m.findings.missed) {
      if (reading.now->unit == config::Unit::kPresence) {
        absent.push_back(fmt::format("«{}»", reading.indicator->short_title));
      }
    }
    if (!absent.empty()) {
      items.push_back(fmt::format("Не обеспечено: {}.", base::join(absent, ", ")));
    }
  }
  if (!m.findings.grown.empty()) {
    const auto& best = m.findings.grown.front();
    items.push_back(fmt::format("Сильнее всего вырос показатель «{}»: {}, теперь {}.",
                                best.indicator->short_title, shown(best.moved, best.now->unit),
                                best.now->shown()));
  }
  const int outside = m.load_totals.below + m.load_totals.above;
  if (!m.loads.empty() && m.profile().norms.binding) {
    items.push_back(
        outside == 0
            ? std::string("Нагрузка всех методистов с закреплением в пределах нормы.")
            : fmt::format("Нагрузка вне нормы у {} с закреплением: выше нормы — {}, ниже — {}.",
                          of_total(outside, size_of(m.loads), "методиста", "методистов"),
                          m.load_totals.above, m.load_totals.below));
  }
  if (!m.facts.overdue.empty()) {
    items.push_back(fmt::format(
        "{} {} методической службы.",
        base::plural(size_of(m.facts.overdue), "Просрочена", "Просрочены", "Просрочено"),
        counted(size_of(m.facts.overdue), "задача", "задачи", "задач")));
  }
  if (!m.facts.missing_documents.empty()) {
    items.push_back(fmt::format(
        "В обязательном пакете документов не хватает {}.",
        counted(size_of(m.facts.missing_documents), "документа", "документов", "документов")));
  }
  text.bullets(items);
}

void write_load(Markdown& text, const Material& m) {
  const NormWords words(m.profile().norms);
  text.heading(2, "Нагрузка методистов");
  if (m.loads.empty()) {
    text.paragraph(fmt::format("Закрепления на {} учебный год в реестре нет.", m.context.year()));
    return;
  }
  text.paragraph(fmt::format(
      "{} Закрепление есть у {}: {} — {}, {} — {}, {} — {}.", words.statement,
      counted(size_of(m.loads), "методиста", "методистов", "методистов"), words.within,
      m.load_totals.within, words.above, m.load_totals.above, words.below, m.load_totals.below));
  if (m.without_assignment > 0) {
    text.paragraph(fmt::format("Без закрепления — {}.",
                               counted(m.without_assignment, "действующий методист",
                                       "действующих методиста", "действующих методистов")));
  }
  std::vector<const MethodistLoad*> outside;
  for (const auto& load : m.loads) {
    if (load.verdict != LoadVerdict::kWithin) outside.push_back(&load);
  }
  if (outside.empty()) return;
  std::stable_sort(outside.begin(), outside.end(), [](const auto* a, const auto* b) {
    return std::abs(a->deviation) > std::abs(b->deviation);
  });
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < outside.size() && i < kMostRows; ++i) {
    const auto& load = *outside[i];
    rows.push_back({load.full_name, load.subject, std::to_string(load.organizations),
                    base::grouped(load.teachers),
                    (load.deviation > 0 ? "+" : "") + base::grouped(load.deviation),
                    shown(load.verdict, words)});
  }
  text.table({"Методист", "Предмет", "Организаций", "Педагогов", "Отклонение", "Нагрузка"},
             "llrrrl", rows);
  if (outside.size() > kMostRows) {
    text.paragraph(fmt::format("И ещё {}: полный список — на листе «Нагрузка» книги form-2.xlsx.",
                               counted(size_of(outside) - static_cast<long long>(kMostRows),
                                       "методист", "методиста", "методистов")));
  }
}

void write_tasks(Markdown& text, const Material& m) {
  if (m.facts.tasks_due == 0 && !m.profile().standard.has_municipal_deadlines()) return;
  text.heading(2, "Задачи методической службы");
  if (m.facts.tasks_due == 0) {
    text.paragraph(fmt::format("В {} учебном году в реестре нет задач с наступившим сроком.",
                               m.context.year()));
    return;
  }
  text.paragraph(fmt::format(
      "С начала учебного года наступил срок {}: не выполнено — {}, выполнено позже срока — {}.",
      counted(m.facts.tasks_due, "задачи", "задач", "задач"), m.facts.overdue.size(),
      m.facts.tasks_late));
  if (m.facts.overdue.empty()) return;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < m.facts.overdue.size() && i < kMostRows; ++i) {
    const auto& task = m.facts.overdue[i];
    rows.push_back({function_words(m.profile(), task.function), task.period, task.due_on.dotted(),
                    counted(task.days, "день", "дня", "дней")});
  }
  text.table({fmt::format("Функция {}", m.profile().standard.name_genitive), "Период", "Срок",
              "Просрочено на"},
             "llrr", rows);
  if (m.facts.overdue.size() > kMostRows) {
    text.paragraph(fmt::format(
        "И ещё {}.", counted(size_of(m.facts.overdue) - static_cast<long long>(kMostRows),
                             "просроченная задача", "просроченные задачи", "просроченных задач")));
  }
}

void write_documents(Markdown& text, const Material& m) {
  if (!m.profile().has_document_package()) return;
  text.heading(2, "Пакет документов");
  if (m.facts.missing_documents.empty()) {
    text.paragraph("Обязательный пакет документов полон.");
    return;
  }
  text.paragraph(
      fmt::format("В обязательном пакете на {} учебный год не хватает:", m.context.year()));
  std::vector<std::string> titles;
  for (const auto& kind : m.facts.missing_documents) {
    titles.push_back(m.profile().document_kind_title(kind) + ".");
  }
  text.bullets(titles);
}

void add_target_steps(std::vector<std::string>& steps, const Material& m) {
  for (const auto& reading : m.findings.missed) {
    steps.push_back(
        with_source(fmt::format("«{}»: {}", reading.indicator->title, way_to_target(reading)),
                    reading.indicator->source));
  }
}

void add_load_steps(std::vector<std::string>& steps, const Material& m) {
  const auto& norms = m.profile().norms;
  if (!norms.binding) return;
  if (m.load_totals.above > 0 || m.load_totals.below > 0) {
    steps.push_back(with_source(
        fmt::format(
            "Перераспределить закрепление так, чтобы на методиста приходилось {}–{} педагогов: "
            "выше нормы — {}, ниже нормы — {}.",
            norms.load_min, norms.load_max, m.load_totals.above, m.load_totals.below),
        norms.source));
  }
  const auto missing = shortages(m.form1);
  if (!missing.empty()) {
    std::vector<std::string> subjects;
    for (const auto& [row, count] : missing) {
      subjects.push_back(fmt::format("{} — {}", row->subject_name, count));
    }
    steps.push_back(
        with_source(fmt::format("Выдвинуть кандидатов в методисты по предметам, где их меньше "
                                "рекомендуемого: {}.",
                                base::join(subjects, ", ")),
                    norms.source));
  }
}

/// Items that follow from the same paragraph make one step.
using BySource = std::vector<std::pair<std::string, std::vector<std::string>>>;

void add(BySource& groups, const std::string& source, std::string item) {
  for (auto& [known, items] : groups) {
    if (known == source) {
      items.push_back(std::move(item));
      return;
    }
  }
  groups.push_back({source, {std::move(item)}});
}

void add_criteria_steps(std::vector<std::string>& steps, const Material& m) {
  const auto& criteria = m.profile().criteria;
  BySource groups;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    long long failing = 0;
    for (const auto& card : m.facts.methodists) failing += !card.met[i];
    if (failing > 0) {
      add(groups, criteria[i].source, fmt::format("«{}» — {}", criteria[i].title, failing));
    }
  }
  for (const auto& [source, items] : groups) {
    steps.push_back(with_source(
        fmt::format("Привести состав методистов к требованиям. Не отвечают требованию: {} (из {}). "
                    "Поимённо — на листе «Методисты» книги kpi.xlsx.",
                    base::join(items, "; "),
                    counted(size_of(m.facts.methodists), "методиста", "методистов", "методистов")),
        source));
  }
}

void add_task_steps(std::vector<std::string>& steps, const Material& m) {
  std::map<std::string, std::vector<const OverdueTask*>> by_function;
  std::vector<std::string> order;
  for (const auto& task : m.facts.overdue) {
    auto& list = by_function[task.function];
    if (list.empty()) order.push_back(task.function);
    list.push_back(&task);
  }
  for (const auto& number : order) {
    const auto& tasks = by_function[number];
    steps.push_back(with_source(
        fmt::format("Выполнить функцию {}: {} {} (самый ранний срок — {}).",
                    function_words(m.profile(), number),
                    base::plural(size_of(tasks), "просрочена", "просрочены", "просрочено"),
                    counted(size_of(tasks), "задача", "задачи", "задач"),
                    tasks.front()->due_on.dotted()),
        m.profile().standard.source));
  }
}

void add_document_steps(std::vector<std::string>& steps, const Material& m) {
  BySource groups;
  for (const auto& key : m.facts.missing_documents) {
    const auto& kinds = m.profile().document_kinds;
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.key == key; });
    if (kind != kinds.end()) add(groups, kind->source, fmt::format("«{}»", kind->title));
  }
  for (const auto& [source, items] : groups) {
    steps.push_back(
        with_source(fmt::format("Утвердить и внести в реестр недостающие документы: {}.",
                                base::join(items, ", ")),
                    source));
  }
}

void write_steps(Markdown& text, const Material& m) {
  text.heading(2, "Следующие шаги");
  std::vector<std::string> steps;
  add_task_steps(steps, m);
  add_document_steps(steps, m);
  add_target_steps(steps, m);
  add_load_steps(steps, m);
  add_criteria_steps(steps, m);
  if (!m.findings.no_data.empty()) {
    steps.push_back(fmt::format(
        "Внести в реестр данные, которых не хватает для расчёта {}.",
        counted(size_of(m.findings.no_data), "показателя", "показателей", "показателей")));
  }
  if (steps.empty()) {
    text.paragraph(nothing_to_do(m.context));
    return;
  }
  text.numbered(steps);
}

}  // namespace

std::string municipality_text(const ReportContext& context, const Place& place) {
  const Material m = gather(context, place);
  Markdown text;
  const auto title = m.words.prepositional.empty()
                         ? fmt::format("Методическая работа: {}", m.words.with_kind)
                         : fmt::format("Методическая работа в {}", m.words.prepositional);
  write_front(text, context, title,
              fmt::format("Аналитический отчёт. {}.", context.input.profile.name));
  write_brief(text, m);
  write_missed_targets(text, context, place, m.findings);
  write_changes(text, context, m.findings);
  write_indicator_tables(text, context, place);
  write_shortage(text, context, m.form1);
  write_load(text, m);
  write_tasks(text, m);
  write_documents(text, m);
  write_distributions(text, context, place);
  write_steps(text, m);
  return text.text();
}

}  // namespace metodaktiv::reports
