// How fast the report stage writes cells, beside a bare libxlsxwriter loop that writes the same
// cells.
//
//   report_rate REGISTRY PROJECT WORK [--region CODE] [--as-of DATE] [--rounds N] [--jobs N]
//               [--only-stage]
//
// Prepares the input of the stage once, runs the whole stage into WORK, reads every cell of the
// finished workbooks back, then lets stage and bare loop write in turns, N rounds each, with 1 and
// with --jobs threads. Prints cells, the medians of wall and processor time, cells per second and
// their ratio. Only figures of one run compare. Nothing is judged: exit code 1 only on an error.
// --only-stage runs the stage alone, with one thread, for a profiler.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <map>
#include <mutex>

#include "base/date.h"
#include "base/error.h"
#include "base/files.h"
#include "base/parallel.h"
#include "bench/finished_workbook.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "indicators/distribution.h"
#include "indicators/forms.h"
#include "indicators/results.h"
#include "quality/check.h"
#include "quality/inspection.h"
#include "registry/registry.h"
#include "reports/reports.h"

namespace {

using namespace metodaktiv;
namespace fs = std::filesystem;

struct Options {
  std::string registry, project, work, region = "moscow-oblast", as_of = "2026-11-20";
  unsigned rounds = 5, jobs = 2;
  bool only_stage = false;
};

/// Puts the reports into a folder.
class Folder : public base::FileSink {
 public:
  explicit Folder(fs::path root) : root_(std::move(root)) {}

  void write(std::string_view path, std::string_view bytes) override {
    base::write_file(place(path), bytes);
  }
  fs::path scratch(std::string_view path) override { return place(path); }
  void adopt(std::string_view path) override {
    const std::lock_guard lock(mutex_);
    paths_.emplace_back(path);
  }

  /// The workbooks, in the order of their paths.
  [[nodiscard]] std::vector<std::string> workbooks() {
    std::sort(paths_.begin(), paths_.end());
    return paths_;
  }

 private:
  fs::path place(std::string_view path) {
    const auto file = root_ / std::string(path);
    fs::create_directories(file.parent_path());
    return file;
  }

  fs::path root_;
  std::mutex mutex_;
  std::vector<std::string> paths_;
};

struct Cost {
  double wall = 0, processor = 0;
};

Cost timed(const std::function<void()>& work) {
  const auto processor = [] {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
  };
  const auto begin = std::chrono::steady_clock::now();
  const double before = processor();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
          processor() - before};
}

double median(std::vector<Cost> costs, double Cost::*what) {
  std::sort(costs.begin(), costs.end(),
            [&](const Cost& a, const Cost& b) { return a.*what < b.*what; });
  return costs[costs.size() / 2].*what;
}

void print(const char* who, const std::vector<Cost>& costs, double cells) {
  const double wall = median(costs, &Cost::wall), processor = median(costs, &Cost::processor);
  fmt::print(
      "  {:<6} {:7.2f} s wall {:7.2f} s processor   {:9.0f} cells/s wall {:9.0f} cells/s "
      "processor\n",
      who, wall, processor, cells / wall, cells / processor);
}

/// Stage and bare loop in turns. `alone` keeps the bare loop's wall time with one thread.
void compare(unsigned jobs, unsigned rounds, double cells,
             const std::function<void(unsigned)>& stage, const std::function<void(unsigned)>& bare,
             double& alone) {
  std::vector<Cost> of_stage, of_bare;
  for (unsigned round = 0; round < rounds; ++round) {
    of_stage.push_back(timed([&] { stage(jobs); }));
    of_bare.push_back(timed([&] { bare(jobs); }));
  }
  fmt::print("{} thread(s), medians of {} rounds\n", jobs, rounds);
  print("stage", of_stage, cells);
  print("bare", of_bare, cells);
  fmt::print("  ratio  {:.2f} wall, {:.2f} processor\n",
             median(of_bare, &Cost::wall) / median(of_stage, &Cost::wall),
             median(of_bare, &Cost::processor) / median(of_stage, &Cost::processor));
  if (jobs == 1) {
    alone = median(of_bare, &Cost::wall);
  } else {
    fmt::print("  stage with {} threads against the bare loop with one: {:.2f} wall\n", jobs,
               alone / median(of_stage, &Cost::wall));
  }
  std::fflush(stdout);
}

void run(const Options& options) {
  const fs::path project = options.project, work = options.work;
  const auto as_of = base::Date::parse_iso(options.as_of).value();
  const auto profile = config::load_region_profile(project / "data" / "regions", options.region);
  const auto forms = config::load_form_definitions(project / "data" / "forms");
  auto registry = registry::open_registry(options.registry);
  const auto results = indicators::compute(options.registry, profile, as_of, options.jobs);
  const auto form1 = indicators::form1(registry, profile, as_of);
  const auto form2 = indicators::form2(registry, as_of);
  const auto distributions = indicators::distributions(options.registry, profile, as_of);
  const auto checks =
      quality::load_checks(project / "data" / "checks", profile.folder / "checks.toml", forms);
  const auto inspection = quality::inspect(registry, profile, forms, checks, as_of);

  const auto stage = [&](unsigned jobs) {
    Folder folder(work / "stage");
    reports::ReportInput input{options.registry, profile, results, form1, form2, as_of, "0", jobs};
    input.distributions = distributions;
    input.forms = forms;
    input.inspection = &inspection;
    reports::write_reports(input, folder);
    return folder.workbooks();
  };
  fs::remove_all(work / "stage");
  if (options.only_stage) {
    for (unsigned round = 0; round < options.rounds; ++round) stage(1);
    return;
  }
  const auto paths = stage(options.jobs);
  std::vector<bench::FinishedWorkbook> books(paths.size());
  base::parallel_for(paths.size(), options.jobs, [&](std::size_t i) {
    books[i] = bench::read_finished(work / "stage", paths[i]);
    fs::create_directories((work / "bare" / paths[i]).parent_path());
  });
  std::size_t cells = 0, sheets = 0;
  std::map<std::string, std::size_t> by_kind;
  for (const auto& book : books) {
    cells += book.cells();
    sheets += book.sheets.size();
    by_kind[fs::path(book.path).filename().string()] += book.cells();
  }
  fmt::print("{} workbooks, {} sheets, {} cells\n", books.size(), sheets, cells);
  for (const auto& [kind, count] : by_kind) fmt::print("  {:<20} {:>9}\n", kind, count);
  std::fflush(stdout);

  const auto bare = [&](unsigned jobs) {
    base::parallel_for(books.size(), jobs, [&](std::size_t i) {
      bench::write_bare(books[i], work / "bare" / books[i].path);
    });
  };
  double alone = 0;
  std::vector<unsigned> threads = {1};
  if (options.jobs > 1) threads.push_back(options.jobs);
  for (const unsigned jobs : threads)
    compare(jobs, options.rounds, static_cast<double>(cells), stage, bare, alone);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app{"Cells per second of the report stage and of a bare libxlsxwriter loop"};
  app.add_option("registry", options.registry)->required();
  app.add_option("project", options.project)->required();
  app.add_option("work", options.work)->required();
  app.add_option("--region", options.region);
  app.add_option("--as-of", options.as_of);
  app.add_flag("--only-stage", options.only_stage);
  app.add_option("--rounds", options.rounds)->check(CLI::Range(1, 100));
  app.add_option("--jobs", options.jobs)->check(CLI::Range(1, 256));
  CLI11_PARSE(app, argc, argv);
  try {
    run(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
