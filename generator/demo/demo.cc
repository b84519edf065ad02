#include "demo/demo.h"

#include <fmt/format.h>

#include "base/error.h"
#include "demo/assessment_maker.h"
#include "demo/assignment_maker.h"
#include "demo/association_maker.h"
#include "demo/calendar_maker.h"
#include "demo/demo_context.h"
#include "demo/growth_maker.h"
#include "demo/methodist_maker.h"
#include "demo/municipality_plan.h"
#include "demo/organization_maker.h"
#include "demo/practice_library.h"
#include "demo/practice_maker.h"
#include "demo/service_maker.h"
#include "demo/teacher_maker.h"
#include "registry/registry.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {
namespace {

void check_empty(registry::Database& db) {
  for (const auto& table : registry::table_names(db)) {
    if (db.scalar(fmt::format("SELECT EXISTS (SELECT 1 FROM \"{}\")", table)) != 0) {
      throw base::Failure(
          fmt::format("Реестр «{}» уже содержит данные (таблица {}). Для примера укажите новый "
                      "файл в --registry.",
                      db.file().string(), table));
    }
  }
}

void check_scale(double scale) {
  if (!(scale >= 0.001 && scale <= 1000)) {
    throw base::Failure("Размер примера --scale должен быть от 0.001 до 1000; 1 — размер региона.");
  }
}

/// Lists of the profile that do not depend on municipalities.
void write_lists(registry::Database& db, const config::RegionProfile& profile) {
  registry::Transaction transaction(db);
  registry::TableWriter territories(db, "territories", {"code", "name", "center"});
  for (const auto& t : profile.territories)
    territories.row({t.code, t.name, text_or_null(t.center)});
  registry::TableWriter subjects(db, "subjects", {"code", "area", "name", "position"});
  for (const auto& s : profile.subjects) subjects.row({s.code, s.area, s.name, number(s.position)});
  transaction.commit();
}

/// A fresh demo file may be made again, so nothing waits for the disk while it is written.
class FastWriting {
 public:
  explicit FastWriting(registry::Database& db) : db_(db) {
    db_.execute("PRAGMA synchronous = OFF");
  }
  ~FastWriting() {
    try {
      db_.execute("PRAGMA synchronous = FULL");
    } catch (const base::Failure&) {  // the file is whole; only speed is at stake
    }
  }
  FastWriting(const FastWriting&) = delete;
  FastWriting& operator=(const FastWriting&) = delete;

 private:
  registry::Database& db_;
};

}  // namespace

void make_demo(registry::Database& db, const config::RegionProfile& profile,
               const std::filesystem::path& data_folder, const DemoOptions& options) {
  check_scale(options.scale);
  check_empty(db);
  const auto settings = load_region_settings(profile);
  const auto lists = load_word_lists(data_folder / "demo");
  const auto library = load_practice_library(data_folder / "demo");
  DemoContext context(profile, settings, lists, options.seed, options.today);
  if (settings.teachers * options.scale > 900000) context.code_width = 7;

  const FastWriting fast(db);
  write_lists(db, profile);
  OrganizationMaker organizations(context, db);
  TeacherMaker teachers(context, db);
  MethodistMaker methodists(context, db);
  AssignmentMaker assignments(context, db);
  AssessmentMaker assessments(context, db);
  GrowthMaker growth(context, db);
  AssociationMaker associations(context, db);
  ServiceMaker service(context, db);
  PracticeMaker practices(context, library, db);
  CalendarMaker calendar(context, db);

  for (auto& planned : plan_municipalities(profile, settings, options.scale, options.seed)) {
    Municipality m = std::move(planned);  // its people leave memory with it
    registry::Transaction transaction(db);
    organizations.make(m);
    teachers.draw(m);
    methodists.draw(m);
    teachers.write(m);
    methodists.write(m);
    assignments.make(m);
    assessments.make(m);
    growth.make(m);
    associations.make(m);
    service.make(m);
    practices.make(m);
    calendar.make(m);
    transaction.commit();
  }
  registry::Transaction transaction(db);
  calendar.make_region();
  transaction.commit();
}

}  // namespace metodaktiv::demo
