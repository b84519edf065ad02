#include "publication/personal_values.h"

#include "base/files.h"
#include "registry/registry.h"

namespace metodaktiv::publication {

void feed_personal_values(const std::filesystem::path& registry_file,
                          const std::filesystem::path& publication_file,
                          const std::filesystem::path& query_file,
                          const std::function<void(const PersonalValue&)>& consume) {
  auto db = registry::open_registry(registry_file);
  db.attach_read_only(publication_file, "publication");
  auto rows = db.prepare(base::read_file(query_file), query_file.string());
  while (rows.next()) {
    consume({rows.text(0), rows.text_or_empty(1), rows.text(2), rows.boolean(3)});
  }
}

}  // namespace metodaktiv::publication
