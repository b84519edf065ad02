#pragma once

#include <string>
#include <vector>

#include "reports/context.h"

namespace metodaktiv::reports {

/// One indicator of a place with what happened to it.
struct Reading {
  const config::IndicatorDefinition* indicator = nullptr;
  const indicators::Figure* now = nullptr;
  const indicators::Figure* before = nullptr;
  Change moved;
};

/// What the analytical texts say about the figures of one place, worked out by rules.
struct PlaceFindings {
  std::vector<Reading> all;          ///< profile order
  std::vector<Reading> grown;        ///< shares that grew, most first
  std::vector<Reading> fallen;       ///< shares that fell, most first
  std::vector<Reading> other_moves;  ///< ratios, counts and presence that changed, profile order
  /// Built up over a school year that still runs: no comparison with a full one. In none of the
  /// lists above.
  std::vector<Reading> accumulating;
  std::vector<Reading> missed;  ///< targets missed: presence first, then the farthest share first
  std::vector<Reading> no_data;
  int met = 0, not_met = 0;
};

PlaceFindings findings_of(const ReportContext& context, const indicators::Place& place);

/// «„Название“ — 82,4 % (год назад 75,1 %, +7,3 п. п.): 412 из 500».
std::string movement_sentence(const Reading& reading);
/// «„Название“ — 12,5 % (за весь прошлый год — 61,9 %)».
std::string accumulating_sentence(const Reading& reading);
/// «412 из 500»; empty for presence and counts without a denominator.
std::string counted_out_of(const indicators::Figure& figure);
}  // namespace metodaktiv::reports
