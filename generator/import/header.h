#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "tabular/cell.h"

namespace metodaktiv::import {

/// Which cell of a row belongs to which column of the form.
struct Header {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<std::size_t> columns;  ///< per cell: index into form.columns, or kNone
  std::vector<std::size_t> cells;    ///< per column of the form: index of its cell, or kNone
  std::vector<std::size_t> unnamed;  ///< cells without a name: nothing may stand under them
  bool recognised = false;           ///< at least one column of the form is there
};

/// Takes the number of a cell (1-based; 0: none), its column as a person sees it, what stands there
/// and what is wrong.
using HeaderReport = std::function<void(std::int64_t number, std::string_view column,
                                        std::string_view value, const Problem& problem)>;

/// How many different columns of the form a row names: the row above the data names most.
std::size_t named_columns(const config::FormDefinition& form, std::span<const tabular::Cell> cells);

/// Reads the header row: keys or Russian titles in any order, tolerant of case, ё/е, spaces and the
/// asterisk of a required column. A column of remarks is passed over. Reports unknown and repeated
/// columns and required ones that are missing.
Header read_header(const config::FormDefinition& form, std::span<const tabular::Cell> cells,
                   const HeaderReport& report);

}  // namespace metodaktiv::import
