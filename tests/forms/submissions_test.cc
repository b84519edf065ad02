#include "forms/submissions.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "forms/submission_text.h"

namespace metodaktiv::forms {
namespace {

using registry::JournalEntry;
using registry::JournalFile;

constexpr base::Date kDue(2026, 9, 25);

/// One municipality, «severny», given a form on 1 September 2026 that is due on the 25th.
class SubmissionsTest : public testing::Test {
 protected:
  void SetUp() override {
    source_.municipalities = {{"severny", "Северный", "городской округ"}};
    give_out("2026-09-01", "2026-09-25");
  }

  void give_out(const std::string& made, const std::string& due) {
    source_.forms.push_back({"severny", made, due, "layout", "severny.xlsx"});
  }

  JournalEntry& import(const std::string& moment, const std::string& form_made_on = "2026-09-01",
                       std::int64_t returned = 0, std::int64_t warnings = 0) {
    JournalEntry entry;
    entry.id = static_cast<std::int64_t>(source_.journal.size()) + 1;
    entry.applied_at = moment;
    entry.files = {{"severny.xlsx", "", "severny", form_made_on, 10, returned, warnings}};
    // The newest first, as the journal is read.
    source_.journal.insert(source_.journal.begin(), entry);
    return source_.journal.front();
  }

  [[nodiscard]] Submission on(base::Date as_of) const {
    return judge_submissions(source_, as_of).municipalities.at(0);
  }

