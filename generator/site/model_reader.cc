#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/error.h"
#include "base/text.h"
#include "registry/database.h"
#include "site/model.h"
#include "site/model_figures.h"
#include "site/model_index.h"

namespace metodaktiv::site {
namespace {

using registry::Statement;

/// Kinds of organizations in the order in which pages list them.
constexpr std::array<std::string_view, 4> kKinds = {"school", "preschool", "additional",
                                                    "vocational"};

std::optional<base::Date> optional_date(const Statement& row, int column) {
  return base::Date::parse_iso(row.text_or_empty(column));
}

std::vector<std::string> list_of(const std::string& text) {
  std::vector<std::string> items;
  for (const auto& part : base::split(text, '|')) {
    if (!part.empty()) items.push_back(part);
  }
  return items;
}

/// Fills a model table by table; each function relies on those called before it.
class ModelReader {
 public:
  ModelReader(const std::filesystem::path& file, const config::RegionProfile& profile)
      : database_(file, registry::Database::Mode::kReadOnly), profile_(profile) {}

  Model read() {
    model_.file = database_.file();
    read_about();
    read_places();
    read_organizations();
    read_methodists();
    read_assignments();
    read_associations();
    read_records();
    read_practices();
    read_figures(database_, profile_, model_);
    read_form1(database_, model_);
    read_distributions(database_, profile_, model_);
    read_releases(database_, profile_, model_);
    return std::move(model_);
  }

 private:
  template <typename Use>
  void each(std::string_view query, Use use) {
    auto statement = database_.prepare(query, "публикация");
    while (statement.next()) use(statement);
  }

  base::Date required_date(const Statement& row, int column) const {
    if (const auto date = optional_date(row, column)) return *date;
    throw base::Failure(
        fmt::format("{}: «{}» в столбце {} — не дата вида 2024-09-01. Соберите публикацию заново.",
                    database_.file().string(), row.text_or_empty(column), row.column_name(column)));
  }

  void read_about() {
    std::unordered_map<std::string, std::string> about;
    each("SELECT key, value FROM about",
         [&](const Statement& row) { about[row.text(0)] = row.text(1); });
    const auto as_of = base::Date::parse_iso(about["as_of"]);
    if (!as_of || about["school_year"].empty() || about["years"].empty() ||
        about["region"].empty()) {
      throw base::Failure(fmt::format(
          "{}: в таблице about нет даты, региона или учебного года. Соберите публикацию заново.",
          database_.file().string()));
    }
    model_.as_of = *as_of;
    model_.region_code = about["region"];
    model_.school_year = about["school_year"];
    model_.years = base::split(about["years"], '|');
    const auto& k = about["disclosure_k"];
    const bool is_number =
        !k.empty() && k.size() < 6 && k.find_first_not_of("0123456789") == k.npos;
    own_ = about["municipality"];
    model_.disclosure_k = is_number ? std::stoi(k) : profile_.disclosure_k;
  }

  void read_places() {
    each("SELECT code, name, ifnull(center, '') FROM territories ORDER BY code",
         [&](const Statement& row) {
           model_.territories.push_back({row.text(0), row.text(1), row.text(2)});
         });
    sort_by_name(model_.territories);
    const Index territories(model_.territories);
    each(
        "SELECT code, name, kind, oktmo, ums_name, ums_head, ums_site, ums_email, ums_phone, "
        "ums_address, "
        "territory FROM municipalities ORDER BY code",
        [&](const Statement& row) {
          Municipality m;
          m.code = row.text(0);
          m.name = row.text(1);
          m.kind = row.text_or_empty(2);
          m.oktmo = row.text_or_empty(3);
          m.ums_name = row.text_or_empty(4);
          m.ums_head = row.text_or_empty(5);
          m.ums_site = row.text_or_empty(6);
          m.ums_email = row.text_or_empty(7);
          m.ums_phone = row.text_or_empty(8);
          m.ums_address = row.text_or_empty(9);
          m.territory = territories.find(row.text_or_empty(10));
          const auto* known = profile_.municipality(m.code);
          const bool has_cases =
              known != nullptr && known->name == m.name && !known->name_prepositional.empty();
          m.genitive = fmt::format("муниципалитета «{}»", m.name);
          m.prepositional = fmt::format("муниципалитете «{}»", m.name);
          if (has_cases) m.genitive = known->name_genitive;
          if (has_cases) m.prepositional = known->name_prepositional;
          (own_.empty() || m.code == own_ ? model_.municipalities : model_.elsewhere)
              .push_back(std::move(m));
        });
    sort_by_name(model_.municipalities);
    each("SELECT code, area, name FROM subjects ORDER BY ifnull(position, 1000000), code",
         [&](const Statement& row) {
           Subject s;
           s.code = row.text(0);
           s.area = row.text(1);
           s.name = row.text(2);
           model_.subjects.push_back(std::move(s));
         });
    for (auto& subject : model_.subjects) subject.title = title_of(subject);
    municipalities_.emplace(model_.municipalities);
    elsewhere_.emplace(model_.elsewhere);
    subjects_.emplace(model_.subjects);
  }

