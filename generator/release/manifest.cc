#include "release/manifest.h"

#include <nlohmann/json.hpp>
#include <string_view>

namespace metodaktiv::release {
namespace {

std::string_view audience_of(std::string_view path) {
  if (path.starts_with("public/")) return "public";
  return path.starts_with("hosting/") ? "hosting" : "restricted";
}

}  // namespace

std::string manifest_json(const ManifestHeader& header,
                          const std::map<std::string, StagedFile>& files) {
  nlohmann::ordered_json json;
  json["program"] = "metodaktiv";
  json["version"] = header.program_version;
  json["region"] = header.region;
  if (!header.municipality.empty()) json["municipality"] = header.municipality;
  json["as_of"] = header.as_of;
  json["school_year"] = header.school_year;
  if (!header.registry_checksum.empty()) json["registry_sha256"] = header.registry_checksum;
  if (!header.publication_checksum.empty())
    json["publication_sha256"] = header.publication_checksum;
  auto& list = json["files"] = nlohmann::ordered_json::array();
  for (const auto& [path, file] : files) {
    list.push_back({{"path", path},
                    {"size", file.size},
                    {"sha256", file.sha256},
                    {"audience", audience_of(path)}});
  }
  return json.dump(1) + "\n";
}

}  // namespace metodaktiv::release
