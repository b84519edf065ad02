#include "commands/backup_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/file_aside.h"
#include "commands/help_formatter.h"
#include "quality/integrity.h"
#include "registry/backup.h"
#include "registry/content.h"
#include "registry/registry.h"
#include "registry/storage_failure.h"
#include "registry/withdrawal.h"
#include "release/sha256.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

struct Content {
  std::string sha256;
  std::int64_t rows = 0;
};

/// Reads a registry through. Failure says what is damaged and what to do; `shown` is the file as
/// the user knows it.
Content verified(const fs::path& file, const fs::path& shown, const fs::path& project,
                 std::string_view remedy) {
  auto registry = registry::open_registry(file);
  if (const auto damage = quality::check_file(registry); !damage.empty()) {
    throw base::Failure(
        fmt::format("«{}»: {} {}", shown.string(), damage.front().finding.message, remedy));
  }
  if (const auto foreign = registry::foreign_structure(registry, project / "data");
      !foreign.empty()) {
    throw base::Failure(fmt::format("«{}»: разметка не та, что у реестра ({}). {}", shown.string(),
                                    foreign, remedy));
  }
  Content content;
  for (const auto& table : registry::table_names(registry))
    content.rows += registry.scalar(fmt::format("SELECT count(*) FROM {}", table));
  release::Sha256 hash;
  registry::feed_content(registry, [&hash](std::string_view bytes) { hash.add(bytes); });
  content.sha256 = hash.finish();
  return content;
}

constexpr std::string_view kOtherCopy = "Возьмите другую копию.";
constexpr std::string_view kFromCopy =
    "Верните реестр из прежней копии: metodaktiv backup --restore КОПИЯ.";

/// A name that no file has yet: «registry-2026-11-22.db», «registry-2026-11-22-2.db».
fs::path free_name(const fs::path& folder, const std::string& stem, const std::string& suffix) {
  fs::path file = folder / (stem + suffix);
  for (int number = 2; fs::exists(file); ++number)
    file = folder / fmt::format("{}-{}{}", stem, number, suffix);
  return file;
}

/// Failure when another program is writing to the registry: what it writes would be lost. One that
/// is too damaged to tell is nobody's. A write that was killed half-way is taken back.
void refuse_if_busy(const fs::path& registry) {
  try {
    registry::Database db(registry, registry::Database::Mode::kReadWrite);
    db.execute("BEGIN IMMEDIATE");
    db.execute("ROLLBACK");
  } catch (const registry::BusyFailure&) {
    throw base::Failure(fmt::format("Реестр «{}» занят другой программой. Закройте её и повторите.",
                                    registry.string()));
  } catch (const base::Failure&) {
    return;
  }
}

std::vector<registry::Withdrawal> withdrawals_in(const fs::path& file) {
  try {
    auto registry = registry::open_registry(file);
    return registry::read_withdrawals(registry);
  } catch (const base::Failure&) {  // damaged
    return {};
  }
}

/// Withdrawals of consent that `former` knows and `copy`, being older, does not.
std::vector<registry::Withdrawal> lost_withdrawals(const fs::path& former, const fs::path& copy) {
  const auto kept = withdrawals_in(copy);
  auto lost = withdrawals_in(former);
  std::erase_if(lost, [&](const auto& one) {
    return std::any_of(kept.begin(), kept.end(),
                       [&](const auto& other) { return other.code == one.code; });
  });
  return lost;
}

/// What SQLite keeps beside a file belongs to that file: to another one it would be destruction.
void move_journals(const fs::path& from, const fs::path& to) {
  for (const auto* suffix : {"-journal", "-wal"}) {
    if (const fs::path beside = from.string() + suffix; base::stands(beside))
      fs::rename(beside, to.string() + suffix);
  }
  std::error_code ignored;
  fs::remove(from.string() + "-shm", ignored);
}

}  // namespace

void BackupCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  common_.add_project(app);
  app.add_option("--out", out_,
                 "файл копии или папка для неё (по умолчанию — рядом с реестром, с датой в имени)")
      ->type_name("ПУТЬ")
      ->check(not_empty);
  app.add_option("--restore", restore_,
                 "вернуть реестр из этой копии; нынешний сначала сохраняется рядом")
      ->type_name("КОПИЯ")
      ->check(not_empty);
}

