#include "config/site_config.h"

#include "base/disk.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool is_site_address(std::string_view url) {
  return (url.starts_with("https://") || url.starts_with("http://")) && url.ends_with('/');
}

/// Without `defaults` the address, the title and the description must be there.
SiteConfig read_site_config(const std::filesystem::path& file, const SiteConfig* defaults) {
  base::Findings findings;
  const auto table = parse_toml(file, findings);
  SiteConfig site = defaults == nullptr ? SiteConfig{} : *defaults;
  TomlReader reader(table, file.string(), findings);
  const auto text = [&](std::string_view key, const std::string& fallback) {
    return defaults == nullptr ? reader.required_text(key) : reader.text(key, fallback);
  };
  site.base_url = text("base_url", site.base_url);
  if (!is_site_address(site.base_url)) {
    reader.error("base_url", "Адрес сайта должен начинаться с https:// и кончаться «/».",
                 "Например: base_url = \"https://rma.example.ru/\".");
  }
  const auto former_title = site.title;
  site.title = text("title", site.title);
  const bool own_title = defaults == nullptr || site.title != former_title;
  site.short_title = reader.text("short_title", own_title ? site.title : site.short_title);
  site.description = text("description", site.description);
  reader.text("language", "ru");
  reader.table("contacts", false, [&](TomlReader& r) {
    site.email = r.text("email", site.email);
    site.phone = r.text("phone", site.phone);
    site.address = r.text("address", site.address);
  });
  reader.table("theme", false, [&](TomlReader& r) {
    site.accent = r.text("accent", site.accent);
    if (!site.accent.empty() && !is_colour(site.accent)) {
      r.error("accent", "Цвет не разобрать.", "Пишите шестнадцатеричный цвет: \"#0b5d5e\".");
    }
  });
  reader.finish();
  throw_if_errors(findings, "Настройки сайта содержат ошибки:");
  return site;
}

}  // namespace

SiteConfig load_site_config(const std::filesystem::path& file) {
  return read_site_config(file, nullptr);
}

SiteConfig load_site_config(const std::filesystem::path& file, const SiteConfig& defaults) {
  return base::stands(file) ? read_site_config(file, &defaults) : defaults;
}

}  // namespace metodaktiv::config
