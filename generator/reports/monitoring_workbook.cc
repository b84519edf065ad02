#include "reports/monitoring_workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/attention.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

struct Part {
  const char* title;
  std::string sentence;
  void (*fill)(Sheet&, const SheetStyles&, const ReportContext&, const Place&);
};

std::vector<AttentionLine> attention_of(const Monitoring& m, const config::Norms& norms) {
  std::vector<AttentionLine> lines;
  if (const int overdue = m.count(TaskState::kOverdue); overdue > 0) {
    lines.push_back(
        {true, fmt::format("{} {} службы: отчитайтесь или согласуйте новый срок.",
                           base::plural(overdue, "Просрочена", "Просрочены", "Просрочено"),
                           base::counted(overdue, "задача", "задачи", "задач"))});
  }
  for (const auto& month : months_below_norm(m, norms)) {
    lines.push_back({true, fmt::format("Посещение уроков за {}: норма не выполнена.", month)});
  }
  const auto without = std::count_if(m.young.begin(), m.young.end(),
                                     [](const YoungTeacher& t) { return t.mentors.empty(); });
  if (without > 0) {
    lines.push_back(
        {true, fmt::format("Наставника нет у {}.",
                           base::counted(without, "молодого специалиста", "молодых специалистов",
                                         "молодых специалистов"))});
  }
  if (m.audit.empty()) {
    lines.push_back({false, "Чек-лист методического аудита не внесён."});
  } else if (std::none_of(m.audit.begin(), m.audit.end(),
                          [](const AuditItem& item) { return item.expert.has_value(); })) {
    lines.push_back({false, "Оценки эксперта по чек-листу методического аудита ещё нет."});
  }
  if (const int missing = m.count(TaskState::kUnknown); missing > 0) {
    lines.push_back(
        {false, fmt::format("Задачи на учебный год не внесены по {}.",
                            base::counted(missing, "функции", "функциям", "функциям"))});
  }
  return lines;
}

std::vector<CoverTile> tiles_of(const Monitoring& m) {
  int visited = 0;
  for (const auto& month : m.visits) {
    for (const auto& [group, count] : month.by_group) visited += count;
  }
  const int done = m.count(TaskState::kInTime) + m.count(TaskState::kLate);
  const auto without = std::count_if(m.young.begin(), m.young.end(),
                                     [](const YoungTeacher& t) { return t.mentors.empty(); });
  std::vector<CoverTile> tiles;
  const auto tile = [&](const char* caption, double value, std::string note) {
    CoverTile one;
    one.caption = caption;
    one.value = value;
    one.note = std::move(note);
    tiles.push_back(std::move(one));
  };
  tile("задач выполнено", done,
       fmt::format("из {} внесённых",
                   m.tasks.size() - static_cast<std::size_t>(m.count(TaskState::kUnknown))));
  tile("задач просрочено", m.count(TaskState::kOverdue), "на отчётную дату");
  tile("уроков посещено", visited, "с начала учебного года");
  tile("молодых специалистов", static_cast<double>(m.young.size()), "до 35 лет, стаж до 3 лет");
  tile("без наставника", static_cast<double>(without), "из молодых специалистов");
  return tiles;
}

void fill_cover(CoverSheet& cover, const ReportContext& context, const Monitoring& monitoring,
                const std::vector<CoverEntry>& entries) {
  cover.heading("Мониторинг методической работы", false);
  cover.tiles(tiles_of(monitoring));
  write_attention(cover, attention_of(monitoring, context.input.profile.norms),
                  "Просроченного и невыполненного нет.");
  cover.contents(entries);
  cover.section("Пояснения");
  cover.paragraph(
      "Книга для служебного пользования: в ней названы педагоги. Числа — из регионального реестра; "
      "чтобы их исправить, исправьте строку в форме сбора и загрузите её снова.");
  cover.finish("Мониторинг методической работы");
}

}  // namespace

const Monitoring& monitoring_of(const ReportContext& context, const Place& place) {
  static const Monitoring kNone;
  const auto found = context.monitorings.find(place.code);
  return found == context.monitorings.end() ? kNone : found->second;
}

void write_monitoring_workbook(const ReportContext& context, const Place& place,
                               const std::filesystem::path& file) {
  const auto& monitoring = monitoring_of(context, place);
  const std::vector<Part> parts = {
      {"Функции", tasks_sentence(monitoring), fill_tasks_sheet},
      {"Посещение уроков", visits_sentence(monitoring, context.input.profile.norms),
       fill_visits_sheet},
      {"Методический аудит", audit_sentence(monitoring), fill_audit_sheet},
      {"Наставничество", mentoring_sentence(monitoring), fill_mentoring_sheet}};

  workbook::Workbook book(
      file, context.properties(fmt::format("Мониторинг методической работы: {}", place.name)));
  const SheetStyles styles(book);
  const Sheet front = book.add_sheet("Коротко");
  CoverSheet cover(book, front, context, place);
  std::vector<CoverEntry> entries;
  for (const auto& part : parts) {
    Sheet sheet = book.add_sheet(part.title);
    part.fill(sheet, styles, context, place);
    sheet.link(2, 0, front, "← К содержанию", styles.way_back);
    entries.push_back({sheet, part.sentence});
  }
  fill_cover(cover, context, monitoring, entries);
  book.save();
}

}  // namespace metodaktiv::reports
