#pragma once

#include <stdexcept>
#include <string>

namespace metodaktiv::base {

/// What stops the program: caught once in main, printed, exit code 1. The message is Russian, names
/// the place (file, line, table…) and the remedy.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Wrong usage of the command line: exit code 2.
class UsageError : public Failure {
 public:
  using Failure::Failure;
};

}  // namespace metodaktiv::base
