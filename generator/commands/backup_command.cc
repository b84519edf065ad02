#include "commands/backup_command.h"

#include <fmt/format.h>

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
#include "release/sha256.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

struct Content {
  std::string sha256;
  std::int64_t rows = 0;
};

/// Reads a registry through. Failure says what is damaged.
Content verified(const fs::path& file) {
  auto registry = registry::open_registry(file);
  if (const auto damage = quality::check_file(registry); !damage.empty()) {
    throw base::Failure(fmt::format("Файл «{}» повреждён: {} Возьмите другую копию.", file.string(),
                                    damage.front().finding.message));
  }
  Content content;
  for (const auto& table : registry::table_names(registry))
    content.rows += registry.scalar(fmt::format("SELECT count(*) FROM {}", table));
  release::Sha256 hash;
  registry::feed_content(registry, [&hash](std::string_view bytes) { hash.add(bytes); });
  content.sha256 = hash.finish();
  return content;
}

/// A name that no file has yet: «registry-2026-11-22.db», «registry-2026-11-22-2.db».
fs::path free_name(const fs::path& folder, const std::string& stem, const std::string& suffix) {
  fs::path file = folder / (stem + suffix);
  for (int number = 2; fs::exists(file); ++number)
    file = folder / fmt::format("{}-{}{}", stem, number, suffix);
  return file;
}

/// Copies, reads the copy through and only then gives it its name.
Content copy_verified(const fs::path& from, const fs::path& to) {
  FileAside aside(to);
  registry::copy_registry(from, aside.path());
  auto content = verified(aside.path());
  aside.keep();
  return content;
}

/// A write that was killed half-way is taken back, if the file is whole enough for that.
void settle(const fs::path& registry) {
  try {
    static_cast<void>(registry::open_registry(registry));
  } catch (const base::Failure&) {
    return;
  }
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
  const auto content = copy_verified(source, target);
  fmt::print("Копия сохранена и проверена: {}\nВ ней {}; контрольная сумма содержимого {}\n",
             target.string(), base::counted(content.rows, "строка", "строки", "строк"),
             content.sha256);
  return 0;
}

int BackupCommand::restore() const {
  const fs::path registry = common_.registry(), copy = restore_;
  if (fs::exists(registry) && fs::equivalent(registry, copy))
    throw base::UsageError("--registry и --restore указывают на один и тот же файл.");
  const auto promised = verified(copy);
  fs::path former;
  if (fs::exists(registry)) {
    former = free_name(registry.parent_path(),
                       fmt::format("{}-до-возврата-{}", registry.stem().string(), today().iso()),
                       registry.extension().string());
    settle(registry);
    FileAside aside(former);
    // Whatever it is: a damaged registry is kept as it stands.
    fs::copy_file(registry, aside.path(), fs::copy_options::overwrite_existing);
    aside.keep();
    move_journals(registry, former);
  }
  const auto content = copy_verified(copy, registry);
  if (content.sha256 != promised.sha256)
    throw base::Failure(
        fmt::format("Копия «{}» менялась, пока её читали. Повторите.", copy.string()));
  fmt::print("Реестр возвращён и проверен: {}\nВ нём {}; контрольная сумма содержимого {}\n",
             registry.string(), base::counted(content.rows, "строка", "строки", "строк"),
             content.sha256);
  if (!former.empty()) fmt::print("Прежний файл сохранён: {}\n", former.string());
  return 0;
}

}  // namespace metodaktiv::commands
