#include "demo/random.h"

namespace metodaktiv::demo {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3ULL;
  }
  return (hash ^ 0xFFU) * 0x100000001B3ULL;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view purpose, std::string_view subject)
    : state_(
          mixed(mixed(0xCBF29CE484222325ULL ^ (seed * 0x9E3779B97F4A7C15ULL), purpose), subject)) {
  next();
}

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

std::size_t Random::below(std::size_t bound) {
  return static_cast<std::size_t>(((next() >> 32U) * static_cast<std::uint64_t>(bound)) >> 32U);
}

int Random::between(int low, int high) {
  if (high <= low) return low;
  return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
}

double Random::unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

double Random::between(double low, double high) { return low + unit() * (high - low); }

bool Random::chance(double share) { return unit() < share; }

double Random::spread() {
  double sum = 0;
  for (int i = 0; i < 6; ++i) sum += unit();
  return (sum - 3.0) * 1.414;
}

std::size_t Random::weighted(const std::vector<double>& weights) {
  double total = 0;
  for (const double weight : weights) total += weight;
  double point = unit() * total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    point -= weights[i];
    if (point < 0) return i;
  }
  return 0;
}

}  // namespace metodaktiv::demo
