#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace metodaktiv::publication {

/// A site's address as consents compare it: small letters, no slash at the end.
inline std::string site_key(std::string_view url) {
  auto key = base::to_lower(url);
  while (key.ends_with('/')) key.pop_back();
  return key;
}

}  // namespace metodaktiv::publication
