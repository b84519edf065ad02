#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/package.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

void fill_library(Dict dict, const Context& context) {
  const auto& model = context.model;
  for (const auto& source : context.profile.source_documents) {
    Dict row = dict.add("SOURCE");
    row.set("SOURCE_TITLE", source.title);
    std::vector<std::string> facts;
    const auto date = base::Date::parse_iso(source.date);
    if (!source.number.empty()) {
      facts.push_back(
          fmt::format("№\u00A0{}{}", source.number, date ? " от " + date->dotted() : ""));
    }
    if (!source.issuer.empty()) facts.push_back(source.issuer);
    row.set("SOURCE_FACTS", base::join(facts, " · "));
  }
  if (model.regional_documents.empty()) {
    dict.show("NO_REGIONAL");
  } else {
    fill_documents(dict.add("REGIONAL"), model.regional_documents, context.profile,
                   DocumentList::kPlain);
  }
  for (const auto& municipality : model.municipalities) {
    Dict row = dict.add("PLACE");
    row.set("PLACE_TITLE", municipality.name);
    row.link("PLACE_HREF", paths::municipality(municipality.code, "documents"));
    row.set("PLACE_COUNT", base::grouped(static_cast<std::int64_t>(municipality.documents.size())));
    const auto package = package_of(municipality, context);
    if (package.items.empty()) continue;
    Dict cell = row.add("PACKAGE");
    Dict state = cell.add(package.present() == package.items.size() ? "COMPLETE" : "INCOMPLETE");
    state.set("PRESENT", fmt::format("{} из {}", package.present(), package.items.size()));
  }
}

}  // namespace

std::size_t Package::present() const {
  return static_cast<std::size_t>(std::count_if(
      items.begin(), items.end(), [](const Item& item) { return !item.documents.empty(); }));
}

bool Package::holds(const Document& document) const {
  return std::any_of(items.begin(), items.end(), [&](const Item& item) {
    return std::find(item.documents.begin(), item.documents.end(), &document) !=
           item.documents.end();
  });
}

Package package_of(const Municipality& municipality, const Context& context) {
  Package package;
  for (const auto& kind : context.profile.document_kinds) {
    if (!kind.in_package) continue;
    Package::Item item{&kind, {}};
    for (const auto* document : municipality.documents) {
      const bool of_this_year =
          document->school_year.empty() || document->school_year == context.model.school_year;
      if (document->kind == kind.key && of_this_year) item.documents.push_back(document);
    }
    package.items.push_back(std::move(item));
  }
  return package;
}

void add_document_pages(const Context& context, std::vector<Page>& pages) {
  Page page;
  page.path = paths::kDocuments;
  page.template_name = "documents.html";
  page.heading = "Документы";
  page.description =
      fmt::format("Региональные документы {} и документы муниципальных методических служб.",
                  context.profile.name_genitive);
  const bool packages = context.profile.has_document_package();
  page.lead = fmt::format("Основания, региональные документы и {} муниципальных служб.",
                          packages ? "пакеты" : "документы");
  page.nav = Nav::kDocuments;
  page.fill = [&context, packages](Dict dict) {
    dict.set("YEAR", context.model.school_year);
    dict.show_if(packages, "PACKAGE_HEAD");
    dict.show_if(packages, "PACKAGE_WORDS");
    fill_library(dict, context);
  };
  pages.push_back(std::move(page));
}

}  // namespace metodaktiv::site
