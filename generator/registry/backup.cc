#include "registry/backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "base/error.h"

namespace metodaktiv::registry {
namespace {

constexpr int kWaitMilliseconds = 10'000;
constexpr int kPagesAtATime = 1024;
constexpr int kMostTries = 1000;

}  // namespace

void copy_registry(const std::filesystem::path& source, const std::filesystem::path& target) {
  try {
    SQLite::Database from(source.string(), SQLite::OPEN_READONLY, kWaitMilliseconds);
    SQLite::Database to(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    to.exec("PRAGMA synchronous = FULL");
    {
      SQLite::Backup backup(to, from);
      // A step begins again when another program has written meanwhile.
      for (int tries = 0;; ++tries) {
        const int state = backup.executeStep(kPagesAtATime);
        if (state == SQLITE_DONE) break;
        if (state != SQLITE_OK) {
          if (tries >= kMostTries)
            throw base::Failure(fmt::format(
                "Реестр «{}» занят другой программой. Закройте её и повторите.", source.string()));
          sqlite3_sleep(10);
        }
      }
    }
    // A copy of a registry in WAL mode would need files beside it.
    to.exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception& e) {
    const int code = e.getErrorCode() & 0xFF;
    const char* why = code == SQLITE_FULL      ? "на диске нет места"
                      : code == SQLITE_NOTADB  ? "это не файл базы SQLite"
                      : code == SQLITE_CORRUPT ? "файл повреждён"
                      : code == SQLITE_CANTOPEN
                          ? "файл не открывается: проверьте путь и права доступа"
                          : "ошибка чтения или записи диска";
    throw base::Failure(fmt::format("Не удалось скопировать реестр «{}» в «{}»: {}.",
                                    source.string(), target.string(), why));
  }
}

}  // namespace metodaktiv::registry
