#include "commands/history_stage.h"

#include "changes/history.h"
#include "publication/publication.h"
#include "publication/published.h"

namespace metodaktiv::commands {

void continue_history(const SiteSources& sources, const std::string& municipality,
                      const std::filesystem::path& out, const std::filesystem::path& publication) {
  const auto former = out / "public" / publication::kPublicationPath;
  if (!publication::is_former_publication(former, sources.profile.code, municipality)) return;
  changes::write_history(former, publication, sources.project / "data" / "history.sql",
                         sources.profile);
}

}  // namespace metodaktiv::commands
