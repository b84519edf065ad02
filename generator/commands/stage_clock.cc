#include "commands/stage_clock.h"

#include <fmt/format.h>
#include <sys/resource.h>

namespace metodaktiv::commands {
namespace {

double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
}

rusage usage() {
  rusage result{};
  getrusage(RUSAGE_SELF, &result);
  return result;
}

double cpu_seconds() {
  const auto u = usage();
  return seconds(u.ru_utime) + seconds(u.ru_stime);
}

}  // namespace

StageClock::StageClock() : wall_(std::chrono::steady_clock::now()), cpu_(cpu_seconds()) {}

void StageClock::stage(std::string_view name) {
  const auto now = std::chrono::steady_clock::now();
  const double cpu = cpu_seconds();
  stages_.push_back({std::string(name), std::chrono::duration<double>(now - wall_).count(),
                     cpu - cpu_, usage().ru_maxrss});
  wall_ = now;
  cpu_ = cpu;
}

std::string StageClock::report() const {
  std::string text = "этап                  время, с   процессор, с   пик памяти, МБ\n";
  for (const auto& s : stages_) {
    std::string name = s.name;
    std::size_t width = 0;
    for (const char c : name) width += (static_cast<unsigned char>(c) >> 6) != 2;
    name.append(width < 20 ? 20 - width : 0, ' ');
    text +=
        fmt::format("{}  {:>8.2f}   {:>12.2f}   {:>14}\n", name, s.wall, s.cpu, s.peak_kib / 1024);
  }
  return text;
}

}  // namespace metodaktiv::commands
