#include "tabular/cell.h"

#include "base/text.h"

namespace metodaktiv::tabular {

bool is_blank(const Cell& cell) {
  return cell.text.empty() || (cell.kind == Cell::Kind::kText && base::trimmed(cell.text).empty());
}

}  // namespace metodaktiv::tabular
