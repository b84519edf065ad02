#include "site/hosting_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "site/content_policy.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using testing::HasSubstr;
using testing::Not;

config::SiteConfig at(const std::string& base_url) {
  config::SiteConfig site;
  site.base_url = base_url;
  return site;
}

std::map<std::string, std::string> written(const std::string& base_url) {
  test::MemorySink web_root;
  test::MemorySink hosting;
  write_hosting_files(test::project_folder() / "templates", at(base_url), web_root, hosting);
  auto files = web_root.files();
  for (const auto& [path, text] : hosting.files()) files["hosting/" + path] = text;
  return files;
}

TEST(HostingFiles, BothServersGetThePagesPolicyAndTheFramePart) {
  const auto files = written("https://rma.example.ru/");
  for (const auto* path : {".htaccess", "hosting/nginx.conf"}) {
    ASSERT_TRUE(files.contains(path)) << path;
    EXPECT_THAT(files.at(path), HasSubstr("\"" + std::string(kContentPolicy) + "; frame-ancestors"))
        << path;
    EXPECT_THAT(files.at(path), Not(HasSubstr("@"))) << path;
    for (const auto* part :
         {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "text/calendar"}) {
      EXPECT_THAT(files.at(path), HasSubstr(part)) << path;
    }
  }
}

TEST(HostingFiles, TheErrorPageIsThatOfTheSitesFolder) {
  EXPECT_THAT(written("https://rma.example.ru/").at(".htaccess"),
              HasSubstr("ErrorDocument 404 /404.html"));
  const auto files = written("https://example.ru/edu/rma/");
  EXPECT_THAT(files.at(".htaccess"), HasSubstr("ErrorDocument 404 /edu/rma/404.html"));
  EXPECT_THAT(files.at("hosting/nginx.conf"), HasSubstr("404 =404 /edu/rma/404.html;"));
  EXPECT_THAT(files.at("hosting/nginx.conf"), HasSubstr("server_name example.ru;"));
}

TEST(HostingFiles, AnAddressCannotAddDirectives) {
  EXPECT_EQ(hosting_file("server_name @HOST@;", at("https://a.ru; evil/")), "server_name _;");
  EXPECT_THAT(hosting_file("~^@BASE_PATTERN@data/", at("https://a.ru/v1.0/")),
              HasSubstr("/v1\\.0/data/"));
}

TEST(HostingFiles, AMissingTextIsNamed) {
  test::MemorySink sink;
  EXPECT_THROW(write_hosting_files("/nowhere", at("https://a.ru/"), sink, sink), base::Failure);
}

}  // namespace
}  // namespace metodaktiv::site
