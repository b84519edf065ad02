#include "release/site_path.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace metodaktiv::release {
namespace {

TEST(SitePath, TakesPathsOfASite) {
  for (const auto* path :
       {"index.html", "public/practices/p/urok-1.html", "public/.htaccess",
        "public/data/publication.db", "reports/_packs/balashikha.zip", "public/p/console.html",
        "public/p/com.html", "public/документы/а.html"}) {
    EXPECT_NO_THROW(check_site_path(path)) << path;
  }
}

TEST(SitePath, RefusesWhatLeavesTheTreeOrSurprisesAReader) {
  for (const std::string path : {"",
                                 "/etc/passwd",
                                 "../evil.html",
                                 "public/../../evil.html",
                                 "public//a.html",
                                 "public/",
                                 "public/./a.html",
                                 "public/.git/config",
                                 "public/.hidden",
                                 "public/a.",
                                 "public/a ",
                                 "public/ a",
                                 "public/a\\b",
                                 "public/a:b",
                                 "public/a?b",
                                 "public/a*",
                                 "public/CON",
                                 "public/con.html",
                                 "public/Nul.txt",
                                 "public/LPT1",
                                 "public/com9.html",
                                 "public/a\nb",
                                 "public/a\x7f",
                                 "public/x\xE2\x80\xAEy.html",
                                 "public/a\xE2\x80\x8B.html",
                                 "public/\xEF\xBB\xBFx.html",
                                 "public/x\xD8\x9Cy.html",
                                 "public/\xDB.html"}) {
    EXPECT_THROW(check_site_path(path), base::Failure) << path;
  }
  EXPECT_THROW(check_site_path(std::string("public/a\0b", 10)), base::Failure);
  EXPECT_THROW(check_site_path("public/" + std::string(201, 'a')), base::Failure);
}

TEST(PathSet, FindsPathsThatDifferInCaseAlone) {
  PathSet paths;
  paths.add("public/p/abc.html");
  paths.add("public/p/abc.html");
  paths.add("public/p/abd.html");
  EXPECT_THROW(paths.add("public/p/ABC.html"), base::Failure);
  paths.add("public/p/урок.html");
  EXPECT_THROW(paths.add("public/p/Урок.html"), base::Failure);
}

}  // namespace
}  // namespace metodaktiv::release
