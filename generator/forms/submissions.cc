#include "forms/submissions.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "base/error.h"
#include "base/text.h"

namespace metodaktiv::forms {
namespace {

constexpr int kHoursEast = 3;

[[noreturn]] void fail(std::string_view what, std::string_view text) {
  throw base::Failure(fmt::format(
      "Журнал реестра повреждён: {} — «{}». Восстановите реестр из резервной копии.", what, text));
}

base::Date date_of(const std::string& iso, std::string_view what) {
  if (const auto date = base::Date::parse_iso(iso)) return *date;
  fail(what, iso);
}

/// The day in UTC+3 of "2026-11-22T21:30:00Z".
base::Date local_day(const std::string& moment) {
  int hour = 0;
  const auto date = base::Date::parse_iso(moment.substr(0, 10));
  const bool valid =
      date && moment.size() >= 13 && moment[10] == 'T' &&
      std::from_chars(moment.data() + 11, moment.data() + 13, hour).ec == std::errc() && hour < 24;
  if (!valid) fail("время загрузки", moment);
  return date->plus_days((hour + kHoursEast) / 24);
}

/// What an import brought from one municipality.
struct Delivery {
  base::Date day;
  std::vector<const registry::JournalFile*> files;
};

using Deliveries = std::map<std::string, std::vector<Delivery>>;  // oldest first

Deliveries deliveries(const std::vector<registry::JournalEntry>& journal, base::Date as_of,
                      std::int64_t& after_as_of) {
  std::vector<const registry::JournalEntry*> entries;
  for (const auto& entry : journal) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(),
            [](const auto* a, const auto* b) { return a->id < b->id; });
  Deliveries all;
  for (const auto* entry : entries) {
    if (!entry->undone_at.empty()) continue;
    const auto day = local_day(entry->applied_at);
    if (day > as_of) {
      ++after_as_of;
      continue;
    }
    std::map<std::string, Delivery> by_municipality;
    for (const auto& file : entry->files) {
      if (file.municipality.empty()) continue;
      auto& delivery = by_municipality[file.municipality];
      delivery.day = day;
      delivery.files.push_back(&file);
    }
    for (auto& [code, delivery] : by_municipality) all[code].push_back(std::move(delivery));
  }
  return all;
}

std::map<std::string, FormGivenOut> latest_forms(const std::vector<registry::FormRecord>& records,
                                                 base::Date as_of) {
  std::map<std::string, FormGivenOut> latest;
  for (const auto& record : records) {
    const FormGivenOut form{date_of(record.made_on, "день выдачи формы"),
                            date_of(record.due_on, "срок формы"), record.file};
    if (form.made_on > as_of) continue;
    const auto [at, added] = latest.emplace(record.municipality, form);
    if (!added && at->second.made_on < form.made_on) at->second = form;
  }
  return latest;
}

bool counts_for(const registry::JournalFile& file, base::Date day, const FormGivenOut& form) {
  return file.form_made_on.empty() ? day >= form.made_on : file.form_made_on == form.made_on.iso();
}

void note_earlier_form(Submission& submission, const registry::JournalFile& file, base::Date day) {
  if (file.form_made_on.empty() || day < submission.form->made_on) return;
  const auto form = date_of(file.form_made_on, "день формы");
  if (form < submission.form->made_on) submission.earlier_form = form;
}

void add(Submission& submission, const Delivery& delivery) {
  FormReturned now;
  bool counts = false;
  for (const auto* file : delivery.files) {
    if (!counts_for(*file, delivery.day, *submission.form)) {
      note_earlier_form(submission, *file, delivery.day);
      continue;
    }
    counts = true;
    now.taken += file->taken;
    now.returned += file->returned;
    now.warnings += file->warnings;
  }
  if (!counts) return;
  now.first_on = submission.back ? submission.back->first_on : delivery.day;
  now.last_on = delivery.day;
  submission.back = now;
}

void judge(Submission& submission, base::Date as_of) {
  if (!submission.form) return;
  const int due = submission.form->due_on.days_since_epoch();
  if (!submission.back) {
    const int passed = as_of.days_since_epoch() - due;
    submission.state = passed > 0 ? SubmissionState::kOverdue : SubmissionState::kWaiting;
    submission.days = std::abs(passed);
    return;
  }
  submission.days = std::max(0, submission.back->first_on.days_since_epoch() - due);
  submission.state = submission.back->remarks() > 0 ? SubmissionState::kRemarksOpen
                     : submission.days > 0          ? SubmissionState::kReceivedLate
                                                    : SubmissionState::kReceivedInTime;
}

/// What comes first in its state: the longest overdue, the nearest deadline.
int urgency(const Submission& submission) {
  return submission.state == SubmissionState::kWaiting ? submission.days : -submission.days;
}

bool comes_before(const Submission& a, const Submission& b) {
  return std::forward_as_tuple(a.state, urgency(a), base::folded(a.name), a.municipality) <
         std::forward_as_tuple(b.state, urgency(b), base::folded(b.name), b.municipality);
}

}  // namespace

std::int64_t Submissions::count(SubmissionState state) const {
  return std::count_if(municipalities.begin(), municipalities.end(),
                       [state](const Submission& one) { return one.state == state; });
}

bool Submissions::any_form() const {
  return std::any_of(municipalities.begin(), municipalities.end(),
                     [](const Submission& one) { return one.form.has_value(); });
}

Submissions judge_submissions(const SubmissionSource& source, base::Date as_of) {
  Submissions result;
  result.as_of = as_of;
  const auto forms = latest_forms(source.forms, as_of);
  const auto came = deliveries(source.journal, as_of, result.after_as_of);
  for (const auto& municipality : source.municipalities) {
    Submission submission;
    submission.municipality = municipality.code;
    submission.name = municipality.name;
    submission.kind = municipality.kind;
    if (const auto form = forms.find(municipality.code); form != forms.end()) {
      submission.form = form->second;
      if (const auto own = came.find(municipality.code); own != came.end())
        for (const auto& delivery : own->second) add(submission, delivery);
    }
    judge(submission, as_of);
    result.municipalities.push_back(std::move(submission));
  }
  std::sort(result.municipalities.begin(), result.municipalities.end(), comes_before);
  return result;
}

Submissions read_submissions(registry::Database& registry, base::Date as_of) {
  SubmissionSource source;
  auto query = registry.prepare("SELECT code, name, kind FROM main.municipalities ORDER BY code",
                                "муниципалитеты");
  while (query.next())
    source.municipalities.push_back({query.text(0), query.text(1), query.text_or_empty(2)});
  source.forms = registry::read_forms(registry);
  source.journal = registry::read_journal(registry);
  return judge_submissions(source, as_of);
}

}  // namespace metodaktiv::forms
