#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "registry/database.h"

namespace metodaktiv::publication {

/// The layout of publication.db that this program writes and reads (PRAGMA user_version): the
/// tables of data/publication.sql. Count it up with every change of theirs.
inline constexpr int kPublicationLayout = 3;
/// PRAGMA application_id of a publication: 'MTDP'.
inline constexpr std::int64_t kPublicationId = 0x4D544450;

/// A municipality as its publication presents it; texts that nobody has given are empty.
struct PublishedMunicipality {
  std::string code, name;
  std::string ums_name, ums_site, ums_email, ums_phone, ums_address;
};

/// What a publication says of itself.
struct Published {
  std::filesystem::path file;
  std::string region;
  base::Date as_of;
  std::string school_year;
  std::vector<PublishedMunicipality> municipalities;  ///< by name
};

/// The municipalities of a publication or of a registry, by name.
std::vector<PublishedMunicipality> published_municipalities(registry::Database& database);

/// By its code, or by its whole name without regard to case. Failure suggests the nearest one and
/// lists some.
const PublishedMunicipality& find_municipality(const std::vector<PublishedMunicipality>& all,
                                               std::string_view code_or_name);

/// Reads and checks a publication of a whole region. Failure when the file is missing, damaged, no
/// publication, of another layout, of one municipality alone, or a registry, which must not be used
/// in its place: it holds personal data.
Published read_published(const std::filesystem::path& file);

/// Whether `file` is the whole publication of an earlier build that the next one of the same region
/// and municipality (empty: the region's) can be compared with. Anything wrong with it is no
/// reason to stop: false.
bool is_former_publication(const std::filesystem::path& file, std::string_view region,
                           std::string_view municipality);

}  // namespace metodaktiv::publication
