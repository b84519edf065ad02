#include "tabular/package_parts.h"

#include <fmt/format.h>

#include <string_view>

#include "tabular/bad_workbook.h"
#include "tabular/code_points.h"
#include "tabular/limits.h"
#include "tabular/relationships.h"
#include "tabular/xml_reader.h"

namespace metodaktiv::tabular {
namespace {

constexpr std::string_view kUsualWorkbook = "xl/workbook.xml";

/// Looks for the workbook where an archive lists its parts by kind.
class ContentTypes : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.depth != 2 || !element.is(XmlNamespace::kContentTypes, "Override")) return;
    const auto type = element.attribute("ContentType").value_or("");
    const auto part = element.attribute("PartName");
    const bool main = type.ends_with(".main+xml") &&
                      (type.find("sheet") != type.npos || type.find("ms-excel") != type.npos);
    const bool binary = type.ends_with("sheet.binary.macroEnabled.main");
    if (part && (main || binary) && workbook.empty()) workbook = *part;
  }
  bool end(std::size_t) override { return workbook.empty(); }
  void text(std::string_view) override {}

  std::string workbook;
};

class Workbook : public XmlHandler {
 public:
  struct Sheet {
    std::string name;
    std::string id;
    bool hidden;
  };

  void start(const XmlElement& element) override {
    switch (element.depth) {
      case 1:
        if (!element.is(XmlNamespace::kMain, "workbook")) {
          throw BadWorkbook(
              not_a_workbook("внутри документ другой программы, например текст или презентация"));
        }
        break;
      case 2:
        in_sheets_ = element.is(XmlNamespace::kMain, "sheets");
        if (element.is(XmlNamespace::kMain, "workbookPr")) {
          const auto value = element.attribute("date1904");
          epoch_1904 = value == "1" || value == "true" || value == "on";
        }
        break;
      case 3:
        if (in_sheets_ && element.is(XmlNamespace::kMain, "sheet")) add(element);
        break;
      default:
        break;
    }
  }
  bool end(std::size_t) override { return true; }
  void text(std::string_view) override {}

  std::vector<Sheet> sheets;
  bool epoch_1904 = false;

 private:
  void add(const XmlElement& element) {
    if (sheets.size() == kMaxSheets)
      throw BadWorkbook(over_limit(fmt::format("в ней больше {} листов", kMaxSheets)));
    const auto state = element.attribute("state").value_or("visible");
    sheets.push_back(
        {std::string(element.attribute("name").value_or("")),
         std::string(element.attribute(XmlNamespace::kRelationships, "id").value_or("")),
         state == "hidden" || state == "veryHidden"});
  }

  bool in_sheets_ = false;
};

/// The workbook's part by the archive's references, else by its list of kinds, else by its usual
/// name; empty when there is none.
std::string workbook_part(const ZipArchive& archive) {
  if (const auto references = Relationships::read(archive, "")) {
    if (const auto* found = references->by_type("officeDocument")) return found->target;
  }
  if (const auto types = archive.find("[Content_Types].xml")) {
    ContentTypes handler;
    read_xml(archive, *types, "[Content_Types].xml", handler);
    if (!handler.workbook.empty()) return handler.workbook;
  }
  return archive.find(kUsualWorkbook) ? std::string(kUsualWorkbook) : "";
}

PartReference reference(const ZipArchive& archive, std::string name) {
  auto index = archive.find(name);
  return {std::move(name), index};
}

/// A part that the workbook refers to by kind, or that stands under its usual name beside it.
std::optional<PartReference> helper_part(const ZipArchive& archive,
                                         const Relationships& relationships,
                                         std::string_view workbook, std::string_view type) {
  if (const auto* found = relationships.by_type(type)) return reference(archive, found->target);
  auto usual = reference(archive, resolved_target(workbook, fmt::format("{}.xml", type)));
  if (!usual.index) return std::nullopt;
  return usual;
}

}  // namespace

PackageParts find_package_parts(const ZipArchive& archive) {
  const std::string workbook = workbook_part(archive);
  if (workbook.empty()) throw BadWorkbook(not_a_workbook("это архив, и книги в нём нет"));
  if (workbook.ends_with(".bin")) {
    throw BadWorkbook({"xlsb", "Это двоичная книга Excel (.xlsb).",
                       "Откройте книгу и сохраните её как «Книга Excel (*.xlsx)»."});
  }
  const auto index = archive.find(workbook);
  if (!index) throw BadWorkbook(damaged("в ней нет списка листов"));
  Workbook handler;
  read_xml(archive, *index, workbook, handler);
  const auto relationships = Relationships::read(archive, workbook);
  if (!relationships) throw BadWorkbook(damaged("в ней не записано, где лежат её листы"));

  PackageParts out;
  out.epoch_1904 = handler.epoch_1904;
  for (auto& sheet : handler.sheets) {
    if (sheet.id.empty()) continue;  // a module of macros, not a table
    const auto* found = relationships->by_id(sheet.id);
    if (found == nullptr)
      throw BadWorkbook(
          damaged(fmt::format("не записано, где лежит лист «{}»", shortened(sheet.name, 80))));
    if (found->type != "worksheet") continue;
    out.sheets.push_back({std::move(sheet.name), sheet.hidden, reference(archive, found->target)});
  }
  if (out.sheets.empty()) {
    throw BadWorkbook(
        {"no-sheets", "В книге нет ни одного листа с таблицей.", "Проверьте, тот ли это файл."});
  }
  out.shared_strings = helper_part(archive, *relationships, workbook, "sharedStrings");
  out.styles = helper_part(archive, *relationships, workbook, "styles");
  return out;
}

}  // namespace metodaktiv::tabular
