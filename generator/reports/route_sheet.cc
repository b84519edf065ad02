#include "reports/route_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "reports/printed_rows.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::RouteForm;
using workbook::Sheet;

constexpr double kLeastHeight = 17;
constexpr double kLinkWidth = 16;  // beside the form, not printed

/// Writes the form from top to bottom.
class RouteSheet {
 public:
  RouteSheet(Sheet& sheet, const FormStyles& styles, const RouteForm& form)
      : sheet_(sheet),
        printed_(sheet),
        styles_(styles),
        form_(form),
        last_(static_cast<int>(form.columns.size()) - 1) {
    sheet_.hide_gridlines();
    for (int i = 0; i <= last_; ++i) sheet_.column(i, i, width(i, i));
  }

  void approval() {
    if (form_.approval_heading.empty()) return;
    const int first = last_ == 0 ? 0 : std::max(1, last_ - 1);
    for (const auto& text : {form_.approval_heading, form_.approval_position,
                             form_.approval_signature, form_.approval_date}) {
      if (!text.empty()) wide(first, text, styles_.center, form_style::plain());
    }
    ++row_;
  }

  void title() {
    workbook::Style large = form_style::plain();
    large.size = 14;
    wide(0, form_.title, styles_.title, large);
    ++row_;
  }

  void heading(const std::string& number, const std::string& title) {
    const auto text = number.empty() ? title : fmt::format("{}. {}", number, title);
    printed_.keep_with_next(row_);
    wide(0, text, styles_.total_text, form_style::cell());
  }

  void labelled(const std::string& label, const std::string& value) {
    const int first = std::min(1, last_);
    const auto text = last_ == 0 ? fmt::format("{}: {}", label, value) : value;
    double height = std::max(kLeastHeight, fitting(text, first, last_));
    if (last_ > 0) {
      sheet_.text(row_, 0, label, styles_.text);
      height = std::max(height, fitting(label, 0, 0));
    }
    sheet_.merge(row_, first, row_, last_, text, styles_.text);
    printed_.height(row_++, height);
  }

  /// A day in place of the value; text where the form has a single column.
  void labelled(const std::string& label, base::Date value) {
    labelled(label, value.dotted());
    if (last_ > 0) sheet_.date(row_ - 1, 1, value, styles_.date);
  }

  void paragraph(const std::string& text) { wide(0, text, styles_.text, form_style::cell()); }

  /// The heads of the columns, where they differ from those of the section before.
  void heads(const std::vector<std::string>& titles) {
    if (titles == heads_) return;
    heads_ = titles;
    printed_.keep_with_next(row_);
    cells(titles, styles_.header);
  }

  void activity(const RouteActivity& activity) {
    std::vector<std::string> texts;
    for (const auto& column : form_.columns) texts.push_back(cell_of(activity, column.key));
    cells(texts, styles_.text);
    if (!activity.due_on || activity.done_on) return;
    for (int i = 0; i <= last_; ++i) {
      if (form_.columns[static_cast<std::size_t>(i)].key == "due_on")
        sheet_.date(row_ - 1, i, *activity.due_on, styles_.date);
    }
  }

  void empty_row() {
    cells(std::vector<std::string>(form_.columns.size()), styles_.text);
    printed_.height(row_ - 1, 26);
  }

  void signatures() {
    printed_.keep_with_next(row_++);
    for (const auto& signature : form_.signatures) {
      if (&signature != &form_.signatures.back()) printed_.keep_with_next(row_);
      if (last_ == 0) {
        sheet_.text(row_, 0, fmt::format("{} {}", signature.role, signature.line), styles_.plain);
      } else {
        // The line begins behind the role, however long that is.
        const double needed = workbook::fitting_width(signature.role, form_style::plain()) + 1;
        int first = 1;
        while (first < last_ && width(0, first - 1) < needed) ++first;
        if (first == 1) {
          sheet_.text(row_, 0, signature.role, styles_.plain);
        } else {
          sheet_.merge(row_, 0, row_, first - 1, signature.role, styles_.plain);
        }
        sheet_.merge(row_, first, row_, last_, signature.line, styles_.plain);
      }
      printed_.height(row_++, 26);
    }
  }

  void lay_out(workbook::PageSetup& page) const {
    std::vector<double> widths;
    for (const auto& column : form_.columns) widths.push_back(column.width);
    printed_.lay_out(page, widths, last_row());
  }

  [[nodiscard]] int last_row() const { return std::max(0, row_ - 1); }
  [[nodiscard]] int last_column() const { return last_; }

 private:
  [[nodiscard]] double width(int first, int last) const {
    double sum = 0;
    for (int i = first; i <= last; ++i) sum += form_.columns[static_cast<std::size_t>(i)].width;
    return sum;
  }
  [[nodiscard]] double fitting(const std::string& text, int first, int last) const {
    return workbook::fitting_height(text, width(first, last), form_style::cell());
  }

