#include "commands/history_stage.h"

#include "changes/history.h"
#include "publication/publication.h"
#include "publication/published.h"

namespace metodaktiv::commands {

std::filesystem::path former_publication(const std::filesystem::path& out, std::string_view region,
                                         std::string_view municipality) {
  const auto former = out / "public" / publication::kPublicationPath;
  if (!publication::is_former_publication(former, region, municipality)) return {};
  return former;
}

void continue_history(const SiteSources& sources, const std::filesystem::path& former,
                      const std::filesystem::path& publication) {
  if (former.empty()) return;
  changes::write_history(former, publication, sources.project / "data" / "history.sql",
                         sources.profile);
}

}  // namespace metodaktiv::commands
