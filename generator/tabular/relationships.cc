#include "tabular/relationships.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "tabular/bad_workbook.h"
#include "tabular/limits.h"
#include "tabular/xml_reader.h"

namespace metodaktiv::tabular {
namespace {

std::string_view last_word(std::string_view address) {
  return address.substr(address.rfind('/') + 1);
}

std::string relationships_part(std::string_view part) {
  const auto slash = part.rfind('/');
  const auto folder = slash == std::string_view::npos ? "" : part.substr(0, slash + 1);
  const auto file = slash == std::string_view::npos ? part : part.substr(slash + 1);
  return fmt::format("{}_rels/{}.rels", folder, file);
}

class Handler : public XmlHandler {
 public:
  explicit Handler(std::string_view part) : part_(part) {}

  void start(const XmlElement& element) override {
    if (element.depth != 2 || !element.is(XmlNamespace::kPackageRelationships, "Relationship"))
      return;
    const auto type = element.attribute("Type");
    const auto target = element.attribute("Target");
    if (!type || !target || element.attribute("TargetMode") == "External") return;
    if (list.size() == kMaxEntries) {
      throw BadWorkbook(over_limit(
          fmt::format("в ней больше {} ссылок между частями", base::grouped(kMaxEntries))));
    }
    list.push_back({std::string(element.attribute("Id").value_or("")),
                    std::string(last_word(*type)), resolved_target(part_, *target)});
  }
  bool end(std::size_t) override { return true; }
  void text(std::string_view) override {}

  std::vector<Relationships::Relationship> list;

 private:
  std::string_view part_;
};

}  // namespace

std::string resolved_target(std::string_view part, std::string_view target) {
  std::string slashed(target);
  std::replace(slashed.begin(), slashed.end(), '\\', '/');
  std::vector<std::string> steps;
  if (!slashed.starts_with('/')) {
    steps = base::split(part, '/');
    if (!steps.empty()) steps.pop_back();
  }
  for (auto& step : base::split(slashed, '/')) {
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(std::move(step));
    }
  }
  return base::join(steps, "/");
}

std::optional<Relationships> Relationships::read(const ZipArchive& archive, std::string_view part) {
  const std::string name = relationships_part(part);
  const auto index = archive.find(name);
  if (!index) return std::nullopt;
  Handler handler(part);
  read_xml(archive, *index, name, handler);
  Relationships out;
  out.list_ = std::move(handler.list);
  for (std::size_t i = 0; i < out.list_.size(); ++i) out.by_id_.emplace(out.list_[i].id, i);
  return out;
}

const Relationships::Relationship* Relationships::by_id(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &list_[found->second];
}

const Relationships::Relationship* Relationships::by_type(std::string_view type) const {
  const auto found = std::find_if(list_.begin(), list_.end(),
                                  [type](const Relationship& r) { return r.type == type; });
  return found == list_.end() ? nullptr : &*found;
}

}  // namespace metodaktiv::tabular