  void read_organizations() {
    each(
        "SELECT code, name, short_name, kind, site, municipality, remote, low_results, "
        "mentoring_model "
        "FROM organizations "
        "ORDER BY code",
        [&](const Statement& row) {
          Organization o;
          o.code = row.text(0);
          o.name = row.text(1);
          o.short_name = row.text_or_empty(2);
          o.kind = row.text(3);
          o.site = row.text_or_empty(4);
          o.municipality = place(row.text(5));
          o.remote = row.boolean(6);
          o.low_results = row.boolean(7);
          o.mentoring_model = row.boolean(8);
          model_.organizations.push_back(std::move(o));
        });
    sort_rows(model_.organizations, [](const Organization& o) {
      const auto* place = std::find(kKinds.begin(), kKinds.end(), o.kind);
      return std::to_string(place - kKinds.begin()) + natural_key(o.shown_name());
    });
    organizations_.emplace(model_.organizations);
    for (const auto& organization : model_.organizations) {
      if (auto* home = municipality_of(organization)) home->organizations.push_back(&organization);
    }
    auto sites = database_.prepare(
        "SELECT DISTINCT organization, kind FROM innovation_sites WHERE school_year = ? "
        "ORDER BY 1, 2",
        "публикация");
    sites.bind(1, model_.school_year);
    while (sites.next()) {
      if (auto* o = organizations_->find(sites.text(0)))
        o->innovation_kinds.push_back(sites.text(1));
    }
  }

  void read_methodists() {
    each(
        "SELECT code, last_name, first_name, patronymic, municipality, organization, subject, "
        "other_direction, directions, included_on, email, about FROM methodists ORDER BY code",
        [&](const Statement& row) {
          Methodist m;
          m.code = row.text(0);
          m.last_name = row.text(1);
          m.first_name = row.text(2);
          m.patronymic = row.text_or_empty(3);
          m.municipality = place(row.text_or_empty(4));
          m.organization = organizations_->find(row.text_or_empty(5));
          m.subject = subjects_->find(row.text_or_empty(6));
          m.other_direction = row.text_or_empty(7);
          for (const auto& key : list_of(row.text_or_empty(8))) {
            m.directions.push_back(profile_.direction_title(key));
          }
          m.included_on = optional_date(row, 9);
          m.email = row.text_or_empty(10);
          m.about = row.text_or_empty(11);
          model_.methodists.push_back(std::move(m));
        });
    sort_rows(model_.methodists, [](const Methodist& m) { return base::folded(m.full_name()); });
    methodists_.emplace(model_.methodists);
    for (const auto& methodist : model_.methodists) {
      if (auto* place = municipality_of(methodist)) place->methodists.push_back(&methodist);
      if (auto* subject = subject_of(methodist)) subject->named.push_back(&methodist);
    }
    each("SELECT ifnull(municipality, ''), ifnull(subject, '') FROM roster",
         [&](const Statement& row) {
           ++model_.methodists_total;
           if (auto* home = place(row.text(0))) ++home->methodists_total;
           if (auto* subject = subjects_->find(row.text(1))) ++subject->methodists;
         });
  }

  void read_assignments() {
    auto query = database_.prepare(
        "SELECT ifnull(methodist, ''), organization, ifnull(subject, ''), teachers_count, "
        "ifnull(mode, '') "
        "FROM assignments WHERE school_year = ? ORDER BY organization, subject, methodist, "
        "teachers_count, mode",
        "публикация");
    query.bind(1, model_.school_year);
    while (query.next()) {
      Assignment a;
      a.methodist = methodists_->find(query.text(0));
      a.organization = organizations_->find(query.text(1));
      a.subject = subjects_->find(query.text(2));
      a.teachers_count = query.integer(3);
      a.mode = query.text(4);
      if (a.organization != nullptr) model_.assignments.push_back(std::move(a));
    }
    // By person, people without consent last; then by organization.
    std::stable_sort(model_.assignments.begin(), model_.assignments.end(),
                     [](const Assignment& a, const Assignment& b) {
                       if (a.methodist == nullptr || b.methodist == nullptr) {
                         return a.methodist != nullptr && b.methodist == nullptr;
                       }
                       return a.methodist < b.methodist;
                     });
    for (const auto& assignment : model_.assignments) {
      if (auto* place = municipality_of(*assignment.organization))
        place->assignments.push_back(&assignment);
      if (assignment.methodist != nullptr) {
        methodists_->find(assignment.methodist->code)->assignments.push_back(&assignment);
      }
    }
  }

