#include "commands/forms_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/disk.h"
#include "base/error.h"
#include "base/text.h"
#include "commands/help_formatter.h"
#include "commands/registry_scope.h"
#include "config/collection.h"
#include "config/form_definition.h"
#include "forms/collection.h"
#include "registry/form_records.h"
#include "registry/registry.h"

namespace metodaktiv::commands {
namespace {

void record(const std::filesystem::path& registry_file, const std::filesystem::path& data,
            const std::vector<forms::CollectionForm>& made, base::Date made_on, base::Date due_on) {
  std::vector<registry::FormRecord> records;
  for (const auto& form : made) {
    records.push_back({form.municipality, made_on.iso(), due_on.iso(), form.layout,
                       form.file.filename().string()});
  }
  auto registry = registry::open_or_create_registry(registry_file, data);
  registry::record_forms(registry, records);
}

/// Somebody may have filled in the workbooks that lie in the folder already.
void keep_filled_forms(const std::filesystem::path& registry_file, const std::filesystem::path& out,
                       std::vector<std::string> codes) {
  if (codes.empty()) {
    auto registry = registry::open_registry(registry_file);
    auto query = registry.prepare("SELECT code FROM municipalities ORDER BY code");
    while (query.next()) codes.push_back(query.text(0));
  }
  for (const auto& code : codes) {
    const auto file = out / (code + ".xlsx");
    if (!base::stands(file)) continue;
    throw base::Failure(fmt::format(
        "В папке «{}» уже есть «{}»: возможно, форма заполнена. Назовите другую папку; чтобы "
        "заменить книги, добавьте --overwrite.",
        out.string(), file.filename().string()));
  }
}

}  // namespace

void FormsCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  common_.add_region(app);
  app.add_option("--out", out_, "папка, куда записать по книге Excel на муниципалитет")
      ->type_name("ПАПКА")
      ->required()
      ->check(not_empty);
  app.add_option(
         "--municipality", municipalities_,
         "только для этого муниципалитета: его код или название; можно указать несколько раз")
      ->type_name("КОД")
      ->expected(1)
      ->take_all();
  app.add_option("--table", tables_,
                 "только эта таблица, например teachers; можно указать несколько раз")
      ->type_name("ТАБЛИЦА")
      ->expected(1)
      ->take_all();
  app.add_option("--due", due_,
                 "срок возврата: ГГГГ-ММ-ДД или ДД.ММ.ГГГГ (по умолчанию ближайший из профиля "
                 "региона)")
      ->type_name("ДАТА");
  common_.add_as_of(app);
  app.add_option("--jobs", jobs_, "число потоков (по умолчанию — по числу ядер)")
      ->type_name("N")
      ->check(number_between(1, 256));
  app.add_flag("--overwrite", overwrite_, "заменить книги, которые уже лежат в папке");
  app.add_flag("--no-record", no_record_, "не отмечать в реестре, что формы розданы");
  common_.add_project(app);
}

base::Date FormsCommand::due(const config::RegionProfile& profile, base::Date as_of) const {
  if (due_.empty()) {
    if (const auto next = config::next_due(profile.collection, as_of)) return *next;
    throw base::UsageError(
        "--due: в профиле региона нет сроков сбора ([collection] due). Укажите срок: --due "
        "ГГГГ-ММ-ДД.");
  }
  const auto date = base::Date::parse(due_);
  if (!date) {
    throw base::UsageError(fmt::format(
        "--due: «{}» — не дата. Пишите ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, например 2026-09-25.", due_));
  }
  if (*date < as_of) {
    throw base::UsageError(fmt::format("--due: срок {} раньше дня, на который делаются формы ({}).",
                                       date->dotted(), as_of.dotted()));
  }
  return *date;
}

int FormsCommand::run() {
  const auto data = common_.project() / "data";
  const auto definitions = config::load_form_definitions(data / "forms");
  const auto profile = common_.profile();
  forms::CollectionOptions options;
  if (!municipalities_.empty()) {
    auto registry = registry::open_registry(common_.registry());
    for (const auto& named : municipalities_)
      options.municipalities.push_back(municipality_code(registry, named));
  }
  options.tables = tables_;
  options.made_on = common_.as_of();
  options.due_on = due(profile, options.made_on);
  options.jobs =
      static_cast<int>(jobs_ ? jobs_ : std::max(1U, std::thread::hardware_concurrency()));
  if (!overwrite_) keep_filled_forms(common_.registry(), out_, options.municipalities);
  const auto made =
      forms::make_collection_forms(common_.registry(), definitions, profile, out_, options);
  if (!no_record_) record(common_.registry(), data, made, options.made_on, options.due_on);

  std::int64_t rows = 0;
  for (const auto& form : made) {
    rows += form.rows;
    fmt::print("{}: {}, {}\n", form.name, base::counted(form.rows, "строка", "строки", "строк"),
               form.file.string());
  }
  fmt::print("{} в «{}»: {}, срок — {}\n",
             base::counted(static_cast<std::int64_t>(made.size()), "форма", "формы", "форм"), out_,
             base::counted(rows, "строка", "строки", "строк"), options.due_on.dotted() + '.');
  return 0;
}

}  // namespace metodaktiv::commands
