#include "demo/organization_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "demo/people.h"

namespace metodaktiv::demo {
namespace {

/// Splits `total` people over `count` organizations of uneven size, at least one each.
std::vector<std::size_t> uneven_parts(std::size_t total, std::size_t count, Random& random) {
  std::vector<double> weights(count);
  double sum = 0;
  for (auto& weight : weights) sum += weight = random.between(0.45, 1.55);
  std::vector<std::size_t> parts(count);
  std::size_t given = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto part = static_cast<std::size_t>(weights[i] / sum * static_cast<double>(total));
    parts[i] = std::max<std::size_t>(1, part);
    given += parts[i];
  }
  for (std::size_t i = 0; given < total; i = (i + 1) % count, ++given) ++parts[i];
  return parts;
}

}  // namespace

OrganizationMaker::OrganizationMaker(const DemoContext& context, registry::Database& database)
    : context_(context),
      municipalities_(database, "municipalities",
                      {"code", "name", "kind", "territory", "ums_name", "ums_head",
                       "ums_head_consent", "ums_site", "ums_email", "ums_phone", "ums_address"}),
      organizations_(database, "organizations",
                     {"code", "municipality", "name", "short_name", "kind", "remote", "low_results",
                      "mentoring_model", "site"}) {}

void OrganizationMaker::make(Municipality& m) {
  write_municipality(m);
  draw_organizations(m);
  for (const auto& o : m.organizations) {
    organizations_.row({o.code, m.code, o.name, o.short_name, std::string(kind_key(o.kind)),
                        flag(o.remote), flag(o.low_results), flag(o.mentoring_model),
                        fmt::format("https://{}.{}", o.code, context_.settings.host)});
  }
}

void OrganizationMaker::write_municipality(const Municipality& m) {
  auto random = context_.random("service", m);
  const bool female = random.chance(0.9);
  const auto head = make_person(context_.lists.people, random, female, random.between(1962, 1988));
  const bool has_site = random.percent(context_.rate(context_.settings.site, m));
  municipalities_.row(
      {m.code, m.name, text_or_null(m.kind), text_or_null(m.territory),
       fill(context_.settings.service_name, {{"municipality", m.genitive}}), head.full(),
       flag(random.chance(0.8)),
       text_or_null(
           has_site ? fmt::format("https://{}.{}", context_.service_host(m), context_.settings.host)
                    : ""),
       fmt::format("{}@{}.{}", context_.settings.service_prefix, m.code, context_.settings.host),
       fmt::format("{}-{:02}-{:02}", context_.settings.phone_prefix, random.between(0, 99),
                   random.between(0, 99)),
       fmt::format("ул. Школьная, д. {}", random.between(1, 60))});
}

void OrganizationMaker::draw_organizations(Municipality& m) const {
  auto random = context_.random("organizations", m);
  const double mentoring = context_.rate(context_.settings.mentoring_model, m);
  std::size_t left = m.planned_teachers;
  for (std::size_t k = 0; k < context_.settings.organizations.size() && left > 0; ++k) {
    const auto& share = context_.settings.organizations[k];
    const double people = static_cast<double>(m.planned_teachers) * share.share / 100.0;
    auto count = static_cast<std::size_t>(people / share.average + random.unit());
    if (k == 0) count = std::max<std::size_t>(1, count);
    if (count == 0) continue;
    auto staff = static_cast<std::size_t>(std::lround(people));
    staff = std::min(left, std::max(staff, count));
    count = std::min(count, staff);
    if (count == 0) continue;
    left -= staff;
    const auto parts = uneven_parts(staff, count, random);
    for (std::size_t i = 0; i < count; ++i) {
      Organization o;
      o.kind = share.kind;
      o.code = fmt::format("{}-{}-{:02}", m.code, share.code, i + 1);
      o.teachers = parts[i];
      o.mentoring_model = random.percent(mentoring);
      const bool school = o.kind == OrganizationKind::kSchool;
      o.low_results = school && random.chance(0.05 + 0.08 * (1.0 - m.quality));
      name_organization(o, static_cast<int>(i) + 1, m, random);
      m.organizations.push_back(std::move(o));
    }
  }
  if (left > 0) m.organizations.front().teachers += left;
}

void OrganizationMaker::name_organization(Organization& organization, int number,
                                          const Municipality& m, Random& random) const {
  std::vector<double> weights;
  for (const auto& form : context_.lists.forms) {
    const bool fits = form.kind == organization.kind && (!form.rural || m.rural);
    weights.push_back(fits ? form.weight : 0);
  }
  const auto taken = [&](const std::string& name) {
    return std::any_of(m.organizations.begin(), m.organizations.end(),
                       [&](const auto& other) { return other.name == name; });
  };
  for (int attempt = 0; attempt < 50; ++attempt) {
    const auto& form = context_.lists.forms[random.weighted(weights)];
    const Words words = {{"n", std::to_string(number)},
                         {"name", form.names.empty() ? "" : random.pick(form.names)}};
    organization.name = fill(form.full, words);
    organization.short_name = fill(form.short_form, words);
    organization.remote = form.rural && random.chance(0.45);
    if (!taken(organization.name)) return;
  }
  organization.name += fmt::format(" ({})", number);
  organization.short_name += fmt::format(" ({})", number);
}

}  // namespace metodaktiv::demo
