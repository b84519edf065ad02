#include "site/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kFontFolder = "@fontsource-variable/golos-text/files";
constexpr std::array<std::string_view, 2> kFonts = {"golos-text-cyrillic-wght-normal.woff2",
                                                    "golos-text-latin-wght-normal.woff2"};

/// "#1f5f8b": what the style sheet may take over from the configuration.
bool is_colour(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

}  // namespace

std::size_t write_assets(const SiteInput& input, base::FileSink& sink) {
  const auto folder = input.templates_folder / "assets";
  const auto files = base::list_files(folder, "");
  if (files.empty()) {
    throw base::Failure(fmt::format(
        "Нет файлов оформления в {}. Верните папку из поставки программы.", folder.string()));
  }
  for (const auto& file : files) {
    auto bytes = base::read_file(file);
    const auto name = file.filename().string();
    if (name == "style.css" && is_colour(input.site.accent)) {
      bytes += fmt::format(":root {{ --brand: {}; }}\n", input.site.accent);
    }
    sink.write("assets/" + name, bytes);
  }
  for (const auto font : kFonts) {
    const auto file = input.vendor_folder / kFontFolder / font;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
      throw base::Failure(fmt::format(
          "Нет шрифта {}. Выполните scripts/bootstrap: он поставит его из npm.", file.string()));
    }
    sink.write(fmt::format("assets/{}", font), base::read_file(file));
  }
  return files.size() + kFonts.size();
}

}  // namespace metodaktiv::site
