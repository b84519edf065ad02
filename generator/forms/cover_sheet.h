#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "config/form_stamp.h"
#include "config/region_profile.h"
#include "forms/collection_styles.h"
#include "forms/municipality_rows.h"
#include "workbook/sheet.h"

namespace metodaktiv::forms {

/// What the cover tells.
struct Cover {
  const config::RegionProfile& profile;
  std::string municipality;       ///< its name
  std::string municipality_kind;  ///< «городской округ»; may be empty
  base::Date made_on, due_on;
  config::FormStamp stamp;
  std::vector<TableRows> tables;
  std::vector<workbook::Sheet> sheets;  ///< of the tables, in the same order
};

/// «Сбор данных: Северный, 2026/2027 учебный год».
std::string cover_title(const Cover& cover);

void fill_cover_sheet(workbook::Sheet& sheet, const CollectionStyles& styles, const Cover& cover);

}  // namespace metodaktiv::forms
