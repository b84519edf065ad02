#pragma once

#include "config/indicator_definition.h"
#include "indicators/figure.h"
#include "reports/methodist_load.h"
#include "reports/wording.h"
#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// Colours of charts and conditional formats; told apart by people who don't see colours, too.
namespace palette {
inline constexpr workbook::Rgb kInk = 0x1F3A4D;
inline constexpr workbook::Rgb kNow = 0x1F5F7A;
inline constexpr workbook::Rgb kBefore = 0x7FA9BC;
inline constexpr workbook::Rgb kLongAgo = 0xCBDCE3;
inline constexpr workbook::Rgb kTarget = 0xC0562B;
inline constexpr workbook::Rgb kMedian = 0xD1AC4B;
inline constexpr workbook::Rgb kWorse = 0xF6CFA8;
inline constexpr workbook::Rgb kMiddle = 0xFFFFFF;
inline constexpr workbook::Rgb kBetter = 0x9CCFD8;
}  // namespace palette

/// Styles as plain values, for measuring text.
namespace style {
workbook::Style title();
workbook::Style subtitle();
workbook::Style body();    ///< framed, wrapped
workbook::Style header();  ///< of a table
workbook::Style link();    ///< framed
}  // namespace style

/// The cell formats of the analytical workbooks, by meaning.
class SheetStyles {
 public:
  explicit SheetStyles(workbook::Workbook& book);

  workbook::Format title, subtitle, label, plain, plain_date, plain_strong, note, heading;
  workbook::Format header, header_upright;
  workbook::Format text, text_strong, text_center, text_small, link, way_back, date, integer,
      fraction, ordinal, shortage, deviation, fraction_deviation, no_data;
  workbook::Format met, not_met, no_target, attention;
  workbook::Format late;  ///< a number of days past the date, with ✘ before it
  workbook::Format yes, no;
  workbook::Format total_text, total_integer, total_fraction, total_percent;

  workbook::Format places_moved;  ///< ▲ up, ▼ down
  workbook::Format late_count;    ///< how many are late, with ✘ before it

  /// Right-aligned number of an indicator of this unit; `strong` for the current year.
  [[nodiscard]] workbook::Format value(config::Unit unit, bool strong = false) const;
  [[nodiscard]] workbook::Format centered_value(config::Unit unit) const;
  [[nodiscard]] workbook::Format status(indicators::Status status) const;
  [[nodiscard]] workbook::Format change(config::Unit unit, const Change& change) const;
  [[nodiscard]] workbook::Format target(const indicators::Figure& figure) const;
  /// The same like centered_value, small and in the middle.
  [[nodiscard]] workbook::Format centered_target(const indicators::Figure& figure) const;
  [[nodiscard]] workbook::Format verdict(LoadVerdict verdict) const;
  /// A number of the total row in words of its own.
  [[nodiscard]] workbook::Format total(const std::string& number_format) const;

 private:
  workbook::Workbook& book_;
};

/// Number format of a chart's value axis: percents without a fraction.
std::string chart_number_format(config::Unit unit);

}  // namespace metodaktiv::reports
