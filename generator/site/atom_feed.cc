#include "site/atom_feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "config/time_zone.h"
#include "site/content_view.h"
#include "site/paths.h"
#include "site/release.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

constexpr int kNewestPractices = 20;

struct Entry {
  std::string path;
  std::string title;
  std::string summary;
  base::Date published;
  base::Date updated;
  std::string_view category;  ///< for programs
  std::string_view label;     ///< for people
};

/// The beginning of the day where the region lives.
std::string moment(base::Date date, const FeedInput& input) {
  const auto zone = config::time_zone(input.profile.time_zone);
  return date.iso() + "T00:00:00" +
         (zone == nullptr ? std::string("Z") : config::utc_offset(zone->name));
}

void add_news(const FeedInput& input, base::Date as_of, std::vector<Entry>& entries) {
  for (const auto& page : input.contents) {
    if (!page.name.starts_with("news/")) continue;
    const auto published = base::Date::parse_iso(page.date).value_or(as_of);
    const auto updated = base::Date::parse_iso(page.updated).value_or(published);
    entries.push_back({content_path(page.name), page.title,
                       page.summary.empty() ? page.description : page.summary, published,
                       std::max(published, updated), "news", "Новости"});
  }
}

/// A practice without the day of its review counts as of its year's first day.
void add_practices(const FeedInput& input, base::Date as_of, std::vector<Entry>& entries) {
  auto query = input.publication.prepare(
      "SELECT slug, title, annotation, ifnull(reviewed_on, printf('%04d-01-01', year)) AS updated "
      "FROM practices ORDER BY updated DESC, slug LIMIT ?1",
      "новые практики для ленты");
  query.bind(1, std::int64_t{kNewestPractices});
  while (query.next()) {
    const auto reviewed = base::Date::parse_iso(query.text(3)).value_or(as_of);
    entries.push_back({paths::practice(query.text(0)), query.text(1), query.text(2), reviewed,
                       reviewed, "practice", "Банк практик"});
  }
}

/// A release is a part of one page: its address ends in the part's anchor.
void add_releases(const FeedInput& input, std::vector<Entry>& entries) {
  for (const auto& day : read_release_days(input.publication)) {
    entries.push_back({fmt::format("{}#day-{}", paths::kChanges, day.as_of.iso()),
                       "Что изменилось на " + day.as_of.in_words(), release_summary(day.counts),
                       day.as_of, day.as_of, "changes", "Что изменилось"});
  }
}

std::string element(const Entry& entry, const FeedInput& input) {
  const auto url = xml_text(absolute_url(input.site.base_url, entry.path));
  std::string out = fmt::format(
      "<entry>\n<id>{0}</id>\n<title>{1}</title>\n<published>{2}</published>\n"
      "<updated>{3}</updated>\n<category term=\"{4}\" label=\"{5}\"/>\n"
      "<link rel=\"alternate\" type=\"text/html\" href=\"{0}\"/>\n",
      url, xml_text(single_line(entry.title)), moment(entry.published, input),
      moment(entry.updated, input), entry.category, entry.label);
  // An entry without content must have a summary or an alternate link; the link is there.
  if (!entry.summary.empty()) {
    out += fmt::format("<summary>{}</summary>\n", xml_text(single_line(entry.summary)));
  }
  return out + "</entry>\n";
}

}  // namespace

std::string atom_feed(const FeedInput& input, base::Date as_of) {
  std::vector<Entry> entries;
  add_news(input, as_of, entries);
  add_practices(input, as_of, entries);
  add_releases(input, entries);
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(b.updated, a.path) < std::tie(a.updated, b.path);
  });
  const auto& base_url = input.site.base_url;
  const base::Date updated = entries.empty() ? as_of : std::max(as_of, entries.front().updated);
  const auto& owner = input.site.owner.empty() ? input.profile.operator_.name : input.site.owner;
  const auto& author = owner.empty() ? input.site.title : owner;
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ru\">\n"
      "<id>{0}</id>\n<title>{1}</title>\n<subtitle>{2}</subtitle>\n<updated>{3}</updated>\n"
      "<author><name>{4}</name></author>\n"
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"{0}\"/>\n"
      "<link rel=\"alternate\" type=\"text/html\" href=\"{5}\"/>\n",
      xml_text(absolute_url(base_url, "feed.xml")), xml_text(single_line(input.site.title)),
      xml_text(single_line(input.site.description)), moment(updated, input),
      xml_text(single_line(author)), xml_text(absolute_url(base_url, {})));
  for (const auto& entry : entries) out += element(entry, input);
  return out + "</feed>\n";
}

}  // namespace metodaktiv::site
