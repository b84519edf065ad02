// Two kinds of input: a whole file; or, when the first byte is below 3, a part of a workbook (its
// sheet, shared strings or styles), since random bytes hardly ever get through the archive.
#include <zip.h>

#include <string>
#include <string_view>

#include "fuzz/checking_sink.h"
#include "fuzz/temporary_file.h"
#include "tabular/xlsx_workbook.h"

namespace {

using namespace metodaktiv;
using fuzz::CheckingSink;

void read(const std::filesystem::path& file) {
  tabular::Problem problem;
  auto workbook = tabular::XlsxWorkbook::open(file, problem);
  CheckingSink::require(workbook.has_value() == problem.code.empty());
  if (!workbook) {
    fuzz::WorkbookSink().file_problem(0, problem);
    return;
  }
  CheckingSink::require(!workbook->sheets().empty());
  for (std::size_t i = 0; i < workbook->sheets().size(); ++i) {
    fuzz::WorkbookSink sink;
    workbook->read(i, sink);
  }
}

struct Part {
  const char* name;
  std::string_view bytes;
};

constexpr std::string_view kRoot =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="a" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view kBook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
    R"(<sheets><sheet name="1" sheetId="1" r:id="a"/></sheets></workbook>)";
constexpr std::string_view kReferences =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="a" Type="/worksheet" Target="sheet.xml"/></Relationships>)";
constexpr std::string_view kSheet =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)"
    R"(<row r="1"><c r="A1" s="1"><v>45000.5</v></c><c r="B1" t="s"><v>0</v></c></row>)"
    R"(</sheetData></worksheet>)";
constexpr std::string_view kStrings =
    R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a</t></si></sst>)";
constexpr std::string_view kStyles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)";

/// The bytes of a workbook one part of which is the input.
std::string workbook_with(std::size_t which, std::string_view input) {
  const Part parts[] = {{"xl/sheet.xml", which == 0 ? input : kSheet},
                        {"xl/sharedStrings.xml", which == 1 ? input : kStrings},
                        {"xl/styles.xml", which == 2 ? input : kStyles},
                        {"_rels/.rels", kRoot},
                        {"xl/workbook.xml", kBook},
                        {"xl/_rels/workbook.xml.rels", kReferences}};
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& part : parts) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    const auto index = zip_file_add(archive, part.name, source, 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  zip_close(archive);
  zip_stat_t size{};
  zip_source_stat(target, &size);
  std::string bytes(size.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0 && data[0] < 3) {
    const std::string bytes =
        workbook_with(data[0], std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
    read(fuzz::TemporaryFile(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size())
             .path());
  } else {
    read(fuzz::TemporaryFile(data, size).path());
  }
  return 0;
}
