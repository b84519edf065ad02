#pragma once

#include <compare>
#include <cstdint>
#include <string>

struct lxw_format;

namespace metodaktiv::workbook {

using Rgb = std::uint32_t;  ///< 0xRRGGBB
inline constexpr Rgb kNoColor = 0xFFFFFFFF;

enum class Typeface { kSans, kSerif };
enum class Horizontal { kGeneral, kLeft, kCenter, kRight };
enum class Vertical { kTop, kCenter, kBottom };
enum class Line { kNone, kHair, kThin, kMedium, kThick };

/// How a cell looks. A value: reports name their styles once and ask the workbook for a Format.
struct Style {
  Typeface typeface = Typeface::kSans;
  double size = 10;
  bool bold = false;
  bool italic = false;
  bool underline = false;
  Rgb color = kNoColor;
  Rgb fill = kNoColor;
  Horizontal horizontal = Horizontal::kGeneral;
  Vertical vertical = Vertical::kCenter;
  bool wrap = false;
  bool shrink = false;
  int indent = 0;
  int rotation = 0;  ///< degrees, 90 reads upwards
  Line top = Line::kNone, bottom = Line::kNone, left = Line::kNone, right = Line::kNone;
  Rgb line_color = 0;
  std::string number_format;  ///< empty: general
  bool unlocked = false;      ///< may be filled in although the sheet is protected

  /// The same with a line on all four sides.
  [[nodiscard]] Style framed(Line line, Rgb color_of_line = 0) const;
  [[nodiscard]] Style with_fill(Rgb fill_color) const;
  [[nodiscard]] Style with_number(std::string format) const;

  auto operator<=>(const Style&) const = default;
};

/// A style made known to one workbook. Cheap to copy; lives as long as the workbook.
class Format {
 public:
  Format() = default;

 private:
  friend class Workbook;
  friend class Sheet;
  explicit Format(lxw_format* handle) : handle_(handle) {}
  lxw_format* handle_ = nullptr;
};

}  // namespace metodaktiv::workbook
