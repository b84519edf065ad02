#pragma once

#include <string>
#include <vector>

namespace metodaktiv::reports {

struct ReportContext;

/// What is sent to a municipality together with its reports.
struct PackLetter {
  std::string municipality;  ///< code
  std::string name;
  std::string service;  ///< of the municipality; may be empty
  std::string email;    ///< of the service; may be empty
  std::string subject;
  std::string folder;  ///< what the folder with the reports is called for the recipient
  std::string opening;
  std::vector<std::string> headlines;  ///< targets met, what is overdue or missing; whole sentences
  std::string closing;
};

/// For every municipality of the build, by code. Reads the addresses from the registry; the rest
/// comes from what the reports are made from.
std::vector<PackLetter> pack_letters(const ReportContext& context);

/// The letter as plain text, with what each attached file is. `files` are names in the pack.
std::string letter_text(const PackLetter& letter, const std::vector<std::string>& files);

}  // namespace metodaktiv::reports
