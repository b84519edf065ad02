#include "workbook/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "base/disk.h"
#include "base/error.h"
#include "base/text.h"
#include "workbook/cell_text.h"
#include "workbook/part_memory.h"

namespace metodaktiv::workbook {
namespace {

constexpr const char* kSans = "Arial";
constexpr const char* kSerif = "Times New Roman";
constexpr int kPropertyLimit = 255;

std::uint8_t border(Line line) {
  switch (line) {
    case Line::kNone:
      return LXW_BORDER_NONE;
    case Line::kHair:
      return LXW_BORDER_HAIR;
    case Line::kThin:
      return LXW_BORDER_THIN;
    case Line::kMedium:
      return LXW_BORDER_MEDIUM;
    case Line::kThick:
      return LXW_BORDER_THICK;
  }
  return LXW_BORDER_NONE;
}

std::uint8_t alignment(Horizontal horizontal) {
  switch (horizontal) {
    case Horizontal::kGeneral:
      return LXW_ALIGN_NONE;
    case Horizontal::kLeft:
      return LXW_ALIGN_LEFT;
    case Horizontal::kCenter:
      return LXW_ALIGN_CENTER;
    case Horizontal::kRight:
      return LXW_ALIGN_RIGHT;
  }
  return LXW_ALIGN_NONE;
}

std::uint8_t alignment(Vertical vertical) {
  switch (vertical) {
    case Vertical::kTop:
      return LXW_ALIGN_VERTICAL_TOP;
    case Vertical::kCenter:
      return LXW_ALIGN_VERTICAL_CENTER;
    case Vertical::kBottom:
      return LXW_ALIGN_VERTICAL_BOTTOM;
  }
  return LXW_ALIGN_VERTICAL_CENTER;
}

void apply(const Style& style, lxw_format* f) {
  format_set_font_name(f, style.typeface == Typeface::kSans ? kSans : kSerif);
  format_set_font_size(f, style.size);
  if (style.bold) format_set_bold(f);
  if (style.italic) format_set_italic(f);
  if (style.underline) format_set_underline(f, LXW_UNDERLINE_SINGLE);
  if (style.color != kNoColor) format_set_font_color(f, style.color);
  if (style.fill != kNoColor) format_set_bg_color(f, style.fill);
  format_set_align(f, alignment(style.horizontal));
  format_set_align(f, alignment(style.vertical));
  if (style.wrap) format_set_text_wrap(f);
  if (style.shrink) format_set_shrink(f);
  if (style.indent > 0) format_set_indent(f, static_cast<std::uint8_t>(style.indent));
  if (style.rotation != 0) format_set_rotation(f, static_cast<std::int16_t>(style.rotation));
  format_set_top(f, border(style.top));
  format_set_bottom(f, border(style.bottom));
  format_set_left(f, border(style.left));
  format_set_right(f, border(style.right));
  format_set_border_color(f, style.line_color);
  if (!style.number_format.empty()) format_set_num_format(f, style.number_format.c_str());
  if (style.unlocked) format_set_unlocked(f);
}

/// The default font stands behind column widths and empty cells. Arial has a metrically equal free
/// counterpart everywhere, so that a page breaks the same way in Excel and in LibreOffice.
void set_default_font(lxw_workbook* book) {
  lxw_format* first = STAILQ_FIRST(book->formats);
  format_set_font_name(first, kSans);
  format_set_font_size(first, 10);
}

}  // namespace

Workbook::Workbook(std::filesystem::path file, const Properties& properties)
    : file_(std::move(file)), handle_(workbook_new(file_.c_str())) {
  if (handle_ == nullptr) {
    throw base::Failure(fmt::format("Не хватило памяти на книгу Excel «{}».", file_.string()));
  }
  set_default_font(handle_);
  const auto value = [](const std::string& text) { return cell_text(text, kPropertyLimit); };
  std::string title = value(properties.title), subject = value(properties.subject),
              author = value(properties.author), company = value(properties.company),
              comments = value(properties.comments);
  lxw_doc_properties document{};
  document.title = title.data();
  document.subject = subject.data();
  document.author = author.data();
  document.company = company.data();
  document.comments = comments.data();
  document.created = static_cast<time_t>(properties.created.days_since_epoch()) * 86400;
  workbook_set_properties(handle_, &document);
}

Workbook::~Workbook() {
  if (handle_ != nullptr) lxw_workbook_free(handle_);
}

Sheet Workbook::add_sheet(std::string_view name) {
  const std::string wanted = sheet_name(name);
  std::string unique = wanted;
  for (int n = 2; !sheet_names_.insert(base::to_lower(unique)).second; ++n) {
    const std::string suffix = fmt::format(" {}", n);
    unique = cell_text(wanted, 31 - suffix.size()) + suffix;
  }
  lxw_worksheet* sheet = workbook_add_worksheet(handle_, unique.c_str());
  if (sheet == nullptr) {
    throw base::Failure(
        fmt::format("В книгу Excel «{}» нельзя добавить лист «{}».", file_.string(), unique));
  }
  return Sheet(*this, sheet, std::move(unique));
}

Format Workbook::format(const Style& style) {
  auto [entry, is_new] = formats_.try_emplace(style, nullptr);
  if (is_new) {
    entry->second = workbook_add_format(handle_);
    apply(style, entry->second);
  }
  return Format(entry->second);
}

void Workbook::define_name(const std::string& name, const Range& cells) {
  char area[LXW_MAX_CELL_RANGE_LENGTH] = {};
  lxw_rowcol_to_range_abs(
      area, static_cast<lxw_row_t>(cells.first_row), static_cast<lxw_col_t>(cells.first_column),
      static_cast<lxw_row_t>(cells.last_row), static_cast<lxw_col_t>(cells.last_column));
  const std::string formula = fmt::format("={}!{}", quoted_sheet_name(cells.sheet), area);
  const lxw_error error = workbook_define_name(handle_, name.c_str(), formula.c_str());
  if (error != LXW_NO_ERROR) {
    throw base::Failure(fmt::format("В книгу Excel «{}» нельзя добавить имя «{}»: {}",
                                    file_.string(), name, lxw_strerror(error)));
  }
}

void Workbook::save() {
  lxw_workbook* book = handle_;
  handle_ = nullptr;
  const MemoryFile memory;
  std::free(const_cast<char*>(book->filename));
  book->filename = ::strdup(memory.name().c_str());
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) {
    throw base::Failure(fmt::format("Не удалось составить книгу Excel «{}»: {}", file_.string(),
                                    lxw_strerror(error)));
  }
  base::put_file(file_, memory.bytes());
}

}  // namespace metodaktiv::workbook
