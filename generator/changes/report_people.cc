#include <fmt/format.h>

#include "base/text.h"
#include "changes/report_tables.h"

namespace metodaktiv::changes {
namespace {

constexpr const char* kUnnamed = "без согласия на публикацию имени";

std::string people_count(long long count) {
  return base::counted(count, "методист", "методиста", "методистов");
}

ReportCell date_cell(const std::string& iso) {
  const auto date = base::Date::parse_iso(iso);
  if (!date) return {};
  return {date->dotted(), {}, CellForm::kDate, date};
}

std::string order_words(const std::string& number) {
  if (number.empty()) return {};
  const bool marked = number.find("№") != std::string::npos;
  return (marked ? "приказ " : "приказ №\u00A0") + number;
}

std::string specialty(const Changes& changes, const std::string& subject,
                      const std::string& other) {
  auto text = subject.empty() ? std::string() : subject_name(changes, subject);
  if (!other.empty()) text += (text.empty() ? "" : "; ") + other;
  return text;
}

/// «математика, Школа № 5, с 01.09.2026, приказ № 12»
std::string facts(const std::vector<std::string>& all) {
  std::vector<std::string> parts;
  for (const auto& part : all) {
    if (!part.empty()) parts.push_back(part);
  }
  return base::join(parts, ", ");
}

void add_person(const Changes& changes, const Person& person, const std::string& day,
                std::string_view day_words, ReportTable& table) {
  const auto place = municipality_name(changes, person.municipality);
  const auto organization = organization_name(changes, person.organization);
  const auto work = specialty(changes, person.subject, person.other_direction);
  const auto order = order_words(person.order_number);
  const auto date = date_cell(day);
  ReportRow row;
  row.cells = {count_cell(static_cast<long long>(table.rows.size()) + 1),
               text_cell(person.name),
               text_cell(place),
               text_cell(organization),
               text_cell(work),
               date,
               text_cell(order)};
  row.group = place;
  row.line = fmt::format(
      "{} ({}): {}", person.name, person.code,
      facts({work, organization,
             date.text.empty() ? std::string() : fmt::format("{} {}", day_words, date.text),
             order}));
  table.rows.push_back(std::move(row));
}

void add_cell(const Changes& changes, const CellCount& cell, ReportTable& table) {
  const auto place =
      cell.municipality.empty() ? std::string() : municipality_name(changes, cell.municipality);
  const auto work = specialty(changes, cell.subject, {});
  ReportRow row;
  row.cells = {count_cell(static_cast<long long>(table.rows.size()) + 1),
               text_cell(people_count(cell.count)),
               text_cell(place),
               text_cell(""),
               text_cell(work),
               text_cell(""),
               text_cell("")};
  row.group = place.empty() ? "Муниципалитет не указан" : place;
  row.line = facts({people_count(cell.count), work});
  table.rows.push_back(std::move(row));
}

ReportTable people_table(std::string title, std::string date_title, std::string order_title) {
  return {std::move(title),
          {},
          {{"№ п/п", 6},
           {"ФИО методиста", 30},
           {"Муниципалитет", 22},
           {"Организация", 32},
           {"Предмет, направление", 26},
           {std::move(date_title), 13},
           {std::move(order_title), 18}},
          {}};
}

long long total(const std::vector<CellCount>& cells) {
  long long sum = 0;
  for (const auto& cell : cells) sum += cell.count;
  return sum;
}

std::string summary_of(std::size_t named, const std::vector<CellCount>& unnamed) {
  const auto all = static_cast<long long>(named) + total(unnamed);
  if (all == 0) return {};
  if (unnamed.empty() || named == 0) return people_count(all);
  return fmt::format("{}, из них {} {}", people_count(all), base::grouped(total(unnamed)),
                     kUnnamed);
}

}  // namespace

void add_roster_tables(const Changes& changes, Report& report) {
  const auto& roster = changes.roster;
  auto entered = people_table("Включить в список", "Дата включения", "Основание");
  entered.to_sign = true;
  for (const auto& person : roster.entered)
    add_person(changes, person, person.included_on, "с", entered);
  for (const auto& cell : roster.entered_unnamed) add_cell(changes, cell, entered);
  entered.summary = summary_of(roster.entered.size(), roster.entered_unnamed);
  if (!roster.entered_unnamed.empty()) {
    entered.note = fmt::format("Строки без имени — методисты {}.", kUnnamed);
  }

  auto left = people_table("Исключить из списка", "Дата исключения", "Приказ");
  left.to_sign = true;
  for (const auto& person : roster.left) add_person(changes, person, person.excluded_on, "с", left);
  for (const auto& cell : roster.left_unnamed) add_cell(changes, cell, left);
  left.summary = summary_of(roster.left.size(), roster.left_unnamed);
  if (changes.kind == Kind::kPublication && !left.rows.empty()) {
    left.note =
        "Публикация не называет тех, кто вышел из состава: имена и приказы — в реестрах, сравните "
        "их.";
  }

  ReportTable updated{"Изменить сведения",
                      {},
                      {{"№ п/п", 6},
                       {"ФИО методиста", 30},
                       {"Муниципалитет", 22},
                       {"Что меняется", 19},
                       {"Было", 35},
                       {"Стало", 35}},
                      {}};
  updated.to_sign = true;
  for (const auto& change : roster.updated) {
    const auto place = municipality_name(changes, change.now.municipality);
    std::vector<std::string> fields;
    for (const auto& field : change.fields) {
      const auto was = field.before.empty() ? std::string("не указано") : field.before;
      const auto is = field.after.empty() ? std::string("не указано") : field.after;
      const bool first = fields.empty();
      fields.push_back(fmt::format(
          "{}: {} → {}", field.key == "last_name" ? field.title : base::to_lower(field.title), was,
          is));
      ReportRow row;
      row.cells = {count_cell(static_cast<long long>(updated.rows.size()) + 1),
                   text_cell(change.now.name),
                   text_cell(place),
                   text_cell(field.title),
                   text_cell(was),
                   text_cell(is)};
      row.group = place;
      row.line = first ? fmt::format("{} ({}): {}", change.now.name, change.now.code, fields.back())
                       : fmt::format("{}: {}", change.now.name, fields.back());
      updated.rows.push_back(std::move(row));
    }
  }
  if (!roster.updated.empty())
    updated.summary = people_count(static_cast<long long>(roster.updated.size()));

  auto named = people_table("Названы впервые", "Дата включения", "Основание");
  named.if_any = true;
  for (const auto& person : roster.named)
    add_person(changes, person, person.included_on, "с", named);
  if (!roster.named.empty()) {
    named.summary = people_count(static_cast<long long>(roster.named.size()));
    named.note = "Были в составе и раньше; теперь публикация называет их с их согласия.";
  }
  for (auto* table : {&entered, &left, &updated, &named})
    report.tables.push_back(std::move(*table));
}

void add_practice_table(const Changes& changes, Report& report) {
  ReportTable table{
      "Практики",
      {},
      {{"№ п/п", 6}, {"Практика", 70}, {"Муниципалитет", 24}, {"Что изменилось", 20}, {"Код", 27}},
      {}};
  const auto add = [&](const Practice& practice, std::string_view what) {
    const auto place = municipality_name(changes, practice.municipality);
    ReportRow row;
    row.cells = {count_cell(static_cast<long long>(table.rows.size()) + 1),
                 text_cell(practice.title), text_cell(place), text_cell(std::string(what)),
                 text_cell(practice.slug)};
    row.group = std::string(what);
    row.line = fmt::format("«{}» ({}), {}", practice.title, practice.slug, place);
    table.rows.push_back(std::move(row));
  };
  for (const auto& practice : changes.practices_added) add(practice, "опубликована");
  for (const auto& practice : changes.practices_removed) add(practice, "снята с публикации");
  std::vector<std::string> parts;
  if (const auto n = static_cast<long long>(changes.practices_added.size()); n > 0) {
    parts.push_back(fmt::format("{} {}",
                                base::plural(n, "опубликована", "опубликованы", "опубликовано"),
                                base::counted(n, "практика", "практики", "практик")));
  }
  if (const auto n = static_cast<long long>(changes.practices_removed.size()); n > 0) {
    parts.push_back(fmt::format("{} {}", base::plural(n, "снята", "сняты", "снято"),
                                base::counted(n, "практика", "практики", "практик")));
  }
  table.summary = base::join(parts, ", ");
  report.tables.push_back(std::move(table));
}

}  // namespace metodaktiv::changes
