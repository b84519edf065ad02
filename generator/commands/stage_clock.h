#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::commands {

/// Notes what each stage of a build cost: wall time, CPU time of all threads, peak memory so far.
/// Printed with
/// --timings only; never written to a file of the build.
class StageClock {
 public:
  StageClock();
  /// Closes the stage that ran since the last call.
  void stage(std::string_view name);
  /// A table, one line per stage.
  [[nodiscard]] std::string report() const;

 private:
  struct Stage {
    std::string name;
    double wall, cpu;
    long peak_kib;
  };
  std::chrono::steady_clock::time_point wall_;
  double cpu_ = 0;
  std::vector<Stage> stages_;
};

}  // namespace metodaktiv::commands
