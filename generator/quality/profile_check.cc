#include "quality/profile_check.h"

#include "base/error.h"
#include "config/toml_reader.h"
#include "content/page_figures.h"
#include "quality/profile_queries.h"
#include "quality/profile_remarks.h"

namespace metodaktiv::quality {

void collect(base::Findings& findings, const std::filesystem::path& file,
             const std::function<void()>& read) {
  try {
    read();
  } catch (const config::InvalidData& data) {
    findings.append(data.findings());
  } catch (const base::Failure& failure) {
    findings.add(
        {base::Severity::kError, "profile", {file.string(), {}, 0, {}}, {}, failure.what(), {}});
  }
}

ProfileCheck check_profile(const std::filesystem::path& project, const std::string& region,
                           const std::vector<config::FormDefinition>& forms, base::Date as_of) {
  const auto data = project / "data";
  ProfileCheck result;
  auto& findings = result.findings;
  result.profile = config::read_region_profile(data / "regions", region, findings);
  const auto& folder = result.profile.folder;

  const auto site_file = folder / "site.toml";
  collect(findings, site_file, [&] { result.site = config::load_site_config(site_file); });
  collect(findings, folder / "content", [&] {
    result.pages = content::load_pages({project / "content", folder / "content"});
  });
  const auto checks_file = folder / "checks.toml";
  collect(findings, checks_file,
          [&] { result.checks = load_checks(data / "checks", checks_file, forms); });

  if (result.profile.code.empty()) return result;  // queries without its lists tell nothing
  collect(findings, folder / "content",
          [&] { content::check_figures(result.pages, result.profile); });
  run_profile_queries(result.profile, forms, result.checks, data / "schema.sql", as_of, findings);
  remark_on_municipalities(result.profile, findings);
  remark_on_map(result.profile, findings);
  remark_on_document_kinds(result.profile, result.checks, findings);
  remark_on_accent(result.site, site_file, findings);
  return result;
}

}  // namespace metodaktiv::quality
