#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace metodaktiv::publication {

/// A site's address as consents compare it: small letters, without http:// or https://, www. and a
/// slash at the end.
inline std::string site_key(std::string_view url) {
  auto key = base::to_lower(base::trimmed(url));
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (key.starts_with(scheme)) key.erase(0, scheme.size());
  }
  if (key.starts_with("www.")) key.erase(0, 4);
  while (key.ends_with('/')) key.pop_back();
  return key;
}

}  // namespace metodaktiv::publication
