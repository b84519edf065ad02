#include "search/scripts.h"

#include <fmt/format.h>

#include <cstdint>

namespace metodaktiv::search {
namespace {

std::uint64_t hashed(std::string_view text, std::uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

/// The beginning of `next` that is greater than `last`, in whole letters.
std::string_view border(std::string_view last, std::string_view next) {
  std::size_t bytes = 0;
  while (bytes < last.size() && bytes < next.size() && last[bytes] == next[bytes]) ++bytes;
  ++bytes;
  while (bytes < next.size() && (static_cast<unsigned char>(next[bytes]) & 0xC0) == 0x80) ++bytes;
  return next.substr(0, bytes);
}

}  // namespace

void Scripts::add(std::string name, std::string arguments) {
  scripts_.emplace(std::move(name), std::move(arguments));
}

std::size_t Scripts::write(base::FileSink& sink) const {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const auto& [name, arguments] : scripts_) {
    hash = hashed(arguments, hashed("\n", hashed(name, hash)));
  }
  const auto stamp = fmt::format("{:012x}", hash >> 16);
  std::size_t bytes = 0;
  for (const auto& [name, arguments] : scripts_) {
    const auto text =
        fmt::format("metodaktivSearchData(\"{}\",\"{}\",{})\n", name, stamp, arguments);
    sink.write(fmt::format("search/{}.js", name), text);
    bytes += text.size();
  }
  return bytes;
}

void SortedShards::add(std::string_view key, std::string_view head, std::string_view tail) {
  const auto size = keys_.size() + tails_.size() + key.size() + head.size() + tail.size();
  if (!keys_.empty() && size > bytes_) close();
  if (keys_.empty() && count_ > 0) {
    if (!borders_.empty()) borders_ += ' ';
    borders_ += border(last_, key);
  }
  keys_ += coder_.next(key);
  keys_ += head;
  if (!tails_.empty()) tails_ += ' ';
  tails_ += tail;
  last_ = key;
}

std::string SortedShards::finish() {
  if (!keys_.empty() || count_ == 0) close();
  return std::move(borders_);
}

void SortedShards::close() {
  auto arguments = literal(keys_);
  arguments += "," + literal(tails_);
  scripts_.add(fmt::format("{}{}", prefix_, count_++), std::move(arguments));
  keys_.clear();
  tails_.clear();
  coder_ = {};
}

}  // namespace metodaktiv::search
