#pragma once

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tabular/row_sink.h"
#include "tabular/xlsx_workbook.h"

namespace metodaktiv::tabular {

/// Rows as «number:cell|cell», each cell as kind letter and text: t, n, b, d, e; nothing for none.
class RowTexts : public RowSink {
 public:
  bool row(std::int64_t number, std::span<const Cell> cells) override {
    std::string text = std::to_string(number) + ":";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += '|';
      if (!cells[i].text.empty())
        text += std::string(1, "tnbde"[static_cast<std::size_t>(cells[i].kind)]) + cells[i].text;
    }
    rows.push_back(text);
    return rows.size() < wanted;
  }
  void file_problem(std::int64_t row, Problem problem) override {
    problems.push_back(std::to_string(row) + ":" + problem.code);
    last_problem = std::move(problem);
  }
  void cut_short() override { complete = false; }

  std::vector<std::string> rows;
  std::vector<std::string> problems;
  Problem last_problem;
  bool complete = true;
  std::size_t wanted = SIZE_MAX;
};

/// A workbook made part by part: one sheet «Лист1», no styles, no shared strings until set.
class WorkbookFile {
 public:
  struct Part {
    std::string name;
    std::string bytes;
    bool encrypted = false;
    bool stored = false;
  };

  static constexpr auto kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static constexpr auto kRelations =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static constexpr auto kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

  WorkbookFile() {
    set("_rels/.rels", relationships({{"rId1", "officeDocument", "xl/workbook.xml"}}));
    set("xl/workbook.xml",
        workbook(R"(<sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets>)"));
    set("xl/_rels/workbook.xml.rels", relationships({{"rId1", "worksheet", "worksheets/sheet1.xml"},
                                                     {"rId2", "sharedStrings", "sharedStrings.xml"},
                                                     {"rId3", "styles", "styles.xml"}}));
    set("xl/worksheets/sheet1.xml", sheet(""));
    set("xl/sharedStrings.xml", shared(""));
    set("xl/styles.xml", styles("", ""));
  }

  struct Relation {
    std::string id;
    std::string type;
    std::string target;
  };
  static std::string relationships(const std::vector<Relation>& list) {
    std::string out = std::string("<Relationships xmlns=\"") + kPackage + "\">";
    for (const auto& one : list) {
      out += "<Relationship Id=\"" + one.id + "\" Type=\"" + kRelations + "/" + one.type +
             "\" Target=\"" + one.target + "\"/>";
    }
    return out + "</Relationships>";
  }
  static std::string workbook(const std::string& inside) {
    return std::string("<workbook xmlns=\"") + kMain + "\" xmlns:r=\"" + kRelations +
           "\" xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\">" +
           inside + "</workbook>";
  }
  static std::string sheet(const std::string& rows) {
    return std::string("<worksheet xmlns=\"") + kMain + "\"><sheetData>" + rows +
           "</sheetData></worksheet>";
  }
  static std::string shared(const std::string& items) {
    return std::string("<sst xmlns=\"") + kMain + "\">" + items + "</sst>";
  }
  /// Styles by the attributes of their <xf>, after formats such as <numFmt …/>.
  static std::string styles(const std::string& formats, const std::string& xfs) {
    return std::string("<styleSheet xmlns=\"") + kMain + "\"><numFmts>" + formats +
           "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + xfs +
           "</cellXfs></styleSheet>";
  }

  WorkbookFile& set(const std::string& name, std::string bytes) {
    for (auto& part : parts) {
      if (part.name == name) {
        part.bytes = std::move(bytes);
        return *this;
      }
    }
    parts.push_back({name, std::move(bytes)});
    return *this;
  }
  WorkbookFile& rows(const std::string& xml) { return set("xl/worksheets/sheet1.xml", sheet(xml)); }
  WorkbookFile& strings(const std::string& xml) { return set("xl/sharedStrings.xml", shared(xml)); }
  WorkbookFile& remove(const std::string& name) {
    std::erase_if(parts, [&](const Part& part) { return part.name == name; });
    return *this;
  }
  Part& part(const std::string& name) {
    for (auto& one : parts) {
      if (one.name == name) return one;
    }
    throw std::out_of_range(name);
  }

  void write(const std::filesystem::path& file) const {
    std::filesystem::remove(file);
    int error = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_EXCL, &error);
    ASSERT_NE(archive, nullptr) << error;
    for (const auto& one : parts) {
      zip_source_t* source = zip_source_buffer(archive, one.bytes.data(), one.bytes.size(), 0);
      const auto index = zip_file_add(archive, one.name.c_str(), source, ZIP_FL_ENC_UTF_8);
      ASSERT_GE(index, 0) << zip_strerror(archive);
      const auto at = static_cast<zip_uint64_t>(index);
      if (one.stored) zip_set_file_compression(archive, at, ZIP_CM_STORE, 0);
      if (one.encrypted) {
        ASSERT_EQ(zip_file_set_encryption(archive, at, ZIP_EM_AES_256, "x"), 0);
      }
    }
    ASSERT_EQ(zip_close(archive), 0) << zip_strerror(archive);
  }

  std::vector<Part> parts;
};

/// A temporary file for the workbooks and other inputs of one test.
class WorkbookTest : public ::testing::Test {
 protected:
  WorkbookTest()
      : path_(std::filesystem::temp_directory_path() /
              ("metodaktiv-xlsx-" + std::to_string(::getpid()) + "-" +
               ::testing::UnitTest::GetInstance()->current_test_info()->name())) {}
  ~WorkbookTest() override { std::filesystem::remove(path_); }

  void write(std::string_view bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  std::string bytes() {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  /// The code of the problem that keeps the file from opening; empty when it opens.
  std::string refusal() {
    problem = {};
    const auto workbook = XlsxWorkbook::open(path_, problem);
    EXPECT_EQ(workbook.has_value(), problem.code.empty());
    return problem.code;
  }
  std::string refusal(const WorkbookFile& file) {
    file.write(path_);
    return refusal();
  }

  /// A sheet of a workbook that opens.
  RowTexts read(std::size_t sheet = 0, std::size_t wanted = SIZE_MAX) {
    RowTexts out;
    out.wanted = wanted;
    auto workbook = XlsxWorkbook::open(path_, problem);
    EXPECT_TRUE(workbook.has_value()) << problem.message;
    if (workbook) workbook->read(sheet, out);
    return out;
  }
  RowTexts read(const WorkbookFile& file) {
    file.write(path_);
    return read();
  }

  std::filesystem::path path_;
  Problem problem;
};

}  // namespace metodaktiv::tabular
