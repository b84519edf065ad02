#include "workbook/part_memory.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::workbook {
namespace {

struct Part {
  std::string bytes;
  std::size_t place = 0;
};

ssize_t read_part(void* cookie, char* target, std::size_t size) {
  auto& part = *static_cast<Part*>(cookie);
  if (part.place >= part.bytes.size()) return 0;
  const std::size_t count = std::min(size, part.bytes.size() - part.place);
  std::memcpy(target, part.bytes.data() + part.place, count);
  part.place += count;
  return static_cast<ssize_t>(count);
}

ssize_t write_part(void* cookie, const char* bytes, std::size_t size) {
  auto& part = *static_cast<Part*>(cookie);
  if (part.bytes.size() < part.place + size) part.bytes.resize(part.place + size);
  std::memcpy(part.bytes.data() + part.place, bytes, size);
  part.place += size;
  return static_cast<ssize_t>(size);
}

int seek_part(void* cookie, off64_t* offset, int from) {
  auto& part = *static_cast<Part*>(cookie);
  off64_t place = *offset;
  if (from == SEEK_CUR) place += static_cast<off64_t>(part.place);
  if (from == SEEK_END) place += static_cast<off64_t>(part.bytes.size());
  if (place < 0) return -1;
  part.place = static_cast<std::size_t>(place);
  *offset = place;
  return 0;
}

int close_part(void* cookie) {
  delete static_cast<Part*>(cookie);
  return 0;
}

}  // namespace

MemoryFile::MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {
  if (descriptor_ < 0) {
    throw base::Failure(
        fmt::format("Не удалось завести файл в памяти: {}.", base::system_error_text(errno)));
  }
  name_ = fmt::format("/proc/self/fd/{}", descriptor_);
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

std::string MemoryFile::bytes() const { return base::read_file(name_); }

}  // namespace metodaktiv::workbook

/// Takes the place of the library's own function of this name, which makes a file on the disk. Its
/// header is not included: the library's versions differ in the `const` of the parameter.
extern "C" FILE* lxw_tmpfile(const char* /*folder*/) {
  using namespace metodaktiv::workbook;
  auto* part = new (std::nothrow) Part;
  if (part == nullptr) return nullptr;
  FILE* stream = ::fopencookie(
      part, "w+", {.read = read_part, .write = write_part, .seek = seek_part, .close = close_part});
  if (stream == nullptr) delete part;
  return stream;
}
