#include "site/search_documents.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "content/markdown.h"
#include "site/anchors.h"
#include "site/content_view.h"
#include "site/deadline_view.h"
#include "site/model_index.h"
#include "site/paths.h"
#include "site/plain_text.h"
#include "site/search_parts.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

using Facets = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Letters kept for excerpts: whole paragraphs of what the editors wrote, the beginning of what the
/// registry has thousands of.
constexpr std::size_t kEditorialExcerpt = 4000;
constexpr std::size_t kExcerpt = 300;

constexpr double kLeading = 1.25;   // what people mean by the bare name: a person, a municipality
constexpr double kSecondary = 0.8;  // a page about what other documents are

class Collector {
 public:
  Collector(const Context& context, const std::vector<Page>& pages) : context_(context) {
    for (const auto& page : pages) pages_.emplace(page.path, &page);
  }

  search::Collection collect() {
    add_people();
    add_subjects();
    add_practices();
    add_indicators();
    add_municipalities();
    add_organizations();
    add_associations();
    add_functions();
    add_documents();
    add_events();
    add_texts();
    add_overviews();
    collection_.facets = search_facets(context_.model, collection_.documents);
    collection_.kinds = search_kinds();
    return std::move(collection_);
  }

 private:
  /// The only place that writes a document's address. Nothing when no page of the edition has it.
  void add(search::Document document, const std::string& path) {
    const auto page = path.substr(0, path.find('#'));
    if (!pages_.contains(page)) return;
    const auto address = context_.edition.address(path);
    if (!address) return;
    document.url = *address;
    if (document.order.empty()) document.order = fmt::format("{:06}", collection_.documents.size());
    collection_.documents.push_back(std::move(document));
  }

  const Page* page(const std::string& path) const {
    const auto found = pages_.find(path);
    return found == pages_.end() ? nullptr : found->second;
  }

  void place(search::Document& document, const Municipality* municipality) {
    if (municipality == nullptr) return;
    document.keywords += " " + municipality->name + " " + municipality->genitive;
    document.facets["municipality"] = {municipality->code};
    if (municipality->territory != nullptr) {
      document.facets["territory"] = {municipality->territory->code};
      document.keywords += " " + municipality->territory->name;
    }
  }
  static void subject(search::Document& document, const Subject* subject) {
    if (subject == nullptr) return;
    document.keywords += " " + subject->title + " " + subject->name;
    document.facets["subject"] = {subject->code};
  }
  static void year(search::Document& document, int year) {
    document.facets["year"] = {std::to_string(year)};
  }
  static std::string name_of(const Municipality* municipality) {
    return municipality == nullptr ? std::string() : municipality->name;
  }
  static std::string title_of(const Subject* subject) {
    return subject == nullptr ? std::string() : subject->title;
  }

  void add_people() {
    for (const auto& person : context_.model.methodists) {
      search::Document document;
      document.kind = "methodist";
      document.title = person.full_name();
      document.people = {document.title};
      document.keywords = "методист " + base::join(person.directions, " ");
      document.keywords += " " + person.other_direction;
      if (person.organization != nullptr) document.keywords += " " + person.organization->name;
      place(document, person.municipality);
      subject(document, person.subject);
      document.body = person.about;
      document.kept = kExcerpt;
      document.facts = facts_line(
          {title_of(person.subject), person.other_direction, name_of(person.municipality),
           person.organization == nullptr ? std::string() : person.organization->shown_name()});
      document.facets["direction"] = person.directions;
      document.order = natural_key(document.title);
      document.weight = kLeading;
      add(std::move(document), paths::methodist(person.code));
    }
  }

  void add_subjects() {
    for (const auto& row : context_.model.subjects) {
      search::Document document;
      document.kind = "subject";
      document.title = "Методисты: " + row.title;
      document.keywords = row.area;
      subject(document, &row);
      document.facts = base::counted(static_cast<std::int64_t>(row.methodists), "методист",
                                     "методиста", "методистов");
      document.weight = kLeading;
      add(std::move(document), paths::roster_of_subject(row.code));
    }
  }

