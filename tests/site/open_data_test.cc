#include "site/open_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "site/publication_fixture.h"

namespace metodaktiv::site {
namespace {

using Json = nlohmann::json;
using test::MemorySink;

constexpr const char* kPlaces = R"sql(
INSERT INTO territories VALUES ('north', 'Север', NULL);
INSERT INTO municipalities (code, name, kind, territory, oktmo, ums_name, ums_head, ums_email, ums_phone)
VALUES ('alpha', 'Альфа', 'городской округ', 'north', '01234567', 'УМС «Альфа»', 'Иванов', 'a@b.ru', '+7'),
       ('beta', 'Бета', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO organizations VALUES ('a-1', 'alpha', 'Школа № 1, «Заря»', NULL, 'school', 1, 1, 0, NULL),
                                 ('b-1', 'beta', 'Детский сад "Ёлка"', 'ДС', 'preschool', NULL, NULL, NULL, NULL);
INSERT INTO subjects VALUES ('maths', 'математика и информатика', 'математика', 2),
                            ('russian', 'русский язык', 'русский язык', 1);
)sql";

void write(registry::Database& publication, MemorySink& sink) {
  write_open_data(publication, test::small_profile(), test::small_site(), sink);
}

TEST(OpenData, IndicatorsAreExactAndOrderedByTheProfile) {
  auto db = test::empty_publication();
  db.execute(R"sql(INSERT INTO indicator_values VALUES
    ('alpha', 'municipality', 'a', 'Альфа', '2026/2027', 1, 1, '1.00', 'presence', 1, 'met'),
    ('alpha', 'region', 'demo', 'Область', '2026/2027', 1, 3, '33.33', 'percent', 100, 'not_met'),
    ('unknown', 'region', 'demo', 'Область', '2026/2027', 2.5, NULL, '2.50', 'count', NULL, 'info'),
    ('zeta', 'municipality', 'a', 'Альфа', '2025/2026', NULL, NULL, NULL, 'percent', 62.5, 'suppressed'),
    ('zeta', 'municipality', 'b', '=Бета, «север»', '2025/2026', 0, 0, NULL, 'percent', 62.5, 'no_data'),
    ('zeta', 'region', 'demo', 'Область', '2024/2025', 62345, 124690, '50.00', 'percent', 62.5, 'not_met'),
    ('zeta', 'territory', 't', 'Север', '2025/2026', -3, 4, '-75.00', 'percent', 62.5, 'not_met'))sql");
  MemorySink sink;
  write(db, sink);
  EXPECT_EQ(sink.file("data/indicators.csv"),
            "indicator,scope,code,name,school_year,numerator,denominator,value,unit,target,status\n"
            "zeta,region,demo,Область,2024/2025,62345,124690,50.00,percent,62.5,not_met\n"
            "zeta,territory,t,Север,2025/2026,-3,4,-75.00,percent,62.5,not_met\n"
            "zeta,municipality,a,Альфа,2025/2026,,,,percent,62.5,suppressed\n"
            "zeta,municipality,b,\"'=Бета, «север»\",2025/2026,0,0,,percent,62.5,no_data\n"
            "alpha,region,demo,Область,2026/2027,1,3,33.33,percent,100,not_met\n"
            "alpha,municipality,a,Альфа,2026/2027,1,1,1.00,presence,1,met\n"
            "unknown,region,demo,Область,2026/2027,2.5,,2.50,count,,info\n");
}

TEST(OpenData, PeopleWithoutConsentAreCountedAndNotNamed) {
  auto db = test::empty_publication();
  db.execute(kPlaces);
  db.execute(R"sql(
    INSERT INTO methodists VALUES
      ('m-2', 'Петрова', 'Анна', 'Львовна', 'alpha', 'a-1', 'maths', 'функциональная грамотность', NULL, '2025-09-01', 'p@x.ru', 'О себе'),
      ('m-1', 'Ли', 'Ян', NULL, NULL, NULL, 'russian', NULL, NULL, '2024-09-01', NULL, NULL);
    INSERT INTO roster VALUES (NULL, 'beta', 'maths'), ('m-2', 'alpha', 'maths'), (NULL, 'alpha', 'russian'),
                              ('m-1', NULL, 'russian');
    INSERT INTO assignments VALUES (NULL, 'b-1', 'maths', '2026/2027', 12, 'remote'),
      ('m-2', 'a-1', NULL, '2026/2027', 60, NULL), ('m-2', 'b-1', 'maths', '2026/2027', 0, 'in_person');
  )sql");
  MemorySink sink;
  write(db, sink);
  EXPECT_EQ(sink.file("data/methodists.csv"),
            "code,name,municipality,organization,subject,other_direction,included_on\n"
            "m-1,Ли Ян,,,russian,,2024-09-01\n"
            "m-2,Петрова Анна Львовна,alpha,a-1,maths,функциональная грамотность,2025-09-01\n"
            ",,alpha,,russian,,\n"
            ",,beta,,maths,,\n");
  EXPECT_EQ(
      sink.file("data/form2.csv"),
      "methodist,name,subject,other_direction,municipality,organization,school_year,teachers_count,"
      "mode\n"
      "m-2,Петрова Анна Львовна,,функциональная грамотность,alpha,a-1,2026/2027,60,\n"
      "m-2,Петрова Анна Львовна,maths,функциональная грамотность,beta,b-1,2026/2027,0,in_person\n"
      ",,maths,,beta,b-1,2026/2027,12,remote\n");
}

TEST(OpenData, DistributionsAreOrderedAndNamedByTheProfile) {
  auto db = test::empty_publication();
  db.execute(kPlaces);
  db.execute(R"sql(INSERT INTO distribution_values VALUES
    ('a', 'municipality', 'beta', 1, 'x', NULL, NULL), ('a', 'region', 'demo', 1, 'x', 3, 3),
    ('z', 'territory', 'north', 2, 'no', 0, 7), ('z', 'territory', 'north', 1, 'yes', 7, 7))sql");
  auto profile = test::small_profile();
  config::DistributionDefinition z, a;
  z.id = "z";
  z.values = {{"yes", "Да", ""}, {"no", "=Нет", ""}};
  a.id = "a";
  profile.distributions = {z, a};
  MemorySink sink;
  write_open_data(db, profile, test::small_site(), sink);
  EXPECT_EQ(sink.file("data/distributions.csv"),
            "distribution,scope,code,name,key,title,count,total\n"
            "z,territory,north,Север,yes,Да,7,7\n"
            "z,territory,north,Север,no,'=Нет,0,7\n"
            "a,region,demo,Демонстрационная область,x,,3,3\n"
            "a,municipality,beta,Бета,x,,,\n");
}

TEST(OpenData, Form1KeepsItsOrderAndHidesWithEmptyCells) {
  auto db = test::empty_publication();
  db.execute(R"sql(INSERT INTO form1 VALUES
    ('municipality', 'alpha', 1, 'russian', NULL, NULL, NULL, 1), ('municipality', 'alpha', 2, '', 60, 1, 1, 1),
    ('region', 'demo', 2, 'maths', 140, 2, 2, 0), ('region', 'demo', 1, 'russian', 150, 3, 3, 2),
    ('region', 'demo', 3, '', 290, 5, 5, 2))sql");
  MemorySink sink;
  write(db, sink);
  EXPECT_EQ(sink.file("data/form1.csv"),
            "scope,code,subject,teachers,recommended_min,recommended_max,actual\n"
            "region,demo,russian,150,3,3,2\n"
            "region,demo,maths,140,2,2,0\n"
            "region,demo,,290,5,5,2\n"
            "municipality,alpha,russian,,,,1\n"
            "municipality,alpha,,60,1,1,1\n");
}

TEST(OpenData, PracticesLinkToTheirPagesAndFormulasAreDisarmed) {
  auto db = test::empty_publication();
  db.execute(R"sql(INSERT INTO practices VALUES
    ('klub', 'alpha', NULL, '=HYPERLINK("http://x")', 'pedagogical', 'maths', 'basic', '-слово', 'Автор', 'а', 'б', NULL, NULL, 2025, NULL),
    ('ab', 'alpha', 'a-1', 'Клуб' || char(10) || 'чтения', 'managerial', NULL, NULL, '@x', NULL, 'а', 'б', NULL, NULL, -5, NULL))sql");
  MemorySink sink;
  write(db, sink);
  EXPECT_EQ(sink.file("data/practices.csv"),
            "slug,title,municipality,organization,kind,subject,level,direction,year,url\n"
            "ab,\"Клуб\nчтения\",alpha,a-1,managerial,,,'@x,-5,https://rma.example.ru/x/practices/"
            "p/ab.html\n"
            "klub,\"'=HYPERLINK(\"\"http://x\"\")\",alpha,,pedagogical,maths,basic,'-слово,2025,"
            "https://rma.example.ru/x/practices/p/klub.html\n");
}

TEST(OpenData, DisarmsTextsOnlyWhereASpreadsheetWouldRunThem) {
  for (const char* text : {"=1", "+7", "-1", "@a", "\ta", "\ra"})
    EXPECT_EQ(data_text(text), std::string("'") + text);
  for (const char* text : {"", "а", "'=1", " =1", "5-6"}) EXPECT_EQ(data_text(text), text);
}

TEST(OpenData, ListsGiveCodesTheirNamesWithoutContacts) {
  auto db = test::empty_publication();
  db.execute(kPlaces);
  MemorySink sink;
  write(db, sink);
  EXPECT_EQ(sink.file("data/territories.csv"), "code,name,center\nnorth,Север,\n");
  EXPECT_EQ(sink.file("data/municipalities.csv"),
            "code,name,kind,territory,oktmo,ums_name,ums_site\n"
            "alpha,Альфа,городской округ,north,01234567,УМС «Альфа»,\nbeta,Бета,,,,,\n");
  EXPECT_EQ(sink.file("data/organizations.csv"),
            "code,municipality,name,short_name,kind,remote,site\n"
            "a-1,alpha,\"Школа № 1, «Заря»\",,school,1,\n"
            "b-1,beta,\"Детский сад \"\"Ёлка\"\"\",ДС,preschool,,\n");
  EXPECT_EQ(sink.file("data/subjects.csv"),
            "code,area,name,position\nrussian,русский язык,русский язык,1\n"
            "maths,математика и информатика,математика,2\n");
}

TEST(OpenData, PackageDescribesExactlyTheWrittenFiles) {
  auto db = test::empty_publication();
  db.execute(kPlaces);
  MemorySink sink;
  write(db, sink);
  const auto package = Json::parse(sink.file("data/datapackage.json"));
  EXPECT_EQ(package["profile"], "tabular-data-package");
  EXPECT_EQ(package["name"], "metodaktiv-demo");
  EXPECT_EQ(package["created"], "2026-11-01T00:00:00Z");
  EXPECT_EQ(package["sources"][0]["title"], "Положение об активе, № 1-1 от 18.09.2023 (Центр)");
  EXPECT_THAT(package["description"].get<std::string>(), testing::HasSubstr("апостроф"));
  ASSERT_EQ(package["resources"].size() + 1, sink.files().size());
  std::map<std::string, Json> by_name;
  for (const auto& resource : package["resources"]) by_name[resource["name"]] = resource;
  for (const auto& [name, resource] : by_name) {
    const auto& csv = sink.file("data/" + resource["path"].get<std::string>());
    EXPECT_EQ(resource["bytes"], csv.size()) << name;
    EXPECT_EQ(resource["schema"]["missingValues"], Json::array({""}));
    std::string head;
    std::set<std::string> fields;
    for (const auto& field : resource["schema"]["fields"]) {
      head += (head.empty() ? "" : ",") + field["name"].get<std::string>();
      fields.insert(field["name"]);
      EXPECT_FALSE(field["title"].get<std::string>().empty()) << name;
    }
    EXPECT_EQ(csv.substr(0, csv.find('\n')), head) << name;
    for (const auto& reference : resource["schema"].value("foreignKeys", Json::array())) {
      EXPECT_TRUE(fields.count(reference["fields"])) << name << reference;
      ASSERT_TRUE(by_name.count(reference["reference"]["resource"])) << reference;
      EXPECT_EQ(reference["reference"]["fields"], "code");
    }
    for (const auto& key : resource["schema"].value("primaryKey", Json::array())) {
      EXPECT_TRUE(fields.count(key)) << name << key;
    }
  }
}

TEST(OpenData, APublicationWithoutItsDayIsAClearError) {
  auto db = test::empty_publication();
  db.execute("DELETE FROM about WHERE key = 'as_of'");
  MemorySink sink;
  EXPECT_THROW(write(db, sink), base::Failure);
}

}  // namespace
}  // namespace metodaktiv::site
