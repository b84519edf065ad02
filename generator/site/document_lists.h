#pragma once

#include <string>
#include <vector>

#include "config/region_profile.h"
#include "site/model.h"

namespace metodaktiv::site {

/// A list of documents with pages of its own, in groups with a heading each.
struct DocumentShelf {
  enum class By { kKind, kYear };
  struct Group {
    std::string title;  ///< of a list by kind: the school year, of a list by year: the kind
    std::vector<const Document*> documents;  ///< the region's first, then by municipality
  };
  By by = By::kKind;
  std::string key;    ///< for paths::document_list()
  std::string title;  ///< «План работы», «2026/2027 учебный год»
  std::vector<Group> groups;

  [[nodiscard]] std::size_t size() const;
};

/// The documents of the whole model: by kind in the order of the profile, then by school year, the
/// latest first; documents without a year come last. Nothing is empty.
std::vector<DocumentShelf> document_shelves(const Model& model,
                                            const config::RegionProfile& profile);

}  // namespace metodaktiv::site
