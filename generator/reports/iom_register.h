#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "reports/context.h"
#include "reports/routes.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

/// Columns of the register of routes.
enum RegisterColumn {
  kNumber,
  kTeacher,
  kOrganization,
  kSubject,
  kMethodist,
  kYear,
  kCreated,
  kPlannedEnd,
  kStage,
  kStatus,
  kCompleted,
  kDaysLate,
  kOverdue
};

/// The register as a list on its sheet, and what the other sheets count in it.
class RouteRegister {
 public:
  /// The sheet exists already and is empty.
  RouteRegister(workbook::Sheet sheet, const ReportContext& context,
                const std::vector<Route>& routes);

  /// Writes the list. `forms` are the sheets with filled forms, `cover` the first sheet.
  void fill(const SheetStyles& styles, const indicators::Place& place,
            const std::map<const Route*, workbook::Sheet>& forms, const workbook::Sheet& cover);

  [[nodiscard]] const workbook::Sheet& sheet() const { return sheet_; }
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
  /// «реализуется» for "in_progress".
  [[nodiscard]] const std::string& status_title(const std::string& key) const;
  /// Keys of the states in the order of the collection form, then others that occur.
  [[nodiscard]] std::vector<std::string> states() const;
  /// The cells of a column for a formula on another sheet; only where there are routes.
  [[nodiscard]] std::string cells(RegisterColumn column) const;
  /// «,'Реестр'!$J$6:$J$9,"завершён"» for COUNTIFS; a sign may stand before the state: "<>".
  [[nodiscard]] std::string with_status(const std::string& key, const char* sign = "") const;
  [[nodiscard]] std::string with_year(const std::string& school_year) const;
  /// The condition that leaves out drafts and cancelled routes.
  [[nodiscard]] std::string developed() const;
  [[nodiscard]] long long count(const std::function<bool(const Route&)>& which) const;

 private:
  void write_route(int row, const SheetStyles& styles, const Route& route);

  workbook::Sheet sheet_;
  const ReportContext& context_;
  const std::vector<Route>& routes_;
  std::map<std::string, std::string> titles_;
  std::vector<std::string> states_;
};

/// «'Реестр'!A1:A9» → a COUNTIFS over the conditions, which begin with a comma.
std::string counting(const std::string& conditions);

}  // namespace metodaktiv::reports