  void add_practices() {
    std::size_t number = 0;
    for (const auto* practice : context_.model.newest_practices) {
      search::Document document;
      document.kind = "practice";
      document.title = practice->title;
      document.people = names_in(practice->authors);
      const auto level =
          practice->level.empty() ? std::string() : wording::education_level(practice->level);
      document.keywords =
          fmt::format("практика {} {} {} {}", practice->direction, level,
                      wording::practice_kind(practice->kind), base::join(practice->tags, " "));
      if (practice->organization != nullptr) {
        document.keywords += " " + practice->organization->shown_name();
      }
      place(document, practice->municipality);
      subject(document, practice->subject);
      document.body = practice->annotation + " " +
                      plain_text(content::render_markdown(
                          practice->body, {.origin = fmt::format("практика «{}»", practice->slug),
                                           .relative_links = false}));
      document.kept = kExcerpt;
      document.facts = facts_line({name_of(practice->municipality), title_of(practice->subject),
                                   std::to_string(practice->year)});
      if (!practice->direction.empty()) document.facets["direction"] = {practice->direction};
      if (!practice->level.empty()) document.facets["level"] = {practice->level};
      document.facets["practice_kind"] = {practice->kind};
      year(document, static_cast<int>(practice->year));
      document.order = fmt::format("{:06}", number++);
      add(std::move(document), paths::practice(practice->slug));
    }
  }

  void add_indicators() {
    for (const auto& definition : context_.profile.indicators) {
      search::Document document;
      document.kind = "indicator";
      document.title = definition.title;
      std::string group;
      for (const auto& known : context_.profile.indicator_groups) {
        if (known.key == definition.group) group = known.title;
      }
      document.keywords = "показатель " + definition.short_title + " " + group;
      std::vector<std::string> parts = {definition.numerator, definition.denominator,
                                        definition.note, definition.source};
      std::erase(parts, "");
      document.body = base::join(parts, ". ");
      document.kept = kExcerpt;
      document.facts = facts_line({group, definition.source});
      add(std::move(document), paths::indicator(definition.id));
    }
    for (const auto& definition : context_.profile.distributions) {
      search::Document document;
      document.kind = "indicator";
      document.title = definition.title;
      document.keywords = "показатель распределение " + definition.short_title;
      std::vector<std::string> answers;
      for (const auto& value : definition.values) answers.push_back(value.title);
      document.body = base::join(answers, "; ") + ". " + definition.note;
      document.kept = kExcerpt;
      document.facts = facts_line({"Распределение", definition.source});
      add(std::move(document), paths::distribution(definition.id));
    }
  }

  void add_municipalities() {
    constexpr std::array<std::string_view, 8> kSections = {
        "index",     "roster",     "schools",   "associations",
        "documents", "indicators", "practices", "calendar"};
    for (const auto& municipality : context_.model.municipalities) {
      for (const auto section : kSections) {
        const auto path = paths::municipality(municipality.code, section);
        const auto* shown = page(path);
        if (shown == nullptr) continue;
        const bool first = section == kSections.front();
        search::Document document;
        document.kind = "municipality";
        document.title =
            first ? municipality.name : fmt::format("{}: {}", municipality.name, shown->heading);
        place(document, &municipality);
        document.keywords += " " + municipality.kind;
        document.body = shown->description;
        document.kept = kExcerpt;
        document.facts = facts_line({municipality.kind, municipality.territory == nullptr
                                                            ? std::string()
                                                            : municipality.territory->name});
        if (first) {
          document.keywords += " " + municipality.ums_name;
          document.body = facts_line({municipality.ums_name, municipality.ums_address,
                                      municipality.ums_phone, municipality.ums_email});
          document.people = {municipality.ums_head};
        }
        document.weight = first ? 2 * kLeading : kSecondary;
        add(std::move(document), path);
      }
    }
  }

  void add_organizations() {
    for (const auto& municipality : context_.model.municipalities) {
      for (const auto* row : municipality.organizations) {
        search::Document document;
        document.kind = "organization";
        document.title = row->shown_name();
        document.keywords = wording::organization_kind(row->kind) + " " + row->name;
        place(document, &municipality);
        document.facts = facts_line({wording::organization_kind(row->kind), municipality.name});
        add(std::move(document),
            paths::municipality(municipality.code, "schools") + "#" + organization_anchor(*row));
      }
    }
  }

  void add_associations() {
    for (const auto& municipality : context_.model.municipalities) {
      for (const auto* row : municipality.associations) {
        search::Document document;
        document.kind = "association";
        document.title = row->name;
        document.people = {row->head};
        document.keywords = wording::association_kind(row->kind);
        place(document, &municipality);
        subject(document, row->subject);
        std::set<std::string> topics;
        std::vector<std::string> shown;
        for (const auto& meeting : row->meetings) {
          if (topics.insert(meeting.topic).second) shown.push_back(meeting.topic);
        }
        if (!row->head.empty()) shown.insert(shown.begin(), "Руководитель: " + row->head);
        document.body = base::join(shown, ". ");
        document.kept = kExcerpt;
        document.facts = facts_line({municipality.name, title_of(row->subject)});
        add(std::move(document), paths::municipality(municipality.code, "associations") + "#" +
                                     association_anchor(*row));
      }
    }
  }

