#include "registry/export.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/csv.h"
#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::registry {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

/// A file that is written beside its place and removed again unless it is put there.
class AsideFile {
 public:
  explicit AsideFile(fs::path target)
      : target_(std::move(target)), aside_(target_.string() + ".new") {
    fd_ = ::open(aside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd_ < 0) fail("Не удалось создать файл", aside_);
  }
  ~AsideFile() {
    if (fd_ >= 0) ::close(fd_);
    if (!aside_.empty()) ::unlink(aside_.c_str());
  }
  AsideFile(AsideFile&& other) noexcept
      : target_(std::move(other.target_)),
        aside_(std::exchange(other.aside_, {})),
        fd_(std::exchange(other.fd_, -1)),
        placed_(std::exchange(other.placed_, Placed::kNo)) {}
  AsideFile& operator=(AsideFile&&) = delete;

  void append(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t put = ::write(fd_, bytes.data(), bytes.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) fail("Не удалось записать файл", aside_);
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
  }
  void close() {
    if (::fsync(fd_) != 0 || ::close(std::exchange(fd_, -1)) != 0)
      fail("Не удалось записать файл", aside_);
  }
  /// The former file then stands aside until this object goes.
  void put_into_place() {
    const int error = base::swap_names(aside_, target_);
    if (error == 0) {
      placed_ = Placed::kExchanged;
      return;
    }
    const bool is_new = error == ENOENT;
    errno = error;
    if ((!is_new && !base::cannot_swap(error)) || ::rename(aside_.c_str(), target_.c_str()) != 0)
      fail("Не удалось заменить файл", target_);
    if (is_new) placed_ = Placed::kNew;
  }
  /// Undoes put_into_place().
  void take_back() {
    if (placed_ == Placed::kExchanged) {
      ::rename(aside_.c_str(), target_.c_str());
    } else if (placed_ == Placed::kNew) {
      ::unlink(target_.c_str());
    }
    placed_ = Placed::kNo;
  }

 private:
  [[noreturn]] static void fail(std::string_view what, const fs::path& path) {
    throw base::Failure(
        fmt::format("{} «{}»: {}.", what, path.string(), base::system_error_text(errno)));
  }

  enum class Placed { kNo, kNew, kExchanged };

  fs::path target_;
  fs::path aside_;
  int fd_ = -1;
  Placed placed_ = Placed::kNo;
};

/// A transaction that only reads.
class Snapshot {
 public:
  explicit Snapshot(Database& database) : database_(database) { database_.execute("BEGIN"); }
  ~Snapshot() {
    try {
      database_.execute("ROLLBACK");
    } catch (const base::Failure&) {  // SQLite has already ended it by itself
      return;
    }
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Database& database_;
};

std::string cell_text(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) return base::plain(*real);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

std::int64_t write_table(Database& database, const ExportTable& table, AsideFile& file) {
  std::vector<std::string> expressions;
  for (const auto& column : table.columns) {
    expressions.push_back(table.left_empty.contains(column) ? "NULL" : column);
  }
  auto query = database.prepare(
      fmt::format("SELECT {} FROM main.{} ORDER BY {}", base::join(expressions, ", "), table.name,
                  base::join(table.key, ", ")),
      fmt::format("выгрузка таблицы {}", table.name));
  base::CsvWriter csv(table.columns);
  std::int64_t rows = 0;
  const int width = query.columns();
  while (query.next()) {
    for (int i = 0; i < width; ++i) csv.cell(cell_text(query.value(i)));
    csv.end_row();
    ++rows;
    if (csv.text().size() > kBufferBytes) file.append(csv.take());
  }
  file.append(csv.take());
  file.close();
  return rows;
}

}  // namespace

std::vector<ExportedTable> export_tables(Database& database, const std::vector<ExportTable>& tables,
                                         const fs::path& out_folder) {
  base::create_folders(out_folder);
  std::vector<ExportedTable> written;
  std::vector<AsideFile> files;
  {
    const Snapshot one_state_in_all_files(database);
    for (const auto& table : tables) {
      files.emplace_back(out_folder / (table.name + ".csv"));
      written.push_back({table.name, write_table(database, table, files.back())});
    }
  }
  try {
    for (auto& file : files) file.put_into_place();
    base::flush_to_disk(out_folder);
  } catch (const base::Failure&) {  // all of the new tables or none
    for (auto& file : files) file.take_back();
    throw;
  }
  return written;
}

}  // namespace metodaktiv::registry