  void read_associations() {
    each(
        "SELECT code, name, kind, head, order_number, municipality, subject, members_count, "
        "order_on "
        "FROM associations ORDER BY code",
        [&](const Statement& row) {
          Association a;
          a.code = row.text(0);
          a.name = row.text(1);
          a.kind = row.text(2);
          a.head = row.text_or_empty(3);
          a.order_number = row.text_or_empty(4);
          a.municipality = place(row.text(5));
          a.subject = subjects_->find(row.text_or_empty(6));
          a.members_count = optional_integer(row, 7);
          a.order_on = optional_date(row, 8);
          model_.associations.push_back(std::move(a));
        });
    sort_by_name(model_.associations);
    const Index associations(model_.associations);
    each(
        "SELECT association, held_on, topic FROM meetings ORDER BY association, held_on DESC, "
        "topic",
        [&](const Statement& row) {
          if (auto* a = associations.find(row.text(0))) {
            a->meetings.push_back({required_date(row, 1), row.text(2)});
          }
        });
    for (const auto& association : model_.associations) {
      if (auto* place = municipality_of(association)) place->associations.push_back(&association);
    }
  }

  void read_records() {
    each(
        "SELECT code, kind, title, number, school_year, url, file, municipality, signed_on, "
        "agreed_on "
        "FROM documents ORDER BY signed_on DESC, title, code",
        [&](const Statement& row) {
          Document d;
          d.code = row.text(0);
          d.kind = row.text(1);
          d.title = row.text(2);
          d.number = row.text_or_empty(3);
          d.school_year = row.text_or_empty(4);
          d.url = row.text_or_empty(5);
          d.file = row.text_or_empty(6);
          d.municipality = place(row.text_or_empty(7));
          d.signed_on = required_date(row, 8);
          d.agreed_on = optional_date(row, 9);
          model_.documents.push_back(std::move(d));
        });
    each(
        "SELECT code, title, kind, place, url, audience, municipality, starts_on, ends_on "
        "FROM events ORDER BY starts_on, title, code",
        [&](const Statement& row) {
          Event e;
          e.code = row.text(0);
          e.title = row.text(1);
          e.kind = row.text(2);
          e.place = row.text_or_empty(3);
          e.url = row.text_or_empty(4);
          e.audience = row.text_or_empty(5);
          e.municipality = place(row.text_or_empty(6));
          e.starts_on = required_date(row, 7);
          e.ends_on = optional_date(row, 8);
          model_.events.push_back(std::move(e));
        });
    for (const auto& document : model_.documents) {
      auto* place = municipality_of(document);
      (place != nullptr ? place->documents : model_.regional_documents).push_back(&document);
    }
    for (const auto& event : model_.events) {
      auto* place = municipality_of(event);
      (place != nullptr ? place->events : model_.regional_events).push_back(&event);
    }
  }

  void read_practices() {
    each(
        "SELECT slug, title, kind, level, direction, authors, annotation, body, materials_url, "
        "municipality, "
        "organization, subject, reviewed_on, year, tags "
        "FROM practices ORDER BY year DESC, ifnull(reviewed_on, '') DESC, title, slug",
        [&](const Statement& row) {
          Practice p;
          p.slug = row.text(0);
          p.title = row.text(1);
          p.kind = row.text(2);
          p.level = row.text_or_empty(3);
          p.direction = row.text_or_empty(4);
          p.authors = row.text_or_empty(5);
          p.annotation = row.text(6);
          p.body = row.text(7);
          p.materials_url = row.text_or_empty(8);
          p.municipality = place(row.text(9));
          p.organization = organizations_->find(row.text_or_empty(10));
          p.subject = subjects_->find(row.text_or_empty(11));
          p.reviewed_on = optional_date(row, 12);
          p.year = row.integer(13);
          p.tags = list_of(row.text_or_empty(14));
          model_.practices.push_back(std::move(p));
        });
    for (const auto& practice : model_.practices) {
      model_.newest_practices.push_back(&practice);
      if (auto* place = municipality_of(practice)) place->practices.push_back(&practice);
      auto* subject = subject_of(practice);
      (subject != nullptr ? subject->practices : model_.practices_without_subject)
          .push_back(&practice);
    }
  }

  /// «Все предметы» of form 1 says nothing outside it: there its area is the title.
  static std::string title_of(const Subject& subject) {
    const bool generic = base::folded(subject.name).starts_with("все предмет");
    return base::capitalized(generic && !subject.area.empty() ? subject.area : subject.name);
  }

  Municipality* place(const std::string& code) const {
    if (auto* found = municipalities_->find(code)) return found;
    return elsewhere_->find(code);
  }
  template <typename Row>
  Municipality* municipality_of(const Row& row) const {
    return row.municipality == nullptr ? nullptr : place(row.municipality->code);
  }
  template <typename Row>
  Subject* subject_of(const Row& row) const {
    return row.subject == nullptr ? nullptr : subjects_->find(row.subject->code);
  }

  registry::Database database_;
  const config::RegionProfile& profile_;
  Model model_;
  std::string own_;  ///< of one municipality's publication: its code
  std::optional<Index<Municipality>> municipalities_, elsewhere_;
  std::optional<Index<Subject>> subjects_;
  std::optional<Index<Organization>> organizations_;
  std::optional<Index<Methodist>> methodists_;
};

}  // namespace

Model load_model(const std::filesystem::path& publication_file,
                 const config::RegionProfile& profile) {
  return ModelReader(publication_file, profile).read();
}

}  // namespace metodaktiv::site
