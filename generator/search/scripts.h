#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_sink.h"
#include "search/script_text.h"

namespace metodaktiv::search {

/// The scripts of an index before they are written: a name and the arguments of the call that hands
/// them to the engine.
class Scripts {
 public:
  /// `arguments`: JavaScript literals separated by commas.
  void add(std::string name, std::string arguments);
  /// Writes search/<name>.js. Every script carries a checksum of all of them, so that the engine
  /// notices when a browser's cache mixes two builds. Returns the bytes written.
  std::size_t write(base::FileSink& sink) const;
  [[nodiscard]] std::size_t count() const { return scripts_.size(); }

 private:
  std::map<std::string, std::string> scripts_;
};

/// A sorted list in shards of bounded size: "<prefix>0", "<prefix>1", … The client finds the shard
/// of an entry by the first entries alone.
class SortedShards {
 public:
  SortedShards(Scripts& scripts, std::string prefix, std::size_t bytes)
      : scripts_(scripts), prefix_(std::move(prefix)), bytes_(bytes) {}

  /// Entries come in the order of `key`, each once. `head` stands beside the key in the shard's
  /// first list, `tail` in its second; neither may hold a space.
  void add(std::string_view key, std::string_view head, std::string_view tail);
  /// The shortest texts that tell the shards apart, separated by spaces; the first shard's is left
  /// out. There is at least one shard. Nothing can be added any more.
  std::string finish();

 private:
  void close();

  Scripts& scripts_;
  std::string prefix_;
  std::size_t bytes_;
  std::size_t count_ = 0;
  FrontCoder coder_;
  std::string keys_, tails_, last_, borders_;
};

}  // namespace metodaktiv::search
