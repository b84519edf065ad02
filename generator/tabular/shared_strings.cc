#include "tabular/shared_strings.h"

#include <algorithm>
#include <cstring>

#include "tabular/bad_workbook.h"
#include "tabular/limits.h"
#include "tabular/rich_text.h"
#include "tabular/xml_reader.h"

namespace metodaktiv::tabular {
namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 20;
constexpr std::uint32_t kEmpty = 0xFFFF'FFFF;
constexpr std::uint32_t kTooLong = 0xFFFF'FFFE;

using Length = std::uint32_t;

class Handler : public XmlHandler {
 public:
  explicit Handler(SharedStrings& strings) : strings_(strings) {}

  void start(const XmlElement& element) override {
    if (element.depth == 1) {
      if (!element.is(XmlNamespace::kMain, "sst"))
        throw BadWorkbook(damaged("на месте общих текстов стоит другое"));
    } else if (element.depth == 2) {
      in_item_ = element.is(XmlNamespace::kMain, "si");
      text_.clear();
    } else if (in_item_) {
      text_.start(element);
    }
  }

  bool end(std::size_t depth) override {
    if (depth > 2) {
      text_.end(depth);
    } else if (depth == 2 && in_item_) {
      in_item_ = false;
      const std::string text = text_.result();
      if (text_.too_long() || is_too_long(text)) {
        strings_.add_too_long();
      } else {
        strings_.add(text);
      }
    }
    return true;
  }

  void text(std::string_view text) override {
    if (in_item_) text_.text(text);
  }

 private:
  SharedStrings& strings_;
  RichText text_{2};
  bool in_item_ = false;
};

}  // namespace

void SharedStrings::read(const ZipArchive& archive, std::uint64_t part,
                         std::string_view part_name) {
  Handler handler(*this);
  read_xml(archive, part, part_name, handler);
}

void SharedStrings::add_place(std::uint32_t place) {
  if (count_ % kPageSize == 0) pages_.push_back(std::make_unique_for_overwrite<Page>());
  (*pages_.back())[count_ % kPageSize] = place;
  ++count_;
}

void SharedStrings::add(std::string_view text) {
  if (text.empty()) {
    add_place(kEmpty);
    return;
  }
  const std::size_t needed = sizeof(Length) + text.size();
  if (blocks_.empty() || used_ + needed > kBlockSize) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(std::max(kBlockSize, needed)));
    used_ = 0;
  }
  char* at = blocks_.back().get() + used_;
  const auto length = static_cast<Length>(text.size());
  std::memcpy(at, &length, sizeof(length));
  std::memcpy(at + sizeof(length), text.data(), text.size());
  add_place(static_cast<std::uint32_t>((blocks_.size() - 1) * kBlockSize + used_));
  used_ += needed;
}

void SharedStrings::add_too_long() { add_place(kTooLong); }

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
  const std::uint32_t place = (*pages_[index / kPageSize])[index % kPageSize];
  if (place == kEmpty) return std::string_view();
  if (place == kTooLong) return std::nullopt;
  const char* at = blocks_[place / kBlockSize].get() + place % kBlockSize;
  Length length = 0;
  std::memcpy(&length, at, sizeof(length));
  return std::string_view(at + sizeof(length), length);
}

}  // namespace metodaktiv::tabular
