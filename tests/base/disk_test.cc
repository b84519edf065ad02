#include "base/disk.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::base {
namespace {

namespace fs = std::filesystem;

class Disk : public ::testing::Test {
 protected:
  Disk() : folder_(fs::temp_directory_path() / ("metodaktiv-disk-" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    create_folders(folder_);
  }
  ~Disk() override { fs::remove_all(folder_); }

  fs::path folder_;
};

TEST_F(Disk, PutFileReplacesAllOfTheOldBytes) {
  put_file(folder_ / "file", "long enough");
  put_file(folder_ / "file", "short");
  EXPECT_EQ(read_file(folder_ / "file"), "short");
  flush_to_disk(folder_ / "file");
  flush_to_disk(folder_);
}

TEST_F(Disk, WhatCannotBeWrittenLeavesNothing) {
  EXPECT_THROW(put_file(folder_ / "none" / "file", "x"), Failure);
  EXPECT_THROW(flush_to_disk(folder_ / "none"), Failure);
}

TEST_F(Disk, SwapsTwoFoldersOrSaysWhyNot) {
  create_folders(folder_ / "one");
  create_folders(folder_ / "other");
  put_file(folder_ / "one" / "file", "x");
  const int error = swap_names(folder_ / "one", folder_ / "other");
  if (error != 0) {
    EXPECT_TRUE(cannot_swap(error));
  } else {
    EXPECT_FALSE(stands(folder_ / "one" / "file"));
    EXPECT_EQ(read_file(folder_ / "other" / "file"), "x");
  }
  const int missing = swap_names(folder_ / "one", folder_ / "none");
  EXPECT_TRUE(missing == ENOENT || cannot_swap(missing));
  EXPECT_TRUE(stands(folder_ / "one"));
}

TEST_F(Disk, OnlyWhatIsKnownToBeMissingIsMissing) {
  EXPECT_TRUE(stands(folder_));
  EXPECT_FALSE(stands(folder_ / "none"));
  put_file(folder_ / "file", "x");
  EXPECT_FALSE(stands(folder_ / "file" / "below"));
  EXPECT_THROW(static_cast<void>(stands(folder_ / std::string(300, 'n'))), Failure);
}

}  // namespace
}  // namespace metodaktiv::base
