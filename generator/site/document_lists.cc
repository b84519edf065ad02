#include "site/document_lists.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace metodaktiv::site {
namespace {

using Documents = std::vector<const Document*>;

std::string year_title(const std::string& year) {
  return year.empty() ? "Без учебного года" : year + " учебный год";
}

/// "work_plan" → "work-plan", "2026/2027" → "2026-2027": the "_" of an address begins its page.
std::string address_part(std::string text) {
  for (auto& c : text) {
    if (c == '_' || c == '/') c = '-';
  }
  return text;
}

/// Kinds in the order of the profile; those it does not know come last, by key.
std::vector<std::string> kinds_of(const Model& model, const config::RegionProfile& profile) {
  std::vector<std::string> kinds;
  for (const auto& kind : profile.document_kinds) kinds.push_back(kind.key);
  const auto known = kinds.size();
  for (const auto& document : model.documents) {
    if (std::find(kinds.begin(), kinds.end(), document.kind) == kinds.end()) {
      kinds.push_back(document.kind);
    }
  }
  std::sort(kinds.begin() + static_cast<std::ptrdiff_t>(known), kinds.end());
  return kinds;
}

/// The region's documents first, then by municipality as the model lists them; each place's newest
/// first.
Documents by_place(Documents documents, const Model& model) {
  const auto place = [&](const Document* document) -> std::size_t {
    if (document->municipality == nullptr) return 0;
    const auto found =
        std::find_if(model.municipalities.begin(), model.municipalities.end(),
                     [&](const Municipality& m) { return &m == document->municipality; });
    return 1 + static_cast<std::size_t>(found - model.municipalities.begin());
  };
  std::vector<std::pair<std::size_t, const Document*>> order;
  for (const auto* document : documents) order.emplace_back(place(document), document);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(order.begin(), order.end(), documents.begin(),
                 [](const auto& entry) { return entry.second; });
  return documents;
}

}  // namespace

std::size_t DocumentShelf::size() const {
  return std::accumulate(
      groups.begin(), groups.end(), std::size_t{0},
      [](std::size_t n, const Group& group) { return n + group.documents.size(); });
}

std::vector<DocumentShelf> document_shelves(const Model& model,
                                            const config::RegionProfile& profile) {
  const auto kinds = kinds_of(model, profile);
  std::map<std::string, std::map<std::string, Documents>, std::less<>> by_kind;
  std::map<std::string, std::map<std::string, Documents>, std::greater<>> by_year;
  for (const auto& document : model.documents) {
    by_kind[document.kind][document.school_year].push_back(&document);
    by_year[document.school_year][document.kind].push_back(&document);
  }

  std::vector<DocumentShelf> shelves;
  for (const auto& kind : kinds) {
    const auto found = by_kind.find(kind);
    if (found == by_kind.end()) continue;
    DocumentShelf shelf{DocumentShelf::By::kKind,
                        "kind-" + address_part(kind),
                        profile.document_kind_title(kind),
                        {}};
    for (auto year = found->second.rbegin(); year != found->second.rend(); ++year) {
      shelf.groups.push_back({year_title(year->first), by_place(std::move(year->second), model)});
    }
    shelves.push_back(std::move(shelf));
  }
  for (auto& [year, of_kind] : by_year) {
    DocumentShelf shelf{DocumentShelf::By::kYear,
                        "year-" + (year.empty() ? std::string("none") : address_part(year)),
                        year_title(year),
                        {}};
    for (const auto& kind : kinds) {
      const auto found = of_kind.find(kind);
      if (found == of_kind.end()) continue;
      shelf.groups.push_back(
          {profile.document_kind_title(kind), by_place(std::move(found->second), model)});
    }
    shelves.push_back(std::move(shelf));
  }
  return shelves;
}

}  // namespace metodaktiv::site
