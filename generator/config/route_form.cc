#include "config/route_form.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "config/profile_parts.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

/// Reads texts and fills in the words of the profile.
class Filler {
 public:
  explicit Filler(const RegionProfile& profile)
      : words_{{{"{operator_short}", profile.operator_.short_name},
                {"{operator}", profile.operator_.name},
                {"{organization_short}", profile.operator_.organization_short},
                {"{assessment_short}", profile.terms.assessment_short},
                {"{route}", profile.terms.route},
                {"{route_short}", profile.terms.route_short}}} {}

  [[nodiscard]] std::string operator()(std::string text) const {
    for (const auto& [key, word] : words_) {
      for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at)) {
        text.replace(at, key.size(), word);
        at += word.size();
      }
    }
    return text;
  }

 private:
  std::array<std::pair<std::string_view, std::string>, 6> words_;
};

void read_front(TomlReader& r, const Filler& fill, RouteForm& form) {
  form.title = fill(r.required_text("title"));
  form.source = fill(r.required_text("source"));
  form.paper = r.choice("paper", {"A4"}, "A4");
  form.landscape = r.choice("orientation", {"portrait", "landscape"}, "portrait") == "landscape";
  form.file_name = r.text("file_name", "iom");
  r.table("approval", false, [&](TomlReader& a) {
    form.approval_heading = fill(a.text("heading"));
    form.approval_position = fill(a.text("position"));
    form.approval_signature = fill(a.text("signature"));
    form.approval_date = fill(a.text("date"));
  });
  const auto heading = [&](std::string_view key, std::string& number, std::string& title,
                           std::string* text) {
    r.table(key, true, [&](TomlReader& t) {
      number = t.text("number");
      title = fill(t.required_text("title"));
      if (text) *text = fill(t.required_text("text"));
    });
  };
  heading("general", form.general_number, form.general_title, nullptr);
  heading("aim", form.aim_number, form.aim_title, &form.aim_text);
  heading("plan", form.plan_number, form.plan_title, nullptr);
  r.tables("fields", [&](TomlReader& f) {
    form.fields.push_back(
        {fill(f.required_text("label")),
         f.choice("value", {"teacher_name", "municipality", "organization", "position", "subject",
                            "methodist_name", "assessed_on", "level", "none"}),
         fill(f.text("hint"))});
  });
  r.table("period", true, [&](TomlReader& p) {
    form.period_label = fill(p.required_text("label"));
    form.period_begin = fill(p.required_text("begin"));
    form.period_end = fill(p.required_text("end"));
    form.period_date = fill(p.required_text("date"));
  });
}

RouteBlock read_block(TomlReader& r, const Filler& fill, std::size_t columns) {
  RouteBlock block;
  for (auto& title : r.texts("columns")) block.columns.push_back(fill(std::move(title)));
  block.rows = r.integer("rows", 1);
  if (block.columns.size() != columns) {
    r.error("columns",
            fmt::format("Заголовков граф: {}, а граф в плане: {}.", block.columns.size(), columns),
            "Дайте каждой графе из [[columns]] заголовок.");
    block.columns.resize(columns);
  }
  if (block.rows < 0 || block.rows > 50) {
    r.error("rows", "Пустых строк должно быть от 0 до 50.", "Исправьте число.");
    block.rows = 1;
  }
  return block;
}

void read_plan(TomlReader& r, const Filler& fill, RouteForm& form) {
  r.tables("columns", [&](TomlReader& c) {
    form.columns.push_back({c.choice("key", {"title", "details", "due_on", "reflection"}),
                            c.number("width").value_or(20)});
    if (form.columns.back().width < 3 || form.columns.back().width > 200) {
      c.error("width", "Ширина графы должна быть от 3 до 200 знаков.", "Исправьте число.");
      form.columns.back().width = 20;
    }
  });
  r.tables("parts", [&](TomlReader& p) {
    form.parts.push_back({p.required_text("number"), fill(p.required_text("title"))});
  });
  r.tables("sections", [&](TomlReader& s) {
    RouteSection section;
    section.number = s.required_text("number");
    section.title = fill(s.required_text("title"));
    section.part = s.text("part");
    section.blocks.push_back(read_block(s, fill, form.columns.size()));
    s.tables("blocks", [&](TomlReader& b) {
      section.blocks.push_back(read_block(b, fill, form.columns.size()));
    });
    bool known = section.part.empty();
    for (const auto& part : form.parts) known = known || part.number == section.part;
    if (!known) {
      s.error("part", fmt::format("Части «{}» нет.", section.part), "Добавьте [[parts]].");
    }
    form.sections.push_back(std::move(section));
  });
  r.tables("signatures", [&](TomlReader& s) {
    form.signatures.push_back({fill(s.required_text("role")), fill(s.required_text("line"))});
  });
  if (form.columns.empty()) {
    r.error("columns", "Не названо ни одной графы плана.", "Перечислите [[columns]].");
  }
  if (form.sections.empty()) {
    r.error("sections", "Не названо ни одного раздела плана.", "Перечислите [[sections]].");
  }
}

}  // namespace

RouteForm load_route_form(const RegionProfile& profile) {
  const auto file = query_file(profile, "route_form.toml");
  base::Findings findings;
  RouteForm form;
  const auto table = parse_toml(file, findings);
  if (findings.empty()) {
    TomlReader reader(table, file.string(), findings);
    const Filler fill(profile);
    read_front(reader, fill, form);
    read_plan(reader, fill, form);
    reader.finish();
  }
  throw_if_errors(findings, "Форма индивидуального маршрута содержит ошибки:");
  return form;
}

}  // namespace metodaktiv::config
