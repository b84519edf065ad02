#include "tabular/file_kind.h"

#include <gtest/gtest.h>

#include <string_view>

#include "base/error.h"
#include "tabular/workbook_file.h"

namespace metodaktiv::tabular {
namespace {

using namespace std::string_view_literals;

class FileKindTest : public WorkbookTest {
 protected:
  std::string refusal_of(std::string_view bytes) {
    write(bytes);
    return refusal();
  }

  static std::string ole(std::string_view stream_name) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
    bytes.resize(5000, '\0');
    for (const char c : stream_name) bytes += {c, '\0'};
    return bytes;
  }
};

TEST_F(FileKindTest, OldAndProtectedWorkbooksAreToldApart) {
  EXPECT_EQ(refusal_of(ole("Workbook")), "old-xls");
  EXPECT_NE(problem.remedy.find("Книга Excel (*.xlsx)"), std::string::npos);
  EXPECT_EQ(refusal_of(ole("EncryptedPackage")), "password");
  EXPECT_NE(problem.remedy.find("пароль"), std::string::npos);
  EXPECT_EQ(refusal_of("\x09\x08\x10\x00\x00\x06\x05\x00"sv), "old-xls");
}

TEST_F(FileKindTest, OtherFormatsUnderAWorkbooksNameAreNamed) {
  EXPECT_EQ(refusal_of(""), "empty-file");
  EXPECT_EQ(refusal_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3"sv), "pdf");
  EXPECT_EQ(refusal_of("\xEF\xBB\xBF \r\n<html><table>"sv), "markup");
  EXPECT_EQ(refusal_of("<?xml version=\"1.0\"?><Workbook/>"sv), "markup");
  EXPECT_EQ(refusal_of("\xFF\xFE<\0h\0t\0m\0l\0"sv), "markup");
  EXPECT_EQ(refusal_of("Фамилия;Имя\r\nИванова;Анна\r\n"), "text");
  EXPECT_EQ(refusal_of("\x89PNG\r\n\x1A\n\0\0\0\x0D"sv), "not-a-workbook");
  EXPECT_EQ(refusal_of("\0"sv), "not-a-workbook");
}

TEST_F(FileKindTest, AnOpenDocumentIsKnownByItsFirstEntry) {
  WorkbookFile file;
  file.parts.clear();
  file.parts.push_back({"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false, true});
  EXPECT_EQ(refusal(file), "opendocument");
}

TEST_F(FileKindTest, ArchivesWithoutAWorkbookAreRefused) {
  WorkbookFile file;
  file.parts.clear();
  file.set("readme.txt", "text");
  EXPECT_EQ(refusal(file), "not-a-workbook");
  EXPECT_EQ(refusal_of("PK\x05\x06" + std::string(18, '\0')), "not-a-workbook");

  WorkbookFile document;
  document.set(
      "xl/workbook.xml",
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>");
  EXPECT_EQ(refusal(document), "not-a-workbook");
}

TEST_F(FileKindTest, ABinaryWorkbookIsNamed) {
  WorkbookFile file;
  file.set("_rels/.rels",
           WorkbookFile::relationships({{"rId1", "officeDocument", "xl/workbook.bin"}}));
  EXPECT_EQ(refusal(file), "xlsb");
}

TEST_F(FileKindTest, WhatCannotBeReadIsAFailure) {
  EXPECT_THROW(refusal(), base::Failure);
  EXPECT_THROW(file_kind(std::filesystem::temp_directory_path()), base::Failure);
}

}  // namespace
}  // namespace metodaktiv::tabular
