#include "quality/profile_remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace metodaktiv::quality {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> kinds(std::string_view sql) {
  std::vector<std::string> result;
  for (const auto& literal : document_kinds_in(sql)) {
    result.push_back(literal.text + ":" + std::to_string(literal.line));
  }
  return result;
}

TEST(DocumentKindsTest, FindsComparisonsOfTheKind) {
  EXPECT_THAT(kinds("SELECT 1 FROM documents AS d\nWHERE d.kind = 'plan'"), ElementsAre("plan:2"));
  EXPECT_THAT(kinds("SELECT 1 FROM main.documents d WHERE d.kind IN ('a',\n'b')"),
              ElementsAre("a:1", "b:2"));
  EXPECT_THAT(kinds("SELECT 1 FROM documents WHERE kind <> 'a' AND documents.kind NOT IN ('b')"),
              ElementsAre("a:1", "b:1"));
}

TEST(DocumentKindsTest, LeavesOtherTablesAndCommentsAlone) {
  EXPECT_THAT(kinds("SELECT 1 FROM organizations AS o WHERE o.kind = 'school'"), IsEmpty());
  EXPECT_THAT(kinds("SELECT 1 FROM documents AS d JOIN events AS e ON e.kind = 'week'"), IsEmpty());
  EXPECT_THAT(kinds("SELECT 1 FROM required_documents WHERE kind = 'x'"), IsEmpty());
  EXPECT_THAT(kinds("SELECT 1 FROM documents AS d -- d.kind = 'old'"), IsEmpty());
  EXPECT_THAT(
      kinds("SELECT 1 FROM documents AS d WHERE d.kind IN (SELECT kind FROM required_documents "
            "WHERE 'x' = 'x')"),
      IsEmpty());
}

TEST(ContrastTest, IsThatOfWcag) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21.0, 1e-9);
  EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.48, 0.005);
  EXPECT_NEAR(contrast("#ffffff", "#1f5f8b"), 6.84, 0.005);
}

}  // namespace
}  // namespace metodaktiv::quality
