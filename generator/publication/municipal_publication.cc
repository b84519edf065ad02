#include "publication/municipal_publication.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/files.h"
#include "publication/site_key.h"
#include "registry/database.h"

namespace metodaktiv::publication {

void write_municipal_publication(const MunicipalPublicationInput& input,
                                 const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::copy_file(input.region_file, file, error);
  if (error) {
    throw base::Failure(fmt::format("Не удалось записать файл «{}»: {}.", file.string(),
                                    base::system_error_text(error.value())));
  }
  std::filesystem::permissions(file, std::filesystem::perms(0644), error);
  registry::Database db(file, registry::Database::Mode::kReadWrite);
  db.execute(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; "
      "CREATE TEMP TABLE place (code TEXT, site TEXT)");
  auto insert = db.prepare("INSERT INTO temp.place VALUES (?, ?)");
  insert.bind(1, input.municipality).bind(2, site_key(input.site_url));
  insert.run();
  {
    registry::Transaction transaction(db);
    db.execute(base::read_file(input.script), input.script.string());
    const auto history = input.script.parent_path() / "history.sql";
    db.execute(base::read_file(history), history.string());
    transaction.commit();
  }
  db.execute("VACUUM");
}

}  // namespace metodaktiv::publication
