#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/date.h"

namespace metodaktiv::site {

struct Methodist;
struct Association;
struct Document;
struct Event;
struct Practice;
struct Assignment;
struct Municipality;

struct Territory {
  std::string code, name, center;
};

struct Subject {
  std::string code, area, name;
  /// What the subject is called away from its area: «Русский язык»; the area where it says more
  /// than the name («Учителя начальных классов», not «Все предметы»).
  std::string title;
  /// Counts for lists; people without consent are counted in `methodists`, not listed in `named`.
  std::size_t methodists = 0;
  std::vector<const Methodist*> named;
  std::vector<const Practice*> practices;  ///< newest first
};

struct Organization {
  std::string code, name, short_name, kind, site;
  const Municipality* municipality = nullptr;
  bool remote = false, low_results = false, mentoring_model = false;
  std::vector<std::string> innovation_kinds;  ///< of the current school year

  [[nodiscard]] const std::string& shown_name() const {
    return short_name.empty() ? name : short_name;
  }
};

struct Municipality {
  std::string code, name, kind, oktmo;
  std::string genitive, prepositional;  ///< «городского округа Дубна», «городском округе Дубна»
  std::string ums_name, ums_head, ums_site, ums_email, ums_phone, ums_address;
  const Territory* territory = nullptr;
  std::size_t methodists_total = 0;                ///< active ones, with people without consent
  std::vector<const Methodist*> methodists;        ///< named ones, by name
  std::vector<const Organization*> organizations;  ///< by kind (schools first), name
  std::vector<const Association*> associations;    ///< by name
  std::vector<const Document*> documents;          ///< newest first
  std::vector<const Event*> events;                ///< by date
  std::vector<const Practice*> practices;          ///< newest first
  std::vector<const Assignment*> assignments;      ///< to organizations of this municipality
};

}  // namespace metodaktiv::site
