#pragma once

#include <map>
#include <string>
#include <string_view>

#include "demo/random.h"

namespace metodaktiv::demo {

/// Words for {placeholders}.
using Words = std::map<std::string, std::string, std::less<>>;

/// Replaces {word} by its text and {Word} by the same with a capital letter. Failure names an
/// unknown placeholder and the text.
std::string fill(std::string_view text, const Words& words);

/// One of the variants that "||" separates.
std::string_view variant(std::string_view text, Random& random);

/// No-break spaces where Russian typography wants them: before a dash, after №, before %.
std::string typeset(std::string_view text);

}  // namespace metodaktiv::demo
