#include "release/staging.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.h"
#include "base/files.h"
#include "release/sha256.h"

namespace metodaktiv::release {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class StagingTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("metodaktiv-staging-test-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_);
    out_ = root_ / "site";
  }
  void TearDown() override { fs::remove_all(root_); }

  void build(const std::map<std::string, std::string>& files) {
    Staging staging(out_);
    for (const auto& [path, bytes] : files) staging.write(path, bytes);
    staging.write("manifest.json", "{\n \"program\": \"metodaktiv\"\n}\n");
    staging.publish();
  }
  [[nodiscard]] std::string live(const std::string& path) const {
    return base::read_file(out_ / path);
  }
  static ino_t inode(const fs::path& path) {
    struct stat info {};
    EXPECT_EQ(::stat(path.c_str(), &info), 0);
    return info.st_ino;
  }
  fs::path root_, out_;
};

TEST_F(StagingTest, PublishesWholeAndRemovesStaleFiles) {
  build({{"public/index.html", "one"}, {"public/old.html", "old"}});
  build({{"public/index.html", "two"}, {"reports/a/kpi.xlsx", "x"}});
  EXPECT_EQ(live("public/index.html"), "two");
  EXPECT_EQ(live("reports/a/kpi.xlsx"), "x");
  EXPECT_FALSE(fs::exists(out_ / "public/old.html"));
  EXPECT_FALSE(fs::exists(root_ / ".site.staging"));
  EXPECT_FALSE(fs::exists(root_ / ".site.lock"));
}

TEST_F(StagingTest, WithoutPublishTheLiveTreeStaysAsItWas) {
  build({{"public/index.html", "one"}});
  {
    Staging staging(out_);
    staging.write("public/index.html", "two");
  }
  EXPECT_EQ(live("public/index.html"), "one");
  EXPECT_FALSE(fs::exists(root_ / ".site.staging"));
}

TEST_F(StagingTest, UnchangedFilesAreLinkedChangedOnesAreNew) {
  build({{"public/a.html", "same"}, {"public/b.html", "one"}});
  const auto a = inode(out_ / "public/a.html");
  const auto b = inode(out_ / "public/b.html");
  Staging staging(out_);
  staging.write("public/a.html", "same");
  staging.write("public/b.html", "two");
  EXPECT_EQ(staging.unchanged(), 1U);
  staging.publish();
  EXPECT_EQ(inode(out_ / "public/a.html"), a);
  EXPECT_NE(inode(out_ / "public/b.html"), b);
}

TEST_F(StagingTest, AdoptedFilesThatAreUnchangedAreLinked) {
  build({{"reports/_packs/a.zip", "same"}, {"reports/_packs/b.zip", "one"}});
  const auto a = inode(out_ / "reports/_packs/a.zip");
  const auto b = inode(out_ / "reports/_packs/b.zip");
  Staging staging(out_);
  std::ofstream(staging.scratch("reports/_packs/a.zip")) << "same";
  std::ofstream(staging.scratch("reports/_packs/b.zip")) << "two";
  staging.adopt("reports/_packs/a.zip");
  staging.adopt("reports/_packs/b.zip");
  EXPECT_EQ(staging.unchanged(), 1U);
  EXPECT_EQ(staging.files().at("reports/_packs/b.zip"), (StagedFile{3, sha256("two")}));
  EXPECT_FALSE(fs::exists(staging.scratch("reports/_packs/a.zip")));
  staging.publish();
  EXPECT_EQ(inode(out_ / "reports/_packs/a.zip"), a);
  EXPECT_NE(inode(out_ / "reports/_packs/b.zip"), b);
}

TEST_F(StagingTest, TakesFilesOverFromTheLiveTree) {
  build({{"reports/a/kpi.xlsx", "one"}, {"reports/a/report.md", "two"}});
  const auto kpi = inode(out_ / "reports/a/kpi.xlsx");
  Staging staging(out_);
  const std::map<std::string, StagedFile> files = {{"reports/a/kpi.xlsx", {3, sha256("one")}},
                                                   {"reports/a/report.md", {3, sha256("two")}}};
  ASSERT_TRUE(staging.live_has(files, 2));
  for (const auto& [path, file] : files) staging.take_over(path, file);
  EXPECT_EQ(staging.files(), files);
  EXPECT_EQ(staging.unchanged(), 2U);
  staging.publish();
  EXPECT_EQ(inode(out_ / "reports/a/kpi.xlsx"), kpi);
  EXPECT_EQ(live("reports/a/report.md"), "two");
}

