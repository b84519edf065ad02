#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "base/text.h"
#include "site/document_lists.h"
#include "site/package.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

constexpr std::size_t kPerPage = 100;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string document_count(std::size_t n) {
  return base::counted(number(n), "документ", "документа", "документов");
}

/// The region's own documents by kind, in the order of the profile, each kind's newest first.
void fill_regional(Dict dict, const Context& context) {
  const auto& documents = context.model.regional_documents;
  if (documents.empty()) {
    dict.show("NO_REGIONAL");
    return;
  }
  const auto shelves = document_shelves(context.model, context.profile);
  for (const auto& shelf : shelves) {
    if (shelf.by != DocumentShelf::By::kKind) continue;
    std::vector<const Document*> own;
    for (const auto& group : shelf.groups) {
      std::copy_if(group.documents.begin(), group.documents.end(), std::back_inserter(own),
                   [](const Document* document) { return document->municipality == nullptr; });
    }
    if (own.empty()) continue;
    Dict kind = dict.add("REGIONAL");
    kind.set("REGIONAL_KIND", shelf.title);
    kind.set("REGIONAL_COUNT", base::grouped(number(own.size())));
    fill_documents(kind, own, context.profile, DocumentList::kOfOneKind);
  }
}

void fill_shelves(Dict dict, const std::vector<DocumentShelf>& shelves) {
  for (const auto& shelf : shelves) {
    Dict link = dict.add(shelf.by == DocumentShelf::By::kKind ? "BY_KIND" : "BY_YEAR");
    link.set("SHELF_TITLE", shelf.title);
    link.set("SHELF_COUNT", base::grouped(number(shelf.size())));
    link.link("SHELF_HREF", paths::document_list(shelf.key, 1));
  }
}

/// Rows [slice.first, slice.last) of the shelf, with a heading where a group begins or goes on.
void fill_shelf(Dict dict, const DocumentShelf& shelf, const Slice& slice, const Context& context) {
  std::size_t first = 0;
  for (const auto& group : shelf.groups) {
    const auto from = std::max(slice.first, first);
    const auto until = std::min(slice.last, first + group.documents.size());
    if (from < until) {
      Dict part = dict.add("GROUP");
      part.set("GROUP_TITLE", group.title);
      part.set("GROUP_COUNT", base::grouped(number(group.documents.size())));
      const auto at = group.documents.begin();
      fill_documents(part,
                     {at + static_cast<std::ptrdiff_t>(from - first),
                      at + static_cast<std::ptrdiff_t>(until - first)},
                     context.profile, DocumentList::kOfOneKind, true);
    }
    first += group.documents.size();
  }
  fill_pager(dict, slice, [&](std::size_t n) { return paths::document_list(shelf.key, n); });
  dict.link("LIBRARY_HREF", paths::kDocuments);
}

Page shelf_page(const Context& context, std::shared_ptr<const std::vector<DocumentShelf>> shelves,
                const DocumentShelf& shelf, const Slice& slice) {
  Page page;
  page.path = paths::document_list(shelf.key, slice.number);
  page.template_name = "document_list.html";
  page.heading = shelf.title;
  page.eyebrow = "Библиотека документов";
  const auto part = slice.number == 1 ? std::string() : fmt::format(", страница {}", slice.number);
  page.title = "Документы: " + shelf.title + part;
  page.description =
      fmt::format("{}: {} региона и муниципальных методических служб, {}{}.", shelf.title,
                  document_count(shelf.size()), context.profile.name, part);
  page.lead = document_count(shelf.size()) +
              (slice.count > 1 ? fmt::format(", страница {} из {}", slice.number, slice.count)
                               : std::string()) +
              ".";
  page.crumbs = {{"Документы", std::string(paths::kDocuments)}};
  page.nav = Nav::kDocuments;
  page.fill = [&context, shelves = std::move(shelves), &shelf, slice](Dict dict) {
    fill_shelf(dict, shelf, slice, context);
  };
  return page;
}

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
  fill_regional(dict, context);
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
  const auto shelves = std::make_shared<const std::vector<DocumentShelf>>(
      document_shelves(context.model, context.profile));
  page.fill = [&context, packages, shelves](Dict dict) {
    dict.show_if(!shelves->empty(), "SHELVES");
    dict.set("YEAR", context.model.school_year);
    dict.show_if(packages, "PACKAGE_HEAD");
    dict.show_if(packages, "PACKAGE_WORDS");
    fill_library(dict, context);
    fill_shelves(dict, *shelves);
  };
  pages.push_back(std::move(page));
  for (const auto& shelf : *shelves) {
    for (const auto& slice : slices(shelf.size(), kPerPage)) {
      pages.push_back(shelf_page(context, shelves, shelf, slice));
    }
  }
}

}  // namespace metodaktiv::site
