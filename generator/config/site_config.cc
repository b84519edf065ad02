#include "config/site_config.h"

#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

}  // namespace

SiteConfig load_site_config(const std::filesystem::path& file) {
  base::Findings findings;
  const auto table = parse_toml(file, findings);
  SiteConfig site;
  TomlReader reader(table, file.string(), findings);
  site.base_url = reader.required_text("base_url");
  if (!(site.base_url.starts_with("https://") || site.base_url.starts_with("http://")) ||
      !site.base_url.ends_with('/')) {
    reader.error("base_url", "Адрес сайта должен начинаться с https:// и кончаться «/».",
                 "Например: base_url = \"https://rma.example.ru/\".");
  }
  site.title = reader.required_text("title");
  site.short_title = reader.text("short_title", site.title);
  site.description = reader.required_text("description");
  reader.text("language", "ru");
  reader.table("contacts", false, [&](TomlReader& r) {
    site.email = r.text("email");
    site.phone = r.text("phone");
    site.address = r.text("address");
  });
  reader.table("theme", false, [&](TomlReader& r) {
    site.accent = r.text("accent");
    if (!site.accent.empty() && !is_colour(site.accent)) {
      r.error("accent", "Цвет не разобрать.", "Пишите шестнадцатеричный цвет: \"#0b5d5e\".");
    }
  });
  reader.finish();
  throw_if_errors(findings, "Настройки сайта содержат ошибки:");
  return site;
}

}  // namespace metodaktiv::config
