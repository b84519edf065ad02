#include "site/methodist.h"

#include "base/text.h"

namespace metodaktiv::site {

std::string Methodist::full_name() const {
  return base::full_name(last_name, first_name, patronymic);
}

}  // namespace metodaktiv::site
