#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "release/name_words.h"

namespace metodaktiv::publication {

/// A place of a text where somebody is named.
struct NamePlace {
  std::size_t begin = 0, end = 0;  ///< bytes
  bool in_full = true;             ///< false: by initials, which others may share
};

/// One person as texts may name them: surname first or last, with both given names, the first one
/// or initials, in any grammatical case, without regard to capitals and ё/е.
class NamedPerson {
 public:
  NamedPerson(std::string_view last_name, std::string_view first_name, std::string_view patronymic);

  /// Every place of the text, in its order. A namesake is taken for the person; another patronymic
  /// or another initial is another person.
  [[nodiscard]] std::vector<NamePlace> find(std::string_view text) const;
  [[nodiscard]] bool is_in(std::string_view text) const { return !find(text).empty(); }
  /// Stem of the surname's first word; 0 when there is none.
  [[nodiscard]] std::uint64_t surname() const { return surname_.empty() ? 0 : surname_.front(); }

 private:
  struct Given {
    std::uint64_t stem = 0, initial = 0;
    [[nodiscard]] bool known() const { return stem != 0; }
  };
  enum class Fit { kNo, kInitial, kWhole };

  static Given given(std::string_view name);
  static Fit fit(const Given& name, const release::Word& word);
  [[nodiscard]] bool is_surname(const std::vector<release::Word>& words, std::size_t at) const;
  /// The place when given names stand behind the surname, or before it; end == 0: they do not.
  [[nodiscard]] NamePlace behind(std::string_view text, const std::vector<release::Word>& words,
                                 std::size_t surname) const;
  [[nodiscard]] NamePlace before(std::string_view text, const std::vector<release::Word>& words,
                                 std::size_t surname) const;

  std::vector<std::uint64_t> surname_;
  std::uint64_t masculine_ = 0;  ///< «Иванов» of «Иванова»: a man, never a case of hers
  Given first_, patronymic_;
};

/// A list of authors or heads without these people: the entries that name none of them, joined with
/// a comma. The list itself when nobody of them is in it; empty when nobody else is left, or when
/// the entries cannot be told apart.
std::string without_people(std::string_view list, const std::vector<const NamedPerson*>& people);

}  // namespace metodaktiv::publication
