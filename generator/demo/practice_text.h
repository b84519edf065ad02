#pragma once

#include <string>

#include "demo/practice_library.h"
#include "demo/random.h"

namespace metodaktiv::demo {

struct PracticeText {
  std::string title;
  std::string annotation;
  std::string body;  ///< Markdown, four to six sections
};

/// Puts a practice together: what is taught by which way of working, with whom. `words` holds the
/// words of the subject; Failure names a placeholder that nothing fills.
PracticeText compose_practice(const PracticeFamily& family, const PracticeTopic& topic,
                              const PracticeTechnique& technique, const std::string& grades,
                              Words words, Random& random);

}  // namespace metodaktiv::demo
