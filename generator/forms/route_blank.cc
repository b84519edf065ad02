#include "forms/route_blank.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "workbook/measure.h"
#include "workbook/workbook.h"

namespace metodaktiv::forms {
namespace {

using workbook::Horizontal;
using workbook::Line;
using workbook::Sheet;
using workbook::Style;

constexpr double kLeastHeight = 18;
constexpr double kFieldHeight = 24;    ///< a line to write a name on
constexpr double kWritingHeight = 32;  ///< two lines of handwriting
constexpr double kMargin = 1.5, kTopMargin = 1.5, kBottomMargin = 1.5;  // centimetres
constexpr double kLongSide = 29.7, kShortSide = 21.0;
constexpr double kPointsPerCentimetre = 72 / 2.54;
/// Column width units on paper: programs differ by a tenth, this is the widest of them.
constexpr double kUnitsPerCentimetre = 4.8;

Style plain(double size = 11) {
  Style style;
  style.typeface = workbook::Typeface::kSerif;
  style.size = size;
  style.wrap = true;
  return style;
}

Style strong(Style style) {
  style.bold = true;
  return style;
}

Style centered(Style style) {
  style.horizontal = Horizontal::kCenter;
  return style;
}

Style cell() { return plain().framed(Line::kThin); }
Style band() { return strong(cell()).with_fill(0xE7E6E6); }

/// Writes the form from top to bottom and notes where a page may end.
class BlankSheet {
 public:
  BlankSheet(workbook::Workbook& book, Sheet& sheet, const config::RouteForm& form)
      : book_(book), sheet_(sheet), form_(form), last_(static_cast<int>(form.columns.size()) - 1) {
    sheet_.hide_gridlines();
    for (int i = 0; i <= last_; ++i) sheet_.column(i, i, width(i, i));
  }

  void approval() {
    if (form_.approval_heading.empty()) return;
    const int first = last_ < 2 ? last_ : last_ - 1;
    bool head = true;
    for (const auto& text : {form_.approval_heading, form_.approval_position,
                             form_.approval_signature, form_.approval_date}) {
      if (text.empty()) continue;
      wide(first, text, centered(head ? strong(plain()) : plain()), 20);
      head = false;
    }
    gap(10);
  }

  void title() {
    wide(0, form_.title, centered(strong(plain(15))), 28);
    gap(8);
  }

  void heading(const std::string& number, const std::string& title, const Style& style) {
    wide(0, number.empty() ? title : fmt::format("{}. {}", number, title), style, 20);
  }

  void paragraph(const std::string& text) { wide(0, text, cell(), kFieldHeight); }

  void field(const std::string& label, const std::string& value, double least) {
    if (last_ == 0) {
      wide(0, fmt::format("{}: {}", label, value), cell(), least);
      return;
    }
    sheet_.text(row_, 0, label, book_.format(cell()));
    merged(1, value, cell());
    next(std::max({least, fitting(label, cell(), 0, 0), fitting(value, cell(), 1, last_)}));
  }

  void block(const config::RouteBlock& block) {
    double height = kLeastHeight;
    const auto head = centered(strong(plain(10).framed(Line::kThin)));
    for (int i = 0; i <= last_; ++i) {
      const auto& text = block.columns[static_cast<std::size_t>(i)];
      sheet_.text(row_, i, text, book_.format(head));
      height = std::max(height, fitting(text, head, i, i));
    }
    next(height);
    for (int row = 0; row < block.rows; ++row) {
      for (int i = 0; i <= last_; ++i) sheet_.blank(row_, i, book_.format(cell()));
      next(kWritingHeight);
    }
  }

  void signatures() {
    gap(14);
    for (const auto& signature : form_.signatures) {
      if (last_ == 0) {
        wide(0, fmt::format("{} {}", signature.role, signature.line), plain(), 28);
        continue;
      }
      sheet_.text(row_, 0, signature.role, book_.format(plain()));
      merged(1, signature.line, plain());
      next(std::max(28.0, fitting(signature.role, plain(), 0, 0)));
    }
  }

  /// What follows may begin a page.
  void may_break() { starts_.push_back(row_); }

