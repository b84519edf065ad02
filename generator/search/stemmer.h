#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace metodaktiv::search {

/// The Russian Snowball stemmer; words that are not а–я alone, and words of which less than two
/// letters would be left, stay as they are. Not for several threads at once.
class Stemmer {
 public:
  Stemmer();
  /// `word` is one of words_of().
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace metodaktiv::search
