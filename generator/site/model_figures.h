#pragma once

#include <optional>
#include <string_view>

#include "config/region_profile.h"
#include "registry/database.h"
#include "site/model.h"

namespace metodaktiv::site {

/// Fills `model.figures` from indicator_values; rows of indicators that the profile does not know
/// are left out.
void read_figures(registry::Database& publication, const config::RegionProfile& profile,
                  Model& model);

/// Fills `model.form1`; the model's subjects must be complete.
void read_form1(registry::Database& publication, Model& model);

/// Fills `model.distributions` from distribution_values: those that the profile knows and that have
/// a row; answers it does not list are left out.
void read_distributions(registry::Database& publication, const config::RegionProfile& profile,
                        Model& model);

/// Fills `model.releases`; everything else of the model must be complete.
void read_releases(registry::Database& publication, const config::RegionProfile& profile,
                   Model& model);

/// "region", "territory"; anything else is a municipality.
Scope scope_from(std::string_view key);

std::optional<long long> optional_integer(const registry::Statement& row, int column);

}  // namespace metodaktiv::site
