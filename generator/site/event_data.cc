#include "site/event_data.h"

#include <fmt/format.h>

#include "site/json_ld.h"
#include "site/paths.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

json_ld::Organization organizer_of(const Context& context, const Municipality* owner) {
  const auto address = [&](std::string_view path) {
    return absolute_url(context.site.base_url, path);
  };
  if (owner == nullptr) return {context.profile.operator_.name, address({}), {}, {}, {}};
  return {owner->ums_name.empty() ? owner->name : owner->ums_name,
          address(context.edition.address_of_page(paths::municipality(owner->code))),
          {},
          {},
          {}};
}

}  // namespace

void add_event_data(Page& page, const Context& context, const std::vector<CalendarEntry>& entries,
                    const Municipality* owner) {
  std::vector<json_ld::Event> events;
  for (const auto& entry : entries) {
    const auto* event = entry.event;
    if (event == nullptr || event->municipality != owner || entry.until < context.model.as_of)
      continue;
    const auto month = paths::calendar_month(entry.on.year(), entry.on.month());
    const auto here = fmt::format("{}#{}", month, event_anchor(*event));
    events.push_back({event->title,
                      entry.url.empty() ? absolute_url(context.site.base_url, here) : entry.url,
                      event->place, entry.note, entry.on.iso(), entry.until.iso(),
                      organizer_of(context, owner)});
  }
  if (!events.empty()) page.linked_data.push_back(json_ld::events(events));
}

}  // namespace metodaktiv::site
