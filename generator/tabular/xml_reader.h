#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tabular/zip_archive.h"

namespace metodaktiv::tabular {

/// The namespaces a workbook's structure is written in, each also under its «strict» address.
enum class XmlNamespace : std::uint8_t {
  kNone,
  kMain,                  ///< SpreadsheetML
  kRelationships,         ///< r:id
  kPackageRelationships,  ///< the .rels parts
  kContentTypes,
  kOther,
};

/// A start tag, valid during the call that gets it.
struct XmlElement {
  XmlNamespace space = XmlNamespace::kNone;
  std::string_view name;  ///< without prefix
  std::size_t depth = 0;  ///< 1 for the root
  const char** attributes = nullptr;

  [[nodiscard]] bool is(XmlNamespace wanted, std::string_view wanted_name) const {
    return space == wanted && name == wanted_name;
  }
  /// An attribute without prefix.
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view wanted) const;
  [[nodiscard]] std::optional<std::string_view> attribute(XmlNamespace wanted_space,
                                                          std::string_view wanted) const;
};

/// Gets what an XML part holds. Any call may throw BadWorkbook; text may come in pieces. A prefix
/// says nothing about an element: compare namespace, name and depth.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlElement& element) = 0;
  /// The end of the element opened at this depth. Returns false to read no further.
  virtual bool end(std::size_t depth) = 0;
  virtual void text(std::string_view text) = 0;
};

/// Reads a part of the archive through the handler: in one pass, in bounded memory and linear time.
/// BadWorkbook when the part is damaged, has a document type declaration (so no entities either),
/// is nested deeper than kMaxXmlDepth, holds more than kMaxXmlElements or a markup token above
/// kMaxUnparsedBytes. Returns
/// false when the handler wanted no more: the part's checksum is then not known.
bool read_xml(const ZipArchive& archive, std::uint64_t part, std::string_view part_name,
              XmlHandler& handler);

}  // namespace metodaktiv::tabular
