#include "workbook/part_memory.h"

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <xlsxwriter.h>
#include <xlsxwriter/utility.h>

#include <cstdio>

#include "base/disk.h"
#include "base/files.h"

namespace metodaktiv::workbook {
namespace {

TEST(PartMemory, TheLibraryTakesTheFunctionOfTheProgram) {
  Dl_info found{};
  ASSERT_NE(::dladdr(::dlsym(RTLD_DEFAULT, "lxw_tmpfile"), &found), 0);
  EXPECT_EQ(std::string(found.dli_fname).find("libxlsxwriter"), std::string::npos)
      << found.dli_fname;
}

TEST(PartMemory, APartIsReadAsItWasWritten) {
  FILE* part = lxw_tmpfile(nullptr);
  ASSERT_NE(part, nullptr);
  EXPECT_EQ(::fileno(part), -1);
  const std::string text(100'000, 'x');
  EXPECT_EQ(std::fwrite(text.data(), 1, text.size(), part), text.size());
  std::fputs("end", part);
  std::rewind(part);
  std::string read(text.size() + 10, '\0');
  EXPECT_EQ(std::fread(read.data(), 1, read.size(), part), text.size() + 3);
  EXPECT_EQ(read.substr(text.size(), 3), "end");
  EXPECT_NE(std::feof(part), 0);
  std::fseek(part, 5, SEEK_SET);
  std::fputs("FIVE", part);
  std::fseek(part, 0, SEEK_END);
  EXPECT_EQ(std::ftell(part), static_cast<long>(text.size() + 3));
  std::fseek(part, 4, SEEK_SET);
  EXPECT_EQ(std::fread(read.data(), 1, 6, part), 6U);
  EXPECT_EQ(read.substr(0, 6), "xFIVEx");
  std::fclose(part);
}

TEST(PartMemory, AMemoryFileIsOpenedByItsName) {
  const MemoryFile file;
  base::put_file(file.name(), "bytes");
  EXPECT_EQ(file.bytes(), "bytes");
}

}  // namespace
}  // namespace metodaktiv::workbook
