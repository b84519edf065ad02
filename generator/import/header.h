#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "import/row_sink.h"

namespace metodaktiv::import {

/// Which cell of a row belongs to which column of the form.
struct Header {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<std::size_t> columns;  ///< per cell: index into form.columns, or kNone
  std::vector<std::size_t> cells;    ///< per column of the form: index of its cell, or kNone
  std::vector<std::size_t> unnamed;  ///< cells without a name: nothing may stand under them
  bool recognised = false;           ///< at least one column of the form is there
};

/// Takes a column (as a person sees it), what stands there and what is wrong.
using HeaderReport =
    std::function<void(std::string_view column, std::string_view value, const Problem& problem)>;

/// Reads the header row: keys or Russian titles in any order, tolerant of case, ё/е and spaces.
/// Reports unknown and repeated columns and required ones that are missing.
Header read_header(const config::FormDefinition& form, std::span<const std::string> cells,
                   const HeaderReport& report);

}  // namespace metodaktiv::import