  void wide(int first, const std::string& text, workbook::Format format,
            const workbook::Style& style) {
    sheet_.merge(row_, first, row_, last_, text, format);
    printed_.height(
        row_++, std::max(kLeastHeight, workbook::fitting_height(text, width(first, last_), style)));
  }

  void cells(const std::vector<std::string>& texts, workbook::Format format) {
    double height = kLeastHeight;
    for (int i = 0; i <= last_; ++i) {
      const auto& text = texts[static_cast<std::size_t>(i)];
      sheet_.text(row_, i, text, format);
      height = std::max(height, fitting(text, i, i));
    }
    printed_.height(row_++, height);
  }

  static std::string cell_of(const RouteActivity& activity, const std::string& key) {
    if (key == "title") return activity.title;
    if (key == "reflection") return activity.reflection;
    if (key == "due_on") {
      std::vector<std::string> parts;
      if (activity.due_on) parts.push_back(activity.due_on->dotted());
      if (activity.done_on) parts.push_back("выполнено " + activity.done_on->dotted());
      return base::join(parts, "\n");
    }
    std::vector<std::string> parts;
    if (!activity.details.empty()) parts.push_back(activity.details);
    if (activity.hours)
      parts.push_back(fmt::format("{}\u00A0ч", base::plain_russian(*activity.hours)));
    return base::join(parts, ", ");
  }

  Sheet& sheet_;
  PrintedRows printed_;
  const FormStyles& styles_;
  const RouteForm& form_;
  int last_;
  int row_ = 0;
  std::vector<std::string> heads_;
};

std::string value_of(const std::string& key, const ReportContext& context,
                     const std::string& municipality, const Route& route,
                     const RouteAssessment& assessment) {
  if (key == "teacher_name") return route.teacher_name;
  if (key == "municipality") return municipality;
  if (key == "organization") return route.organization;
  if (key == "position") return route.position;
  if (key == "subject") return route.subject;
  if (key == "methodist_name") return route.methodist_name;
  if (key == "level" && !assessment.level.empty())
    return context.input.profile.level_title(assessment.level);
  return {};
}

/// From the day the route was made to the last date of its plan, or the day it was completed.
void write_period(RouteSheet& out, const RouteForm& form, const Route& route,
                  const std::vector<RouteActivity>& activities) {
  auto end = route.completed_on;
  for (const auto& activity : activities) {
    if (!route.completed_on && activity.due_on && (!end || *end < *activity.due_on))
      end = activity.due_on;
  }
  const auto shown = [&](const std::optional<base::Date>& date) {
    return date ? date->in_words() : form.period_date;
  };
  out.labelled(form.period_label,
               fmt::format("{}: {}\n{}: {}", form.period_begin, shown(route.created_on),
                           form.period_end, shown(end)));
}

void write_plan(RouteSheet& out, const RouteForm& form,
                const std::vector<RouteActivity>& activities) {
  std::string part;
  for (const auto& section : form.sections) {
    // A part that is its only section's number needs no heading of its own.
    if (section.part != part && section.part != section.number) {
      for (const auto& entry : form.parts) {
        if (entry.number == section.part) out.heading(entry.number, entry.title);
      }
    }
    part = section.part;
    out.heading(section.number, section.title);
    out.heads(section.blocks.front().columns);
    bool any = false;
    for (const auto& activity : activities) {
      if (activity.section != section.number) continue;
      out.activity(activity);
      any = true;
    }
    if (!any) out.empty_row();
  }
}

}  // namespace

void fill_route_sheet(Sheet& sheet, const FormStyles& styles, const ReportContext& context,
                      const Sheet& list, const std::string& municipality, const Route& route,
                      const RouteAssessment& assessment,
                      const std::vector<RouteActivity>& activities) {
  const auto& form = context.route_form;
  RouteSheet out(sheet, styles, form);
  out.approval();
  out.title();
  out.heading(form.general_number, form.general_title);
  for (const auto& field : form.fields) {
    if (field.value == "assessed_on" && assessment.assessed_on) {
      out.labelled(field.label, *assessment.assessed_on);
    } else {
      out.labelled(field.label, value_of(field.value, context, municipality, route, assessment));
    }
  }
  out.heading(form.aim_number, form.aim_title);
  out.paragraph(form.aim_text);
  out.heading(form.plan_number, form.plan_title);
  write_period(out, form, route, activities);
  write_plan(out, form, activities);
  out.signatures();
  auto page = form_page(context, form.landscape, 0, 0);
  page.repeat_rows.reset();
  out.lay_out(page);
  sheet.page(page);
  sheet.print_area(0, 0, out.last_row(), out.last_column());
  sheet.column(out.last_column() + 1, out.last_column() + 1, kLinkWidth);
  sheet.link(0, out.last_column() + 1, list, "← К реестру", styles.way_back);
}

}  // namespace metodaktiv::reports
