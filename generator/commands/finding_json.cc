#include "commands/finding_json.h"

namespace metodaktiv::commands {

nlohmann::ordered_json findings_json(const std::vector<base::Finding>& findings) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& f : findings) {
    nlohmann::ordered_json item;
    item["severity"] = f.severity == base::Severity::kError ? "error" : "warning";
    const auto put = [&item](const char* key, const std::string& text) {
      if (!text.empty()) item[key] = text;
    };
    put("code", f.code);
    put("file", f.place.file);
    put("sheet", f.place.sheet);
    if (f.place.row > 0) item["row"] = f.place.row;
    put("cell", f.place.sheet.empty() ? std::string() : base::cell_name(f.place));
    put("column", f.place.column);
    put("value", f.value);
    put("message", f.message);
    put("remedy", f.remedy);
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace metodaktiv::commands
