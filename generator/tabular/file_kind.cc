#include "tabular/file_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "tabular/bad_workbook.h"
#include "tabular/code_points.h"
#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 4096;

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
// The name of the stream that holds an encrypted workbook, as the directory of an OLE file has it.
constexpr std::string_view kEncryptedPackage = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

[[noreturn]] void fail(const std::filesystem::path& file, int error) {
  throw base::Failure(fmt::format("Не удалось прочитать файл «{}»: {}.", file.string(),
                                  base::system_error_text(error)));
}

std::string read_bytes(const std::filesystem::path& file, std::size_t limit) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) fail(file, errno);
  std::string bytes(limit, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(limit));
  if (in.bad()) fail(file, errno);
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

bool is_open_document(std::string_view head) {
  // The first entry of such an archive is a file «mimetype», stored as it is.
  return head.substr(0, 128).find("mimetypeapplication/vnd.oasis.opendocument."sv) !=
         std::string_view::npos;
}

bool is_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv) ||
         head.starts_with("PK\x07\x08"sv);
}

/// The workbooks of Excel 2.0–4.0 begin with a record of their own, not with an OLE header.
bool is_ancient_workbook(std::string_view head) {
  return head.size() > 4 && head[0] == '\x09' &&
         "\x00\x02\x04\x08"sv.find(head[1]) != std::string_view::npos;
}

bool is_markup(std::string_view head) {
  for (const auto mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (head.starts_with(mark)) {
      head.remove_prefix(mark.size());
      break;
    }
  }
  const auto first = head.find_first_not_of(" \t\r\n\0"sv);
  return first != std::string_view::npos && head[first] == '<';
}

bool is_text(std::string_view head) {
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv)) return true;
  return std::none_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && "\t\n\v\f\r\x1A"sv.find(c) == std::string_view::npos);
  });
}

}  // namespace

FileKind file_kind(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) fail(file, EISDIR);
  const std::string head = read_bytes(file, kHead);
  if (head.empty()) return FileKind::kEmpty;
  if (is_zip(head)) {
    return is_open_document(head) ? FileKind::kOpenDocument : FileKind::kZip;
  }
  if (head.starts_with(kOle)) {
    const bool encrypted =
        read_bytes(file, kMaxWorkbookBytes).find(kEncryptedPackage) != std::string::npos;
    return encrypted ? FileKind::kPassword : FileKind::kOldWorkbook;
  }
  if (is_ancient_workbook(head)) return FileKind::kOldWorkbook;
  if (head.starts_with("%PDF"sv)) return FileKind::kPdf;
  if (is_markup(head)) return FileKind::kMarkup;
  return is_text(head) ? FileKind::kText : FileKind::kOther;
}

std::optional<Problem> not_xlsx(FileKind kind) {
  constexpr auto kSaveAs = "Откройте книгу и сохраните её как «Книга Excel (*.xlsx)».";
  switch (kind) {
    case FileKind::kZip:
      return std::nullopt;
    case FileKind::kEmpty:
      return Problem{"empty-file", "Файл пуст: в нём нет ни одного байта.",
                     "Скачайте или скопируйте файл ещё раз."};
    case FileKind::kOldWorkbook:
      return Problem{"old-xls",
                     "Это книга Excel старого образца (.xls), хотя бы имя и говорило другое.",
                     kSaveAs};
    case FileKind::kPassword:
      return Problem{"password", "Книга закрыта паролем.",
                     "Откройте книгу, снимите пароль (Файл — Сведения — Защита книги — "
                     "Зашифровать с использованием пароля: сотрите пароль) и сохраните её."};
    case FileKind::kOpenDocument:
      return Problem{"opendocument", "Это документ LibreOffice (OpenDocument), а не книга Excel.",
                     kSaveAs};
    case FileKind::kPdf:
      return Problem{"pdf", "Это документ PDF: таблицу из него прочитать нельзя.",
                     "Пришлите книгу, из которой сделан этот документ."};
    case FileKind::kMarkup:
      return Problem{"markup", "Это веб-страница или XML под именем книги Excel.", kSaveAs};
    case FileKind::kText:
      return Problem{"text", "Это текст под именем книги Excel.",
                     "Если это таблица CSV, назовите файл «….csv»; иначе откройте его в табличном "
                     "редакторе и сохраните как «Книга Excel (*.xlsx)»."};
    case FileKind::kOther:
      break;
  }
  return not_a_workbook("такое содержимое файла программе не известно");
}

}  // namespace metodaktiv::tabular
