#pragma once

#include <string>
#include <string_view>

/// Addresses of the pages, relative to the site's root: the only place that spells them.
namespace metodaktiv::site::paths {

inline constexpr std::string_view kHome = "index.html";
inline constexpr std::string_view kNotFound = "404.html";
inline constexpr std::string_view kAsset = "asset/index.html";
inline constexpr std::string_view kRoster = "asset/roster.html";
/// Search over everything.
inline constexpr std::string_view kSearch = "search.html";
inline constexpr std::string_view kForm1 = "asset/form-1.html";
inline constexpr std::string_view kAssignment = "asset/assignment.html";
inline constexpr std::string_view kSystem = "system/index.html";
inline constexpr std::string_view kIndicators = "indicators/index.html";
inline constexpr std::string_view kMunicipalities = "municipalities/index.html";
inline constexpr std::string_view kPractices = "practices/index.html";
inline constexpr std::string_view kStandard = "standard/index.html";
inline constexpr std::string_view kCalendar = "standard/calendar.html";
inline constexpr std::string_view kEvents = "events/index.html";
inline constexpr std::string_view kStandardAbout = "standard/about.html";
inline constexpr std::string_view kDocuments = "documents.html";
inline constexpr std::string_view kNews = "news/index.html";
/// What the latest publications changed.
inline constexpr std::string_view kChanges = "changes.html";
inline constexpr std::string_view kOpenData = "about-data.html";
inline constexpr std::string_view kFormsHelp = "help/forms.html";
/// Name of the editorial text that stands on kFormsHelp.
inline constexpr std::string_view kFormsHelpText = "help/forms";

/// A part of the roster by alphabet, counted from 1; the "_" keeps it apart from a subject's page.
std::string roster_part(std::size_t number);
std::string roster_of_subject(std::string_view subject);
std::string methodist(std::string_view code);
/// Form 2 of a municipality; long ones have further pages, counted from 1.
std::string assignment_of(std::string_view municipality, std::size_t number = 1);
std::string indicator(std::string_view id);
/// The municipality's row of the indicator's ranking: its number's passport.
std::string indicator_row(std::string_view id, std::string_view municipality);
std::string distribution(std::string_view id);
/// `section`: index, roster, schools, associations, documents, indicators, practices, calendar.
std::string municipality(std::string_view code, std::string_view section = "index");
std::string practice(std::string_view slug);
std::string form_help(std::string_view table);
/// The calendar file of a municipality; empty code: the region's.
std::string calendar_file(std::string_view municipality = {});
/// "calendar/2026-11.html"
std::string calendar_month(int year, unsigned month);
/// A list of practices: `key` is "subject-<code>" or "other"; pages count from 1. The "_" before
/// the number cannot stand in a code, so no list takes the place of another one's page.
std::string practice_list(std::string_view key, std::size_t number);
/// A list of documents: `key` is "kind-<key>" or "year-2026-2027", without "_"; pages count from 1.
std::string document_list(std::string_view key, std::size_t number);
/// Further pages of a municipality's practices, counted from 1.
std::string municipality_practices(std::string_view code, std::size_t number);

}  // namespace metodaktiv::site::paths
