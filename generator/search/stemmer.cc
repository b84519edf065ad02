#include "search/stemmer.h"

#include <libstemmer.h>

#include "base/error.h"
#include "search/words.h"

namespace metodaktiv::search {

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("russian", "UTF_8")) {
  if (!stemmer_) {
    throw base::Failure(
        "Библиотека libstemmer не знает русского языка. Поставьте пакет libstemmer0d заново.");
  }
}

std::string Stemmer::stem(std::string_view word) const {
  constexpr std::size_t kShortest = 2 * 2;  // letters of two bytes: «ИОМ» is not a form of «и»
  if (!is_russian(word)) return std::string(word);
  const std::basic_string<sb_symbol> symbols(word.begin(), word.end());
  const auto* stem =
      sb_stemmer_stem(stemmer_.get(), symbols.data(), static_cast<int>(symbols.size()));
  if (stem == nullptr) throw base::Failure("Не хватило памяти, чтобы найти основу слова.");
  const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
  return length < kShortest ? std::string(word) : std::string(stem, stem + length);
}

}  // namespace metodaktiv::search
