#include "search/index.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/error.h"
#include "base/text.h"
#include "search/columns.h"
#include "search/inverted_index.h"
#include "search/script_text.h"
#include "search/scripts.h"
#include "search/words.h"

namespace metodaktiv::search {
namespace {

// Bytes before compression: what a query loads for one word, one hit, one misspelt word.
constexpr std::size_t kTermShard = 8 * 1024;
constexpr std::size_t kDocumentShard = 8 * 1024;
constexpr std::size_t kSpellingShard = 6 * 1024;

/// Numbers the documents.
void sort_documents(Collection& collection) {
  std::map<std::string_view, std::size_t> places;
  for (const auto& kind : collection.kinds) places.emplace(kind.key, places.size());
  auto& documents = collection.documents;
  std::sort(documents.begin(), documents.end(), [&](const Document& a, const Document& b) {
    return std::tuple(places[a.kind], std::string_view(a.order), std::string_view(a.url)) <
           std::tuple(places[b.kind], std::string_view(b.order), std::string_view(b.url));
  });
  std::set<std::string_view> urls;
  for (const auto& document : documents) {
    if (urls.insert(document.url).second) continue;
    throw base::Failure(
        fmt::format("Поисковый указатель: адрес {} стоит дважды. Это ошибка программы; сообщите о "
                    "ней разработчику.",
                    document.url));
  }
}

std::string kept_text(const Document& document) {
  std::size_t bytes = 0;
  std::size_t letters = 0;
  const auto& text = document.body;
  while (bytes < text.size() && letters < document.kept) {
    ++bytes;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
    ++letters;
  }
  if (bytes < text.size()) {
    const auto space = text.find_last_of(" \n", bytes);
    if (space != std::string::npos && space > bytes / 2) bytes = space;
  }
  return text.substr(0, bytes);
}

/// [url, title, facts, text] without empty ends.
std::string document_row(const Document& document) {
  std::vector<std::string> parts = {document.url, document.title, document.facts,
                                    kept_text(document)};
  while (parts.back().empty() && parts.size() > 2) parts.pop_back();
  std::string row = "[";
  for (const auto& part : parts) {
    if (row.size() > 1) row += ',';
    append_literal(row, part);
  }
  return row + "]";
}

/// Returns the numbers of documents of all shards.
std::string add_documents(const std::vector<Document>& documents, Scripts& scripts) {
  std::string counts;
  std::string rows;
  std::uint32_t count = 0;
  std::size_t shard = 0;
  const auto close = [&] {
    if (count == 0) return;
    scripts.add(fmt::format("d{}", shard++), "[" + rows + "]");
    append_number(counts, count);
    rows.clear();
    count = 0;
  };
  for (const auto& document : documents) {
    const auto row = document_row(document);
    if (rows.size() + row.size() > kDocumentShard) close();
    if (count++ > 0) rows += ',';
    rows += row;
  }
  close();
  return counts;
}

std::string add_terms(const InvertedIndex& index, Scripts& scripts) {
  SortedShards shards(scripts, "t", kTermShard);
  for (const auto& [key, term] : index) {
    std::string documents;
    std::string impacts;
    std::uint32_t next = 0;
    for (const auto& posting : term.postings) {
      append_number(documents, posting.document - next);
      next = posting.document + 1;
      impacts += kDigits[posting.impact];
    }
    shards.add(key, "", documents + " " + impacts);
  }
  return shards.finish();
}

std::string reversed(std::string_view word) {
  std::string result;
  for (std::size_t end = word.size(); end > 0;) {
    auto begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0) == 0x80) --begin;
    result += word.substr(begin, end - begin);
    end = begin;
  }
  return result;
}

/// What stands beside a stem in the lists for misspelt words: the word's ending, how often it is.
std::string spelling(const std::string& stem, const Term& term) {
  constexpr std::size_t kMost = 1023;
  std::string text = "," + term.word.substr(std::min(stem.size(), term.word.size()));
  if (!term.word.starts_with(stem)) text = ",";
  text += ',';
  append_number(text, static_cast<std::uint32_t>(std::min(term.postings.size(), kMost)));
  return text;
}

/// The same list by the beginning ("h") and by the end ("e") of the stem: a word with one mistake
/// has either of them right.
std::pair<std::string, std::string> add_spellings(const InvertedIndex& index, Scripts& scripts) {
  constexpr std::size_t kShortest = 3;
  SortedShards heads(scripts, "h", kSpellingShard);
  std::map<std::string, std::string> by_end;
  for (const auto& [stem, term] : index) {
    if (term.word.empty() || base::length_utf8(stem) < kShortest) continue;
    const auto text = spelling(stem, term);
    heads.add(stem, text, "");
    by_end.emplace(reversed(stem), text);
  }
  SortedShards ends(scripts, "e", kSpellingShard);
  for (const auto& [stem, text] : by_end) ends.add(stem, text, "");
  return {heads.finish(), ends.finish()};
}

std::string titles(const std::vector<FacetValue>& values) {
  std::string out = "[";
  for (const auto& value : values) {
    if (out.size() > 1) out += ',';
    out += "[" + literal(value.value) + "," + literal(value.title) + "]";
  }
  return out + "]";
}

/// Writes the columns; returns what core.js says of them.
std::string add_columns(const std::vector<Column>& columns, Scripts& scripts) {
  std::string out = "[";
  for (const auto& column : columns) {
    std::size_t width = 1;
    for (auto sets = kDigits.size(); sets < column.sets.size(); sets *= kDigits.size()) ++width;
    std::string text;
    for (const auto document : column.documents) {
      for (std::size_t i = width; i-- > 0;) text += kDigits[document >> (6 * i) & 63];
    }
    scripts.add("f-" + column.key, literal(text));
    if (out.size() > 1) out += ',';
    out += "[" + literal(column.key) + "," + titles(column.values) + "," + std::to_string(width);
    out += ",[";
    bool first = true;
    for (const auto& set : column.sets) {
      out += first ? "[" : ",[";
      out += fmt::format("{}]", fmt::join(set, ","));
      first = false;
    }
    out += "]]";
  }
  return out + "]";
}

}  // namespace

IndexSummary write_index(Collection collection, unsigned jobs, base::FileSink& sink) {
  sort_documents(collection);
  const auto index = inverted_index(collection.documents, jobs);
  Scripts scripts;
  const auto documents = add_documents(collection.documents, scripts);
  const auto terms = add_terms(index, scripts);
  const auto [heads, ends] = add_spellings(index, scripts);
  const auto columns = add_columns(columns_of(collection), scripts);
  std::vector<FacetValue> kinds;
  for (const auto& kind : collection.kinds) kinds.push_back({kind.key, kind.one});
  std::string stop;
  for (const auto word : stop_words()) {
    if (!stop.empty()) stop += ' ';
    stop += word;
  }
  scripts.add("core",
              fmt::format("{{\"documents\":{},\"kinds\":{},\"facets\":{},\"shards\":{},"
                          "\"terms\":{},\"heads\":{},\"ends\":{},\"stop\":{}}}",
                          collection.documents.size(), titles(kinds), columns, literal(documents),
                          literal(terms), literal(heads), literal(ends), literal(stop)));
  IndexSummary summary;
  summary.documents = collection.documents.size();
  summary.terms = index.size();
  summary.files = scripts.count();
  summary.bytes = scripts.write(sink);
  return summary;
}

}  // namespace metodaktiv::search
