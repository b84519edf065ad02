#pragma once

#include "reports/findings_of_place.h"
#include "reports/markdown.h"

namespace metodaktiv::reports {

/// What grew and what fell most among the shares, in one sentence; empty when nothing moved.
/// Moves of less than a percentage point and of shares of a few are passed over.
std::string movement_words(const ReportContext& context, const PlaceFindings& findings);

/// Sections that the texts of a municipality and of the region share.
void write_changes(Markdown& text, const ReportContext& context, const PlaceFindings& findings);
void write_missed_targets(Markdown& text, const ReportContext& context,
                          const indicators::Place& place, const PlaceFindings& findings);
void write_indicator_tables(Markdown& text, const ReportContext& context,
                            const indicators::Place& place);
/// Subjects whose methodists are fewer than recommended; a sentence when there are none.
void write_shortage(Markdown& text, const ReportContext& context, const indicators::Form1* form);

/// First lines of a text: title, as-of date, what it is made from, whether the year is complete.
void write_front(Markdown& text, const ReportContext& context, const std::string& title,
                 const std::string& subtitle);

/// Why nothing is compared with a target: there are none, or there are no data.
std::string no_targets_sentence(const ReportContext& context, const indicators::Place& place);
/// Whether any target is meant for municipalities.
bool municipalities_have_targets(const ReportContext& context);
/// What is said instead of next steps: what the region asks for is all right.
std::string nothing_to_do(const ReportContext& context);

/// The step, and behind it the paragraph it follows from, when that is known.
std::string with_source(const std::string& step, const std::string& source);

/// Subjects of form 1 where actual < recommended, with the number missing.
std::vector<std::pair<const indicators::Form1Row*, long long>> shortages(
    const indicators::Form1* form);

}  // namespace metodaktiv::reports
