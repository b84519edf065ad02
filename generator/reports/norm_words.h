#pragma once

#include <string>

#include "config/region_profile.h"
#include "reports/methodist_load.h"

namespace metodaktiv::reports {

/// How reports speak of the norms: a norm binds, an orientation only compares.
struct NormWords {
  explicit NormWords(const config::Norms& norms);

  std::string within, above, below,
      outside;  ///< «в норме», «выше нормы», «ниже нормы», «вне нормы»
  std::string recommended;  ///< heading of a column: «Рекомендуется»
  std::string missing;      ///< heading of a column: «Не хватает»
  std::string statement;  ///< a sentence: «Норма — 50–70 педагогов на методиста.»
};

/// «▲ выше нормы», «▼ ниже нормы», «✔ в норме» in the words of the norms.
std::string shown(LoadVerdict verdict, const NormWords& words);

}  // namespace metodaktiv::reports
