#include "changes/table_changes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "changes/report_tables.h"
#include "config/ownership.h"

namespace metodaktiv::changes {
namespace {

using config::ColumnType;
using config::FormColumn;
using config::FormDefinition;
using registry::Value;

std::vector<const FormColumn*> stored_columns(const FormDefinition& form) {
  std::vector<const FormColumn*> columns;
  for (const auto& column : form.columns) {
    if (!column.import_only) columns.push_back(&column);
  }
  return columns;
}

/// Key, columns and owner of every row, by key.
std::string rows_sql(const std::vector<FormDefinition>& forms, const FormDefinition& form) {
  const auto path = config::municipality_path(forms, form);
  std::vector<std::string> key, columns;
  for (const auto& part : form.key) key.push_back(fmt::format("ifnull(t0.{}, '')", part));
  for (const auto* column : stored_columns(form)) columns.push_back("t0." + column->key);
  std::string joins;
  for (std::size_t i = 1; i < path.size(); ++i) {
    joins += fmt::format(" LEFT JOIN main.{} t{} ON t{}.{} = t{}.{}", path[i].form->table, i, i,
                         path[i].form->key.front(), i - 1, path[i - 1].column);
  }
  const auto owner = path.empty()
                         ? std::string("''")
                         : fmt::format("ifnull(t{}.{}, '')", path.size() - 1, path.back().column);
  return fmt::format("SELECT {}, {}, {} FROM main.{} t0{} ORDER BY {}", base::join(key, ", "),
                     base::join(columns, ", "), owner, form.table, joins, base::join(key, ", "));
}

/// One side of the comparison: its rows one after the other.
class Rows {
 public:
  Rows(registry::Database& db, const std::string& sql, const FormDefinition& form)
      : statement_(db.prepare(sql, "сравнение таблицы " + form.table)),
        keys_(static_cast<int>(form.key.size())),
        columns_(static_cast<int>(stored_columns(form).size())) {
    next();
  }

  void next() {
    there_ = statement_.next();
    if (!there_) return;
    key_.clear();
    for (int i = 0; i < keys_; ++i) key_.push_back(statement_.value(i));
  }

  [[nodiscard]] bool there() const { return there_; }
  [[nodiscard]] const std::vector<Value>& key() const { return key_; }
  [[nodiscard]] Value cell(int column) const { return statement_.value(keys_ + column); }
  [[nodiscard]] std::string owner() const { return statement_.text(keys_ + columns_); }

 private:
  registry::Statement statement_;
  int keys_, columns_;
  bool there_ = false;
  std::vector<Value> key_;
};

std::string plain_text(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) return base::plain_russian(*real);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

std::string title_in(const std::vector<config::KeyTitle>& list, const std::string& key) {
  for (const auto& entry : list) {
    if (entry.key == key) return entry.title;
  }
  return key;
}

std::string profile_title(const config::RegionProfile& profile, const std::string& list,
                          const std::string& key) {
  if (list == "levels") return profile.level_title(key);
  if (list == "document_kinds") return profile.document_kind_title(key);
  if (list == "directions") return profile.direction_title(key);
  if (list == "roles") return title_in(profile.roles, key);
  return key;
}

std::string shown(const FormColumn& column, const Value& value,
                  const config::RegionProfile& profile) {
  const auto text = plain_text(value);
  if (text.empty()) return {};
  if (column.type == ColumnType::kBoolean) return text == "1" ? "да" : "нет";
  if (column.type == ColumnType::kDate) {
    const auto date = base::Date::parse_iso(text);
    return date ? date->dotted() : text;
  }
  if (!column.profile_values.empty()) {
    auto parts = base::split(text, '|');
    for (auto& part : parts) part = profile_title(profile, column.profile_values, part);
    return base::join(parts, ", ");
  }
  for (const auto& allowed : column.values) {
    if (allowed.key == text) return allowed.title;
  }
  return text;
}

class TableComparison {
 public:
  TableComparison(const FormDefinition& form, const config::RegionProfile& profile,
                  const Changes& names)
      : form_(form), profile_(profile), names_(names), columns_(stored_columns(form)) {}

  std::vector<OwnedChange> compare(Rows before, Rows after) {
    while (before.there() || after.there()) {
      const bool only_before = !after.there() || (before.there() && before.key() < after.key());
      const bool only_after = !before.there() || (after.there() && after.key() < before.key());
      if (only_before) {
        add(RowWay::kRemoved, before.key(), before.owner(), before.owner(), {});
        before.next();
      } else if (only_after) {
        add(RowWay::kAdded, after.key(), after.owner(), after.owner(), {});
        after.next();
      } else {
        auto fields = differing(before, after);
        // The row itself may be the same and its organization have moved.
        if (!fields.empty() || before.owner() != after.owner())
          add(RowWay::kChanged, after.key(), before.owner(), after.owner(), std::move(fields));
        before.next();
        after.next();
      }
    }
    return std::move(changes_);
  }

 private:
  [[nodiscard]] std::string named(const FormColumn& column, const Value& value) const {
    const auto text = shown(column, value, profile_);
    if (column.references == "municipalities") return municipality_name(names_, text);
    if (column.references == "subjects") return subject_name(names_, text);
    if (column.references == "organizations") return organization_name(names_, text);
    return text;
  }

  std::vector<FieldChange> differing(const Rows& before, const Rows& after) const {
    std::vector<FieldChange> fields;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto was = before.cell(static_cast<int>(i));
      const auto is = after.cell(static_cast<int>(i));
      const bool both_empty = plain_text(was).empty() && plain_text(is).empty();
      if (was == is || both_empty) continue;
      fields.push_back({columns_[i]->key, columns_[i]->title, named(*columns_[i], was),
                        named(*columns_[i], is)});
    }
    return fields;
  }

  void add(RowWay way, const std::vector<Value>& key, std::string owner_before,
           std::string owner_after, std::vector<FieldChange> fields) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < key.size(); ++i) {
      const auto* column = form_.column(form_.key[i]);
      auto text = column != nullptr ? shown(*column, key[i], profile_) : plain_text(key[i]);
      if (!text.empty()) parts.push_back(std::move(text));
    }
    changes_.push_back(
        {{form_.table, form_.title, base::join(parts, " · "), way, std::move(fields)},
         std::move(owner_before),
         std::move(owner_after)});
  }

  const FormDefinition& form_;
  const config::RegionProfile& profile_;
  const Changes& names_;
  std::vector<const FormColumn*> columns_;
  std::vector<OwnedChange> changes_;
};

}  // namespace

std::vector<OwnedChange> table_changes(registry::Database& before, registry::Database& after,
                                       const std::vector<FormDefinition>& forms,
                                       const FormDefinition& form,
                                       const config::RegionProfile& profile, const Changes& names) {
  const auto sql = rows_sql(forms, form);
  return TableComparison(form, profile, names)
      .compare(Rows(before, sql, form), Rows(after, sql, form));
}

}  // namespace metodaktiv::changes
