#include "demo/municipality_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "demo/random.h"

namespace metodaktiv::demo {

std::vector<Municipality> plan_municipalities(const config::RegionProfile& profile,
                                              const RegionSettings& settings, double scale,
                                              std::uint64_t seed) {
  double total = 0;
  for (const auto& entry : profile.municipalities) total += settings.weight(entry.code);
  const double people_scale = std::min(scale, 1.0);
  const auto wanted = static_cast<std::size_t>(
      std::lround(std::max(1.0, scale) * static_cast<double>(profile.municipalities.size())));

  std::vector<Municipality> plan;
  plan.reserve(wanted);
  for (std::size_t i = 0; i < wanted && !profile.municipalities.empty(); ++i) {
    const auto& entry = profile.municipalities[i % profile.municipalities.size()];
    const std::size_t copy = i / profile.municipalities.size();
    Municipality m;
    m.code = copy == 0 ? entry.code : fmt::format("{}-{}", entry.code, copy + 1);
    const auto numbered = [&](const std::string& text) {
      return copy == 0 ? text : fmt::format("{} ({})", text, copy + 1);
    };
    m.name = numbered(entry.name);
    m.genitive = numbered(entry.name_genitive.empty() ? entry.name : entry.name_genitive);
    m.kind = entry.kind;
    m.territory = entry.territory;
    const double share = settings.weight(entry.code) / total;
    Random random(seed, "municipality", m.code);
    m.quality = random.unit();
    m.rural = random.chance(0.35);
    m.planned_teachers = static_cast<std::size_t>(
        std::max(1.0, share * settings.teachers * people_scale * random.between(0.95, 1.05) + 0.5));
    m.practices_share = share * people_scale * random.between(0.6, 1.4);
    plan.push_back(std::move(m));
  }
  return plan;
}

}  // namespace metodaktiv::demo
