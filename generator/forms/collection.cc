#include "forms/collection.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/nearest.h"
#include "base/parallel.h"
#include "base/text.h"
#include "config/form_stamp.h"
#include "config/ownership.h"
#include "config/profile_lists.h"
#include "forms/choice_lists.h"
#include "forms/cover_sheet.h"
#include "forms/files_aside.h"
#include "forms/table_sheet.h"
#include "registry/registry.h"

namespace metodaktiv::forms {
namespace {

namespace fs = std::filesystem;
using config::FormDefinition;

struct Municipality {
  std::string code, name, kind;
};

struct Source {
  const fs::path& registry_file;
  const std::vector<FormDefinition>& forms;
  const config::RegionProfile& profile;
  const CollectionOptions& options;
  SharedLists shared;
  std::string layout;
};

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
  if (const auto near = base::nearest(typed, known))
    return fmt::format(" Возможно, имелось в виду «{}».", *near);
  return {};
}

std::vector<Municipality> read_municipalities(registry::Database& registry) {
  std::vector<Municipality> all;
  auto query = registry.prepare("SELECT code, name, kind FROM main.municipalities ORDER BY code",
                                "муниципалитеты");
  while (query.next()) all.push_back({query.text(0), query.text(1), query.text_or_empty(2)});
  return all;
}

std::vector<Municipality> chosen_municipalities(registry::Database& registry,
                                                const std::vector<std::string>& wanted) {
  auto all = read_municipalities(registry);
  if (all.empty()) {
    throw base::Failure(
        "В реестре нет ни одного муниципалитета: не для кого делать формы. Сначала загрузите "
        "таблицу «Муниципалитеты».");
  }
  if (wanted.empty()) return all;
  std::vector<std::string> codes;
  for (const auto& municipality : all) codes.push_back(municipality.code);
  for (const auto& code : wanted) {
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
    std::vector<std::string> shown = codes;
    constexpr std::size_t kShown = 8;
    if (shown.size() > kShown) shown.resize(kShown);
    throw base::UsageError(fmt::format("В реестре нет муниципалитета с кодом «{}».{} Есть: {}{}.",
                                       code, did_you_mean(code, codes), base::join(shown, ", "),
                                       codes.size() > kShown ? " и другие" : ""));
  }
  std::erase_if(all, [&](const Municipality& municipality) {
    return std::find(wanted.begin(), wanted.end(), municipality.code) == wanted.end();
  });
  return all;
}

bool is_named(const FormDefinition& form, std::string_view text) {
  return form.table == text || base::folded(form.title) == base::folded(text);
}

/// The tables of the workbooks: those that belong to municipalities, in the forms' order.
std::vector<const FormDefinition*> chosen_tables(const std::vector<FormDefinition>& forms,
                                                 const std::vector<std::string>& wanted) {
  std::vector<const FormDefinition*> tables;
  std::vector<std::string> names;
  for (const auto& form : forms) {
    if (config::municipality_path(forms, form).empty()) continue;
    tables.push_back(&form);
    names.push_back(form.table);
  }
  if (wanted.empty()) return tables;
  for (const auto& name : wanted) {
    const auto named = [&](const auto& form) { return is_named(form, name); };
    const auto form = std::find_if(forms.begin(), forms.end(), named);
    if (form == forms.end()) {
      throw base::UsageError(fmt::format("Нет таблицы «{}».{} Есть: {}.", name,
                                         did_you_mean(name, names), base::join(names, ", ")));
    }
    if (std::find(names.begin(), names.end(), form->table) == names.end()) {
      throw base::UsageError(
          fmt::format("Таблицу «{}» ведут для региона в целом: в форму муниципалитета она не "
                      "входит. Есть: {}.",
                      form->title, base::join(names, ", ")));
    }
  }
  std::erase_if(tables, [&](const FormDefinition* form) {
    return std::none_of(wanted.begin(), wanted.end(),
                        [&](const std::string& name) { return is_named(*form, name); });
  });
  return tables;
}

/// The school years of all rows and of the form itself, with one before and one after.
std::vector<std::string> school_years(registry::Database& registry, const Source& source) {
  std::set<base::SchoolYear> years = {base::SchoolYear::of(source.options.made_on),
                                      base::SchoolYear::of(source.options.due_on)};
  for (const auto& form : source.forms) {
    for (const auto& column : form.columns) {
      if (column.type != config::ColumnType::kSchoolYear) continue;
      auto query = registry.prepare(fmt::format("SELECT DISTINCT {0} FROM main.{1} WHERE {0} IS "
                                                "NOT NULL",
                                                column.key, form.table),
                                    "учебные годы реестра");
      while (query.next()) {
        if (const auto year = base::SchoolYear::parse(query.text(0))) years.insert(*year);
      }
    }
  }
  std::vector<std::string> texts;
  for (auto year = years.begin()->previous(); year <= years.rbegin()->next(); year = year.next())
    texts.push_back(year.text());
  return texts;
}

CollectionForm make_form(const Source& source, const Municipality& municipality,
                         const std::vector<const FormDefinition*>& tables, const fs::path& file) {
  auto registry = registry::open_registry(source.registry_file);
  CollectionForm made;
  made.municipality = municipality.code;
  made.name = municipality.name;
  made.layout = source.layout;
  Cover cover{
      source.profile,
      municipality.name,
      municipality.kind,
      source.options.made_on,
      source.options.due_on,
      {municipality.code, source.options.made_on.iso(), source.options.due_on.iso(), source.layout},
      {},
      {}};
  for (const auto* form : tables) {
    cover.tables.push_back(
        read_municipality_rows(registry, source.forms, *form, municipality.code));
    made.tables.push_back(form->table);
    made.rows += static_cast<std::int64_t>(cover.tables.back().rows.size());
  }

  const auto& op = source.profile.operator_;
  workbook::Workbook book(file,
                          {cover_title(cover), "Форма сбора данных", op.short_name, op.organization,
                           "Для служебного пользования", source.options.made_on});
  const CollectionStyles styles(book);
  auto cover_sheet = book.add_sheet(config::kCoverSheet);
  for (const auto* form : tables) cover.sheets.push_back(book.add_sheet(form->title));
  auto lists_sheet = book.add_sheet(config::kListsSheet);
  ReferenceLabels labels(registry, source.forms, municipality.code);
  ChoiceLists lists(book, lists_sheet, source.shared, labels);
  const TableSheetContext context{styles, cover_sheet, lists, labels, municipality.name};
  fill_cover_sheet(cover_sheet, styles, cover);
  for (std::size_t i = 0; i < tables.size(); ++i)
    fill_table_sheet(cover.sheets[i], context, cover.tables[i]);
  lists_sheet.protect({});
  lists_sheet.hide();
  book.save();
  return made;
}

}  // namespace

std::vector<CollectionForm> make_collection_forms(const fs::path& registry_file,
                                                  const std::vector<FormDefinition>& forms,
                                                  const config::RegionProfile& profile,
                                                  const fs::path& out_folder,
                                                  const CollectionOptions& options) {
  Source source{registry_file, forms, profile, options, {}, config::layout_version(forms)};
  std::vector<Municipality> municipalities;
  const auto tables = chosen_tables(forms, options.tables);
  {
    auto registry = registry::open_registry(registry_file);
    municipalities = chosen_municipalities(registry, options.municipalities);
    source.shared = {config::profile_lists(profile), school_years(registry, source)};
  }
  base::create_folders(out_folder);
  std::vector<fs::path> files;
  for (const auto& municipality : municipalities)
    files.push_back(out_folder / (municipality.code + ".xlsx"));
  FilesAside aside(files);
  std::vector<CollectionForm> made(municipalities.size());
  base::parallel_for(municipalities.size(), static_cast<unsigned>(std::max(options.jobs, 1)),
                     [&](std::size_t i) {
                       made[i] = make_form(source, municipalities[i], tables, aside.aside(i));
                       made[i].file = files[i];
                     });
  aside.put_into_place();
  return made;
}

}  // namespace metodaktiv::forms
