#include "site/open_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/csv.h"
#include "base/number.h"
#include "site/about_table.h"
#include "site/data_package.h"
#include "site/data_resource.h"
#include "site/paths.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

bool is_text(const DataField& field) { return field.type == "string" && field.words.empty(); }

std::string cell(const registry::Value& value, const DataField& field,
                 const config::SiteConfig& site) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return fmt::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return base::plain(*real);
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (field.practice_page) return absolute_url(site.base_url, paths::practice(*text));
    return is_text(field) ? data_text(*text) : *text;
  }
  return {};
}

using Row = std::vector<std::string>;

std::vector<Row> rows_of(registry::Database& publication, const DataResource& resource,
                         const config::SiteConfig& site) {
  auto query = publication.prepare(resource.sql, "открытые данные: " + resource.name);
  std::vector<Row> rows;
  while (query.next()) {
    Row row;
    for (std::size_t i = 0; i < resource.fields.size(); ++i) {
      row.push_back(cell(query.value(static_cast<int>(i)), resource.fields[i], site));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Rows whose first cell is an id, as the profile lists the definitions; those it does not know
/// come last.
template <typename Definitions>
void order_by(std::vector<Row>& rows, const Definitions& definitions) {
  std::map<std::string, std::size_t> positions;
  for (const auto& definition : definitions) positions.emplace(definition.id, positions.size());
  const auto position = [&](const Row& row) {
    const auto found = positions.find(row.front());
    return found == positions.end() ? positions.size() : found->second;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Row& a, const Row& b) { return position(a) < position(b); });
}

/// What the profile knows of a distribution's rows: the region's name and the answers' titles.
void name_distributions(std::vector<Row>& rows, const config::RegionProfile& profile) {
  constexpr std::size_t kScope = 1, kName = 3, kKey = 4, kTitle = 5;
  for (auto& row : rows) {
    if (row[kScope] == "region") row[kName] = data_text(profile.name);
    const auto* definition = profile.distribution(row.front());
    if (definition == nullptr) continue;
    for (const auto& answer : definition->values) {
      if (answer.key == row[kKey]) row[kTitle] = data_text(answer.title);
    }
  }
}

std::string csv_of(const DataResource& resource, const std::vector<Row>& rows) {
  Row head;
  for (const auto& field : resource.fields) head.push_back(field.name);
  base::CsvWriter csv(head);
  for (const auto& row : rows) csv.row(row);
  return csv.take();
}

struct DataText {
  std::size_t rows = 0;
  std::string csv;
};

DataText data_text_of(registry::Database& publication, const DataResource& resource,
                      const config::RegionProfile& profile, const config::SiteConfig& site) {
  auto rows = rows_of(publication, resource, site);
  if (resource.name == "indicators") order_by(rows, profile.indicators);
  if (resource.name == "distributions") {
    order_by(rows, profile.distributions);
    name_distributions(rows, profile);
  }
  return {rows.size(), csv_of(resource, rows)};
}

}  // namespace

std::string data_text(std::string_view text) { return base::inert_cell(text); }

std::vector<DataFile> data_files(registry::Database& publication,
                                 const config::RegionProfile& profile,
                                 const config::SiteConfig& site) {
  std::vector<DataFile> files;
  for (const auto& resource : data_resources()) {
    const auto text = data_text_of(publication, resource, profile, site);
    files.push_back({&resource, text.rows, text.csv.size()});
  }
  return files;
}

void write_open_data(registry::Database& publication, const config::RegionProfile& profile,
                     const config::SiteConfig& site, base::FileSink& sink) {
  std::map<std::string, std::size_t> bytes;
  for (const auto& resource : data_resources()) {
    const auto csv = data_text_of(publication, resource, profile, site).csv;
    bytes[resource.name] = csv.size();
    sink.write(fmt::format("data/{}.csv", resource.name), csv);
  }
  sink.write("data/datapackage.json",
             data_package_json(profile, site, about_as_of(publication), bytes,
                               about_municipality(publication)));
}

}  // namespace metodaktiv::site