  void add_functions() {
    for (const auto& direction : context_.profile.standard.directions) {
      for (const auto& group : direction.groups) {
        for (const auto& row : group.functions) {
          search::Document document;
          document.kind = "function";
          document.title = row.number + " " + row.title;
          document.keywords = "функция " + group.title + " " + direction.title + " " + row.who;
          document.body = base::join(row.actions, " ") + " " + row.deadline;
          document.kept = kExcerpt;
          document.facts = facts_line({context_.profile.standard.short_title, direction.title});
          add(std::move(document),
              std::string(paths::kStandard) + "#" + function_anchor(row.number));
        }
      }
    }
  }

  void add_documents() {
    for (const auto& row : context_.model.documents) {
      search::Document document;
      document.kind = "document";
      document.title = row.title;
      const auto kind = context_.profile.document_kind_title(row.kind);
      document.keywords = fmt::format("документ {} {} {}", kind, row.number, row.school_year);
      place(document, row.municipality);
      document.facts = facts_line({name_of(row.municipality), kind,
                                   row.number.empty() ? std::string() : "№\u00A0" + row.number,
                                   row.signed_on.dotted()});
      year(document, row.signed_on.year());
      document.order = newest_first(row.signed_on) + row.code;
      const auto path = row.municipality == nullptr
                            ? std::string(paths::kDocuments)
                            : paths::municipality(row.municipality->code, "documents");
      add(std::move(document), path + "#" + document_anchor(row));
    }
  }

  void add_events() {
    for (const auto& row : context_.model.events) {
      search::Document document;
      document.kind = "event";
      document.title = row.title;
      const auto kind = wording::event_kind(row.kind);
      document.keywords = fmt::format("событие {} {} {}", kind, row.place, row.audience);
      place(document, row.municipality);
      document.facts =
          facts_line({wording::days_and_months(row.starts_on, row.ends_on.value_or(row.starts_on)) +
                          " " + std::to_string(row.starts_on.year()),
                      kind, name_of(row.municipality), row.place});
      year(document, row.starts_on.year());
      document.order = newest_first(row.starts_on) + row.code;
      add(std::move(document), paths::calendar_month(row.starts_on.year(), row.starts_on.month()) +
                                   "#" + event_anchor(row));
    }
  }

  void add_texts() {
    for (const auto& text : context_.contents) {
      const bool news = text.name.starts_with("news/");
      search::Document document;
      document.kind = news ? "news" : "page";
      document.title = text.title;
      document.keywords = text.menu;
      const auto& summary = text.summary.empty() ? text.description : text.summary;
      document.body = summary + " " + plain_text(text.html);
      document.kept = kEditorialExcerpt;
      const auto date = base::Date::parse_iso(text.date);
      if (news && date) {
        document.facts = date->in_words();
        year(document, date->year());
        document.order = newest_first(*date) + text.name;
      } else {
        document.order = fmt::format("{:06}{}", text.order, text.name);
      }
      add(std::move(document), text.name == paths::kFormsHelpText ? std::string(paths::kFormsHelp)
                                                                  : content_path(text.name));
    }
  }

  /// Pages that list what is found one by one, and pages made of numbers: by heading and words
  /// below it.
  void add_overviews() {
    constexpr std::array kPaths = {
        paths::kAsset,    paths::kRoster,     paths::kForm1,          paths::kAssignment,
        paths::kSystem,   paths::kIndicators, paths::kMunicipalities, paths::kPractices,
        paths::kStandard, paths::kCalendar,   paths::kEvents,         paths::kDocuments,
        paths::kNews};
    std::set<std::string> taken;
    for (const auto& document : collection_.documents) taken.insert(document.url);
    for (const auto path : kPaths) {
      const auto* shown = page(std::string(path));
      if (shown == nullptr) continue;
      const auto address = context_.edition.address(path);
      if (!address || !taken.insert(*address).second) continue;
      search::Document document;
      document.kind = "page";
      document.title = shown->heading;
      document.keywords = shown->title;
      document.body = shown->description;
      document.kept = kExcerpt;
      document.order = fmt::format("{:06}{}", 0, path);
      document.weight = kLeading;
      add(std::move(document), std::string(path));
    }
  }

  const Context& context_;
  std::map<std::string, const Page*> pages_;
  search::Collection collection_;
};

}  // namespace

search::Collection search_collection(const Context& context, const std::vector<Page>& pages) {
  return Collector(context, pages).collect();
}

}  // namespace metodaktiv::site
