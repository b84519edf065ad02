#include "release/zip_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::release {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A little-endian number in the bytes of an archive.
unsigned number(const std::string& bytes, std::size_t at, int size) {
  unsigned value = 0;
  for (int i = size - 1; i >= 0; --i)
    value = (value << 8U) | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

class ZipFileTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("metodaktiv-zip-test-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_);
    std::ofstream(root_ / "a.txt") << std::string(10000, 'a');
    std::ofstream(root_ / "b.xlsx") << "workbook";
    std::ofstream(root_ / "empty.md");
  }
  void TearDown() override { fs::remove_all(root_); }

  [[nodiscard]] std::vector<ZipEntry> entries() const {
    return {{"Балашиха — отчёты/b.xlsx", root_ / "b.xlsx", false},
            {"Балашиха — отчёты/a.txt", root_ / "a.txt"},
            {"Балашиха — отчёты/empty.md", root_ / "empty.md"}};
  }
  [[nodiscard]] std::string written(const std::string& name = "pack.zip",
                                    base::Date date = {2026, 11, 20}) const {
    write_zip(root_ / name, entries(), date);
    return base::read_file(root_ / name);
  }
  static std::string failure(const auto& action) {
    try {
      action();
    } catch (const base::Failure& e) {
      return e.what();
    }
    return "no failure";
  }
  fs::path root_;
};

TEST_F(ZipFileTest, HoldsTheFilesInTheGivenOrder) {
  ASSERT_FALSE(written().empty());
  zip_t* archive = zip_open((root_ / "pack.zip").c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  ASSERT_NE(archive, nullptr);
  ASSERT_EQ(zip_get_num_entries(archive, 0), 3);
  const auto list = entries();
  for (zip_uint64_t i = 0; i < 3; ++i) {
    zip_stat_t entry{};
    ASSERT_EQ(zip_stat_index(archive, i, 0, &entry), 0);
    EXPECT_EQ(entry.name, list[i].name);
    if (entry.size > 0) {
      EXPECT_EQ(entry.comp_method, list[i].compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE) << entry.name;
    }
    std::string bytes(entry.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, i, 0);
    EXPECT_EQ(zip_fread(file, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
    zip_fclose(file);
    EXPECT_EQ(bytes, base::read_file(list[i].file));
  }
  zip_discard(archive);
  EXPECT_LT(fs::file_size(root_ / "pack.zip"), 1000U) << "text is compressed";
}

// APPNOTE.TXT 4.4: general purpose bit 11, modification date, external attributes.
TEST_F(ZipFileTest, EveryEntryIsMarkedUtf8AndCarriesTheDate) {
  const auto bytes = written();
  for (const auto& [signature, flags, time] :
       {std::tuple{"PK\x03\x04", 6U, 10U}, std::tuple{"PK\x01\x02", 8U, 12U}}) {
    int count = 0;
    for (auto at = bytes.find(signature); at != std::string::npos;
         at = bytes.find(signature, at + 4)) {
      ++count;
      EXPECT_EQ(number(bytes, at + flags, 2) & 0x800U, 0x800U);
      EXPECT_EQ(number(bytes, at + flags, 2) & 0x9U, 0U) << "encrypted, or sizes after the data";
      EXPECT_EQ(number(bytes, at + time, 2), 0U);
      EXPECT_EQ(number(bytes, at + time + 2, 2), (46U << 9U) | (11U << 5U) | 20U);
      if (signature[2] == '\x01') {
        EXPECT_EQ(number(bytes, at + 38, 4) >> 16U, 0100644U);
      }
    }
    EXPECT_EQ(count, 3);
  }
}

TEST_F(ZipFileTest, BytesDependOnNamesContentsAndDateAlone) {
  const auto first = written("first.zip");
  ASSERT_EQ(::setenv("TZ", "Asia/Kamchatka", 1), 0);
  ::tzset();
  const auto before = ::umask(077);
  for (const auto& entry : entries()) {
    fs::last_write_time(entry.file, fs::file_time_type::clock::now() - std::chrono::hours(9999));
    fs::permissions(entry.file, fs::perms::owner_all);
  }
  const auto second = written("second.zip");
  ::umask(before);
  ::unsetenv("TZ");
  ::tzset();
  EXPECT_TRUE(first == second);
  EXPECT_FALSE(first == written("third.zip", {2026, 11, 21}));
  EXPECT_EQ(number(written("old.zip", {1979, 1, 2}), 12, 2), (1U << 5U) | 2U) << "1980 at least";
}

TEST_F(ZipFileTest, ReplacesWhatStandsThere) {
  std::ofstream(root_ / "pack.zip") << "not an archive";
  EXPECT_TRUE(written() == written("other.zip"));
}

TEST_F(ZipFileTest, NamesWhatIsMissingAndLeavesNothing) {
  const auto message = failure([&] {
    write_zip(root_ / "pack.zip", {{"a", root_ / "a.txt"}, {"b", root_ / "missing.txt"}},
              {2026, 11, 20});
  });
  EXPECT_THAT(message, HasSubstr("missing.txt"));
  EXPECT_THAT(message, HasSubstr("pack.zip"));
  EXPECT_FALSE(fs::exists(root_ / "pack.zip"));
  EXPECT_THAT(failure([&] {
                write_zip(root_ / "no/pack.zip", entries(), {2026, 11, 20});
              }),
              testing::AllOf(HasSubstr("no/pack.zip"), HasSubstr("нет такого файла или папки")));
}

TEST_F(ZipFileTest, RefusesNamesThatLeaveTheFolder) {
  for (const std::string name :
       {"../a", "/a", "a//b", "a/./b", "a\\b", "", "a/", "\xff", "a/../../b"}) {
    EXPECT_THAT(failure([&] {
                  write_zip(root_ / "pack.zip", {{name, root_ / "a.txt"}}, {2026, 11, 20});
                }),
                HasSubstr("Недопустимое имя"))
        << name;
  }
  EXPECT_NE(failure([&] {
              write_zip(root_ / "pack.zip", {{"a", root_ / "a.txt"}, {"a", root_ / "a.txt"}},
                        {2026, 11, 20});
            }),
            "no failure");
}

TEST(PortableName, IsFitForEverySystem) {
  EXPECT_EQ(portable_name("Балашиха — отчёты на 20.11.2026"), "Балашиха — отчёты на 20.11.2026");
  EXPECT_EQ(portable_name("ЗАТО «Власиха»/Краснознаменск: «А»?"),
            "ЗАТО «Власиха»-Краснознаменск- «А»-");
  EXPECT_EQ(portable_name("../../etc"), "-..-etc");
  EXPECT_EQ(portable_name("Дубна\u202Egpj.\u200B\n"), "Дубнаgpj");
  EXPECT_EQ(portable_name("Лосино\u00A0Петровский . "), "Лосино Петровский");
  EXPECT_EQ(portable_name("..."), "-");
  EXPECT_EQ(portable_name(""), "-");
  EXPECT_EQ(portable_name("\xff"), "-");
  EXPECT_EQ(portable_name("ёёёё", 3), "ёёё");
}

}  // namespace
}  // namespace metodaktiv::release
