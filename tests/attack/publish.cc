// publish REGISTRY PROJECT REGION AS_OF FOLDER [FORMER]: what the gate lets out (publication.db)
// beside what it has to protect (figures.csv, form1.csv, distributions.csv: exact), for
// tests/attack. FORMER: the publication before this one. Prints how many small counts follow from
// what that one had published already.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "base/csv.h"
#include "base/date.h"
#include "base/files.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "indicators/distribution.h"
#include "indicators/forms.h"
#include "indicators/results.h"
#include "publication/publication.h"
#include "registry/registry.h"

using namespace metodaktiv;
namespace fs = std::filesystem;

namespace {

std::string exact_form1(const std::vector<indicators::Form1>& forms) {
  base::CsvWriter csv({"scope", "code", "subject", "teachers"});
  for (const auto& form : forms) {
    const auto write = [&](const indicators::Form1Row& row) {
      csv.row({std::string(indicators::scope_key(form.scope)), form.code, row.subject,
               std::to_string(row.teachers.value_or(0))});
    };
    for (const auto& row : form.rows) write(row);
    write(form.total);
  }
  return csv.text();
}

std::string exact_distributions(const std::vector<indicators::Distribution>& distributions) {
  base::CsvWriter csv({"distribution", "scope", "code", "key", "count", "total"});
  for (const auto& distribution : distributions) {
    const auto& definition = *distribution.definition;
    if (!definition.is_public) continue;
    for (const auto& row : distribution.rows) {
      for (std::size_t i = 0; i < row.counts.size(); ++i) {
        csv.row({definition.id, std::string(indicators::scope_key(row.scope)), row.code,
                 definition.values[i].key, std::to_string(row.counts[i].value_or(0)),
                 std::to_string(row.total.value_or(0))});
      }
    }
  }
  return csv.text();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6 && argc != 7) {
    fmt::print(stderr, "publish REGISTRY PROJECT REGION AS_OF FOLDER [FORMER]\n");
    return 2;
  }
  const fs::path registry_file = argv[1], project = argv[2], folder = argv[5];
  const auto as_of = base::Date::parse(argv[4]).value();
  const auto profile = config::load_region_profile(project / "data" / "regions", argv[3]);
  auto registry = registry::open_registry(registry_file);
  const auto results = indicators::compute(registry_file, profile, as_of, 1);
  const auto form1 = indicators::form1(registry, profile, as_of);
  const auto distributions = indicators::distributions(registry_file, profile, as_of);
  fs::create_directories(folder);
  fs::remove(folder / "publication.db");
  const auto given_away = publication::write_publication(
      {registry_file, project / "data" / "publication.sql", profile, results, form1, distributions,
       as_of, "0", "", argc == 7 ? fs::path(argv[6]) : fs::path()},
      folder / "publication.db");
  fmt::print("{}\n", given_away);
  base::write_file(folder / "figures.csv", indicators::to_csv(results.all()));
  base::write_file(folder / "form1.csv", exact_form1(form1));
  base::write_file(folder / "distributions.csv", exact_distributions(distributions));
  return 0;
}
