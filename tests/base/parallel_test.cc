#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace metodaktiv::base {
namespace {

TEST(Parallel, CallsEveryIndexOnce) {
  for (const unsigned jobs : {0U, 1U, 3U, 64U}) {
    std::vector<std::atomic<int>> calls(50);
    parallel_for(calls.size(), jobs, [&](std::size_t i) { ++calls[i]; });
    for (const auto& count : calls) EXPECT_EQ(count, 1);
  }
  parallel_for(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Parallel, RethrowsTheFailureWithTheLowestIndex) {
  for (int round = 0; round < 50; ++round) {
    std::string message;
    try {
      parallel_for(40, 8, [](std::size_t i) {
        if (i % 10 == 7) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& error) {
      message = error.what();
    }
    EXPECT_EQ(message, "7");
  }
}

}  // namespace
}  // namespace metodaktiv::base
