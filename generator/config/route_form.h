#pragma once

#include <string>
#include <vector>

#include "config/region_profile.h"

namespace metodaktiv::config {

/// A row of the form's general data. `value` names what a filled document puts there
/// ("teacher_name"); a blank leaves it empty.
struct RouteField {
  std::string label;
  std::string value;
  std::string hint;  ///< may be empty
};

/// A column of the plan; `key` names the activity's data in it: title, details, due_on, reflection.
struct RouteColumn {
  std::string key;
  double width = 0;  ///< characters of a sheet
};

struct RoutePart {
  std::string number;
  std::string title;
};

/// One table of a section: the titles of its columns and the empty rows of the blank.
struct RouteBlock {
  std::vector<std::string> columns;  ///< as many as RouteForm::columns
  int rows = 0;
};

struct RouteSection {
  std::string number;  ///< section of iom_activities
  std::string title;
  std::string part;  ///< number of the part whose first section stands under its heading
  std::vector<RouteBlock> blocks;  ///< at least one; a filled document puts all into the first
};

struct RouteSignature {
  std::string role;
  std::string line;
};

/// The route form (ИОМ) of a region from top to bottom, the profile's words filled in.
struct RouteForm {
  std::string title;
  std::string source;
  std::string paper;
  bool landscape = false;
  std::string file_name;  ///< of the blank's downloads, without extension
  std::string approval_heading, approval_position, approval_signature, approval_date;
  std::string general_number, general_title;
  std::vector<RouteField> fields;
  std::string aim_number, aim_title, aim_text;
  std::string plan_number, plan_title;
  std::string period_label, period_begin, period_end;
  std::string period_date;  ///< the line for a date that is not known
  std::vector<RouteColumn> columns;
  std::vector<RoutePart> parts;
  std::vector<RouteSection> sections;
  std::vector<RouteSignature> signatures;
};

/// route_form.toml of the profile's folder, else the shared one in data/. Failure lists everything
/// that is wrong with file and line.
RouteForm load_route_form(const RegionProfile& profile);

}  // namespace metodaktiv::config
