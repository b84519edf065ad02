#include "release/manifest.h"

#include <nlohmann/json.hpp>

namespace metodaktiv::release {

std::string manifest_json(const ManifestHeader& header,
                          const std::map<std::string, StagedFile>& files) {
  nlohmann::ordered_json json;
  json["program"] = "metodaktiv";
  json["version"] = header.program_version;
  json["region"] = header.region;
  json["as_of"] = header.as_of;
  json["school_year"] = header.school_year;
  json["registry_sha256"] = header.registry_checksum;
  auto& list = json["files"] = nlohmann::ordered_json::array();
  for (const auto& [path, file] : files) {
    list.push_back({{"path", path},
                    {"size", file.size},
                    {"sha256", file.sha256},
                    {"audience", path.starts_with("public/") ? "public" : "restricted"}});
  }
  return json.dump(1) + "\n";
}

}  // namespace metodaktiv::release
