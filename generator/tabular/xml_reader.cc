#include "tabular/xml_reader.h"

#include <expat.h>
#include <fmt/format.h>

#include <array>
#include <exception>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/text.h"
#include "tabular/bad_workbook.h"
#include "tabular/code_points.h"
#include "tabular/expat_memory.h"
#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

constexpr int kChunk = 1 << 18;
constexpr char kSeparator = '\n';  ///< between address and name; cannot stand in an address

constexpr std::array<std::pair<std::string_view, XmlNamespace>, 6> kNamespaces = {{
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", XmlNamespace::kMain},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", XmlNamespace::kMain},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     XmlNamespace::kRelationships},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", XmlNamespace::kRelationships},
    {"http://schemas.openxmlformats.org/package/2006/relationships",
     XmlNamespace::kPackageRelationships},
    {"http://schemas.openxmlformats.org/package/2006/content-types", XmlNamespace::kContentTypes},
}};

// From expat 2.9 on, the older names of these two are deprecated.
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
std::uint64_t line_of(XML_Parser parser) { return XML_GetCurrentLineNumber64(parser); }
std::int64_t byte_of(XML_Parser parser) { return XML_GetCurrentByteIndex64(parser); }
#else
std::uint64_t line_of(XML_Parser parser) { return XML_GetCurrentLineNumber(parser); }
std::int64_t byte_of(XML_Parser parser) { return XML_GetCurrentByteIndex(parser); }
#endif

std::pair<XmlNamespace, std::string_view> split_name(std::string_view name) {
  const auto at = name.find(kSeparator);
  if (at == std::string_view::npos) return {XmlNamespace::kNone, name};
  const std::string_view address = name.substr(0, at);
  for (const auto& [known, space] : kNamespaces) {
    if (address == known) return {space, name.substr(at + 1)};
  }
  return {XmlNamespace::kOther, name.substr(at + 1)};
}

/// One run of expat. Exceptions wait in `failure_` until its C code has returned.
class Parser {
 public:
  Parser(std::string_view part_name, XmlHandler& handler)
      : part_name_(shortened(part_name, 80)),
        handler_(handler),
        parser_(XML_ParserCreate_MM(nullptr, &bounded_expat_memory(), &kSeparator)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  bool read(ZipArchive::Part& part) {
    std::uint64_t fed = 0;
    for (;;) {
      void* buffer = XML_GetBuffer(parser_.get(), kChunk);
      if (buffer == nullptr) fail(XML_GetErrorCode(parser_.get()));
      const std::size_t got = part.read(static_cast<char*>(buffer), kChunk);
      const bool last = got == 0;
      const XML_Status status =
          XML_ParseBuffer(parser_.get(), static_cast<int>(got), last ? XML_TRUE : XML_FALSE);
      if (failure_) std::rethrow_exception(failure_);
      if (stopped_) return false;
      if (status != XML_STATUS_OK) fail(XML_GetErrorCode(parser_.get()));
      if (last) return true;
      fed += got;
      // This expat scans an unfinished token anew with every chunk: quadratic time.
      const auto parsed = static_cast<std::uint64_t>(byte_of(parser_.get()));
      if (fed > parsed && fed - parsed > kMaxUnparsedBytes) {
        throw BadWorkbook(
            unsafe(fmt::format("в её части «{}» стоит слишком длинный тег", part_name_)));
      }
    }
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  [[noreturn]] void fail(XML_Error error) const {
    if (error == XML_ERROR_NO_MEMORY) {
      throw BadWorkbook(
          unsafe(fmt::format("её часть «{}» требует слишком много памяти", part_name_)));
    }
    throw BadWorkbook(damaged(fmt::format("её часть «{}» не читается (строка {}: {})", part_name_,
                                          line_of(parser_.get()), reason(error))));
  }

  static std::string_view reason(XML_Error error) {
    switch (error) {
      case XML_ERROR_NO_ELEMENTS:
      case XML_ERROR_UNCLOSED_TOKEN:
      case XML_ERROR_PARTIAL_CHAR:
      case XML_ERROR_UNCLOSED_CDATA_SECTION:
        return "текст обрывается";
      case XML_ERROR_TAG_MISMATCH:
        return "теги не сходятся";
      case XML_ERROR_UNDEFINED_ENTITY:
        return "неизвестная сущность";
      case XML_ERROR_UNKNOWN_ENCODING:
      case XML_ERROR_INCORRECT_ENCODING:
        return "неизвестная кодировка";
      default:
        return "ошибка в разметке";
    }
  }

  /// Runs `action` unless reading has already ended; keeps what it throws.
  template <typename Action>
  void guarded(const Action& action) noexcept {
    if (failure_ || stopped_) return;
    try {
      action();
    } catch (...) {
      failure_ = std::current_exception();
    }
    if (failure_ || stopped_) XML_StopParser(parser_.get(), XML_FALSE);
  }

  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      if (++parser.depth_ > kMaxXmlDepth) {
        throw BadWorkbook(
            unsafe(fmt::format("в её части «{}» слишком глубокая вложенность", parser.part_name_)));
      }
      if (++parser.elements_ > kMaxXmlElements) {
        throw BadWorkbook(
            over_limit(fmt::format("в её части «{}» больше {} элементов", parser.part_name_,
                                   base::grouped(static_cast<std::int64_t>(kMaxXmlElements)))));
      }
      XmlElement element;
      std::tie(element.space, element.name) = split_name(name);
      element.depth = parser.depth_;
      element.attributes = attributes;
      parser.handler_.start(element);
    });
  }

  static void on_end(void* self, const XML_Char*) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { parser.stopped_ = !parser.handler_.end(parser.depth_--); });
  }

  static void on_text(void* self, const XML_Char* text, int length) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded(
        [&] { parser.handler_.text(std::string_view(text, static_cast<std::size_t>(length))); });
  }

  static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      throw BadWorkbook(
          unsafe(fmt::format("в её части «{}» объявлен тип документа (DTD)", parser.part_name_)));
    });
  }

  std::string part_name_;
  XmlHandler& handler_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::exception_ptr failure_;
  std::size_t depth_ = 0;
  std::size_t elements_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::optional<std::string_view> XmlElement::attribute(std::string_view wanted) const {
  for (const char** at = attributes; *at != nullptr; at += 2) {
    if (wanted == at[0]) return at[1];
  }
  return std::nullopt;
}

std::optional<std::string_view> XmlElement::attribute(XmlNamespace wanted_space,
                                                      std::string_view wanted) const {
  for (const char** at = attributes; *at != nullptr; at += 2) {
    if (split_name(at[0]) == std::pair{wanted_space, wanted}) return at[1];
  }
  return std::nullopt;
}

bool read_xml(const ZipArchive& archive, std::uint64_t part, std::string_view part_name,
              XmlHandler& handler) {
  ZipArchive::Part stream = archive.open(part, part_name);
  return Parser(part_name, handler).read(stream);
}

}  // namespace metodaktiv::tabular
