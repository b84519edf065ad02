#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "site/model.h"

namespace metodaktiv::site {

/// A list of practices with pages of its own: the way through the bank without scripts.
struct PracticeList {
  enum class By { kSubject, kDirection, kLevel, kKind };
  By by = By::kSubject;
  std::string key;    ///< for paths::practice_list()
  std::string title;  ///< «Математика», «Наставничество», «Управленческие практики»
  const Subject* subject = nullptr;        ///< of a list by subject, but for those without one
  std::vector<const Practice*> practices;  ///< newest first, never empty
};

/// The lists of all practices of the model: by subject in the order of form 1, then by direction,
/// level and kind. A direction is a free text: two spellings that differ in case or ё are one list.
class PracticeLists {
 public:
  explicit PracticeLists(const Model& model);

  [[nodiscard]] const std::vector<PracticeList>& all() const { return lists_; }
  /// First page of the list that holds the practices with this subject, direction, level or kind;
  /// empty when there is none.
  [[nodiscard]] std::string path(PracticeList::By by, std::string_view value) const;

 private:
  void add(PracticeList::By by, const std::string& value, PracticeList list);

  std::vector<PracticeList> lists_;
  std::map<std::pair<PracticeList::By, std::string>, std::string> keys_;
};

}  // namespace metodaktiv::site
