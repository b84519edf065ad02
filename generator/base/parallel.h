#pragma once

#include <cstddef>
#include <functional>

namespace metodaktiv::base {

/// Calls work(0) … work(count-1) on up to `jobs` threads (at least one). Every call must touch only
/// its own output. The failure with the lowest index is rethrown after all threads have ended, so
/// the message does not depend on the thread count.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace metodaktiv::base
