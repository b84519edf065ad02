#include "tabular/style_sheet.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "base/text.h"
#include "tabular/bad_workbook.h"
#include "tabular/xml_reader.h"

namespace metodaktiv::tabular {
namespace {

// Excel itself stops at some 65,000 cell styles and far fewer formats.
constexpr std::size_t kMaxFormats = 100'000;
constexpr std::size_t kMaxStyles = 1'000'000;

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class Handler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    const bool main = element.space == XmlNamespace::kMain;
    if (element.depth == 1) {
      if (!main || element.name != "styleSheet")
        throw BadWorkbook(damaged("на месте стилей стоит другое"));
    } else if (element.depth == 2) {
      // Styles of other kinds (cellStyleXfs, dxfs) hold elements of the same names.
      in_formats_ = main && element.name == "numFmts";
      in_styles_ = main && element.name == "cellXfs";
    } else if (element.depth == 3 && main) {
      if (in_formats_ && element.name == "numFmt") add_format(element);
      if (in_styles_ && element.name == "xf") add_style(element);
    }
  }
  bool end(std::size_t) override { return true; }
  void text(std::string_view) override {}

  [[nodiscard]] std::vector<FormatKind> kinds() const {
    std::vector<FormatKind> out;
    out.reserve(styles_.size());
    for (const std::uint32_t id : styles_) {
      const auto own = formats_.find(id);
      out.push_back(own == formats_.end() ? builtin_format_kind(id) : own->second);
    }
    return out;
  }

 private:
  void add_format(const XmlElement& element) {
    const auto id = element.attribute("numFmtId");
    if (!id) return;
    check(formats_.size() < kMaxFormats);
    formats_[number(*id)] = format_kind(element.attribute("formatCode").value_or(""));
  }

  void add_style(const XmlElement& element) {
    check(styles_.size() < kMaxStyles);
    styles_.push_back(number(element.attribute("numFmtId").value_or("0")));
  }

  static void check(bool within) {
    if (!within) throw BadWorkbook(over_limit("в ней слишком много стилей"));
  }

  std::map<std::uint32_t, FormatKind> formats_;
  std::vector<std::uint32_t> styles_;
  bool in_formats_ = false;
  bool in_styles_ = false;
};

}  // namespace

void StyleSheet::read(const ZipArchive& archive, std::uint64_t part, std::string_view part_name) {
  Handler handler;
  read_xml(archive, part, part_name, handler);
  kinds_ = handler.kinds();
}

}  // namespace metodaktiv::tabular
