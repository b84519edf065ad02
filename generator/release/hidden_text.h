#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace metodaktiv::release {

/// Calls visit(form, bytes) with everything that can be read in a file: its bytes as they are
/// (form empty), and, where there is any, the text behind percent escapes («%D0%98»), character
/// references («&#1048;»), JSON escapes («\u0418»), base64 runs and UTF-16, and every part of a ZIP
/// (a workbook's sheets; `form` names the part), those read in the same ways. Damaged encodings
/// give what can be decoded; ZIP parts are read up to 64 MB each. Archives inside archives are
/// followed twice.
void each_readable(std::string_view bytes,
                   const std::function<void(const std::string& form, std::string_view)>& visit);

}  // namespace metodaktiv::release
