#include "publication/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/nearest.h"
#include "base/text.h"
#include "registry/registry.h"
#include "registry/storage_failure.h"

namespace metodaktiv::publication {
namespace {

namespace fs = std::filesystem;
using registry::Database;

/// Tables without which there is nothing to build.
constexpr std::array<std::string_view, 21> kTables = {"about",
                                                      "assignments",
                                                      "associations",
                                                      "distribution_values",
                                                      "documents",
                                                      "events",
                                                      "form1",
                                                      "indicator_values",
                                                      "innovation_sites",
                                                      "meetings",
                                                      "methodists",
                                                      "conditions",
                                                      "municipalities",
                                                      "names_elsewhere",
                                                      "organizations",
                                                      "practices",
                                                      "releases",
                                                      "release_changes",
                                                      "roster",
                                                      "subjects",
                                                      "territories"};

void check_kind(Database& db, const fs::path& file) {
  const auto application = db.scalar("PRAGMA application_id");
  if (application == registry::kApplicationId) {
    throw base::Failure(
        fmt::format("«{}» — реестр, а не публикация: в нём персональные данные, сайт из него прямо "
                    "не собирают. Укажите реестр в --registry или возьмите publication.db готового "
                    "сайта (папка public/data).",
                    file.string()));
  }
  if (application != kPublicationId) {
    throw base::Failure(
        fmt::format("«{}» — не публикация «Методактива» или публикация прежней версии программы. "
                    "Возьмите файл publication.db из папки public/data сайта, собранного этой "
                    "версией.",
                    file.string()));
  }
  const auto layout = db.scalar("PRAGMA user_version");
  if (layout != kPublicationLayout) {
    throw base::Failure(fmt::format(
        "Публикация «{}» записана {} версией программы (разметка {}, эта версия понимает {}). {}",
        file.string(), layout > kPublicationLayout ? "более новой" : "прежней", layout,
        kPublicationLayout,
        layout > kPublicationLayout ? "Обновите программу."
                                    : "Возьмите публикацию, собранную заново."));
  }
}

/// What arrived half, or was changed by hand, must not become a site with half the pages.
void check_whole(Database& db, const fs::path& file) {
  auto check = db.prepare("PRAGMA quick_check(1)");
  const std::string verdict = check.next() ? check.text(0) : std::string();
  std::string missing;
  for (const auto table : kTables) {
    auto found = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    found.bind(1, std::string(table));
    if (!found.next()) missing = table;
  }
  for (const auto& table : registry::table_names(db)) {
    if (std::find(kTables.begin(), kTables.end(), table) == kTables.end())
      throw base::Failure(
          fmt::format("В публикации «{}» есть посторонняя таблица «{}»: этот файл меняли. Возьмите "
                      "publication.db из папки public/data сайта.",
                      file.string(), table));
  }
  if (verdict == "ok" && missing.empty()) return;
  throw base::Failure(fmt::format(
      "Публикация «{}» повреждена: {}. Скачайте её ещё раз.", file.string(),
      verdict == "ok" ? fmt::format("нет таблицы {}", missing) : "нарушено строение файла"));
}

std::string about(Database& db, std::string_view key) {
  auto query = db.prepare("SELECT value FROM about WHERE key = ?1");
  query.bind(1, std::string(key));
  return query.next() ? query.text(0) : std::string();
}

Published read_checked(Database& db, const fs::path& file) {
  check_kind(db, file);
  check_whole(db, file);
  if (!about(db, "municipality").empty()) {
    throw base::Failure(fmt::format(
        "«{}» — публикация одного муниципалитета: сравнить его в ней не с чем. Возьмите "
        "publication.db с сайта региона.",
        file.string()));
  }
  const auto as_of = base::Date::parse_iso(about(db, "as_of"));
  Published published{file, about(db, "region"), as_of.value_or(base::Date()),
                      about(db, "school_year"), published_municipalities(db)};
  if (!as_of || published.region.empty() || published.school_year.empty()) {
    throw base::Failure(
        fmt::format("Публикация «{}» повреждена: в таблице about нет даты, региона или учебного "
                    "года. Скачайте её ещё раз.",
                    file.string()));
  }
  return published;
}

}  // namespace

std::vector<PublishedMunicipality> published_municipalities(Database& db) {
  std::vector<PublishedMunicipality> rows;
  auto query = db.prepare(
      "SELECT code, name, ums_name, ums_site, ums_email, ums_phone, ums_address "
      "FROM municipalities ORDER BY code",
      "муниципалитеты публикации");
  while (query.next()) {
    rows.push_back({query.text(0), query.text(1), query.text_or_empty(2), query.text_or_empty(3),
                    query.text_or_empty(4), query.text_or_empty(5), query.text_or_empty(6)});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return base::folded(a.name) < base::folded(b.name);
  });
  return rows;
}

const PublishedMunicipality& find_municipality(const std::vector<PublishedMunicipality>& all,
                                               std::string_view code_or_name) {
  const auto wanted = base::folded(code_or_name);
  for (const auto& entry : all) {
    if (entry.code == code_or_name || base::folded(entry.name) == wanted) return entry;
  }
  std::vector<std::string> codes, names, shown;
  constexpr std::size_t kShown = 8;
  for (const auto& entry : all) {
    codes.push_back(entry.code);
    names.push_back(entry.name);
    if (shown.size() < kShown) shown.push_back(fmt::format("{} ({})", entry.code, entry.name));
  }
  std::string text = fmt::format("Муниципалитета «{}» нет.", code_or_name);
  auto near = base::nearest(code_or_name, codes);
  if (!near) near = base::nearest(code_or_name, names);
  if (near) {
    const auto& entry = find_municipality(all, *near);
    text += fmt::format(" Возможно, это {} ({}).", entry.code, entry.name);
  }
  throw base::Failure(fmt::format(
      "{} Есть: {}{}.", text, base::join(shown, ", "),
      all.size() > kShown ? fmt::format(" и ещё {}", all.size() - kShown) : std::string()));
}

Published read_published(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    throw base::Failure(
        fmt::format("Публикация «{}» не найдена. Возьмите файл publication.db с сайта региона "
                    "(страница «Открытые данные») или из папки public/data готовой сборки.",
                    file.string()));
  }
  try {
    Database db(file, Database::Mode::kReadOnly);
    return read_checked(db, file);
  } catch (const registry::QueryFailure& failure) {
    throw base::Failure(fmt::format("Публикация «{}» не читается: {}. Скачайте её ещё раз.",
                                    file.string(), failure.reason()));
  }
}

bool is_former_publication(const fs::path& file, std::string_view region,
                           std::string_view municipality) {
  std::error_code error;
  if (!base::stands(file) || !fs::is_regular_file(file, error)) return false;
  const auto is_one = [&] {
    Database db(file, Database::Mode::kReadOnly);
    check_kind(db, file);
    check_whole(db, file);
    return about(db, "region") == region && about(db, "municipality") == municipality &&
           base::Date::parse_iso(about(db, "as_of")).has_value();
  };
  try {
    return is_one();
  } catch (const registry::StorageFailure&) {
    // Damaged, or not to be read just now? A damaged file reads as bytes, and is damaged twice.
    static_cast<void>(base::read_file(file));
    try {
      static_cast<void>(is_one());
    } catch (const base::Failure&) {
      return false;
    }
    throw;
  } catch (const base::Failure&) {
    return false;
  }
}

}  // namespace metodaktiv::publication
