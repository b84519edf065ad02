#include "site/view_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/anchors.h"
#include "site/paths.h"
#include "site/wording.h"

namespace metodaktiv::site {

const content::Page* Context::content(std::string_view name) const {
  const auto found = std::find_if(contents.begin(), contents.end(),
                                  [&](const content::Page& page) { return page.name == name; });
  return found == contents.end() ? nullptr : &*found;
}

std::vector<Tab> municipality_tabs(const Municipality& municipality) {
  const auto tab = [&](std::string title, std::string_view section) {
    return Tab{std::move(title), paths::municipality(municipality.code, section)};
  };
  return {tab("О службе", "index"),      tab("Методисты", "roster"),
          tab("Организации", "schools"), tab("Объединения", "associations"),
          tab("Документы", "documents"), tab("Показатели", "indicators"),
          tab("Практики", "practices"),  tab("Календарь", "calendar")};
}

void fill_figure(Dict dict, const Figure* figure) {
  const Status status = figure == nullptr ? Status::kNoData : figure->status;
  dict.set("VALUE", figure == nullptr ? "нет данных" : figure->shown());
  dict.set("STATUS", status_key(status));
  dict.set("STATUS_TITLE", status_title(status));
  if (figure != nullptr) dict.set("PARTS", figure->shown_parts());
}

void fill_bar(Dict dict, const Figure& figure, double full) {
  const auto value = figure.value();
  if (!value || full <= 0) return;
  const auto part = [&](double of) {
    return fmt::format("{:.1f}", std::clamp(of / full, 0.0, 1.0) * 100);
  };
  Dict bar = dict.add("BAR");
  bar.set("BAR_WIDTH", part(*value));
  if (figure.target && figure.unit != config::Unit::kPresence) {
    bar.add("BAR_TARGET").set("TARGET_X", part(*figure.target));
  }
}

double scale_of(const std::vector<const Figure*>& figures) {
  double largest = 0;
  for (const auto* figure : figures) {
    if (figure->unit == config::Unit::kPercent) return 100;
    largest = std::max({largest, figure->value().value_or(0), figure->target.value_or(0)});
  }
  return largest;
}

void fill_practices(Dict dict, const std::vector<const Practice*>& practices, bool with_place) {
  Dict list = dict.include("PRACTICE_ITEMS", "practice_items.html");
  for (const auto* practice : practices) {
    Dict row = list.add("ITEM");
    row.link("HREF", paths::practice(practice->slug));
    row.set("TITLE", practice->title);
    row.set("ANNOTATION", practice->annotation);
    std::vector<std::string> facts;
    if (with_place && practice->municipality != nullptr)
      facts.push_back(practice->municipality->name);
    if (practice->subject != nullptr) facts.push_back(practice->subject->title);
    if (!practice->level.empty()) facts.push_back(wording::education_level(practice->level));
    facts.push_back(std::to_string(practice->year));
    row.set("FACTS", base::join(facts, " · "));
  }
}

void fill_people(Dict dict, const std::vector<const Methodist*>& people, bool with_place,
                 bool with_subject) {
  Dict list = dict.include("PEOPLE_ITEMS", "people_items.html");
  for (const auto* person : people) {
    Dict row = list.add("PERSON");
    row.link("HREF", paths::methodist(person->code));
    row.set("NAME", person->full_name());
    std::vector<std::string> facts;
    if (with_subject && person->subject != nullptr) facts.push_back(person->subject->title);
    if (with_place && person->municipality != nullptr) facts.push_back(person->municipality->name);
    if (person->organization != nullptr) facts.push_back(person->organization->shown_name());
    row.set("FACTS", base::join(facts, " · "));
    row.set("SUBJECT", person->subject == nullptr ? "" : person->subject->code);
    row.set("PLACE", person->municipality == nullptr ? "" : person->municipality->code);
  }
}

void fill_documents(Dict dict, const std::vector<const Document*>& documents,
                    const config::RegionProfile& profile, DocumentList around, bool with_place) {
  Dict list = dict.include("DOCUMENT_ITEMS", "document_items.html");
  for (const auto* document : documents) {
    Dict row = list.add("DOCUMENT");
    row.set("DOCUMENT_ID", document_anchor(*document));
    const auto url = web_address(document->url);
    Dict title = row.add(url.empty() ? "PLAIN" : "LINKED");
    if (!url.empty()) title.set("URL", url);
    std::vector<std::string> facts;
    const auto kind = profile.document_kind_title(document->kind);
    const bool named_by_kind = base::folded(kind) == base::folded(document->title);
    const auto number =
        document->number.empty()
            ? fmt::format("от {}", document->signed_on.dotted())
            : fmt::format("№\u00A0{} от {}", document->number, document->signed_on.dotted());
    if (with_place) {
      facts.push_back(document->municipality == nullptr ? "региональный"
                                                        : document->municipality->name);
    }
    if (around == DocumentList::kOfOneKind && named_by_kind) {
      title.set("TITLE", "Документ " + number);
    } else {
      title.set("TITLE", document->title);
      if (!named_by_kind && around != DocumentList::kOfOneKind) facts.push_back(kind);
      facts.push_back(number);
    }
    if (!document->school_year.empty() && around == DocumentList::kPlain)
      facts.push_back(document->school_year + " учебный год");
    if (document->agreed_on) {
      facts.push_back(fmt::format("согласован с {} {}", profile.operator_.short_name,
                                  document->agreed_on->dotted()));
    }
    row.set("FACTS", base::join(facts, " · "));
  }
}

void fill_form1(Dict dict, const Context& context, const std::vector<Form1Row>& rows,
                std::string_view caption) {
  Dict table = dict.include("FORM1_TABLE", "form1_table.html");
  table.set("CAPTION", caption);
  const bool binding = context.profile.norms.binding;
  table.show(binding ? "RECOMMENDED_HEAD" : "ORIENTATION_HEAD");
  bool hidden = false;
  std::string area;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& entry = rows[i];
    const bool total = entry.subject == nullptr && i + 1 == rows.size();
    if (!total && entry.subject == nullptr) continue;
    if (!total && entry.subject->area != area) {
      area = entry.subject->area;
      table.add("GROUP").add("AREA_ROW").set("AREA", base::capitalized(area));
    }
    Dict row = table.add("GROUP").add(total ? "TOTAL_ROW" : "SUBJECT_ROW");
    if (!total) {
      const bool linked = !entry.subject->named.empty();
      Dict name = row.add(linked ? "LINKED" : "PLAIN");
      name.set("SUBJECT", base::capitalized(entry.subject->name));
      if (linked) name.link("HREF", paths::roster_of_subject(entry.subject->code));
    }
    row.set("TEACHERS", shown_or_hidden(entry.teachers));
    const auto& least = entry.recommended_min;
    const auto& most = entry.recommended_max;
    row.set("RECOMMENDED", !least || !most   ? "скрыто"
                           : *least == *most ? base::grouped(*least)
                                             : base::grouped(*least) + "–" + base::grouped(*most));
    row.set("ACTUAL", base::grouped(entry.actual));
    if (binding && least && entry.actual < *least)
      row.show(total ? "TOTAL_SHORT" : "SUBJECT_SHORT");
    hidden = hidden || !entry.teachers;
  }
  if (hidden) table.add("HIDDEN_NOTE").set("K", std::to_string(context.model.disclosure_k));
}

