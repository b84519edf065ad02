#include "commands/inspection_json.h"

#include "commands/finding_json.h"

namespace metodaktiv::commands {
namespace {

using nlohmann::ordered_json;

void put(ordered_json& item, const char* key, const std::string& text) {
  if (!text.empty()) item[key] = text;
}

ordered_json checks_json(const quality::Inspection& inspection) {
  auto list = ordered_json::array();
  for (const auto& check : inspection.counts) {
    ordered_json item;
    item["id"] = check.id;
    item["severity"] = check.severity == base::Severity::kError ? "error" : "warning";
    item["title"] = check.title;
    put(item, "source", check.source);
    item["count"] = check.count;
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

ordered_json inspection_json(const quality::Inspection& inspection, const std::string& region) {
  ordered_json json;
  json["registry"] = inspection.registry;
  json["region"] = region;
  json["as_of"] = inspection.as_of.iso();
  json["errors"] = inspection.count(base::Severity::kError);
  json["warnings"] = inspection.count(base::Severity::kWarning);
  json["checks"] = checks_json(inspection);

  std::vector<base::Finding> findings;
  for (const auto& entry : inspection.findings) findings.push_back(entry.finding);
  auto list = findings_json(findings);
  for (std::size_t i = 0; i < inspection.findings.size(); ++i) {
    const auto& entry = inspection.findings[i];
    put(list[i], "municipality", entry.municipality);
    const auto name = inspection.municipalities.find(entry.municipality);
    if (name != inspection.municipalities.end()) put(list[i], "municipality_name", name->second);
    put(list[i], "table", entry.table);
    put(list[i], "key", entry.key);
    put(list[i], "column_key", entry.column);
  }
  json["findings"] = std::move(list);
  return json;
}

}  // namespace metodaktiv::commands
