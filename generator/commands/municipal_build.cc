#include "commands/municipal_build.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/history_stage.h"
#include "publication/municipal_publication.h"
#include "publication/published.h"
#include "release/sha256.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

/// Files of the publication must outlive the build, and the site's settings are not part of it.
std::vector<fs::path> kept(const PublicationBuildOptions& options) {
  std::vector<fs::path> paths = {options.publication, options.project};
  if (!options.site_folder.empty()) paths.push_back(options.site_folder);
  return paths;
}

config::RegionProfile profile_of(const publication::Published& published,
                                 const PublicationBuildOptions& options) {
  if (!options.region.empty() && options.region != published.region) {
    throw base::Failure(
        fmt::format("Публикация «{}» — региона {}, а в --region назван {}. Уберите --region или "
                    "возьмите другую публикацию.",
                    published.file.string(), published.region, options.region));
  }
  return config::load_region_profile(options.project / "data" / "regions", published.region);
}

[[noreturn]] void damaged_manifest(const fs::path& file) {
  throw base::Failure(
      fmt::format("Файл «{}» повреждён, и неясно, что за сайт лежит в этой папке. Верните файл из "
                  "копии, или уберите папку и соберите сайт заново, или укажите в --out другую.",
                  file.string()));
}

}  // namespace

site::SiteSummary write_municipal_site(SiteBuild& build, const SiteSources& sources,
                                       const std::string& municipality,
                                       const fs::path& region_publication, base::Date as_of,
                                       const fs::path& former) {
  publication::write_municipal_publication(
      {region_publication, sources.project / "data" / "municipality.sql", municipality,
       sources.site.base_url},
      build.publication_file());
  continue_history(sources, former, build.publication_file());
  return build.write_public(sources, as_of, municipality, region_publication);
}

void check_former_site(const fs::path& out, const std::string& region,
                       const std::string& municipality, bool keep_reports) {
  const auto file = out / "manifest.json";
  std::error_code error;
  if (!base::stands(file) || !fs::is_regular_file(file, error)) return;
  const auto json = nlohmann::json::parse(base::read_file(file), nullptr, false);
  const auto text = [&json](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (!json.is_object()) damaged_manifest(file);
  if (text("program") != "metodaktiv") return;
  if (!json.contains("files") || !json["files"].is_array()) damaged_manifest(file);
  const auto former = text("municipality");
  if (former != municipality || (!region.empty() && text("region") != region)) {
    throw base::Failure(fmt::format(
        "В папке «{}» лежит {}, а сборка заменила бы его другим. Укажите в --out другую папку.",
        out.string(),
        former.empty() ? fmt::format("сайт региона {}", text("region"))
                       : fmt::format("сайт муниципалитета {}", former)));
  }
  bool has_reports = false;
  for (const auto& entry : json["files"]) {
    const auto path = entry.is_object() ? entry.find("path") : entry.end();
    if (!entry.is_object() || path == entry.end() || !path->is_string()) damaged_manifest(file);
    has_reports = has_reports || path->get_ref<const std::string&>().starts_with("reports/");
  }
  if (keep_reports && has_reports) {
    throw base::Failure(
        fmt::format("В папке «{}» лежат служебные отчёты, собранные из реестра: сборка из "
                    "публикации их не делает, и они пропали бы. Укажите в --out другую папку.",
                    out.string()));
  }
}

void build_from_publication(const PublicationBuildOptions& options, StageClock& clock) {
  const auto published = publication::read_published(options.publication);
  auto sources = region_sources(options.project, profile_of(published, options));
  std::string municipality;
  if (!options.municipality.empty()) {
    const auto& place =
        publication::find_municipality(published.municipalities, options.municipality);
    municipality = place.code;
    sources = municipal_sources(sources, place,
                                municipal_folder(sources.profile, place.code, options.site_folder));
  }
  check_former_site(options.out, published.region, municipality, true);
  clock.stage("настройки");

  SiteBuild build(options.out, kept(options), options.jobs, clock);
  // A copy: whoever changes the file meanwhile does not change the site half-way.
  const auto bytes = base::read_file(options.publication);
  const auto copy = municipality.empty() ? build.publication_file() : build.aside("region.db");
  base::write_file(copy, bytes);
  const auto checksum = release::sha256(bytes);
  const auto site = municipality.empty()
                        ? build.write_public(sources, published.as_of)
                        : write_municipal_site(build, sources, municipality, copy, published.as_of);
  build.check_links(sources.site);
  build.publish({METODAKTIV_VERSION,
                 published.region,
                 published.as_of.iso(),
                 published.school_year,
                 {},
                 checksum,
                 municipality});
  print_site_summary(site, build, options.out, published.as_of);
}

void print_site_summary(const site::SiteSummary& site, const SiteBuild& build, const fs::path& out,
                        base::Date as_of) {
  fmt::print("Готово: {}; данные на {}\n",
             base::counted(static_cast<std::int64_t>(site.pages), "страница сайта",
                           "страницы сайта", "страниц сайта"),
             as_of.in_words());
  fmt::print("Без изменений с прошлой сборки: {} из {}.\n", build.staging().unchanged(),
             build.staging().files().size());
  fmt::print("Публичный сайт: {}\n", (out / "public" / "index.html").string());
}

}  // namespace metodaktiv::commands
