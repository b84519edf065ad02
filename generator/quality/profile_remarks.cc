#include "quality/profile_remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <regex>
#include <set>

#include "base/number.h"
#include "base/text.h"
#include "quality/profile_queries.h"

namespace metodaktiv::quality {
namespace {

namespace fs = std::filesystem;
using base::Severity;

void warn(base::Findings& findings, const fs::path& file, std::int64_t line, std::string value,
          std::string message, std::string remedy) {
  findings.add({Severity::kWarning,
                "profile-remark",
                {file.string(), {}, line, {}},
                std::move(value),
                std::move(message),
                std::move(remedy)});
}

/// The query with its comments turned into spaces, so that places stay.
std::string without_comments(std::string_view sql) {
  std::string text(sql);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') quoted = !quoted;
    if (quoted || text.compare(i, 2, "--") != 0) continue;
    while (i < text.size() && text[i] != '\n') text[i++] = ' ';
  }
  return text;
}

/// Names under which a query reads `documents`; an empty one: its columns may stand bare.
std::set<std::string> names_of_documents(const std::string& sql) {
  static const std::regex kTable(R"(\bdocuments\b(?:\s+(?:AS\s+)?(\w+))?)", std::regex::icase);
  static const std::set<std::string> kKeywords = {"on",    "where", "group", "order",
                                                  "join",  "left",  "cross", "inner",
                                                  "using", "union", "limit", "natural"};
  std::set<std::string> names;
  for (std::sregex_iterator it(sql.begin(), sql.end(), kTable), end; it != end; ++it) {
    const auto alias = base::to_lower((*it)[1].str());
    if (alias.empty() || kKeywords.contains(alias)) {
      names.insert({"documents", ""});
    } else {
      names.insert(alias);
    }
  }
  return names;
}

struct Rgb {
  std::array<double, 3> parts{};  ///< red, green, blue: 0…1
};

Rgb rgb_of(std::string_view colour) {
  Rgb result;
  for (std::size_t i = 0; i < 3; ++i) {
    result.parts[i] = std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
  }
  return result;
}

/// Relative luminance, WCAG 2.
double luminance(const Rgb& colour) {
  constexpr std::array<double, 3> kWeights = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = colour.parts[i];
    sum += kWeights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast_of(double one, double other) {
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

std::string shown_contrast(double value) {
  return base::fixed_russian(static_cast<long long>(std::floor(value * 10)), 1) + " : 1";
}

void remark_on_query(const config::RegionProfile& profile, const std::string& sql,
                     const fs::path& file, std::int64_t first, std::int64_t fallback,
                     base::Findings& findings) {
  for (const auto& literal : document_kinds_in(sql)) {
    const bool known = std::any_of(profile.document_kinds.begin(), profile.document_kinds.end(),
                                   [&](const auto& kind) { return kind.key == literal.text; });
    if (known) continue;
    warn(findings, file, first > 0 ? first + literal.line - 1 : fallback, literal.text,
         "Запрос ищет документы вида, которого в профиле нет: таких документов не найдётся.",
         "Исправьте ключ или добавьте вид в [[document_kinds]] файла profile.toml.");
  }
}

}  // namespace

std::vector<SqlLiteral> document_kinds_in(std::string_view query) {
  static const std::regex kComparison(
      R"((?:\b(\w+)\.)?\bkind\s*(?:==?|<>|!=|(?:NOT\s+)?IN\b)\s*(\([^)]*\)|'[^']*'))",
      std::regex::icase);
  static const std::regex kLiteral("'([^']*)'");
  const auto sql = without_comments(query);
  const auto names = names_of_documents(sql);
  std::vector<SqlLiteral> result;
  for (std::sregex_iterator it(sql.begin(), sql.end(), kComparison), end; it != end; ++it) {
    const auto values = (*it)[2].str();
    if (!names.contains(base::to_lower((*it)[1].str()))) continue;
    if (base::to_lower(values).find("select") != std::string::npos) continue;
    for (std::sregex_iterator at(values.begin(), values.end(), kLiteral); at != end; ++at) {
      const auto place = sql.begin() + it->position(2) + at->position(0);
      result.push_back({(*at)[1].str(), 1 + std::count(sql.begin(), place, '\n')});
    }
  }
  return result;
}

double contrast(std::string_view one, std::string_view other) {
  return contrast_of(luminance(rgb_of(one)), luminance(rgb_of(other)));
}

void remark_on_municipalities(const config::RegionProfile& profile, base::Findings& findings) {
  for (const auto& entry : profile.municipalities) {
    std::vector<std::string> missing;
    if (entry.name_genitive.empty()) missing.emplace_back("name_genitive");
    if (entry.name_prepositional.empty()) missing.emplace_back("name_prepositional");
    if (missing.empty()) continue;
    warn(findings, profile.folder / "profile.toml", entry.line, {},
         fmt::format("У муниципалитета «{}» нет падежей: {}. В заголовках и отчётах имя останется "
                     "без склонения.",
                     entry.name, base::join(missing, ", ")),
         "Впишите вместе с видом: name_genitive отвечает на «нет чего?», name_prepositional — на "
         "«где?» без предлога.");
  }
}

void remark_on_map(const config::RegionProfile& profile, base::Findings& findings) {
  if (profile.map.empty()) return;
  const auto file = profile.folder / "map.toml";
  for (const auto& tile : profile.map.tiles) {
    if (profile.municipality(tile.municipality) != nullptr) continue;
    warn(findings, file, tile.line, tile.municipality,
         fmt::format("На карте стоит «{}», а муниципалитета с таким кодом в профиле нет: плитки не "
                     "будет.",
                     tile.label),
         "Исправьте код или уберите сокращение с карты.");
  }
  for (const auto& entry : profile.municipalities) {
    if (profile.map.tile(entry.code) != nullptr) continue;
    warn(findings, file, 0, entry.code,
         fmt::format("Муниципалитета «{}» нет на карте: он встанет отдельно, под ней.", entry.name),
         "Поставьте его сокращение в rows и впишите код в [places].");
  }
}

void remark_on_document_kinds(const config::RegionProfile& profile,
                              const std::vector<Check>& checks, base::Findings& findings) {
  for (const auto& indicator : profile.indicators) {
    remark_on_query(profile, indicator.sql, indicator.query_file, 1, 0, findings);
  }
  for (const auto& distribution : profile.distributions) {
    remark_on_query(profile, distribution.sql, distribution.query_file, 1, 0, findings);
  }
  for (const auto& check : checks) {
    remark_on_query(profile, check.sql, check.file, line_of_text(check.file, check.sql, check.line),
                    check.line, findings);
  }
}

void remark_on_accent(const config::SiteConfig& site, const fs::path& file,
                      base::Findings& findings) {
  constexpr double kText = 4.5;      // WCAG 2, 1.4.3
  constexpr double kGraphics = 3.0;  // WCAG 2, 1.4.11: on the dark page it is lines and bars only
  constexpr double kBrighter = 1.5;  // of style.css in the dark theme
  if (site.accent.empty()) return;
  auto colour = rgb_of(site.accent);
  const double light = contrast_of(luminance(colour), 1.0);
  for (auto& part : colour.parts) part = std::min(1.0, part * kBrighter);
  const double dark = contrast_of(luminance(colour), 0.0);
  const auto line = line_of_text(file, site.accent);
  if (light < kText) {
    warn(findings, file, line, site.accent,
         fmt::format("Цвет accent плохо виден на белом: контраст {}, а нужно не меньше {}.",
                     shown_contrast(light), shown_contrast(kText)),
         "Возьмите тот же цвет темнее.");
  }
  if (dark < kGraphics) {
    warn(findings, file, line, site.accent,
         fmt::format("Цвет accent плохо виден в тёмном оформлении, на чёрном: контраст {}, а нужно "
                     "не меньше {}.",
                     shown_contrast(dark), shown_contrast(kGraphics)),
         "Возьмите тот же цвет светлее.");
  }
}

}  // namespace metodaktiv::quality
