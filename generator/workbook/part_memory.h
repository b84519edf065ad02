#pragma once

#include <string>

namespace metodaktiv::workbook {

/// A file in memory for a library that wants a name to open. A write to a disk may fail, and
/// libxlsxwriter does not look at all of them: a full disk would leave a whole-looking workbook
/// with a hole in it. So nothing of it touches a disk before its bytes are complete; the parts of
/// the workbook, for which the library asks lxw_tmpfile(), stay in memory too.
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  /// What to open it by, within this process.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string bytes() const;

 private:
  int descriptor_;
  std::string name_;
};

}  // namespace metodaktiv::workbook
