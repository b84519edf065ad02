#include "registry/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "registry/sqlite_reason.h"
#include "registry/storage_failure.h"

namespace metodaktiv::registry {
namespace {

/// The files of a connection, the main one first: SQLite does not say which of them failed.
std::string files_of(const std::filesystem::path& file, sqlite3* handle) {
  std::vector<std::string> names;
  if (!file.empty()) names.push_back(file.string());
  for (int i = 1; handle != nullptr; ++i) {
    const char* schema = sqlite3_db_name(handle, i);
    if (schema == nullptr) break;
    const char* name = sqlite3_db_filename(handle, schema);
    if (name != nullptr && *name != '\0') names.emplace_back(name);
  }
  if (names.empty()) return "База в памяти";
  return base::join(names, ", ");
}

/// The message names the query's origin (a file, a purpose) where there is one, else the database;
/// the files of the database where they are to blame.
[[noreturn]] void fail(const std::filesystem::path& file, std::string_view origin,
                       const SQLite::Exception& e, std::size_t line = 0,
                       sqlite3* handle = nullptr) {
  std::string place(origin);
  if (is_storage(e)) {
    const auto why = reason(e), files = files_of(file, handle);
    const auto message = place.empty() || place == files
                             ? fmt::format("{}: {}.", files, why)
                             : fmt::format("{}: {} ({}).", files, why, place);
    if (is_busy(e)) throw BusyFailure(message, why, 0);
    throw StorageFailure(message, why, 0);
  }
  if (place.empty()) place = file.empty() ? "База в памяти" : file.string();
  if (line > 0) place += fmt::format(", строка {}", line);
  const auto why = reason(e);
  throw QueryFailure(fmt::format("{}: {}.", place, why), why, line);
}

std::size_t line_at(std::string_view sql, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::count(
                 sql.begin(),
                 sql.begin() + static_cast<std::ptrdiff_t>(std::min(offset, sql.size())), '\n'));
}

/// Line of `sql` where the last prepare on `handle` stopped; 0 when SQLite does not know.
std::size_t error_line(sqlite3* handle, std::string_view sql) {
  const int offset = sqlite3_error_offset(handle);
  return offset < 0 ? 0 : line_at(sql, static_cast<std::size_t>(offset));
}

int open_flags(Database::Mode mode) {
  switch (mode) {
    case Database::Mode::kReadOnly:
      return SQLite::OPEN_READONLY;
    case Database::Mode::kReadWrite:
      return SQLite::OPEN_READWRITE;
    case Database::Mode::kCreate:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  }
  return SQLite::OPEN_READONLY;
}

std::string_view type_name(int type) {
  switch (type) {
    case SQLITE_INTEGER:
      return "целое число";
    case SQLITE_FLOAT:
      return "дробное число";
    case SQLITE_TEXT:
      return "текст";
    case SQLITE_NULL:
      return "пусто";
    default:
      return "двоичные данные";
  }
}

}  // namespace

struct Database::Impl {
  Impl(const std::string& path, int flags) : db(path, flags) {}
  SQLite::Database db;
};

struct Statement::Impl {
  Impl(SQLite::Database& db, const std::string& sql, std::filesystem::path file_name,
       std::string origin_name)
      : query(db, sql),
        handle(db.getHandle()),
        file(std::move(file_name)),
        origin(std::move(origin_name)) {}
  SQLite::Statement query;
  sqlite3* handle;
  std::filesystem::path file;
  std::string origin;
};

Database::Database(const std::filesystem::path& file, Mode mode) : file_(file) {
  try {
    impl_ = std::make_unique<Impl>(std::filesystem::absolute(file).string(),
                                   open_flags(mode) | SQLite::OPEN_URI);
    impl_->db.setBusyTimeout(5000);
    impl_->db.exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
    if (mode == Mode::kReadOnly) impl_->db.exec("PRAGMA temp_store = MEMORY;");
  } catch (const SQLite::Exception& e) {
    fail(file_, {}, e);
  }
}

Database::Database() : impl_(std::make_unique<Impl>(":memory:", SQLite::OPEN_READWRITE)) {
  impl_->db.exec("PRAGMA foreign_keys = ON");
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

void Database::execute(std::string_view sql, std::string_view origin) {
  const std::string text(sql);
  sqlite3* handle = impl_->db.getHandle();
  std::size_t begin = 0;  // of the current statement
  while (begin < text.size()) {
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    int code = sqlite3_prepare_v2(handle, text.c_str() + begin,
                                  static_cast<int>(text.size() - begin), &raw, &tail);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, sqlite3_finalize);
    std::size_t place = begin + static_cast<std::size_t>(std::max(
                                    0, code == SQLITE_OK ? 0 : sqlite3_error_offset(handle)));
    if (code == SQLITE_OK && raw) {
      do {
        code = sqlite3_step(raw);
      } while (code == SQLITE_ROW);
      if (code == SQLITE_DONE) code = SQLITE_OK;
    }
    if (code != SQLITE_OK) {
      place = std::min(text.find_first_not_of(" \n\r\t", place), text.size());
      fail(file_, origin, SQLite::Exception(handle, code),
           origin.empty() ? 0 : line_at(text, place), handle);
    }
    begin = static_cast<std::size_t>(tail - text.c_str());
  }
}

