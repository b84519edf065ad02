// replay_findings FOLDER: gives the harnesses every file of FOLDER/<harness>/, which they once
// broke on or learned from. A promise that no longer holds aborts and leaves the file's name
// behind.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

using Harness = int (*)(const std::uint8_t*, std::size_t);

extern "C" {
int csv_fuzz(const std::uint8_t*, std::size_t);
int front_matter_fuzz(const std::uint8_t*, std::size_t);
int markdown_fuzz(const std::uint8_t*, std::size_t);
int path_fuzz(const std::uint8_t*, std::size_t);
int profile_fuzz(const std::uint8_t*, std::size_t);
int template_fuzz(const std::uint8_t*, std::size_t);
int toml_fuzz(const std::uint8_t*, std::size_t);
int xlsx_fuzz(const std::uint8_t*, std::size_t);
}

namespace {

namespace fs = std::filesystem;

const std::map<std::string, Harness> kHarnesses = {
    {"csv", csv_fuzz},           {"front_matter", front_matter_fuzz},
    {"markdown", markdown_fuzz}, {"path", path_fuzz},
    {"profile", profile_fuzz},   {"template", template_fuzz},
    {"toml", toml_fuzz},         {"xlsx", xlsx_fuzz}};

std::vector<std::uint8_t> bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "replay_findings FOLDER\n");
    return 2;
  }
  int count = 0;
  std::set<fs::path> folders(fs::directory_iterator(argv[1]), fs::directory_iterator{});
  for (const auto& folder : folders) {
    const auto harness = kHarnesses.find(folder.filename().string());
    if (harness == kHarnesses.end()) {
      std::fprintf(stderr, "no harness for %s\n", folder.c_str());
      return 1;
    }
    std::set<fs::path> files(fs::directory_iterator(folder), fs::directory_iterator{});
    for (const auto& file : files) {
      std::fprintf(stderr, "%s\n", file.c_str());
      const auto bytes = bytes_of(file);
      harness->second(bytes.data(), bytes.size());
      ++count;
    }
  }
  std::fprintf(stderr, "%d files\n", count);
  return count == 0 ? 1 : 0;
}
