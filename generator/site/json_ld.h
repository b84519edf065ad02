#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/dict.h"

/// Structured data of schema.org for search engines. Every function returns a finished
/// <script type="application/ld+json"> element: a block of data, nothing that runs. Addresses are
/// absolute; empty values are left out; markup in a text cannot end the element.
namespace metodaktiv::site::json_ld {

struct NamedUrl {
  std::string name, url;
};

struct Organization {
  std::string name, url, email, phone, address;
};

/// The site and who runs it.
SafeHtml web_site(std::string_view name, std::string_view description, std::string_view url,
                  std::string_view search_url, const Organization& publisher);

/// The way to a page, from the site's home to the page itself. A step without url is left out.
SafeHtml breadcrumbs(const std::vector<NamedUrl>& steps);

struct Article {
  bool news = false;  ///< NewsArticle, else Article
  std::string title, description, url, image;
  std::string published;  ///< ISO date or a year
  Organization publisher;
};
SafeHtml article(const Article& facts);

struct DataFile {
  std::string name, url, media_type;
};
struct Dataset {
  std::string title, description, url;
  std::string modified;  ///< ISO date
  std::string period;    ///< ISO interval "2024-09-01/2027-08-31"
  std::string place;
  Organization creator;
  std::vector<DataFile> files;
};
SafeHtml dataset(const Dataset& facts);

struct Event {
  std::string title, url, place, description;
  std::string starts_on, ends_on;  ///< ISO dates
  Organization organizer;
};
/// One block for all; empty without events.
SafeHtml events(const std::vector<Event>& list);

}  // namespace metodaktiv::site::json_ld
