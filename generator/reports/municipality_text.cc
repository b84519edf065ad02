#include "reports/municipality_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/distribution_text.h"
#include "reports/norm_words.h"
#include "reports/outlier_text.h"
#include "reports/steps.h"
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
  std::string text = fmt::format("Достигнуто {}", of_total(m.findings.met, total, "цели", "целей"));
  if (score && score->place > 0) {
    text += fmt::format(": {}-е место по доле достигнутых целей среди {}", score->place,
                        counted(size_of(m.context.standings.scores()), "муниципалитета",
                                "муниципалитетов", "муниципалитетов"));
  }
  return text + ".";
}

/// What does not bear delay, in one sentence; empty when nothing does.
std::string urgent(const Material& m) {
  std::vector<std::string> parts;
  if (!m.facts.overdue.empty()) {
    parts.push_back(
        counted(size_of(m.facts.overdue), "задача службы", "задачи службы", "задач службы"));
  }
  for (const auto& one : m.context.submissions.municipalities) {
    if (one.municipality == m.place.code && one.state == forms::SubmissionState::kOverdue) {
      parts.push_back(
          fmt::format("форма сбора данных (на {})", counted(one.days, "день", "дня", "дней")));
    }
  }
  if (m.facts.overdue_routes > 0) {
    parts.push_back(fmt::format(
        "мероприятия в {}", counted(m.facts.overdue_routes, "маршруте", "маршрутах", "маршрутах")));
  }
  return parts.empty() ? std::string() : fmt::format("Просрочено: {}.", base::join(parts, ", "));
}

/// What is not there at all.
std::string absent(const Material& m) {
  std::vector<std::string> parts;
  for (const auto& reading : m.findings.missed) {
    if (reading.now->unit == config::Unit::kPresence) {
      parts.push_back(fmt::format("«{}»", reading.indicator->short_title));
    }
  }
  if (!m.facts.missing_documents.empty()) {
    parts.push_back(counted(size_of(m.facts.missing_documents), "документ обязательного пакета",
                            "документа обязательного пакета", "документов обязательного пакета"));
  }
  return parts.empty() ? std::string() : fmt::format("Нет: {}.", base::join(parts, ", "));
}

/// The share farthest from its target, of those that the running year lets judge; where there is
/// none, one that is behind the others on the same date.
std::string farthest(const Material& m) {
  std::string behind;
  for (const auto& reading : m.findings.missed) {
    const auto& [indicator, now, before, moved] = reading;
    // The package of documents has been told of.
    if (now->unit != config::Unit::kPercent || indicator->next_step_rule == "missing-documents")
      continue;
    if (!m.context.still_accumulates(*indicator)) {
      return sentence(fmt::format("Дальше всего от цели — «{}»: {} при цели {}, не хватает {}",
                                  indicator->short_title, now->shown(),
                                  indicators::shown_target(*now),
                                  shown_distance(distance_to_target(*now), now->unit)));
    }
    if (behind.empty() && behind_median(m.context, reading)) {
      behind = fmt::format(
          "«{}» отстаёт от половины муниципалитетов: {} при медиане {} на ту же "
          "дату; цель к концу года {}.",
          indicator->short_title, now->shown(),
          shown_hundredths(*m.context.standings.of(indicator->id).median, now->unit),
          indicators::shown_target(*now));
    }
  }
  return behind;
}

std::string standing(const Material& m) {
  std::vector<std::string> parts;
  const auto part = [&](const char* words, bool good) {
    const auto list = standing_out(m.context, m.place, good, 2);
    if (!list.empty()) parts.push_back(fmt::format("{} — {}", words, base::join(list, ", ")));
  };
  part("сильнее других", true);
  part("слабее других", false);
  return parts.empty() ? std::string()
                       : base::capitalized(fmt::format("{}.", base::join(parts, "; ")));
}

std::string load_words(const Material& m) {
  const int outside = m.load_totals.below + m.load_totals.above;
  if (m.loads.empty() || !m.profile().norms.binding) return {};
  if (outside == 0) return "Нагрузка всех методистов с закреплением в пределах нормы.";
  std::vector<std::string> sides;
  if (m.load_totals.above > 0) sides.push_back(fmt::format("выше —\u00A0{}", m.load_totals.above));
  if (m.load_totals.below > 0) sides.push_back(fmt::format("ниже —\u00A0{}", m.load_totals.below));
  return fmt::format("Нагрузка вне нормы у {} с закреплением: {}.",
                     of_total(outside, size_of(m.loads), "методиста", "методистов"),
                     base::join(sides, ", "));
}

void write_brief(Markdown& text, const Material& m) {
  text.heading(2, "Коротко");
  std::vector<std::string> items;
  for (auto item : {achieved(m), urgent(m), absent(m), farthest(m), standing(m),
                    movement_words(m.context, m.findings), load_words(m)}) {
    if (!item.empty()) items.push_back(std::move(item));
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
  write_municipality_outliers(text, context, place);
  write_indicator_tables(text, context, place);
  write_shortage(text, context, m.form1);
  write_load(text, m);
  write_tasks(text, m);
  write_documents(text, m);
  write_distributions(text, context, place);
  write_municipality_steps(text, context, place, m.findings);
  write_reading_notes(text, context, false);
  return text.text();
}

}  // namespace metodaktiv::reports
