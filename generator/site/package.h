#pragma once

#include <cstddef>
#include <vector>

#include "config/region_profile.h"
#include "site/record.h"
#include "site/views.h"

namespace metodaktiv::site {

/// The required package of documents of a municipal service, as of the current school year.
struct Package {
  struct Item {
    const config::DocumentKind* kind = nullptr;
    std::vector<const Document*> documents;  ///< of this year or without a year; empty: missing
  };
  std::vector<Item> items;

  [[nodiscard]] std::size_t present() const;
  [[nodiscard]] bool holds(const Document& document) const;
};

Package package_of(const Municipality& municipality, const Context& context);

}  // namespace metodaktiv::site
