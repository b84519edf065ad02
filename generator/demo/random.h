#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace metodaktiv::demo {

/// A small generator of its own (splitmix64), so that a seed gives the same region with every
/// compiler: the standard distributions are not portable. Each purpose and municipality has a
/// stream of its own, so a change in one table does not shift the others.
class Random {
 public:
  Random(std::uint64_t seed, std::string_view purpose, std::string_view subject = {});

  std::uint64_t next();
  /// 0 … bound-1; 0 for an empty range.
  std::size_t below(std::size_t bound);
  int between(int low, int high);  ///< both ends included
  double unit();                   ///< [0, 1)
  double between(double low, double high);
  bool chance(double share);  ///< share 0…1
  bool percent(double share) { return chance(share / 100.0); }
  /// Roughly normal, mean 0, deviation 1, within ±3.
  double spread();

  /// One of the items; they must not be empty.
  template <typename Items>
  const auto& pick(const Items& items) {
    return items[below(items.size())];
  }
  /// Index drawn by weight; weights that are all zero give 0.
  std::size_t weighted(const std::vector<double>& weights);

  template <typename Items>
  void shuffle(Items& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace metodaktiv::demo
