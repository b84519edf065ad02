#include "site/json_ld.h"

#include <nlohmann/json.hpp>

namespace metodaktiv::site::json_ld {
namespace {

using Json = nlohmann::ordered_json;

Json thing(std::string_view type) { return {{"@type", type}}; }

void put(Json& json, const char* name, std::string_view value) {
  if (!value.empty()) json[name] = value;
}

Json organization_json(const Organization& organization) {
  Json json = thing("Organization");
  put(json, "name", organization.name);
  put(json, "url", organization.url);
  put(json, "email", organization.email);
  put(json, "telephone", organization.phone);
  put(json, "address", organization.address);
  return json;
}

/// JSON in which no character can end the element, begin a comment or break a line of a script.
std::string inert(const Json& json) {
  const auto text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        if (text.compare(i, 3, "\u2028") == 0 || text.compare(i, 3, "\u2029") == 0) {
          out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
          i += 2;
        } else {
          out += text[i];
        }
    }
  }
  return out;
}

SafeHtml block(const Json& content) {
  Json json = {{"@context", "https://schema.org"}};
  json.update(content);
  return SafeHtml("<script type=\"application/ld+json\">" + inert(json) + "</script>");
}

Json event_json(const Event& event) {
  Json json = thing("Event");
  json["name"] = event.title;
  put(json, "description", event.description);
  json["startDate"] = event.starts_on;
  json["endDate"] = event.ends_on.empty() ? event.starts_on : event.ends_on;
  put(json, "url", event.url);
  json["eventStatus"] = "https://schema.org/EventScheduled";
  if (!event.place.empty()) {
    json["location"] = {{"@type", "Place"}, {"name", event.place}, {"address", event.place}};
  }
  json["organizer"] = organization_json(event.organizer);
  return json;
}

}  // namespace

SafeHtml web_site(std::string_view name, std::string_view description, std::string_view url,
                  std::string_view search_url, const Organization& publisher) {
  Json json = thing("WebSite");
  json["@id"] = std::string(url) + "#site";
  json["name"] = name;
  put(json, "description", description);
  json["url"] = url;
  json["inLanguage"] = "ru";
  json["publisher"] = organization_json(publisher);
  if (!search_url.empty()) {
    json["potentialAction"] = {{"@type", "SearchAction"},
                               {"target", std::string(search_url) + "?q={query}"},
                               {"query-input", "required name=query"}};
  }
  return block(json);
}

SafeHtml breadcrumbs(const std::vector<NamedUrl>& steps) {
  Json json = thing("BreadcrumbList");
  auto& list = json["itemListElement"] = Json::array();
  for (const auto& step : steps) {
    if (step.url.empty()) continue;
    list.push_back({{"@type", "ListItem"},
                    {"position", list.size() + 1},
                    {"name", step.name},
                    {"item", step.url}});
  }
  return block(json);
}

SafeHtml article(const Article& facts) {
  Json json = thing(facts.news ? "NewsArticle" : "Article");
  json["headline"] = facts.title;
  put(json, "description", facts.description);
  json["url"] = facts.url;
  json["mainEntityOfPage"] = facts.url;
  put(json, "image", facts.image);
  put(json, "datePublished", facts.published);
  json["inLanguage"] = "ru";
  json["author"] = organization_json(facts.publisher);
  json["publisher"] = organization_json(facts.publisher);
  return block(json);
}

SafeHtml dataset(const Dataset& facts) {
  Json json = thing("Dataset");
  json["name"] = facts.title;
  json["description"] = facts.description;
  json["url"] = facts.url;
  json["inLanguage"] = "ru";
  json["isAccessibleForFree"] = true;
  put(json, "dateModified", facts.modified);
  put(json, "temporalCoverage", facts.period);
  put(json, "spatialCoverage", facts.place);
  json["creator"] = organization_json(facts.creator);
  auto& files = json["distribution"] = Json::array();
  for (const auto& file : facts.files) {
    files.push_back({{"@type", "DataDownload"},
                     {"name", file.name},
                     {"encodingFormat", file.media_type},
                     {"contentUrl", file.url}});
  }
  return block(json);
}

SafeHtml events(const std::vector<Event>& list) {
  if (list.empty()) return SafeHtml("");
  Json graph = Json::array();
  for (const auto& event : list) graph.push_back(event_json(event));
  return block({{"@graph", graph}});
}

}  // namespace metodaktiv::site::json_ld
