#include "commands/withdraw_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/withdrawal_notice.h"
#include "publication/named_person.h"
#include "publication/publication.h"
#include "registry/registry.h"
#include "registry/withdrawal.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

/// Texts of a publication that may name people beside the roster; for columns of names, the
/// municipality whose people initials stand for.
constexpr std::string_view kTexts =
    "SELECT ums_head, code FROM municipalities UNION ALL "
    "SELECT head, municipality FROM associations UNION ALL "
    "SELECT authors, municipality FROM practices UNION ALL SELECT title, NULL FROM practices "
    "UNION ALL SELECT annotation, NULL FROM practices UNION ALL SELECT body, NULL FROM practices "
    "UNION ALL SELECT topic, NULL FROM meetings UNION ALL SELECT title, NULL FROM documents "
    "UNION ALL SELECT title, NULL FROM events UNION ALL SELECT about, NULL FROM methodists";

/// Codes of those among `people` whom a site names; nullopt when there is no site.
std::optional<std::set<std::string>> named_on(const fs::path& site,
                                              const std::vector<registry::Withdrawal>& people) {
  const auto file = site / "public" / publication::kPublicationPath;
  if (!fs::exists(file)) return std::nullopt;
  registry::Database db(file, registry::Database::Mode::kReadOnly);
  std::set<std::string> codes;
  auto cards = db.prepare("SELECT code FROM methodists", file.string());
  while (cards.next()) codes.insert(cards.text(0));
  std::vector<publication::NamedPerson> names;
  for (const auto& one : people) names.emplace_back(one.last_name, one.first_name, one.patronymic);
  auto texts = db.prepare(kTexts, file.string());
  while (texts.next()) {
    const auto text = texts.text_or_empty(0);
    if (text.empty()) continue;
    const auto municipality = texts.text_or_empty(1);
    for (std::size_t i = 0; i < people.size(); ++i) {
      const bool own = municipality == people[i].municipality;
      const auto places = names[i].find(text);
      if (std::any_of(places.begin(), places.end(),
                      [&](const auto& place) { return own || place.in_full; }))
        codes.insert(people[i].code);
    }
  }
  return codes;
}

}  // namespace

void WithdrawCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  app.add_option("code", code_, "код методиста; без него — список отзывов и сроков")
      ->type_name("КОД")
      ->check(not_empty);
  app.add_option("--on", date_, "день, когда получено требование (по умолчанию — сегодня)")
      ->type_name("ДАТА")
      ->check(not_empty);
  app.add_option("--out", site_,
                 "папка сайта, по которой видно, чьё имя ещё на нём стоит (по умолчанию site)")
      ->type_name("ПАПКА")
      ->check(not_empty);
  common_.add_as_of(app);
  common_.add_project(app);
}

int WithdrawCommand::run() {
  if (code_.empty() && !date_.empty())
    throw base::UsageError("--on указывают вместе с кодом методиста.");
  if (!code_.empty() && !common_.given_as_of().empty())
    throw base::UsageError("--as-of — для списка отзывов; день требования указывают в --on.");
  return code_.empty() ? list() : record();
}

int WithdrawCommand::record() const {
  const auto date = date_.empty() ? std::optional(today()) : base::Date::parse(date_);
  if (!date)
    throw base::UsageError(
        fmt::format("--on: «{}» — не дата. Пишите 2026-11-22 или 22.11.2026.", date_));
  if (*date > today())
    throw base::UsageError(fmt::format(
        "--on: {} ещё не наступило. Укажите день, когда требование получено.", date->dotted()));
  const fs::path project = common_.project();
  const auto forms = config::load_form_definitions(project / "data" / "forms");
  { const auto probe = registry::open_registry(common_.registry()); }
  auto registry = registry::open_or_create_registry(common_.registry(), project / "data");
  const auto recorded =
      registry::withdraw_consent(registry, code_, *date, now(), METODAKTIV_VERSION);
  const auto withdrawal =
      recorded ? std::optional(recorded->withdrawal) : registry::find_withdrawal(registry, code_);
  if (recorded) {
    fmt::print("Отзыв согласия записан: {} ({}), {}. Запись журнала № {}.\n", withdrawal->name,
               code_, date->dotted(), recorded->entry);
  } else {
    fmt::print("Действующего согласия нет: отзывать нечего. {} ({}): отзыв от {} уже записан.\n",
               withdrawal->name, code_, withdrawal->withdrawn_on.dotted());
  }
  const auto warn = [this](std::string_view why) {
    fmt::print(
        stderr,
        "Внимание: отзыв записан, но тексты с этим именем найти не удалось: {} Чтобы найти их, "
        "повторите metodaktiv withdraw {}.\n",
        why, code_);
  };
  try {
    const NoticePlaces places{sites_that_may_name(registry, *withdrawal),
                              registry::same_name(registry, *withdrawal), common_.registry(),
                              today()};
    fmt::print("{}",
               withdrawal_notice(*withdrawal, find_mentions(registry, forms, project, *withdrawal),
                                 places));
  } catch (const fs::filesystem_error& error) {
    warn(fmt::format("«{}»: {}.", error.path1().string(),
                     base::system_error_text(error.code().value())));
  } catch (const base::Failure& failure) {
    warn(failure.what());
  }
  return 0;
}

int WithdrawCommand::list() const {
  const auto day = common_.as_of();
  const fs::path project = common_.project();
  auto registry = registry::open_registry(common_.registry());
  const auto withdrawals = registry::read_withdrawals(registry);
  if (withdrawals.empty()) {
    fmt::print("Отзывов согласия в реестре нет.\n");
    return 0;
  }
  const auto forms = config::load_form_definitions(project / "data" / "forms");
  const auto named = named_on(site_, withdrawals);
  fmt::print("Отзывы согласия на {}. ", day.dotted());
  if (named) {
    fmt::print("Сайт: папка «{}».\n", site_);
  } else {
    fmt::print(
        "Сайта в папке «{}» нет: укажите её в --out, чтобы увидеть, чьи имена на нём ещё "
        "стоят.\n",
        site_);
  }
  std::int64_t overdue = 0;
  for (const auto& one : withdrawals) {
    const auto deadline = withdrawal_deadline(one.withdrawn_on);
    const bool stands = named && named->contains(one.code);
    const bool late = stands && day > deadline;
    overdue += late ? 1 : 0;
    const auto texts = find_mentions(registry, forms, project, one).texts.size();
    fmt::print("\n{} ({})\n  Отзыв от {}, убрать имя до {} включительно.\n", one.name, one.code,
               one.withdrawn_on.dotted(), deadline.dotted());
    if (named) {
      fmt::print("  {}\n",
                 late     ? "✘ Имя стоит на сайте, срок прошёл: соберите и выложите сайт сегодня."
                 : stands ? "▲ Имя ещё стоит на сайте: соберите и выложите его до срока."
                          : "✔ На сайте имени нет.");
    }
    for (const auto& code : registry::same_name(registry, one))
      fmt::print("  ▲ С этим именем в реестре есть ещё запись, без отзыва: {}.\n", code);
    if (texts > 0) {
      fmt::print("  ▲ Имя стоит в текстах ({}): какие, покажет metodaktiv withdraw {}.\n",
                 base::counted(static_cast<std::int64_t>(texts), "место", "места", "мест"),
                 one.code);
    }
  }
  if (overdue > 0) {
    fmt::print("\nСрок прошёл, а имя на сайте: {}.\n",
               base::counted(overdue, "человек", "человека", "человек"));
  }
  return overdue > 0 ? 1 : 0;
}

}  // namespace metodaktiv::commands
