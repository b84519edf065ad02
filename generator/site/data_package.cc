#include "site/data_package.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "site/data_resource.h"

namespace metodaktiv::site {
namespace {

using Json = nlohmann::ordered_json;

Json field_json(const DataField& field) {
  Json json;
  json["name"] = field.name;
  json["type"] = field.type;
  if (field.practice_page) json["format"] = "uri";
  json["title"] = field.title;
  if (!field.description.empty()) json["description"] = field.description;
  if (field.type == "boolean") {
    json["trueValues"] = Json::array({"1"});
    json["falseValues"] = Json::array({"0"});
  }
  if (field.required) json["constraints"]["required"] = true;
  if (!field.words.empty()) json["constraints"]["enum"] = field.words;
  return json;
}

Json schema_json(const DataResource& resource) {
  Json schema;
  schema["fields"] = Json::array();
  for (const auto& field : resource.fields) schema["fields"].push_back(field_json(field));
  schema["missingValues"] = Json::array({""});
  if (!resource.primary_key.empty()) schema["primaryKey"] = resource.primary_key;
  for (const auto& reference : resource.references) {
    schema["foreignKeys"].push_back(
        {{"fields", reference.field},
         {"reference", {{"resource", reference.resource}, {"fields", "code"}}}});
  }
  return schema;
}

Json resource_json(const DataResource& resource, std::size_t bytes) {
  Json json;
  json["name"] = resource.name;
  json["path"] = resource.name + ".csv";
  json["profile"] = "tabular-data-resource";
  json["title"] = resource.title;
  json["description"] = resource.description;
  json["format"] = "csv";
  json["mediatype"] = "text/csv";
  json["encoding"] = "utf-8";
  json["bytes"] = bytes;
  json["dialect"] = {{"delimiter", ","},
                     {"lineTerminator", "\n"},
                     {"quoteChar", "\""},
                     {"doubleQuote", true},
                     {"header", true}};
  json["schema"] = schema_json(resource);
  return json;
}

Json source_json(const config::SourceDocument& document) {
  std::string title = document.title;
  if (!document.number.empty()) title += fmt::format(", № {}", document.number);
  if (const auto date = base::Date::parse_iso(document.date)) title += " от " + date->dotted();
  if (!document.issuer.empty()) title += fmt::format(" ({})", document.issuer);
  return {{"title", title}};
}

std::string description(base::Date as_of) {
  return fmt::format(
      "Данные на {}. Кодировка UTF-8, разделитель — запятая, пустая ячейка — нет значения. Места, "
      "предметы "
      "и организации записаны кодами; их названия — в файлах municipalities.csv, "
      "organizations.csv, "
      "subjects.csv и territories.csv. Малые числа, за которыми можно узнать человека, скрыты; "
      "люди без "
      "согласия на распространение данных учтены, но не названы. Если текст в ячейке начинается со "
      "знака "
      "=, +, -, @ или с табуляции, перед ним поставлен апостроф ('): так табличный редактор не "
      "примет "
      "текст за формулу. Числа не меняются. То же самое одним файлом SQLite — publication.db.",
      as_of.dotted());
}

}  // namespace

std::string data_package_json(const config::RegionProfile& profile, const config::SiteConfig& site,
                              base::Date as_of, const std::map<std::string, std::size_t>& bytes,
                              const std::string& municipality) {
  Json json;
  json["profile"] = "tabular-data-package";
  json["name"] =
      "metodaktiv-" + profile.code + (municipality.empty() ? "" : "-" + municipality);
  json["title"] = site.title + ": открытые данные";
  json["description"] = description(as_of);
  json["homepage"] = site.base_url;
  json["created"] = as_of.iso() + "T00:00:00Z";
  json["keywords"] =
      Json::array({"образование", "методическая работа", "методисты", "показатели", profile.name});
  const auto& owner = site.owner.empty() ? profile.operator_.name : site.owner;
  if (!owner.empty()) {
    json["contributors"].push_back({{"title", owner}, {"role", "publisher"}});
  }
  for (const auto& document : profile.source_documents)
    json["sources"].push_back(source_json(document));
  for (const auto& resource : data_resources()) {
    const auto size = bytes.find(resource.name);
    json["resources"].push_back(resource_json(resource, size == bytes.end() ? 0 : size->second));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace metodaktiv::site