TEST_F(StagingTest, FilesOfTheLiveTreeThatAreMissingOrAlteredAreNotThere) {
  build({{"reports/a/kpi.xlsx", "one"}});
  fs::create_symlink("kpi.xlsx", out_ / "reports/a/link.xlsx");
  std::ofstream(root_ / "outside.txt") << "one";
  const Staging staging(out_);
  const StagedFile one{3, sha256("one")};
  EXPECT_TRUE(staging.live_has({}, 1));
  EXPECT_TRUE(staging.live_has({{"reports/a/kpi.xlsx", one}}, 1));
  EXPECT_FALSE(staging.live_has({{"reports/a/kpi.xlsx", {3, sha256("two")}}}, 1));
  EXPECT_FALSE(staging.live_has({{"reports/a/kpi.xlsx", {4, sha256("one")}}}, 1));
  EXPECT_FALSE(staging.live_has({{"reports/a/kpi.xlsx", one}, {"reports/a/gone.xlsx", one}}, 1));
  EXPECT_FALSE(staging.live_has({{"reports/a/link.xlsx", one}}, 1));
  EXPECT_FALSE(staging.live_has({{"../outside.txt", one}}, 1));
}

TEST_F(StagingTest, LooseFilesStay) {
  fs::create_directories(out_);
  std::ofstream(out_ / "README.md") << "read me";
  build({{"public/index.html", "one"}});
  EXPECT_EQ(live("README.md"), "read me");
}

TEST_F(StagingTest, RefusesAFolderWithForeignContent) {
  fs::create_directories(out_ / "photos");
  EXPECT_THROW(Staging{out_}, base::Failure);
  EXPECT_TRUE(fs::exists(out_ / "photos"));
}

TEST_F(StagingTest, RefusesAWebFolderThatNoBuildMade) {
  fs::create_directories(out_ / "public");
  std::ofstream(out_ / "public/mine.html") << "mine";
  EXPECT_THROW(Staging{out_}, base::Failure);
  EXPECT_EQ(live("public/mine.html"), "mine");
}

TEST_F(StagingTest, RefusesToReplaceTheRegistry) {
  build({{"reports/a.txt", "x"}});
  const auto registry = out_ / "reports/registry.db";
  std::ofstream(registry) << "data";
  EXPECT_THROW((Staging{out_, {registry}}), base::Failure);
  EXPECT_EQ(live("reports/registry.db"), "data");
}

TEST_F(StagingTest, RefusesALinkInPlaceOfTheFolder) {
  fs::create_directory_symlink(root_ / "nowhere", out_);
  EXPECT_THROW(Staging{out_}, base::Failure);
}

TEST_F(StagingTest, RefusesTwoBuildsAtOnce) {
  const Staging first(out_);
  try {
    const Staging second(out_);
    FAIL() << "second build was let in";
  } catch (const base::Failure& e) {
    EXPECT_THAT(e.what(), HasSubstr("другой запуск"));
  }
}

TEST_F(StagingTest, RefusesPathsThatLeaveTheTreeAndDuplicates) {
  Staging staging(out_);
  for (const auto* path : {"../x", "/x", "a//b", "a/../b", "", ".", "a\\b"}) {
    EXPECT_THROW(staging.write(path, "x"), base::Failure) << path;
  }
  staging.write("public/a", "1");
  EXPECT_THROW(staging.write("public/a", "2"), base::Failure);
}

TEST_F(StagingTest, AdoptsFilesThatALibraryWrote) {
  Staging staging(out_);
  StagingFolder reports(staging, "reports");
  std::ofstream(reports.scratch("a/kpi.xlsx")) << "workbook";
  reports.adopt("a/kpi.xlsx");
  EXPECT_EQ(staging.files().at("reports/a/kpi.xlsx").sha256, sha256("workbook"));
  staging.publish();
  EXPECT_EQ(live("reports/a/kpi.xlsx"), "workbook");
}

TEST(Sha256Test, KnownValue) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace metodaktiv::release
