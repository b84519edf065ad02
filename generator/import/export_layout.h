#pragma once

#include <vector>

#include "config/form_definition.h"
#include "registry/export.h"

namespace metodaktiv::import {

/// How the interchange tables are written by registry::export_tables: what an import of them reads
/// back.
std::vector<registry::ExportTable> export_layout(const std::vector<config::FormDefinition>& forms);

}  // namespace metodaktiv::import
