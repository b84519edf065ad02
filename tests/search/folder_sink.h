#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "base/error.h"
#include "base/file_sink.h"

/// Files in a folder, as they come.
class FolderSink final : public metodaktiv::base::FileSink {
 public:
  explicit FolderSink(std::filesystem::path folder) : folder_(std::move(folder)) {}
  void write(std::string_view path, std::string_view bytes) override {
    const auto file = folder_ / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }
  std::filesystem::path scratch(std::string_view) override {
    throw metodaktiv::base::Failure("FolderSink: no scratch files");
  }
  void adopt(std::string_view) override {}

 private:
  std::filesystem::path folder_;
};

/// Files in memory.
class MapSink final : public metodaktiv::base::FileSink {
 public:
  void write(std::string_view path, std::string_view bytes) override {
    files.emplace(std::string(path), std::string(bytes));
  }
  std::filesystem::path scratch(std::string_view) override {
    throw metodaktiv::base::Failure("MapSink: no scratch files");
  }
  void adopt(std::string_view) override {}

  std::map<std::string, std::string> files;
};
