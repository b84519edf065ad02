#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "registry/database.h"
#include "registry/form_records.h"
#include "registry/journal.h"

namespace metodaktiv::forms {

/// How a municipality stands with its form, the most urgent first.
enum class SubmissionState {
  kOverdue,
  kRemarksOpen,
  kWaiting,
  kNotGivenOut,
  kReceivedLate,
  kReceivedInTime,
};
inline constexpr std::size_t kSubmissionStates = 6;

struct FormGivenOut {
  base::Date made_on, due_on;
  std::string file;  ///< its name
};

/// What came back for a form. A workbook that was mended and sent again replaces the rows and the
/// remarks of the first one; whether the municipality was late is decided by the first.
struct FormReturned {
  base::Date first_on, last_on;  ///< days of the imports, UTC+3
  std::int64_t taken = 0;        ///< rows of the latest import
  std::int64_t returned = 0;
  std::int64_t warnings = 0;

  [[nodiscard]] std::int64_t remarks() const { return returned + warnings; }
};

/// A file of a municipality that lies with whoever collects the forms and is not imported.
struct ArrivedFile {
  std::string name;
  std::string form_made_on;  ///< ISO date of its stamp
  std::int64_t errors = 0;   ///< that would keep it from being imported
};

struct Submission {
  std::string municipality, name, kind;
  std::optional<FormGivenOut> form;  ///< the latest
  std::optional<FormReturned> back;
  /// Day of an earlier form that came back although a newer one had been given out.
  std::optional<base::Date> earlier_form;
  SubmissionState state = SubmissionState::kNotGivenOut;
  int days = 0;  ///< kWaiting: left; kOverdue: passed; received: late by, 0 in time
  std::vector<ArrivedFile> arrived;  ///< left to the caller
};

struct Submissions {
  base::Date as_of;
  std::vector<Submission> municipalities;  ///< the most urgent first, then by name
  std::int64_t after_as_of = 0;            ///< imports in force that came later and do not count

  [[nodiscard]] std::int64_t count(SubmissionState state) const;
  /// Whether any form has been given out.
  [[nodiscard]] bool any_form() const;
};

struct SubmissionSource {
  struct Municipality {
    std::string code, name, kind;
  };
  std::vector<Municipality> municipalities;
  std::vector<registry::FormRecord> forms;
  std::vector<registry::JournalEntry> journal;
};

/// Who has returned the latest form, as things stood at the end of `as_of`: forms and imports of
/// later days are passed over, and so are imports that were undone. A file counts for the form
/// whose stamp it bears; a municipality's file without a stamp, when it came on or after the form's
/// day. Failure when the journal holds what is no date.
Submissions judge_submissions(const SubmissionSource& source, base::Date as_of);

/// The same, read from an open registry.
Submissions read_submissions(registry::Database& registry, base::Date as_of);

}  // namespace metodaktiv::forms
