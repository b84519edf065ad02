#include "bench/finished_workbook.h"

#include <xlsxwriter.h>

#include <charconv>

#include "base/error.h"
#include "tabular/bad_workbook.h"
#include "tabular/package_parts.h"
#include "tabular/xml_reader.h"
#include "tabular/zip_archive.h"

namespace metodaktiv::bench {
namespace {

using tabular::XmlElement;
using tabular::XmlNamespace;

double number_of(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The shared strings, runs of one string joined.
class TextHandler : public tabular::XmlHandler {
 public:
  explicit TextHandler(std::vector<std::string>& texts) : texts_(texts) {}

  void start(const XmlElement& element) override {
    if (element.is(XmlNamespace::kMain, "si")) texts_.emplace_back();
    inside_ = element.is(XmlNamespace::kMain, "t");
  }
  bool end(std::size_t) override {
    inside_ = false;
    return true;
  }
  void text(std::string_view piece) override {
    if (inside_) texts_.back() += piece;
  }

 private:
  std::vector<std::string>& texts_;
  bool inside_ = false;
};

class CellHandler : public tabular::XmlHandler {
 public:
  CellHandler(FinishedWorkbook& book, FinishedSheet& sheet) : book_(book), sheet_(sheet) {}

  void start(const XmlElement& element) override {
    inside_ = nullptr;
    if (element.is(XmlNamespace::kMain, "c")) {
      cell_ = {};
      const std::string place(element.attribute("r").value_or("A1"));
      cell_.row = lxw_name_to_row(place.c_str());
      cell_.column = lxw_name_to_col(place.c_str());
      shared_ = element.attribute("t").value_or("n") == "s";
      depth_ = element.depth;
      value_.clear();
      formula_.clear();
    } else if (element.is(XmlNamespace::kMain, "v")) {
      inside_ = &value_;
    } else if (element.is(XmlNamespace::kMain, "f")) {
      inside_ = &formula_;
    }
  }
  bool end(std::size_t depth) override {
    inside_ = nullptr;
    if (depth != depth_) return true;
    depth_ = 0;
    if (!formula_.empty()) {
      cell_.kind = CellKind::kFormula;
      cell_.number = number_of(value_);
      cell_.text = book_.texts.size();
      book_.texts.push_back('=' + formula_);
    } else if (shared_) {
      cell_.kind = CellKind::kText;
      cell_.text = static_cast<std::size_t>(number_of(value_));
    } else if (!value_.empty()) {
      cell_.kind = CellKind::kNumber;
      cell_.number = number_of(value_);
    }
    sheet_.cells.push_back(cell_);
    return true;
  }
  void text(std::string_view piece) override {
    if (inside_ != nullptr) *inside_ += piece;
  }

 private:
  FinishedWorkbook& book_;
  FinishedSheet& sheet_;
  FinishedCell cell_;
  std::string value_, formula_;
  std::string* inside_ = nullptr;
  std::size_t depth_ = 0;
  bool shared_ = false;
};

void check(int error, const std::filesystem::path& file) {
  if (error != LXW_NO_ERROR) {
    throw base::Failure(file.string() + ": " + lxw_strerror(static_cast<lxw_error>(error)));
  }
}

}  // namespace

std::size_t FinishedWorkbook::cells() const {
  std::size_t sum = 0;
  for (const auto& sheet : sheets) sum += sheet.cells.size();
  return sum;
}

FinishedWorkbook read_finished(const std::filesystem::path& folder, const std::string& path) {
  FinishedWorkbook book;
  book.path = path;
  try {
    const tabular::ZipArchive archive(folder / path);
    const auto parts = tabular::find_package_parts(archive);
    if (parts.shared_strings && parts.shared_strings->index) {
      TextHandler texts(book.texts);
      tabular::read_xml(archive, *parts.shared_strings->index, parts.shared_strings->name, texts);
    }
    for (const auto& part : parts.sheets) {
      FinishedSheet sheet{part.name, {}};
      CellHandler cells(book, sheet);
      tabular::read_xml(archive, part.part.index.value(), part.part.name, cells);
      book.sheets.push_back(std::move(sheet));
    }
  } catch (const tabular::BadWorkbook& error) {
    throw base::Failure((folder / path).string() + ": " + error.problem().message);
  }
  return book;
}

void write_bare(const FinishedWorkbook& book, const std::filesystem::path& file) {
  lxw_workbook* out = workbook_new(file.c_str());
  lxw_format* format = workbook_add_format(out);
  format_set_border(format, LXW_BORDER_THIN);
  for (const auto& sheet : book.sheets) {
    lxw_worksheet* page = workbook_add_worksheet(out, sheet.name.c_str());
    for (const auto& cell : sheet.cells) {
      int error = LXW_NO_ERROR;
      switch (cell.kind) {
        case CellKind::kBlank:
          error = worksheet_write_blank(page, cell.row, cell.column, format);
          break;
        case CellKind::kNumber:
          error = worksheet_write_number(page, cell.row, cell.column, cell.number, format);
          break;
        case CellKind::kText:
          error = worksheet_write_string(page, cell.row, cell.column, book.texts[cell.text].c_str(),
                                         format);
          break;
        case CellKind::kFormula:
          error = worksheet_write_formula_num(page, cell.row, cell.column,
                                              book.texts[cell.text].c_str(), format, cell.number);
          break;
      }
      check(error, file);
    }
  }
  check(workbook_close(out), file);
}

}  // namespace metodaktiv::bench
