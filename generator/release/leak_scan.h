#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/finding.h"

namespace metodaktiv::release {

/// Looks for personal values in files that are about to become public (docs/outputs.md, "The
/// gate").
///
/// Names are compared word by word: case and ё/е do not matter, nor what short text stands between
/// the words (spaces, entities, tags, the borders of database columns), nor whether the surname
/// comes first or last. Only hashes are kept, so that the names of a whole country fit into memory.
class LeakScanner {
 public:
  /// A person's name, surname first («Иванова Анна Петровна»), or a list of them separated by ','
  /// or ';'.
  void forbid_name(std::string_view name, std::string_view origin);
  void allow_name(std::string_view name);
  void forbid_email(std::string_view email, std::string_view origin);
  void allow_email(std::string_view email);

  /// Tables whose values stand in these bytes; empty when there are none.
  [[nodiscard]] std::vector<std::string> scan(std::string_view bytes) const;

  /// Scans files under `root`; a finding per file and origin. The value itself is not repeated in
  /// the message.
  [[nodiscard]] base::Findings scan_files(const std::filesystem::path& root,
                                          const std::vector<std::string>& paths,
                                          unsigned jobs) const;

 private:
  std::uint16_t origin_index(std::string_view origin);
  std::vector<std::string> origins_;
  std::unordered_map<std::uint64_t, std::uint16_t> names_;  ///< hash of the words → origin
  std::unordered_set<std::uint64_t> allowed_names_;
  std::unordered_set<std::uint64_t> first_words_, allowed_first_words_;  ///< a quick filter
  std::unordered_map<std::uint64_t, std::uint16_t> emails_;
  std::unordered_set<std::uint64_t> allowed_emails_;
};

}  // namespace metodaktiv::release
