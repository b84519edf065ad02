// dump_documents PROJECT REGION PUBLICATION: the documents that the site's search is made of, as
// JSON.

#include <filesystem>
#include <iostream>

#include "collection_json.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "content/page.h"
#include "site/all_pages.h"
#include "site/search_documents.h"

int main(int argc, char** argv) try {
  using namespace metodaktiv;
  if (argc != 4) return 2;
  const std::filesystem::path project = argv[1];
  const auto profile = config::load_region_profile(project / "data" / "regions", argv[2]);
  const auto site_config = config::load_site_config(profile.folder / "site.toml");
  const auto contents = content::load_pages({project / "content", profile.folder / "content"});
  const auto forms = config::load_form_definitions(project / "data" / "forms");
  const auto model = site::load_model(argv[3], profile);
  site::Edition edition;
  const site::Context context{model, profile, site_config, contents, forms, edition, model};
  const auto pages = site::all_pages(context);
  edition.take(pages);
  std::cout << nlohmann::json(site::search_collection(context, pages)).dump() << '\n';
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
