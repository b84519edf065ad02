#include <fmt/format.h>

#include "base/text.h"
#include "config/ownership.h"
#include "config/profile_lists.h"
#include "site/column_words.h"
#include "site/content_view.h"
#include "site/paths.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

using config::FormColumn;
using config::FormDefinition;

/// Longer lists of values are folded.
constexpr std::size_t kOpenValues = 10;

constexpr const char* kIndexTitle = "Формы сбора: что писать в столбцах";

std::string columns_text(const FormDefinition& form) {
  std::int64_t required = 0;
  for (const auto& column : form.columns) required += column.required;
  return fmt::format("{}, {} {}",
                     base::counted(static_cast<std::int64_t>(form.columns.size()), "столбец",
                                   "столбца", "столбцов"),
                     base::plural(required, "обязателен", "обязательны", "обязательны"), required);
}

/// Whether municipalities get the table in their workbooks.
bool is_given_out(const Context& context, const FormDefinition& form) {
  return !config::municipality_path(context.forms, form).empty();
}

std::vector<std::string> titles(const FormDefinition& form, const std::vector<std::string>& keys) {
  std::vector<std::string> titles;
  for (const auto& key : keys) {
    const auto* column = form.column(key);
    titles.push_back(fmt::format("«{}»", column ? column->title : key));
  }
  return titles;
}

/// Allowed values with their keys; a title that begins with the key does not need it again.
void fill_values(Dict cell, const std::vector<config::AllowedValue>& values) {
  if (values.empty()) return;
  Dict list = cell.add(values.size() > kOpenValues ? "LONG" : "SHORT");
  if (values.size() > kOpenValues) {
    list.set("VALUE_COUNT", base::counted(static_cast<std::int64_t>(values.size()), "значение",
                                          "значения", "значений"));
  }
  for (const auto& value : values) {
    Dict item = list.add("VALUE");
    item.set("VALUE_TITLE", value.title);
    if (!value.title.starts_with(value.key)) item.put("VALUE_KEY", value.key);
  }
}

void fill_columns(Dict dict, const Context& context, const FormDefinition& form) {
  const auto lists = config::profile_lists(context.profile);
  for (const auto& column : form.columns) {
    Dict row = dict.add("COLUMN");
    row.set("COLUMN_TITLE", column.title);
    row.set("COLUMN_KEY", column.key);
    row.show_if(column.required, "REQUIRED");
    row.show_if(column.import_only, "IMPORT_ONLY");
    row.set("TYPE", wording::column_type(column, context.model.school_year));
    row.set("HINT", wording::column_hint(form, column));
    row.set("PRIVACY", wording::column_privacy(form, column));
    if (const auto* target = config::form_of(context.forms, column.references)) {
      Dict reference = row.add("REFERENCE");
      reference.set("REFERENCE_TITLE", target->title);
      reference.link("REFERENCE_HREF", paths::form_help(target->table));
    }
    const auto of_profile = lists.find(column.profile_values);
    fill_values(row, of_profile == lists.end() ? column.values : of_profile->second);
  }
}

Page table_page(const Context& context, const FormDefinition& form) {
  Page page;
  page.path = paths::form_help(form.table);
  page.template_name = "help_form.html";
  page.heading = form.title;
  page.title = fmt::format("{}: столбцы формы", form.title);
  page.eyebrow = "Форма сбора";
  page.description = fmt::format("Таблица «{}»: что писать в каждом столбце.", form.title);
  page.lead = form.description;
  page.crumbs = {{"Формы сбора", std::string(paths::kFormsHelp)}};
  page.fill = [&context, &form](Dict dict) {
    dict.set("TABLE", form.table);
    dict.set("TABLE_TITLE", form.title);
    dict.set("TABLE_PRIVACY", wording::privacy(form.privacy));
    dict.show(is_given_out(context, form) ? "GIVEN_OUT" : "REGIONAL");
    dict.set("KEY", base::join(titles(form, form.key), ", "));
    dict.show_if(form.key.size() > 1, "KEY_OF_SEVERAL");
    for (const auto& group : form.one_of)
      dict.add("ONE_OF").set("ONE_OF_COLUMNS", base::join(titles(form, group), ", "));
    dict.link("INDEX_HREF", paths::kFormsHelp);
    fill_columns(dict, context, form);
  };
  return page;
}

Page index_page(const Context& context) {
  Page page;
  page.path = paths::kFormsHelp;
  page.template_name = "help_forms.html";
  page.heading = kIndexTitle;
  page.title = "Формы сбора: столбцы";
  page.description = "Каждый столбец каждой формы: что писать, что обязательно, что публикуется.";
  page.lead = page.description;
  if (const auto* help = context.content("help"))
    page.crumbs = {{help->title, content_path("help")}};
  page.fill = [&context](Dict dict) {
    for (const auto& form : context.forms) {
      Dict row = dict.add(is_given_out(context, form) ? "FORM" : "REGIONAL_FORM");
      row.set("FORM_TITLE", form.title);
      row.link("FORM_HREF", paths::form_help(form.table));
      row.set("FORM_ABOUT", form.description);
      row.set("FORM_COLUMNS", columns_text(form));
      row.set("FORM_PRIVACY", wording::privacy(form.privacy));
    }
    fill_text(dict, context.content(paths::kFormsHelpText), paths::kFormsHelp);
  };
  return page;
}

}  // namespace

void add_forms_help_pages(const Context& context, std::vector<Page>& pages) {
  if (context.forms.empty()) return;
  pages.push_back(index_page(context));
  for (const auto& form : context.forms) pages.push_back(table_page(context, form));
}

}  // namespace metodaktiv::site
