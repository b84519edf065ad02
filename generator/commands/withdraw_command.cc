#include "commands/withdraw_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "base/working_days.h"
#include "publication/publication.h"
#include "publication/published.h"
#include "registry/registry.h"
#include "registry/withdrawal.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

/// 152-ФЗ, art. 10.1, part 14: distribution ends within three working days of the demand.
constexpr int kWorkingDays = 3;

/// Codes of the methodists whom a site names; nullopt when there is no site.
std::optional<std::set<std::string>> named_on(const fs::path& site) {
  const auto file = site / "public" / publication::kPublicationPath;
  if (!fs::exists(file)) return std::nullopt;
  registry::Database publication(file, registry::Database::Mode::kReadOnly);
  std::set<std::string> codes;
  auto query = publication.prepare("SELECT code FROM methodists", file.string());
  while (query.next()) codes.insert(query.text(0));
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
                 "папка сайта, по которой видно, кто ещё назван (по умолчанию site)")
      ->type_name("ПАПКА")
      ->check(not_empty);
  common_.add_project(app);
}

int WithdrawCommand::run() {
  if (code_.empty() && !date_.empty())
    throw base::UsageError("--on указывают вместе с кодом методиста.");
  return code_.empty() ? list() : record();
}

int WithdrawCommand::record() const {
  const auto date = date_.empty() ? std::optional(today()) : base::Date::parse(date_);
  if (!date)
    throw base::UsageError(
        fmt::format("--on: «{}» — не дата. Пишите 2026-11-22 или 22.11.2026.", date_));
  { const auto probe = registry::open_registry(common_.registry()); }
  auto registry = registry::open_or_create_registry(common_.registry(), common_.project() / "data");
  const auto entry = registry::withdraw_consent(registry, code_, *date, now(), METODAKTIV_VERSION);
  if (!entry) {
    fmt::print("Действующего согласия у методиста {} нет: отзывать нечего.\n", code_);
    return 0;
  }
  fmt::print(
      "Отзыв согласия записан: {}, {}. Запись журнала № {}.\n"
      "Следующая сборка сайта не назовёт этого человека нигде. Опубликовать её нужно не позднее {} "
      "(три рабочих дня: закон № 152-ФЗ, ст. 10.1, ч. 14).\n",
      code_, date->dotted(), *entry, base::plus_working_days(*date, kWorkingDays).in_words());
  return 0;
}

int WithdrawCommand::list() const {
  auto registry = registry::open_registry(common_.registry());
  const auto withdrawals = registry::read_withdrawals(registry);
  const auto named = named_on(site_);
  std::size_t overdue = 0;
  for (const auto& one : withdrawals) {
    const auto deadline = base::plus_working_days(one.withdrawn_on, kWorkingDays);
    const bool stands = named && named->contains(one.code);
    const bool late = stands && today() > deadline;
    overdue += late ? 1 : 0;
    fmt::print("{}  {}, отзыв {}, срок {}: {}\n", one.code, one.name, one.withdrawn_on.dotted(),
               deadline.dotted(),
               !named ? "сайта в этой папке нет"
               : late ? "✘ назван на сайте, срок прошёл"
               : stands ? "▲ ещё назван на сайте: соберите и опубликуйте сайт"
                        : "✔ на сайте не назван");
  }
  if (withdrawals.empty()) fmt::print("Отзывов согласия в реестре нет.\n");
  return overdue > 0 ? 1 : 0;
}

}  // namespace metodaktiv::commands
