#include "tabular/xlsx_workbook.h"

#include <fmt/format.h>

#include <utility>

#include "tabular/bad_workbook.h"
#include "tabular/code_points.h"
#include "tabular/file_kind.h"
#include "tabular/package_parts.h"
#include "tabular/shared_strings.h"
#include "tabular/sheet_reader.h"
#include "tabular/style_sheet.h"
#include "tabular/xml_reader.h"
#include "tabular/zip_archive.h"

namespace metodaktiv::tabular {
namespace {

std::uint64_t present(const PartReference& part) {
  if (part.index) return *part.index;
  throw BadWorkbook(damaged(fmt::format("в ней нет её части «{}»", shortened(part.name, 80))));
}

}  // namespace

struct XlsxWorkbook::Impl {
  explicit Impl(const std::filesystem::path& file)
      : archive(file), parts(find_package_parts(archive)) {
    for (const auto& sheet : parts.sheets) sheets.push_back({sheet.name, sheet.hidden});
    // Some writers name styles and leave them out: all numbers are then plain.
    if (parts.styles && parts.styles->index)
      styles.read(archive, *parts.styles->index, parts.styles->name);
    if (parts.shared_strings) {
      strings.read(archive, present(*parts.shared_strings), parts.shared_strings->name);
    }
  }

  ZipArchive archive;
  PackageParts parts;
  std::vector<SheetInfo> sheets;
  StyleSheet styles;
  SharedStrings strings;
};

XlsxWorkbook::XlsxWorkbook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
XlsxWorkbook::XlsxWorkbook(XlsxWorkbook&&) noexcept = default;
XlsxWorkbook& XlsxWorkbook::operator=(XlsxWorkbook&&) noexcept = default;
XlsxWorkbook::~XlsxWorkbook() = default;

std::optional<XlsxWorkbook> XlsxWorkbook::open(const std::filesystem::path& file,
                                               Problem& problem) {
  if (auto other = not_xlsx(file_kind(file))) {
    problem = std::move(*other);
    return std::nullopt;
  }
  try {
    return XlsxWorkbook(std::make_unique<Impl>(file));
  } catch (const BadWorkbook& bad) {
    problem = bad.problem();
    return std::nullopt;
  }
}

const std::vector<SheetInfo>& XlsxWorkbook::sheets() const { return impl_->sheets; }

void XlsxWorkbook::read(std::size_t sheet, RowSink& sink) {
  const PartReference& part = impl_->parts.sheets.at(sheet).part;
  SheetReader reader({impl_->strings, impl_->styles, impl_->parts.epoch_1904}, sink);
  try {
    read_xml(impl_->archive, present(part), part.name, reader);
  } catch (const BadWorkbook& bad) {
    sink.file_problem(bad.row(), bad.problem());
    sink.cut_short();
  }
}

}  // namespace metodaktiv::tabular
