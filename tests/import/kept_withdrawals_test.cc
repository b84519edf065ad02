#include "import/import_fixture.h"

namespace metodaktiv::import {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A registry where m-1 has withdrawn all consent on 1 March 2025.
class KeptWithdrawals : public ImportFixture {
 protected:
  KeptWithdrawals() : db_(registry()) {
    write_basics();
    run(db_);
    db_.execute(
        "UPDATE methodists SET consent_on = '2024-01-01', consent_withdrawn_on = '2025-03-01'; "
        "INSERT INTO consents (methodist, field, given_on, withdrawn_on) VALUES "
        "('m-1', 'email', '2024-01-01', '2025-03-01')");
    clear_files();
  }

  ImportReport load(const std::string& columns, const std::string& values) {
    file("methodists.csv", "code,last_name,first_name,municipality,subject," + columns +
                               "\nm-1,Сидорова,Ольга,sever,math," + values + "\n");
    return run(db_);
  }
  std::string stored() {
    return cells(db_, "SELECT consent_on, consent_withdrawn_on FROM methodists");
  }

  registry::Database db_;
};

TEST_F(KeptWithdrawals, AnOlderFormDoesNotBringConsentBack) {
  const auto report = load("consent_on,consent_withdrawn_on", "2024-01-01,");
  EXPECT_TRUE(report.applied);
  EXPECT_EQ(stored(), "2024-01-01|2025-03-01\n");
  EXPECT_THAT(all_text(report), HasSubstr("отзыв согласия от 01.03.2025"));
  EXPECT_EQ(report.tables.front().changed, 0);
}

TEST_F(KeptWithdrawals, NorOneWithoutTheDateOfConsentOrWithAnEarlierWithdrawal) {
  load("consent_withdrawn_on", "");
  EXPECT_EQ(stored(), "2024-01-01|2025-03-01\n");
  load("consent_on,consent_withdrawn_on", "2024-01-01,2023-01-01");
  EXPECT_EQ(stored(), "2024-01-01|2025-03-01\n");
  load("consent_on,consent_withdrawn_on", "2025-03-01,");
  EXPECT_EQ(stored(), "2025-03-01|2025-03-01\n") << "the same day is not later";
}

TEST_F(KeptWithdrawals, ConsentGivenAnewDoes) {
  const auto report = load("consent_on,consent_withdrawn_on", "2025-03-02,");
  EXPECT_EQ(stored(), "2025-03-02|~\n");
  EXPECT_THAT(all_text(report), IsEmpty());
}

TEST_F(KeptWithdrawals, AnotherDateOfWithdrawalIsTaken) {
  load("consent_on,consent_withdrawn_on", "2024-01-01,2025-02-27");
  EXPECT_EQ(stored(), "2024-01-01|2025-02-27\n");
}

TEST_F(KeptWithdrawals, RowsOfConsentsToo) {
  file("consents.csv", "methodist,field,given_on,withdrawn_on\nm-1,email,2024-01-01,\n");
  const auto report = run(db_);
  EXPECT_EQ(cells(db_, "SELECT withdrawn_on FROM consents"), "2025-03-01\n");
  EXPECT_THAT(all_text(report), HasSubstr("отзыв остаётся в силе"));
  clear_files();
  file("consents.csv", "methodist,field,given_on,withdrawn_on\nm-1,email,2025-04-01,\n");
  run(db_);
  EXPECT_EQ(cells(db_, "SELECT given_on, withdrawn_on FROM consents"), "2025-04-01|~\n");
}

}  // namespace
}  // namespace metodaktiv::import
