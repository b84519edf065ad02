// The word list that pins the index to its client: tests/search_client/word_list.mjs reads it too.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "search/stemmer.h"
#include "search/words.h"

namespace metodaktiv::search {
namespace {

TEST(WordList, EveryTextHasItsWordsStemsAndFoldedStems) {
  const Stemmer stemmer;
  const auto list = base::read_file(METODAKTIV_PROJECT_DIR "/tests/search/word_list.tsv");
  std::size_t rows = 0;
  for (const auto& row : base::split(list, '\n')) {
    if (row.empty()) continue;
    const auto cells = base::split(row, '\t');
    ASSERT_EQ(cells.size(), 4U) << row;
    std::vector<std::string> stems, folded;
    const auto words = words_of(cells[0]);
    for (const auto& word : words) {
      stems.push_back(stemmer.stem(word));
      folded.push_back(folded_stem(stems.back()));
    }
    EXPECT_EQ(base::join(words, " "), cells[1]) << row;
    EXPECT_EQ(base::join(stems, " "), cells[2]) << row;
    EXPECT_EQ(base::join(folded, " "), cells[3]) << row;
    ++rows;
  }
  EXPECT_GE(rows, 1000U);
}

}  // namespace
}  // namespace metodaktiv::search
