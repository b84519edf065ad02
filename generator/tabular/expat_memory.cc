#include "tabular/expat_memory.h"

#include <cstddef>
#include <cstdlib>

namespace metodaktiv::tabular {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{48} << 20;

/// Stands before each block and keeps its size.
struct alignas(std::max_align_t) Header {
  std::size_t size;
};

thread_local std::size_t used = 0;

void* allocate(std::size_t size) {
  if (size > kMaxBytes - used) return nullptr;
  auto* header = static_cast<Header*>(std::malloc(sizeof(Header) + size));
  if (header == nullptr) return nullptr;
  header->size = size;
  used += size;
  return header + 1;
}

void release(void* block) {
  if (block == nullptr) return;
  Header* header = static_cast<Header*>(block) - 1;
  used -= header->size;
  std::free(header);
}

void* resize(void* block, std::size_t size) {
  if (block == nullptr) return allocate(size);
  if (size == 0) {
    release(block);
    return nullptr;
  }
  Header* header = static_cast<Header*>(block) - 1;
  const std::size_t others = used - header->size;
  if (size > kMaxBytes - others) return nullptr;
  auto* moved = static_cast<Header*>(std::realloc(header, sizeof(Header) + size));
  if (moved == nullptr) return nullptr;
  moved->size = size;
  used = others + size;
  return moved + 1;
}

}  // namespace

const XML_Memory_Handling_Suite& bounded_expat_memory() {
  static constexpr XML_Memory_Handling_Suite kSuite = {allocate, resize, release};
  return kSuite;
}

}  // namespace metodaktiv::tabular
