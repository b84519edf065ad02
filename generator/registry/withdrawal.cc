#include "registry/withdrawal.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "registry/journal.h"

namespace metodaktiv::registry {
namespace {

const std::string kPurpose = "отзыв согласия";

/// Rows of consents that no withdrawal has ended.
constexpr std::string_view kStanding =
    "methodist = ?1 AND (withdrawn_on IS NULL OR withdrawn_on < given_on)";

struct Person {
  Withdrawal record;
  std::optional<base::Date> consent_on, withdrawn_on;
};

std::optional<base::Date> date_or_none(const Statement& query, int column) {
  return query.is_null(column) ? std::nullopt : base::Date::parse_iso(query.text(column));
}

Person find_person(Database& registry, const std::string& code) {
  auto query = registry.prepare(
      "SELECT last_name, first_name, patronymic, municipality, consent_on, consent_withdrawn_on "
      "FROM methodists WHERE code = ?",
      kPurpose);
  query.bind(1, code);
  if (!query.next()) {
    throw base::Failure(
        fmt::format("Методиста с кодом «{}» в реестре нет. Код стоит в первом столбце листа "
                    "«Региональные методисты».",
                    code));
  }
  const auto patronymic = query.text_or_empty(2);
  return {{code,
           base::full_name(query.text(0), query.text(1), patronymic),
           query.text(0),
           query.text(1),
           patronymic,
           query.text(3),
           {}},
          date_or_none(query, 4),
          date_or_none(query, 5)};
}

std::int64_t count(Database& registry, std::string_view sql, const std::string& code,
                   const std::string& date) {
  auto query = registry.prepare(sql, kPurpose);
  query.bind(1, code).bind(2, date);
  query.next();
  return query.integer(0);
}

void run(Database& registry, std::string_view sql, const std::string& code, const std::string& date,
         std::optional<std::int64_t> entry = {}) {
  auto statement = registry.prepare(sql, kPurpose);
  statement.bind(1, code).bind(2, date);
  if (entry) statement.bind(3, *entry);
  statement.run();
}

/// The latest consent in the table that was given after `date` and stands.
std::optional<base::Date> later_consent(Database& registry, const std::string& code,
                                        base::Date date) {
  auto query = registry.prepare(
      fmt::format("SELECT max(given_on) FROM consents WHERE {} AND given_on > ?2", kStanding),
      kPurpose);
  query.bind(1, code).bind(2, date.iso());
  query.next();
  return date_or_none(query, 0);
}

}  // namespace

std::optional<RecordedWithdrawal> withdraw_consent(Database& registry, const std::string& code,
                                                   base::Date date, const std::string& time,
                                                   const std::string& program) {
  Transaction transaction(registry);
  const auto person = find_person(registry, code);
  const auto day = date.iso();
  if (person.consent_on && *person.consent_on > date) {
    throw base::Failure(fmt::format(
        "Согласие дано {} — позже даты отзыва {}. Проверьте дату: такой отзыв ничего не прекратит.",
        person.consent_on->dotted(), date.dotted()));
  }
  if (const auto later = later_consent(registry, code, date)) {
    throw base::Failure(fmt::format(
        "В таблице «Согласия на распространение» есть согласие этого методиста от {} — позже даты "
        "отзыва {}: такой отзыв его не прекратит. Проверьте обе даты.",
        later->dotted(), date.dotted()));
  }
  // Whoever is named without consent of the table, as an author or a head, withdraws that too.
  const bool stands =
      !person.withdrawn_on || (person.consent_on && *person.withdrawn_on < *person.consent_on);
  const auto fields =
      count(registry, fmt::format("SELECT count(*) FROM consents WHERE {} AND ?2 <> ''", kStanding),
            code, day);
  if (!stands && fields == 0) return std::nullopt;

  JournalEntry entry;
  entry.applied_at = time;
  entry.program = program;
  entry.files.push_back(
      {std::string(kWithdrawalFile) + code, {}, person.record.municipality, {}, 1, 0, 0});
  if (fields > 0) entry.tables.push_back({"consents", 0, fields, 0});
  if (stands) entry.tables.push_back({"methodists", 0, 1, 0});
  const auto id = begin_journal_entry(registry, entry);
  if (stands) {
    run(registry,
        "INSERT INTO journal_rows (import, position, table_name, row_key, before, after) "
        "SELECT ?3, 1, 'methodists', json_array(code), "
        "json_object('consent_withdrawn_on', consent_withdrawn_on), "
        "json_object('consent_withdrawn_on', ?2) FROM methodists WHERE code = ?1",
        code, day, id);
    run(registry, "UPDATE methodists SET consent_withdrawn_on = ?2 WHERE code = ?1", code, day);
  }
  run(registry,
      fmt::format("INSERT INTO journal_rows (import, position, table_name, row_key, before, after) "
                  "SELECT ?3, 1 + row_number() OVER (ORDER BY field, site), 'consents', "
                  "json_array(methodist, field, site), json_object('withdrawn_on', withdrawn_on), "
                  "json_object('withdrawn_on', ?2) FROM consents WHERE {}",
                  kStanding),
      code, day, id);
  run(registry, fmt::format("UPDATE consents SET withdrawn_on = ?2 WHERE {}", kStanding), code,
      day);
  transaction.commit();
  RecordedWithdrawal recorded{id, person.record};
  recorded.withdrawal.withdrawn_on = date;
  return recorded;
}

std::optional<Withdrawal> find_withdrawal(Database& registry, const std::string& code) {
  auto person = find_person(registry, code);
  if (!person.withdrawn_on || (person.consent_on && *person.withdrawn_on < *person.consent_on))
    return std::nullopt;
  person.record.withdrawn_on = *person.withdrawn_on;
  return person.record;
}

std::vector<Withdrawal> read_withdrawals(Database& registry) {
  auto query = registry.prepare(
      "SELECT code, last_name, first_name, patronymic, municipality, consent_withdrawn_on "
      "FROM methodists WHERE consent_withdrawn_on IS NOT NULL "
      "AND (consent_on IS NULL OR consent_withdrawn_on >= consent_on) "
      "ORDER BY consent_withdrawn_on DESC, code",
      kPurpose);
  std::vector<Withdrawal> all;
  while (query.next()) {
    const auto date = date_or_none(query, 5);
    if (!date) continue;
    all.push_back({query.text(0),
                   base::full_name(query.text(1), query.text(2), query.text_or_empty(3)),
                   query.text(1), query.text(2), query.text_or_empty(3), query.text(4), *date});
  }
  return all;
}

std::vector<std::string> same_name(Database& registry, const Withdrawal& person) {
  auto query = registry.prepare(
      "SELECT code, last_name, first_name, patronymic FROM methodists WHERE code <> ? "
      "AND (consent_withdrawn_on IS NULL OR consent_withdrawn_on < consent_on) ORDER BY code",
      kPurpose);
  query.bind(1, person.code);
  std::vector<std::string> codes;
  while (query.next()) {
    const auto name = base::full_name(query.text(1), query.text(2), query.text_or_empty(3));
    if (base::folded(name) == base::folded(person.name)) codes.push_back(query.text(0));
  }
  return codes;
}

}  // namespace metodaktiv::registry
