#pragma once

#include <vector>

#include "content/markdown.h"
#include "site/dict.h"

namespace metodaktiv::site {

/// A table of contents for contents.html, included at CONTENTS: the headings of the highest level
/// the text has, and with fewer than four of them those a level below, too. Nothing for a text with
/// fewer than four headings.
void fill_contents(Dict dict, const std::vector<content::Heading>& headings);

}  // namespace metodaktiv::site
