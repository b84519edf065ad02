#include "commands/submissions_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "base/text.h"
#include "commands/inbox.h"
#include "commands/submissions_report.h"
#include "config/form_definition.h"
#include "forms/letters.h"
#include "import/profile_keys.h"
#include "registry/registry.h"

namespace metodaktiv::commands {
namespace {

/// Files of a known municipality go to its line; the others come back.
std::vector<InboxFile> hand_out(const std::vector<InboxFile>& files,
                                forms::Submissions& submissions) {
  std::vector<InboxFile> unknown;
  for (const auto& file : files) {
    const auto owner =
        std::find_if(submissions.municipalities.begin(), submissions.municipalities.end(),
                     [&file](const auto& one) {
                       return file.stamp && one.municipality == file.stamp->municipality;
                     });
    if (owner == submissions.municipalities.end()) {
      unknown.push_back(file);
    } else if (!file.loaded) {
      owner->arrived.push_back({file.name, file.stamp->made_on, file.errors});
    }
  }
  return unknown;
}

}  // namespace

void SubmissionsCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  common_.add_region(app);
  common_.add_as_of(app);
  app.add_option("--inbox", inbox_,
                 "папка с присланными книгами: каждая проверяется, но не загружается")
      ->type_name("ПАПКА")
      ->check(not_empty);
  app.add_option("--letters", letters_,
                 "записать по письму на муниципалитет: напоминание, просрочка, замечания или "
                 "благодарность")
      ->type_name("ПАПКА")
      ->check(not_empty);
  app.add_flag("--json", json_, "то же в формате JSON");
  common_.add_project(app);
}

int SubmissionsCommand::run() {
  const auto as_of = common_.as_of();
  const auto profile = common_.profile();
  forms::Submissions submissions;
  {
    auto registry = registry::open_registry(common_.registry());
    submissions = forms::read_submissions(registry, as_of);
  }
  std::vector<InboxFile> unknown;
  if (!inbox_.empty()) {
    const auto definitions = config::load_form_definitions(common_.project() / "data" / "forms");
    unknown = hand_out(
        judge_inbox(inbox_, common_.registry(), definitions, import::profile_keys(profile)),
        submissions);
  }
  std::size_t written = 0;
  if (!letters_.empty()) {
    const auto letters = forms::write_letters(submissions, profile);
    forms::save_letters(letters, letters_);
    written = letters.size();
  }
  if (json_) {
    std::cout << submissions_json(submissions, unknown)
                     .dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
    return 0;
  }
  fmt::print("{}", submissions_table(submissions, unknown));
  if (!letters_.empty()) {
    fmt::print("{} в «{}».{}\n",
               base::counted(static_cast<std::int64_t>(written), "письмо", "письма", "писем"),
               letters_,
               submissions.count(forms::SubmissionState::kRemarksOpen) > 0
                   ? " К письмам о замечаниях приложите книги замечаний."
                   : "");
  }
  return 0;
}

}  // namespace metodaktiv::commands