int BackupCommand::run() {
  if (!out_.empty() && !restore_.empty())
    throw base::UsageError("--out и --restore вместе не указывают: или сохранить, или вернуть.");
  return restore_.empty() ? save() : restore();
}

int BackupCommand::save() const {
  const fs::path source = common_.registry();
  { const auto probe = registry::open_registry(source); }
  const auto stem = fmt::format("{}-{}", source.stem().string(), today().iso());
  const auto suffix = source.extension().string();
  fs::path target = out_;
  if (target.empty()) target = free_name(source.parent_path(), stem, suffix);
  if (fs::is_directory(target)) target = free_name(target, stem, suffix);
  if (fs::exists(target)) {
    throw base::Failure(fmt::format(
        "Файл «{}» уже есть. Укажите другое имя: копии не перезаписываются.", target.string()));
  }
  if (!target.has_extension()) {
    throw base::Failure(
        fmt::format("Папки «{}» нет. Создайте её или укажите имя файла копии с окончанием «{}».",
                    target.string(), suffix.empty() ? ".db" : suffix));
  }
  FileAside aside(target);
  aside.take_mode_of(source);
  registry::copy_registry(source, aside.path());
  const auto content = verified(aside.path(), source, common_.project(), kFromCopy);
  aside.keep();
  fmt::print("Копия сохранена и проверена: {}\nВ ней {}; контрольная сумма содержимого {}\n",
             target.string(), base::counted(content.rows, "строка", "строки", "строк"),
             content.sha256);
  return 0;
}

int BackupCommand::restore() const {
  const fs::path registry = fs::weakly_canonical(common_.registry()), copy = restore_;
  if (!fs::exists(copy)) {
    throw base::Failure(
        fmt::format("Копия «{}» не найдена. Проверьте путь в --restore.", copy.string()));
  }
  if (fs::exists(registry) && fs::equivalent(registry, copy))
    throw base::UsageError("--registry и --restore указывают на один и тот же файл.");
  const auto promised = verified(copy, copy, common_.project(), kOtherCopy);
  FileAside returned(registry);
  registry::copy_registry(copy, returned.path());
  const auto content = verified(returned.path(), copy, common_.project(), kOtherCopy);
  if (content.sha256 != promised.sha256)
    throw base::Failure(
        fmt::format("Копия «{}» менялась, пока её читали. Повторите.", copy.string()));
  fs::path former;
  std::vector<registry::Withdrawal> lost;
  if (fs::exists(registry)) {
    refuse_if_busy(registry);
    lost = lost_withdrawals(registry, copy);
    former = free_name(registry.parent_path(),
                       fmt::format("{}-до-возврата-{}", registry.stem().string(), today().iso()),
                       registry.extension().string());
    FileAside aside(former);
    aside.take_mode_of(registry);
    returned.take_mode_of(registry);
    // Whatever it is: a damaged registry is kept as it stands.
    fs::copy_file(registry, aside.path(), fs::copy_options::overwrite_existing);
    refuse_if_busy(registry);
    aside.keep();
    move_journals(registry, former);
  }
  returned.keep();
  fmt::print("Реестр возвращён и проверен: {}\nВ нём {}; контрольная сумма содержимого {}\n",
             registry.string(), base::counted(content.rows, "строка", "строки", "строк"),
             content.sha256);
  if (!former.empty()) fmt::print("Прежний файл сохранён: {}\n", former.string());
  if (!lost.empty()) {
    fmt::print(
        "Внимание: в прежнем реестре есть отзывы согласия, которых нет в копии. До сборки запишите "
        "их снова, иначе имена вернутся на сайт:\n");
    for (const auto& one : lost) {
      fmt::print("  {}: metodaktiv withdraw {} --registry {} --on {}\n", one.name, one.code,
                 common_.registry().string(), one.withdrawn_on.iso());
    }
  }
  return 0;
}

}  // namespace metodaktiv::commands
