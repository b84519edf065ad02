#include "release/hidden_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/date.h"
#include "base/files.h"
#include "release/zip_file.h"
#include "support/small_registry.h"

namespace metodaktiv::release {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

/// Everything that can be read in the bytes, with the part it stands in.
std::string readable(std::string_view bytes) {
  std::string all;
  each_readable(bytes, [&](const std::string& form, std::string_view text) {
    all += "[" + form + "] ";
    all += text;
    all += '\n';
  });
  return all;
}

TEST(HiddenText, ReadsEveryWayOfWritingAName) {
  for (const auto* text : {
           "Анна",
           "%D0%90%D0%BD%D0%BD%D0%B0",
           "%d0%90%d0%bd%d0%bd%d0%b0",
           "&#1040;&#1085;&#1085;&#1072;",
           "&#x410;&#x43D;&#x43d;&#x430;",
           R"({"name": "\u0410\u043d\u043D\u0430"})",
           "data:text/plain;base64,0JDQvdC90LAg0JDQvdC90LAg0JDQvdC90LA=",
           "xx0JDQvdC90LAg0JDQvdC90LAg0JDQvdC90LA",
       }) {
    EXPECT_THAT(readable(text), HasSubstr("Анна")) << text;
  }
}

TEST(HiddenText, ReadsLatinAndMixedTextBehindBase64) {
  EXPECT_THAT(readable("a2FyZXZhLmVAeWFuZGV4LnJ1IA=="), HasSubstr("kareva.e@yandex.ru"));
  EXPECT_THAT(readable("eyJuYW1lIjogItCQ0L3QvdCwIiwgInNjaG9vbCI6ICJzZXZlcm55LXNjaG9vbC01In0="),
              HasSubstr("Анна"));
  EXPECT_THAT(readable("a&#64;example.org"), HasSubstr("a@example.org"));
}

TEST(HiddenText, ReadsUtf16OfBothKinds) {
  EXPECT_THAT(readable(std::string("\x10\x04\x3d\x04\x3d\x04\x30\x04", 8)), HasSubstr("Анна"));
  EXPECT_THAT(readable(std::string("\x04\x10\x04\x3d\x04\x3d\x04\x30", 8)), HasSubstr("Анна"));
  EXPECT_THAT(readable(std::string("x\x10\x04\x3d\x04\x3d\x04\x30\x04", 9)), HasSubstr("Анна"));
}

TEST(HiddenText, BrokenEncodingsAreReadAsFarAsTheyGo) {
  for (const auto* text : {"%", "%D", "%D0", "%D0%ZZ", "&#", "&#;", "&#x", "&#99999999;", "\\u",
                           "\\u12", "\\uZZZZ", "PK", "PK\x03\x04 no archive", ""}) {
    EXPECT_THAT(readable(text), HasSubstr(text));
  }
}

TEST(HiddenText, OpensArchivesAndArchivesInside) {
  const test::TempFolder folder("hidden");
  base::write_file(folder.path() / "a.txt", "Анна");
  write_zip(folder.path() / "inner.zip", {{"тайна.txt", folder.path() / "a.txt", true}},
            *base::Date::parse_iso("2026-11-20"));
  write_zip(folder.path() / "outer.zip", {{"inner.zip", folder.path() / "inner.zip", true}},
            *base::Date::parse_iso("2026-11-20"));
  const auto text = readable(base::read_file(folder.path() / "outer.zip"));
  EXPECT_THAT(text, HasSubstr("[тайна.txt] Анна"));
}

}  // namespace
}  // namespace metodaktiv::release
