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
  if (!header.reports_inputs.empty()) json["reports_inputs"] = header.reports_inputs;
  auto& list = json["files"] = nlohmann::ordered_json::array();
  for (const auto& [path, file] : files) {
    list.push_back({{"path", path},
                    {"size", file.size},
                    {"sha256", file.sha256},
                    {"audience", audience_of(path)}});
  }
  return json.dump(1) + "\n";
}

std::optional<FormerReports> former_reports(std::string_view manifest) {
  const auto json = nlohmann::json::parse(manifest, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  try {
    if (json.at("program") != "metodaktiv") return std::nullopt;
    FormerReports former;
    former.inputs = json.value("reports_inputs", "");
    for (const auto& file : json.at("files")) {
      const auto path = file.at("path").get<std::string>();
      if (!path.starts_with("reports/")) continue;
      former.files[path] = {file.at("size").get<std::uintmax_t>(),
                            file.at("sha256").get<std::string>()};
    }
    return former;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

}  // namespace metodaktiv::release