Statement Database::prepare(std::string_view sql, std::string_view origin) {
  const std::string text(sql);
  try {
    return Statement(
        std::make_unique<Statement::Impl>(impl_->db, text, file_, std::string(origin)));
  } catch (const SQLite::Exception& e) {
    fail(file_, origin, e, origin.empty() ? 0 : error_line(impl_->db.getHandle(), text),
         impl_->db.getHandle());
  }
}

std::int64_t Database::scalar(std::string_view sql) {
  auto statement = prepare(sql);
  return statement.next() ? statement.integer_or(0, 0) : 0;
}

std::int64_t Database::changes() const { return impl_->db.getChanges(); }

void Database::attach_read_only(const std::filesystem::path& file, std::string_view schema) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '?' || c == '#' || c == '%') {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  uri += "?mode=ro";
  auto statement = prepare(fmt::format("ATTACH DATABASE ? AS {}", schema), file.string());
  statement.bind(1, uri);
  statement.run();
}

std::set<std::string> Database::tables_read_by(std::string_view sql, std::string_view origin) {
  std::set<std::string> tables;
  const auto note = [](void* out, int action, const char* table, const char*, const char*,
                       const char*) {
    if (action == SQLITE_READ && table) static_cast<std::set<std::string>*>(out)->insert(table);
    return SQLITE_OK;
  };
  sqlite3* handle = impl_->db.getHandle();
  sqlite3_set_authorizer(handle, note, &tables);
  try {
    const SQLite::Statement probe(impl_->db, std::string(sql));
    sqlite3_set_authorizer(handle, nullptr, nullptr);
  } catch (const SQLite::Exception& e) {
    const auto line = error_line(handle, sql);
    sqlite3_set_authorizer(handle, nullptr, nullptr);
    fail(file_, origin, e, line);
  }
  return tables;
}

Statement::Statement(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;

Statement& Statement::bind(int index, const Value& value) {
  try {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      impl_->query.bind(index, *whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
      impl_->query.bind(index, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      impl_->query.bind(index, *text);
    } else {
      impl_->query.bind(index);
    }
  } catch (const SQLite::Exception& e) {
    fail(impl_->file, impl_->origin, e, 0, impl_->handle);
  }
  return *this;
}

bool Statement::bind_if_present(std::string_view name, const Value& value) {
  int index = 0;
  try {
    index = impl_->query.getIndex(std::string(name).c_str());
  } catch (const SQLite::Exception& e) {
    fail(impl_->file, impl_->origin, e, 0, impl_->handle);
  }
  if (index == 0) return false;
  bind(index, value);
  return true;
}

Statement& Statement::bind(std::string_view name, const Value& value) {
  if (!bind_if_present(name, value)) {
    throw base::Failure(fmt::format("{}: в запросе нет параметра {}.", impl_->origin, name));
  }
  return *this;
}

bool Statement::next() {
  try {
    return impl_->query.executeStep();
  } catch (const SQLite::Exception& e) {
    fail(impl_->file, impl_->origin, e, 0, impl_->handle);
  }
}

void Statement::run() {
  while (next()) {
  }
  reset();
}

void Statement::reset() {
  try {
    impl_->query.reset();
  } catch (const SQLite::Exception& e) {
    fail(impl_->file, impl_->origin, e, 0, impl_->handle);
  }
}

int Statement::columns() const { return impl_->query.getColumnCount(); }

std::string Statement::column_name(int column) const { return impl_->query.getColumnName(column); }

bool Statement::is_null(int column) const { return impl_->query.getColumn(column).isNull(); }

void Statement::wrong_type(int column, std::string_view expected) const {
  const auto cell = impl_->query.getColumn(column);
  throw base::Failure(fmt::format("{}: столбец «{}»: ожидалось {}, а в базе {}{}.",
                                  impl_->origin.empty() ? impl_->file.string() : impl_->origin,
                                  column_name(column), expected, type_name(cell.getType()),
                                  cell.isNull() ? "" : fmt::format(" «{}»", cell.getString())));
}

std::string Statement::text(int column) const {
  const auto cell = impl_->query.getColumn(column);
  if (!cell.isText()) wrong_type(column, "текст");
  return cell.getString();
}

std::string Statement::text_or_empty(int column) const {
  return is_null(column) ? std::string() : text(column);
}

std::int64_t Statement::integer(int column) const {
  const auto cell = impl_->query.getColumn(column);
  if (!cell.isInteger()) wrong_type(column, "целое число");
  return cell.getInt64();
}

std::int64_t Statement::integer_or(int column, std::int64_t fallback) const {
  return is_null(column) ? fallback : integer(column);
}

double Statement::real(int column) const {
  const auto cell = impl_->query.getColumn(column);
  if (!cell.isInteger() && !cell.isFloat()) wrong_type(column, "число");
  return cell.getDouble();
}

std::optional<double> Statement::optional_real(int column) const {
  if (is_null(column)) return std::nullopt;
  return real(column);
}

bool Statement::boolean(int column) const {
  if (is_null(column)) return false;
  const auto value = integer(column);
  if (value != 0 && value != 1) wrong_type(column, "0 или 1");
  return value == 1;
}

Value Statement::value(int column) const {
  const auto cell = impl_->query.getColumn(column);
  if (cell.isInteger()) return std::int64_t{cell.getInt64()};
  if (cell.isFloat()) return cell.getDouble();
  if (cell.isText()) return cell.getString();
  return {};
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const base::Failure&) {  // SQLite has already rolled back by itself
    open_ = false;
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace metodaktiv::registry