std::string unnamed_sentence(std::size_t total, std::size_t named) {
  if (total <= named) return {};
  const auto rest = static_cast<std::int64_t>(total - named);
  return fmt::format("{}{} {}: действующего согласия на публикацию имени нет. В числах {}.",
                     named == 0 ? "" : "Ещё ",
                     base::counted(rest, "методист", "методиста", "методистов"),
                     base::plural(rest, "не назван", "не названы", "не названы"),
                     base::plural(rest, "он учтён", "они учтены", "они учтены"));
}

std::vector<Slice> slices(std::size_t rows, std::size_t per_page) {
  const std::size_t count = rows == 0 ? 1 : (rows + per_page - 1) / per_page;
  std::vector<Slice> result;
  for (std::size_t i = 0; i < count; ++i) {
    result.push_back({i + 1, count, i * per_page, std::min(rows, (i + 1) * per_page)});
  }
  return result;
}

void fill_pager(Dict dict, const Slice& slice,
                const std::function<std::string(std::size_t)>& path_of) {
  if (slice.count < 2) return;
  Dict pager = dict.include("PAGER", "pager.html");
  if (slice.number > 1) pager.add("BACK").link("HREF", path_of(slice.number - 1));
  if (slice.number < slice.count) pager.add("FORWARD").link("HREF", path_of(slice.number + 1));
  constexpr std::size_t kNeighbours = 2, kWholeRow = 12;
  std::size_t last = 0;
  for (std::size_t number = 1; number <= slice.count; ++number) {
    const auto distance = std::max(number, slice.number) - std::min(number, slice.number);
    const bool shown =
        slice.count <= kWholeRow || number == 1 || number == slice.count || distance <= kNeighbours;
    if (!shown) continue;
    if (number != last + 1) pager.add("STEP").show("GAP");
    last = number;
    Dict step = pager.add("STEP").add(number == slice.number ? "HERE" : "THERE");
    step.set("NUMBER", std::to_string(number));
    if (number != slice.number) step.link("HREF", path_of(number));
  }
}

std::string web_address(std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  return web ? std::string(url) : std::string();
}

std::string shown_address(std::string_view url) {
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (url.starts_with(prefix)) url.remove_prefix(prefix.size());
  }
  if (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

std::string shown_host(std::string_view url) {
  const auto shown = shown_address(url);
  return shown.substr(0, shown.find_first_of("/?#"));
}

}  // namespace metodaktiv::site
