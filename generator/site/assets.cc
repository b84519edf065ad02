#include "site/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "site/colour.h"
#include "site/stemmer_script.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kFontFolder = "@fontsource-variable/golos-text/files";
constexpr std::array<std::string_view, 2> kFonts = {"golos-text-cyrillic-wght-normal.woff2",
                                                    "golos-text-latin-wght-normal.woff2"};

/// --tint of the light and the dark scheme (10-base.css): the harder background of the two.
constexpr std::string_view kLightTint = "#f1f5f8";
constexpr std::string_view kDarkTint = "#19212a";
/// As much contrast as WCAG 2.2 AA asks of text.
constexpr double kReadable = 4.5;

/// Files of a folder of the theme; Failure when there are none.
std::vector<std::filesystem::path> assets_of(const std::filesystem::path& folder,
                                             std::string_view suffix) {
  auto files = base::list_files(folder, suffix);
  if (files.empty()) {
    throw base::Failure(fmt::format(
        "Нет файлов оформления в {}. Верните папку из поставки программы.", folder.string()));
  }
  return files;
}

/// templates/styles/*.css in the order of their names, then the site's own colour.
std::string stylesheet(const SiteInput& input) {
  std::string css;
  for (const auto& file : assets_of(input.templates_folder / "styles", ".css")) {
    css += base::read_file(file);
  }
  if (const auto& accent = input.site.accent; is_colour(accent)) {
    css += fmt::format(":root {{ --accent: {}; --accent-on-dark: {}; }}\n",
                       readable_on(accent, kLightTint, kReadable),
                       readable_on(accent, kDarkTint, kReadable));
  }
  return css;
}

}  // namespace

std::size_t write_assets(const SiteInput& input, base::FileSink& sink) {
  const auto files = assets_of(input.templates_folder / "assets", "");
  for (const auto& file : files) {
    sink.write("assets/" + file.filename().string(), base::read_file(file));
  }
  sink.write("assets/style.css", stylesheet(input));
  sink.write("assets/stemmer-ru.js", stemmer_script(input.vendor_folder));
  for (const auto font : kFonts) {
    const auto file = input.vendor_folder / kFontFolder / font;
    if (!base::stands(file)) {
      throw base::Failure(fmt::format(
          "Нет шрифта {}. Выполните scripts/bootstrap: он поставит его из npm.", file.string()));
    }
    sink.write(fmt::format("assets/{}", font), base::read_file(file));
  }
  return files.size() + 2 + kFonts.size();
}

}  // namespace metodaktiv::site
