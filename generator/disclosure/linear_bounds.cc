#include "disclosure/linear_bounds.h"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/error.h"

namespace metodaktiv::disclosure {
namespace {

constexpr double kTolerance = 1e-7;

std::size_t find_root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

}  // namespace

/// The linear programme over the unknown quantities that equations tie together; the known ones
/// stand on the right-hand side.
class LinearBounds::Component {
 public:
  Component(const CountSystem& system, const std::vector<bool>& known,
            const std::vector<std::size_t>& quantities, const std::vector<std::size_t>& equations)
      : problem_(glp_create_prob()), equations_(equations) {
    int column = 0;
    for (const auto q : quantities) column_[q] = ++column;
    glp_add_cols(problem_, column);
    for (int i = 1; i <= column; ++i) glp_set_col_bnds(problem_, i, GLP_LO, 0, 0);
    if (!equations.empty()) glp_add_rows(problem_, static_cast<int>(equations.size()));
    std::vector<int> rows(1), columns(1);
    std::vector<double> coefficients(1);
    for (std::size_t e = 0; e < equations.size(); ++e) {
      double right = 0;
      for (const auto& [q, coefficient] : system.equations[equations[e]].terms) {
        if (known[q]) {
          right -= coefficient * system.values[q];
        } else {
          rows.push_back(static_cast<int>(e + 1));
          columns.push_back(column_.at(q));
          coefficients.push_back(coefficient);
        }
      }
      glp_set_row_bnds(problem_, static_cast<int>(e + 1), GLP_FX, right, right);
    }
    glp_load_matrix(problem_, static_cast<int>(rows.size() - 1), rows.data(), columns.data(),
                    coefficients.data());
  }
  ~Component() { glp_delete_prob(problem_); }
  Component(const Component&) = delete;
  Component& operator=(const Component&) = delete;

  double bound(std::size_t quantity, bool most) {
    const int column = column_.at(quantity);
    glp_set_obj_dir(problem_, most ? GLP_MAX : GLP_MIN);
    glp_set_obj_coef(problem_, column, 1);
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    const int failed = glp_simplex(problem_, &parameters);
    glp_set_obj_coef(problem_, column, 0);
    const int status = glp_get_status(problem_);
    if (failed == 0 && glp_get_prim_stat(problem_) == GLP_FEAS) remember();
    if (failed == 0 && status == GLP_UNBND) return std::numeric_limits<double>::infinity();
    if (failed != 0 || status != GLP_OPT)
      throw base::Failure(
          "Числа людей противоречат друг другу: по профилю региона такого быть не может. Проверьте "
          "в indicators.toml [[partitions]] и имена numerator_population, denominator_population.");
    return glp_get_obj_val(problem_);
  }
  /// Whether a solution that was met on the way says so, or the bound itself.
  bool reaches(std::size_t quantity, double level, bool most) {
    const auto reached = [&](double value) {
      return most ? value > level - kTolerance : value < level + kTolerance;
    };
    const auto column = static_cast<std::size_t>(column_.at(quantity));
    if (!seen_.empty() && reached(most ? seen_[column].most : seen_[column].least)) return true;
    return reached(bound(quantity, most));
  }
  /// Equations with a price at the last optimum.
  [[nodiscard]] std::vector<std::size_t> priced() const {
    std::vector<std::size_t> result;
    for (std::size_t e = 0; e < equations_.size(); ++e) {
      if (std::abs(glp_get_row_dual(problem_, static_cast<int>(e + 1))) > kTolerance)
        result.push_back(equations_[e]);
    }
    return result;
  }

 private:
  void remember() {
    const auto columns = static_cast<std::size_t>(glp_get_num_cols(problem_));
    const bool first = seen_.empty();
    if (first) seen_.resize(columns + 1);
    for (std::size_t i = 1; i <= columns; ++i) {
      const double value = glp_get_col_prim(problem_, static_cast<int>(i));
      auto& seen = seen_[i];
      seen.least = first ? value : std::min(seen.least, value);
      seen.most = first ? value : std::max(seen.most, value);
    }
  }

  glp_prob* problem_;
  std::vector<std::size_t> equations_;
  std::map<std::size_t, int> column_;
  std::vector<Interval> seen_;  ///< by column: what solutions so far had
};

LinearBounds::LinearBounds(const CountSystem& system, const std::vector<bool>& known)
    : system_(system), known_(known), root_(system.values.size()) {
  std::iota(root_.begin(), root_.end(), std::size_t{0});
  for (const auto& equation : system.equations) {
    std::size_t first = root_.size();
    for (const auto& [q, coefficient] : equation.terms) {
      if (known[q]) continue;
      if (first == root_.size()) {
        first = find_root(root_, q);
      } else {
        root_[find_root(root_, q)] = first;
      }
    }
  }
  for (std::size_t q = 0; q < root_.size(); ++q) {
    root_[q] = find_root(root_, q);
    if (!known[q]) quantities_[root_[q]].push_back(q);
  }
  for (std::size_t e = 0; e < system.equations.size(); ++e) {
    for (const auto& [q, coefficient] : system.equations[e].terms) {
      if (known[q]) continue;
      equations_[root_[q]].push_back(e);
      break;
    }
  }
}

LinearBounds::~LinearBounds() = default;

LinearBounds::Component& LinearBounds::component_of(std::size_t quantity) {
  const auto root = root_[quantity];
  auto& component = components_[root];
  if (!component)
    component =
        std::make_unique<Component>(system_, known_, quantities_.at(root), equations_[root]);
  return *component;
}

Interval LinearBounds::of(std::size_t quantity) {
  if (known_[quantity]) return {system_.values[quantity], system_.values[quantity]};
  auto& component = component_of(quantity);
  return {component.bound(quantity, false), component.bound(quantity, true)};
}

bool LinearBounds::reaches(std::size_t quantity, double level, bool most) {
  if (known_[quantity]) {
    const double value = system_.values[quantity];
    return most ? value >= level : value <= level;
  }
  return component_of(quantity).reaches(quantity, level, most);
}

std::vector<std::size_t> LinearBounds::holding(std::size_t quantity, bool most) {
  if (known_[quantity]) return {};
  auto& component = component_of(quantity);
  if (std::isinf(component.bound(quantity, most))) return {};
  return component.priced();
}

}  // namespace metodaktiv::disclosure
