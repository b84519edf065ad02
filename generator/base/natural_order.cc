#include "base/natural_order.h"

#include <string>

#include "base/text.h"

namespace metodaktiv::base {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits from `from` on, leading zeros left out; `from` moves behind them.
std::string_view number_at(std::string_view text, std::size_t& from) {
  std::size_t end = from;
  while (end < text.size() && is_digit(text[end])) ++end;
  while (from + 1 < end && text[from] == '0') ++from;
  const auto digits = text.substr(from, end - from);
  from = end;
  return digits;
}

/// Below, above or equal to 0 like std::string_view::compare.
int compare(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto x = number_at(a, i), y = number_at(b, j);
      if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
      if (const int order = x.compare(y); order != 0) return order;
    } else if (a[i] != b[j]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
    } else {
      ++i;
      ++j;
    }
  }
  return static_cast<int>(i < a.size()) - static_cast<int>(j < b.size());
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
  const int order = compare(folded(a), folded(b));
  return order != 0 ? order < 0 : a < b;
}

}  // namespace metodaktiv::base
