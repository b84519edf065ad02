#include "reports/findings_of_place.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::reports {
namespace {

using config::Unit;
using indicators::Figure;
using indicators::Status;

bool by_size(const Reading& a, const Reading& b) {
  return std::abs(*a.moved.delta) > std::abs(*b.moved.delta);
}

std::string direction_note(const Reading& reading) {
  if (reading.moved.mood == Mood::kNeutral) return {};
  return reading.moved.mood == Mood::kGood ? ", ближе к цели" : ", дальше от цели";
}

}  // namespace

PlaceFindings findings_of(const ReportContext& context, const indicators::Place& place) {
  PlaceFindings findings;
  for (const auto* indicator : context.indicators_of(place)) {
    Reading reading;
    reading.indicator = indicator;
    reading.now = context.now(*indicator, place);
    reading.before = context.before(*indicator, place);
    reading.moved = change(reading.now, reading.before);
    if (context.still_accumulates(*indicator)) reading.moved.mood = Mood::kNeutral;
    findings.all.push_back(reading);
    findings.met += reading.now->status == Status::kMet;
    findings.not_met += reading.now->status == Status::kNotMet;
    if (reading.now->status == Status::kNotMet) findings.missed.push_back(reading);
    if (!reading.now->scaled(2)) findings.no_data.push_back(reading);
    if (context.still_accumulates(*indicator)) {
      if (reading.now->scaled(2) && reading.before && reading.before->scaled(2)) {
        findings.accumulating.push_back(reading);
      }
      continue;
    }
    const auto delta = reading.moved.delta.value_or(0);
    if (delta == 0) continue;
    if (reading.now->unit != Unit::kPercent) {
      findings.other_moves.push_back(reading);
    } else {
      (delta > 0 ? findings.grown : findings.fallen).push_back(reading);
    }
  }
  std::stable_sort(findings.grown.begin(), findings.grown.end(), by_size);
  std::stable_sort(findings.fallen.begin(), findings.fallen.end(), by_size);
  const auto rank = [](const Reading& r) { return r.now->unit == Unit::kPercent ? 1 : 0; };
  std::stable_sort(findings.missed.begin(), findings.missed.end(),
                   [&](const Reading& a, const Reading& b) {
                     if (rank(a) != rank(b)) return rank(a) < rank(b);
                     return rank(a) == 1 && distance_to_target(*a.now) > distance_to_target(*b.now);
                   });
  return findings;
}

std::string counted_out_of(const Figure& figure) {
  if (figure.unit == Unit::kPresence || !figure.numerator || !figure.denominator) return {};
  return fmt::format("{} из\u00A0{}", base::plain_russian(*figure.numerator),
                     base::plain_russian(*figure.denominator));
}

std::string movement_sentence(const Reading& reading) {
  const auto& [indicator, now, before, moved] = reading;
  std::string text = fmt::format("«{}» — {} (год назад {}; {}{})", indicator->title, now->shown(),
                                 before->shown(), shown(moved, now->unit), direction_note(reading));
  if (now->unit == Unit::kPercent) text += fmt::format(": {}", counted_out_of(*now));
  return text + ".";
}

std::string accumulating_sentence(const Reading& reading) {
  return fmt::format("«{}» — {} (за весь прошлый год — {})", reading.indicator->title,
                     reading.now->shown(), reading.before->shown());
}

}  // namespace metodaktiv::reports
