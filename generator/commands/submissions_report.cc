#include "commands/submissions_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "forms/submission_text.h"

namespace metodaktiv::commands {
namespace {

using forms::Submission;
using forms::SubmissionState;
using nlohmann::ordered_json;

constexpr std::size_t kColumns = 7;
using Row = std::array<std::string, kColumns>;

Row row_of(const Submission& submission) {
  Row row = {submission.name, "—", "—", "—", "—", "—", forms::state_text(submission)};
  if (submission.form) {
    row[1] = submission.form->made_on.dotted();
    row[2] = submission.form->due_on.dotted();
  }
  if (submission.back) {
    row[3] = submission.back->last_on.dotted();
    row[4] = base::grouped(submission.back->taken);
    row[5] = base::grouped(submission.back->remarks());
  }
  if (const auto arrived = forms::arrived_text(submission); !arrived.empty())
    row[6] += "; " + arrived;
  return row;
}

/// Columns as wide as their longest cell, numbers to the right, the last one as it comes.
std::string aligned(const std::vector<Row>& rows) {
  std::array<std::size_t, kColumns> widths{};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < kColumns; ++i)
      widths[i] = std::max(widths[i], base::length_utf8(row[i]));
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
      const std::string space(widths[i] - base::length_utf8(row[i]), ' ');
      const bool is_number = i == 4 || i == 5;
      text += (is_number ? space + row[i] : row[i] + space) + "  ";
    }
    text += row.back() + '\n';
  }
  return text;
}

std::string origin(const InboxFile& file) {
  if (!file.stamp) return "без отметки формы";
  if (file.stamp->municipality.empty()) return "форма региона";
  return fmt::format("форма муниципалитета «{}», которого нет в реестре", file.stamp->municipality);
}

std::string verdict(const InboxFile& file) {
  if (file.loaded) return "уже загружен";
  return file.errors == 0 ? "ошибок нет" : "ошибок " + base::grouped(file.errors);
}

/// How many books of known municipalities lie unread; empty when none do.
std::string inbox_text(const forms::Submissions& submissions) {
  std::int64_t arrived = 0, broken = 0;
  for (const auto& submission : submissions.municipalities) {
    for (const auto& file : submission.arrived) {
      ++arrived;
      broken += file.errors > 0;
    }
  }
  if (arrived == 0) return {};
  return fmt::format("В папке {}, {} в реестр; с ошибками — {}.\n",
                     base::counted(arrived, "книга", "книги", "книг"),
                     base::plural(arrived, "не загруженная", "не загруженные", "не загруженных"),
                     base::grouped(broken));
}

const char* key_of(SubmissionState state) {
  switch (state) {
    case SubmissionState::kOverdue:
      return "overdue";
    case SubmissionState::kRemarksOpen:
      return "remarks_open";
    case SubmissionState::kWaiting:
      return "waiting";
    case SubmissionState::kNotGivenOut:
      return "not_given_out";
    case SubmissionState::kReceivedLate:
      return "received_late";
    case SubmissionState::kReceivedInTime:
      return "received_in_time";
  }
  return "";
}

ordered_json json_of(const Submission& submission) {
  ordered_json json{{"municipality", submission.municipality},
                    {"name", submission.name},
                    {"state", key_of(submission.state)},
                    {"days", submission.days},
                    {"made_on", nullptr},
                    {"due_on", nullptr},
                    {"received_on", nullptr},
                    {"last_received_on", nullptr}};
  if (submission.form) {
    json["made_on"] = submission.form->made_on.iso();
    json["due_on"] = submission.form->due_on.iso();
  }
  const auto back = submission.back.value_or(forms::FormReturned{});
  if (submission.back) {
    json["received_on"] = back.first_on.iso();
    json["last_received_on"] = back.last_on.iso();
  }
  json["taken"] = back.taken;
  json["returned"] = back.returned;
  json["warnings"] = back.warnings;
  json["remarks_open"] = back.remarks();
  if (submission.earlier_form) json["earlier_form"] = submission.earlier_form->iso();
  auto& inbox = json["inbox"] = ordered_json::array();
  for (const auto& file : submission.arrived)
    inbox.push_back(
        {{"file", file.name}, {"form_made_on", file.form_made_on}, {"errors", file.errors}});
  return json;
}

}  // namespace

std::string submissions_table(const forms::Submissions& submissions,
                              const std::vector<InboxFile>& unknown) {
  std::vector<Row> rows = {
      {"Муниципалитет", "Форма от", "Срок", "Получена", "Строк", "Замечаний", "Состояние"}};
  for (const auto& submission : submissions.municipalities) rows.push_back(row_of(submission));
  auto text = aligned(rows);
  if (!unknown.empty()) {
    text += "\nФайлы папки, по которым не видно, чьи они:\n";
    for (const auto& file : unknown)
      text += fmt::format("  {} ({}): {}\n", file.name, origin(file), verdict(file));
  }
  text +=
      fmt::format("\nНа {} — {}\n", submissions.as_of.dotted(), forms::summary_text(submissions));
  text += inbox_text(submissions);
  if (!submissions.any_form()) text += "Форм ещё не выдавали: их делает команда forms.\n";
  if (submissions.after_as_of > 0) {
    text += fmt::format("Позже этой даты {} {}: здесь это не учтено.\n",
                        base::plural(submissions.after_as_of, "была", "были", "было"),
                        base::counted(submissions.after_as_of, "загрузка", "загрузки", "загрузок"));
  }
  return text;
}

ordered_json submissions_json(const forms::Submissions& submissions,
                              const std::vector<InboxFile>& unknown) {
  ordered_json json{{"as_of", submissions.as_of.iso()}};
  auto& counts = json["counts"];
  for (std::size_t i = 0; i < forms::kSubmissionStates; ++i) {
    const auto state = static_cast<SubmissionState>(i);
    counts[key_of(state)] = submissions.count(state);
  }
  json["imports_after_as_of"] = submissions.after_as_of;
  auto& list = json["municipalities"] = ordered_json::array();
  for (const auto& submission : submissions.municipalities) list.push_back(json_of(submission));
  auto& files = json["other_files"] = ordered_json::array();
  for (const auto& file : unknown) {
    ordered_json item{{"file", file.name}, {"errors", file.errors}, {"loaded", file.loaded}};
    if (file.stamp) item["municipality"] = file.stamp->municipality;
    files.push_back(std::move(item));
  }
  return json;
}

}  // namespace metodaktiv::commands
