#pragma once

#include <expat.h>

namespace metodaktiv::tabular {

/// Memory for one XML parser of this thread at a time. expat keeps every distinct element and
/// attribute name for ever: without a bound a part of invented names would eat gigabytes.
const XML_Memory_Handling_Suite& bounded_expat_memory();

}  // namespace metodaktiv::tabular