  /// Paper, scale and breaks: what stands between two may_break() stays on one page.
  void print(const std::string& source) {
    workbook::PageSetup page;
    page.landscape = form_.landscape;
    page.left = page.right = kMargin;
    page.top = kTopMargin;
    page.bottom = kBottomMargin;
    page.centered = true;
    page.footer_left = source;
    const double across = (form_.landscape ? kLongSide : kShortSide) - 2 * kMargin;
    // Cells have padding beside their characters.
    const double units = width(0, last_) + 0.75 * (last_ + 1);
    page.scale = std::clamp(static_cast<int>(100 * across * kUnitsPerCentimetre / units), 50, 100);
    const double down = (form_.landscape ? kShortSide : kLongSide) - kTopMargin - kBottomMargin;
    page.breaks_before_rows = breaks(down * kPointsPerCentimetre * 100 / page.scale * 0.97);
    sheet_.page(page);
    sheet_.print_area(0, 0, std::max(0, row_ - 1), last_);
  }

 private:
  [[nodiscard]] double width(int first, int last) const {
    double sum = 0;
    for (int i = first; i <= last; ++i) sum += form_.columns[static_cast<std::size_t>(i)].width;
    return sum;
  }

  [[nodiscard]] double fitting(const std::string& text, const Style& style, int first,
                               int last) const {
    return workbook::fitting_height(text, width(first, last), style);
  }

  void merged(int first, const std::string& text, const Style& style) {
    sheet_.merge(row_, first, row_, last_, text, book_.format(style));
  }

  void wide(int first, const std::string& text, const Style& style, double least) {
    merged(first, text, style);
    next(std::max(least, fitting(text, style, first, last_)));
  }

  void gap(double height) { next(height); }

  void next(double height) {
    sheet_.row_height(row_++, height);
    heights_.push_back(height);
  }

  [[nodiscard]] std::vector<int> breaks(double room) const {
    std::vector<int> result;
    double used = 0;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const auto first = static_cast<std::size_t>(starts_[i]);
      const auto last =
          i + 1 < starts_.size() ? static_cast<std::size_t>(starts_[i + 1]) : heights_.size();
      double height = 0;
      for (auto row = first; row < last; ++row) height += heights_[row];
      if (i > 0 && used + height > room) {
        result.push_back(starts_[i]);
        used = 0;
      }
      used += height;
    }
    return result;
  }

  workbook::Workbook& book_;
  Sheet& sheet_;
  const config::RouteForm& form_;
  int last_;
  int row_ = 0;
  std::vector<double> heights_;
  std::vector<int> starts_;
};

void write_plan(BlankSheet& out, const config::RouteForm& form) {
  const auto period = fmt::format("{}: {}     {}: {}", form.period_begin, form.period_date,
                                  form.period_end, form.period_date);
  out.heading(form.plan_number, form.plan_title, strong(plain(12)));
  out.field(form.period_label, period, kFieldHeight);
  std::string part;
  bool first = true;
  for (const auto& section : form.sections) {
    // The plan's own heading stays with its first section.
    if (!first) out.may_break();
    first = false;
    // A part that is its only section's number needs no heading of its own.
    if (section.part != part && section.part != section.number) {
      for (const auto& entry : form.parts) {
        if (entry.number == section.part) out.heading(entry.number, entry.title, centered(band()));
      }
    }
    part = section.part;
    out.heading(section.number, section.title, band());
    for (const auto& block : section.blocks) out.block(block);
  }
}

}  // namespace

void write_route_blank(const config::RegionProfile& profile, const config::RouteForm& form,
                       base::Date as_of, const std::filesystem::path& file) {
  workbook::Properties properties;
  properties.title = form.title;
  properties.subject = form.source;
  properties.author = profile.operator_.short_name;
  properties.company = profile.operator_.organization;
  properties.created = as_of;
  workbook::Workbook book(file, properties);
  Sheet sheet = book.add_sheet(profile.terms.route_short);
  BlankSheet out(book, sheet, form);
  out.may_break();
  out.approval();
  out.title();
  out.heading(form.general_number, form.general_title, strong(plain(12)));
  for (const auto& field : form.fields) {
    out.field(field.hint.empty() ? field.label : fmt::format("{} ({})", field.label, field.hint),
              "", kFieldHeight);
  }
  out.may_break();
  out.heading(form.aim_number, form.aim_title, strong(plain(12)));
  out.paragraph(form.aim_text);
  out.may_break();
  write_plan(out, form);
  out.may_break();
  out.signatures();
  out.print(form.source);
  book.save();
}

void write_route_downloads(const config::RegionProfile& profile, const config::RouteForm& form,
                           base::Date as_of, base::FileSink& sink) {
  const auto sheet = fmt::format("forms/{}.xlsx", form.file_name);
  write_route_blank(profile, form, as_of, sink.scratch(sheet));
  sink.adopt(sheet);
  sink.write(fmt::format("forms/{}.md", form.file_name), route_blank_text(form));
}

}  // namespace metodaktiv::forms
