#include "registry/sqlite_reason.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <array>
#include <string_view>
#include <utility>

namespace metodaktiv::registry {
namespace {

/// What SQLite says of a wrong query, in Russian where its message is one of the usual ones.
std::string query_reason(const std::string& message) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kKnown = {{
      {"no such table: ", "в запросе названа таблица, которой нет: "},
      {"no such column: ", "в запросе назван столбец, которого нет: "},
      {"no such function: ", "в запросе названа функция, которой нет: "},
      {"ambiguous column name: ", "в запросе неясно, из какой таблицы столбец: "},
      {"incomplete input", "запрос не закончен"},
      {"misuse of aggregate", "в запросе неверно стоит итоговая функция (sum, count…)"},
  }};
  for (const auto& [english, russian] : kKnown) {
    if (message.starts_with(english)) return std::string(russian) + message.substr(english.size());
  }
  return "запрос не выполняется: " + message;
}

}  // namespace

std::string reason(const SQLite::Exception& e) {
  switch (e.getErrorCode() & 0xFF) {
    case SQLITE_CANTOPEN:
      return "файл не открывается: проверьте путь и права доступа";
    case SQLITE_NOTADB:
      return "это не файл базы SQLite";
    case SQLITE_CORRUPT:
      return "файл повреждён или не читается с диска; восстановите его из резервной копии";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "файл занят другой программой; закройте её и повторите";
    case SQLITE_FULL:
      return "на диске нет места";
    case SQLITE_NOMEM:
      return "не хватило памяти";
    case SQLITE_READONLY:
      if (e.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
        return "прошлая запись в него прервалась на середине, и её нужно отменить, но нет прав на "
               "запись; запустите команду от имени владельца файла";
      }
      return "файл доступен только для чтения";
    case SQLITE_IOERR:
      return "ошибка чтения или записи диска";
    case SQLITE_CONSTRAINT:
      return std::string("данные нарушают правило таблицы: ") + e.what();
    default:
      return query_reason(e.what());
  }
}

bool is_busy(const SQLite::Exception& e) {
  const int code = e.getErrorCode() & 0xFF;
  return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

bool is_storage(const SQLite::Exception& e) {
  switch (e.getErrorCode() & 0xFF) {
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
      return true;
    default:
      return false;
  }
}

}  // namespace metodaktiv::registry
