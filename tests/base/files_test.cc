#include "base/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "base/error.h"

namespace metodaktiv::base {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Files : public ::testing::Test {
 protected:
  Files()
      : folder_(fs::temp_directory_path() /
                ("metodaktiv-files-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
    create_folders(folder_ / "a" / "b");
  }
  ~Files() override { fs::remove_all(folder_); }

  static std::string failure_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "no failure";
  }

  fs::path folder_;
};

TEST_F(Files, WritesReadsAndReplaces) {
  const auto file = folder_ / "x.txt";
  const std::string bytes("\0\r\nё", 5);
  write_file(file, bytes);
  EXPECT_EQ(read_file(file), bytes);
  write_file(file, "");
  EXPECT_EQ(read_file(file), "");
  EXPECT_THAT(list_files(folder_, ""), ElementsAre(file));
}

TEST_F(Files, ReadsFilesWithoutASize) {
  EXPECT_THAT(read_file("/proc/self/status"), HasSubstr("Name:"));
}

TEST_F(Files, NamesTheFileAndTheReason) {
  EXPECT_THAT(failure_of([&] { read_file(folder_ / "absent"); }), HasSubstr("absent"));
  EXPECT_THAT(failure_of([&] { read_file(folder_ / "absent"); }), HasSubstr("нет такого файла"));
  EXPECT_THAT(failure_of([&] { read_file(folder_); }), HasSubstr("это папка"));
  EXPECT_THAT(failure_of([&] { write_file(folder_ / "no" / "x", "1"); }),
              HasSubstr("нет такого файла"));
  write_file(folder_ / "x", "1");
  EXPECT_THAT(failure_of([&] { create_folders(folder_ / "x" / "y"); }), HasSubstr("папку"));
}

TEST_F(Files, AFailedReplacementKeepsTheOldFileAndLeavesNothingBehind) {
  const auto target = folder_ / "a";  // a folder that is not empty cannot be replaced
  EXPECT_NE(failure_of([&] { write_file(target, "1"); }), "no failure");
  EXPECT_TRUE(fs::is_directory(target / "b"));
  EXPECT_THAT(list_files(folder_, ""), IsEmpty());
}

TEST_F(Files, ListsRegularFilesBySuffixInOrder) {
  for (const char* name : {"b.csv", "a.csv", "c.txt", "a/d.csv"}) write_file(folder_ / name, "");
  EXPECT_THAT(list_files(folder_, ".csv"), ElementsAre(folder_ / "a.csv", folder_ / "b.csv"));
  EXPECT_THAT(list_files(folder_ / "absent", ".csv"), IsEmpty());
}

}  // namespace
}  // namespace metodaktiv::base
