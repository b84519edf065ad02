#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "base/error.h"

namespace metodaktiv::registry {

/// A value as SQLite stores it.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

class Statement;

/// A query that SQLite refuses: the message names its origin, the line in it and the reason.
class QueryFailure : public base::Failure {
 public:
  QueryFailure(const std::string& message, std::string reason, std::size_t line)
      : Failure(message), reason_(std::move(reason)), line_(line) {}
  [[nodiscard]] const std::string& reason() const { return reason_; }
  [[nodiscard]] std::size_t line() const { return line_; }  ///< of the query, from 1; 0: unknown

 private:
  std::string reason_;
  std::size_t line_;
};

/// One open SQLite file. Everything that goes wrong inside is a base::Failure that names the file
/// and the query. Not shared between threads: open one per thread.
class Database {
 public:
  enum class Mode { kReadOnly, kReadWrite, kCreate };

  /// Opens a file; foreign keys are enforced, temporary data stays in memory for kReadOnly.
  Database(const std::filesystem::path& file, Mode mode);
  /// An empty database in memory.
  Database();
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  /// Runs statements separated by ';'. `origin` names them in messages (a file, a purpose).
  void execute(std::string_view sql, std::string_view origin = {});
  Statement prepare(std::string_view sql, std::string_view origin = {});
  /// First column of the first row as an integer; a missing row or NULL is 0.
  std::int64_t scalar(std::string_view sql);
  /// Rows changed by the last statement.
  [[nodiscard]] std::int64_t changes() const;

  /// Makes `file` readable under the name `schema` (read-only, whatever its own rights).
  void attach_read_only(const std::filesystem::path& file, std::string_view schema);

  /// Names of the tables of the main schema that a query reads; for finding out whether it touches
  /// personal data. Failure when the query is wrong.
  std::set<std::string> tables_read_by(std::string_view sql, std::string_view origin = {});

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  friend class Statement;
  struct Impl;
  std::filesystem::path file_;
  std::unique_ptr<Impl> impl_;
};

/// A prepared query with checked reading: a column of another type than asked for is a Failure
/// naming the query, the column and what stands there; NULL is only read by the `optional_` and
/// `or_empty` forms.
class Statement {
 public:
  ~Statement();
  Statement(Statement&&) noexcept;

  Statement& bind(int index, const Value& value);              ///< 1-based
  Statement& bind(std::string_view name, const Value& value);  ///< ":school_year"; unknown: Failure
  /// Binds where the query has such a parameter; returns whether it has.
  bool bind_if_present(std::string_view name, const Value& value);

  /// Moves to the next row; false at the end.
  bool next();
  /// For statements without result; resets afterwards so that it can run again with new values.
  void run();
  void reset();

  [[nodiscard]] int columns() const;
  [[nodiscard]] std::string column_name(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string text_or_empty(int column) const;  ///< NULL → ""
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::int64_t integer_or(int column, std::int64_t fallback) const;
  [[nodiscard]] double real(int column) const;  ///< integers too
  [[nodiscard]] std::optional<double> optional_real(int column) const;
  [[nodiscard]] bool boolean(int column) const;  ///< 0/1; NULL → false
  [[nodiscard]] Value value(int column) const;

 private:
  friend class Database;
  struct Impl;
  explicit Statement(std::unique_ptr<Impl> impl);
  [[noreturn]] void wrong_type(int column, std::string_view expected) const;
  std::unique_ptr<Impl> impl_;
};

/// Rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace metodaktiv::registry
