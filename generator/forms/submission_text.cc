#include "forms/submission_text.h"

#include <fmt/format.h>

#include "base/text.h"

namespace metodaktiv::forms {
namespace {

std::string waiting_text(int days) {
  if (days == 0) return "ждём: срок сегодня";
  return fmt::format("ждём: {} {}", base::plural(days, "остался", "осталось", "осталось"),
                     days_text(days));
}

std::string late_text(int days) {
  return fmt::format("получено с опозданием на {}", days_text(days));
}

std::string earlier_form_text(const Submission& submission) {
  if (!submission.earlier_form) return {};
  return fmt::format("; пришла форма от {}", submission.earlier_form->dotted());
}

std::string errors_text(std::int64_t errors) {
  return errors == 0 ? "ошибок нет" : "ошибок " + base::grouped(errors);
}

}  // namespace

std::string days_text(std::int64_t days) { return base::counted(days, "день", "дня", "дней"); }

std::string state_text(const Submission& submission) {
  const int days = submission.days;
  switch (submission.state) {
    case SubmissionState::kOverdue:
      return fmt::format("просрочено на {}", days_text(days)) + earlier_form_text(submission);
    case SubmissionState::kRemarksOpen:
      return fmt::format("{}; замечаний: {}", days > 0 ? late_text(days) : "получено в срок",
                         base::grouped(submission.back->remarks()));
    case SubmissionState::kWaiting:
      return waiting_text(days) + earlier_form_text(submission);
    case SubmissionState::kNotGivenOut:
      return "форма не выдана";
    case SubmissionState::kReceivedLate:
      return late_text(days);
    case SubmissionState::kReceivedInTime:
      return "получено в срок";
  }
  return {};
}

std::string arrived_text(const Submission& submission) {
  const auto& arrived = submission.arrived;
  if (arrived.empty()) return {};
  if (arrived.size() == 1)
    return fmt::format("в папке, не загружена: {}", errors_text(arrived.front().errors));
  std::vector<std::string> parts;
  for (const auto& file : arrived)
    parts.push_back(fmt::format("{} — {}", file.name, errors_text(file.errors)));
  return fmt::format("в папке, не загружены: {}", base::join(parts, ", "));
}

std::string summary_text(const Submissions& submissions) {
  std::vector<std::string> parts;
  const auto part = [&](const char* words, std::int64_t count) {
    if (count > 0) parts.push_back(fmt::format("{} — {}", words, base::grouped(count)));
  };
  part("просрочено", submissions.count(SubmissionState::kOverdue));
  part("получено с замечаниями", submissions.count(SubmissionState::kRemarksOpen));
  part("ждём", submissions.count(SubmissionState::kWaiting));
  part("форма не выдана", submissions.count(SubmissionState::kNotGivenOut));
  part("получено с опозданием", submissions.count(SubmissionState::kReceivedLate));
  part("получено в срок", submissions.count(SubmissionState::kReceivedInTime));
  const auto all = base::counted(static_cast<std::int64_t>(submissions.municipalities.size()),
                                 "муниципалитет", "муниципалитета", "муниципалитетов");
  return parts.empty() ? all + "." : fmt::format("{}: {}.", all, base::join(parts, ", "));
}

}  // namespace metodaktiv::forms