  /// With plain spaces instead of no-break ones.
  [[nodiscard]] std::string text_on(base::Date as_of) const {
    auto text = state_text(on(as_of));
    for (auto at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
      text.replace(at, 2, " ");
    return text;
  }

  SubmissionSource source_;
};

TEST_F(SubmissionsTest, WithoutAFormThereIsNothingToWaitFor) {
  source_.forms.clear();
  import("2026-09-10T10:00:00Z", "");
  const auto one = on(kDue);
  EXPECT_EQ(one.state, SubmissionState::kNotGivenOut);
  EXPECT_FALSE(one.form);
  EXPECT_FALSE(one.back);
  EXPECT_EQ(text_on(kDue), "форма не выдана");
}

TEST_F(SubmissionsTest, AFormOfALaterDayIsNotGivenOutYet) {
  EXPECT_EQ(on({2026, 8, 31}).state, SubmissionState::kNotGivenOut);
  EXPECT_EQ(on({2026, 9, 1}).state, SubmissionState::kWaiting);
}

TEST_F(SubmissionsTest, TheDueDayItselfIsStillInTime) {
  EXPECT_EQ(text_on({2026, 9, 20}), "ждём: осталось 5 дней");
  EXPECT_EQ(text_on({2026, 9, 24}), "ждём: остался 1 день");
  EXPECT_EQ(text_on(kDue), "ждём: срок сегодня");
  EXPECT_EQ(on(kDue).state, SubmissionState::kWaiting);
  EXPECT_EQ(on({2026, 9, 26}).state, SubmissionState::kOverdue);
  EXPECT_EQ(text_on({2026, 9, 26}), "просрочено на 1 день");
  EXPECT_EQ(text_on({2026, 9, 28}), "просрочено на 3 дня");
  EXPECT_EQ(text_on({2026, 10, 6}), "просрочено на 11 дней");
}

TEST_F(SubmissionsTest, DaysAreThoseOfMoscow) {
  import("2026-09-25T20:59:59Z");
  EXPECT_EQ(on({2026, 9, 30}).back->first_on, kDue);
  EXPECT_EQ(text_on({2026, 9, 30}), "получено в срок");
}

TEST_F(SubmissionsTest, AfterMidnightInMoscowItIsLate) {
  import("2026-09-25T21:00:00Z");
  EXPECT_EQ(on({2026, 9, 30}).state, SubmissionState::kReceivedLate);
  EXPECT_EQ(text_on({2026, 9, 30}), "получено с опозданием на 1 день");
  // On the due day it had not come.
  EXPECT_EQ(on(kDue).state, SubmissionState::kWaiting);
  EXPECT_EQ(judge_submissions(source_, kDue).after_as_of, 1);
}

TEST_F(SubmissionsTest, ReturnedRowsAndWarningsAreRemarks) {
  import("2026-09-24T10:00:00Z", "2026-09-01", 2, 3);
  const auto one = on({2026, 9, 30});
  EXPECT_EQ(one.state, SubmissionState::kRemarksOpen);
  EXPECT_EQ(one.back->remarks(), 5);
  EXPECT_EQ(text_on({2026, 9, 30}), "получено в срок; замечаний: 5");
}

TEST_F(SubmissionsTest, AMendedWorkbookClosesRemarksAndDoesNotMakeItLate) {
  import("2026-09-24T10:00:00Z", "2026-09-01", 2, 0);
  import("2026-10-02T10:00:00Z");
  const auto one = on({2026, 10, 5});
  EXPECT_EQ(one.state, SubmissionState::kReceivedInTime);
  EXPECT_EQ(one.back->first_on, base::Date(2026, 9, 24));
  EXPECT_EQ(one.back->last_on, base::Date(2026, 10, 2));
  EXPECT_EQ(one.back->returned, 0);
}

TEST_F(SubmissionsTest, ALateOneWithRemarksSaysBoth) {
  import("2026-09-28T10:00:00Z", "2026-09-01", 1);
  EXPECT_EQ(text_on({2026, 9, 30}), "получено с опозданием на 3 дня; замечаний: 1");
}

TEST_F(SubmissionsTest, AnUndoneImportDoesNotCount) {
  import("2026-09-10T10:00:00Z").undone_at = "2026-09-11T10:00:00Z";
  EXPECT_EQ(on({2026, 9, 26}).state, SubmissionState::kOverdue);
  import("2026-09-12T10:00:00Z");
  EXPECT_EQ(on({2026, 9, 26}).state, SubmissionState::kReceivedInTime);
}

TEST_F(SubmissionsTest, OnlyTheLatestFormCounts) {
  import("2026-09-05T10:00:00Z");
  give_out("2026-09-10", "2026-10-01");
  EXPECT_EQ(on({2026, 9, 9}).state, SubmissionState::kReceivedInTime);
  const auto now = on({2026, 9, 15});
  EXPECT_EQ(now.state, SubmissionState::kWaiting);
  EXPECT_EQ(now.form->due_on, base::Date(2026, 10, 1));
  EXPECT_FALSE(now.earlier_form) << "it came before the new form was given out";
}

TEST_F(SubmissionsTest, AnEarlierFormThatCameBackAfterwardsIsNamed) {
  give_out("2026-09-10", "2026-10-01");
  import("2026-09-12T10:00:00Z");
  EXPECT_EQ(text_on({2026, 10, 3}), "просрочено на 2 дня; пришла форма от 01.09.2026");
  import("2026-10-05T10:00:00Z", "2026-09-10");
  EXPECT_EQ(text_on({2026, 10, 6}), "получено с опозданием на 4 дня");
}

TEST_F(SubmissionsTest, AFileWithoutAStampCountsFromTheDayOfTheForm) {
  import("2026-08-31T10:00:00Z", "");
  EXPECT_EQ(on({2026, 9, 2}).state, SubmissionState::kWaiting);
  import("2026-08-31T21:00:00Z", "");  // 1 September in Moscow
  EXPECT_EQ(on({2026, 9, 2}).state, SubmissionState::kReceivedInTime);
}

TEST_F(SubmissionsTest, CopiesOfOneImportAreAddedUpAndOthersLeftOut) {
  auto& entry = import("2026-09-10T10:00:00Z", "2026-09-01", 1);
  entry.files.push_back({"copy.xlsx", "", "severny", "2026-09-01", 7, 2, 4});
  entry.files.push_back({"other.xlsx", "", "yuzhny", "2026-09-01", 100, 100, 100});
  entry.files.push_back({"region.csv", "", "", "", 50, 50, 50});
  const auto one = on({2026, 9, 30});
  EXPECT_EQ(one.back->taken, 17);
  EXPECT_EQ(one.back->returned, 3);
  EXPECT_EQ(one.back->warnings, 4);
}

TEST_F(SubmissionsTest, TheMostUrgentComeFirst) {
  source_.municipalities = {{"a", "Астра", ""},  {"b", "Берёза", ""}, {"c", "Вишня", ""},
                            {"d", "Груша", ""},  {"e", "Дуб", ""},    {"f", "Ель", ""},
                            {"g", "Ёлочка", ""}, {"h", "Жасмин", ""}};
  source_.forms = {
      {"a", "2026-09-01", "2026-09-25", "", ""}, {"b", "2026-09-01", "2026-09-20", "", ""},
      {"c", "2026-09-01", "2026-09-22", "", ""}, {"d", "2026-09-01", "2026-10-10", "", ""},
      {"e", "2026-09-01", "2026-10-01", "", ""}, {"g", "2026-09-01", "2026-09-22", "", ""},
      {"h", "2026-09-01", "2026-09-25", "", ""}};
  import("2026-09-10T10:00:00Z").files[0].municipality = "a";
  import("2026-09-10T10:00:00Z", "2026-09-01", 1).files[0].municipality = "h";
  const auto all = judge_submissions(source_, {2026, 9, 30});
  std::string order;
  for (const auto& one : all.municipalities) order += one.municipality;
  EXPECT_EQ(order, "bcghedfa");
  EXPECT_EQ(all.count(SubmissionState::kOverdue), 3);
  EXPECT_TRUE(all.any_form());
  EXPECT_EQ(summary_text(all),
            "8\u00A0муниципалитетов: просрочено — 3, получено с замечаниями — 1, ждём — 2, форма "
            "не выдана — 1, получено в срок — 1.");
}

TEST_F(SubmissionsTest, FilesThatLieUnreadAreTold) {
  auto one = on(kDue);
  EXPECT_EQ(arrived_text(one), "");
  one.arrived = {{"severny.xlsx", "2026-09-01", 0}};
  EXPECT_EQ(arrived_text(one), "в папке, не загружена: ошибок нет");
  one.arrived = {{"a.xlsx", "2026-09-01", 0}, {"b.xlsx", "2026-09-01", 12}};
  EXPECT_EQ(arrived_text(one), "в папке, не загружены: a.xlsx — ошибок нет, b.xlsx — ошибок 12");
}

TEST_F(SubmissionsTest, ADamagedJournalIsNamed) {
  import("вчера");
  EXPECT_THROW(on(kDue), base::Failure);
  source_.journal.clear();
  give_out("2026-09-31", "2026-10-01");
  EXPECT_THROW(on(kDue), base::Failure);
}

}  // namespace
}  // namespace metodaktiv::forms
