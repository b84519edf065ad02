#include "reports/reports.h"

#include <functional>
#include <optional>

#include "base/parallel.h"
#include "reports/context.h"
#include "reports/data_quality_workbook.h"
#include "reports/form1_workbook.h"
#include "reports/form2_workbook.h"
#include "reports/index_page.h"
#include "reports/iom_workbook.h"
#include "reports/kpi_workbook.h"
#include "reports/monitoring_workbook.h"
#include "reports/municipality_text.h"
#include "reports/region_text.h"
#include "reports/report_page.h"
#include "reports/summary_workbook.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;

const std::string kRegionFolder = "_region/";

/// Collects what one folder got; each worker has its own.
class PackWriter {
 public:
  PackWriter(base::FileSink& sink, std::string folder) : sink_(sink), folder_(std::move(folder)) {}

  void workbook(const char* name, const std::function<void(const std::filesystem::path&)>& write) {
    const std::string path = folder_ + name;
    write(sink_.scratch(path));
    sink_.adopt(path);
    files.emplace_back(name);
    ++made.workbooks;
  }
  void text(const char* name, std::string_view bytes) {
    sink_.write(folder_ + name, bytes);
    files.emplace_back(name);
    ++made.texts;
  }
  /// report.md and the page that says the same, with links to the files written so far.
  void report(std::string_view markdown, const std::optional<ReportPages>& pages) {
    if (pages) {
      std::vector<PageFile> links;
      for (const auto& file : files) links.push_back({file, report_file_title(file)});
      text("report.html", pages->page(markdown, links, "reports/" + folder_ + "report.md"));
    }
    text("report.md", markdown);
  }

  ReportSummary made;
  std::vector<std::string> files;

 private:
  base::FileSink& sink_;
  std::string folder_;
};

const std::vector<const indicators::Form2Row*>& form2_of(const ReportContext& context,
                                                         const Place& place) {
  static const std::vector<const indicators::Form2Row*> kNone;
  const auto found = context.form2.find(place.code);
  return found == context.form2.end() ? kNone : found->second;
}

/// What was written into one folder.
struct Folder {
  ReportSummary made;
  std::vector<std::string> files;
};

Folder write_municipality(const ReportContext& context, const Place& place,
                          const std::optional<ReportPages>& pages, base::FileSink& sink) {
  PackWriter pack(sink, place.code + "/");
  pack.workbook("kpi.xlsx", [&](const auto& file) { write_kpi_workbook(context, place, file); });
  if (const auto form = context.form1.find(place.code); form != context.form1.end()) {
    pack.workbook("form-1.xlsx", [&](const auto& file) {
      write_form1_workbook(context, place, *form->second, file);
    });
  }
  pack.workbook("form-2.xlsx", [&](const auto& file) {
    write_form2_workbook(context, place, form2_of(context, place), file);
  });
  pack.workbook("iom.xlsx", [&](const auto& file) { write_iom_workbook(context, place, file); });
  pack.workbook("monitoring.xlsx",
                [&](const auto& file) { write_monitoring_workbook(context, place, file); });
  if (context.input.inspection != nullptr) {
    pack.workbook("data-quality.xlsx",
                  [&](const auto& file) { write_data_quality_workbook(context, place, file); });
  }
  pack.report(municipality_text(context, place), pages);
  return {pack.made, pack.files};
}

Folder write_region(const ReportContext& context, const std::optional<ReportPages>& pages,
                    base::FileSink& sink) {
  PackWriter pack(sink, kRegionFolder);
  const auto& region = context.input.results.region();
  pack.workbook("summary.xlsx", [&](const auto& file) { write_summary_workbook(context, file); });
  if (context.region_form1) {
    pack.workbook("form-1.xlsx", [&](const auto& file) {
      write_form1_workbook(context, region, *context.region_form1, file);
    });
  }
  pack.workbook("form-2.xlsx", [&](const auto& file) {
    write_form2_workbook(context, region, context.all_form2, file);
  });
  if (context.input.inspection != nullptr) {
    pack.workbook("data-quality.xlsx",
                  [&](const auto& file) { write_data_quality_workbook(context, region, file); });
  }
  pack.text("indicators.csv", indicators::to_csv(context.input.results.all()));
  pack.report(region_text(context), pages);
  return {pack.made, pack.files};
}

}  // namespace

ReportSummary write_reports(const ReportInput& input, base::FileSink& sink) {
  const ReportContext context(input);
  const auto places = input.results.municipalities();
  std::optional<ReportPages> pages;
  if (!input.templates.empty()) pages.emplace(input.templates);
  if (!input.municipality.empty()) {
    ReportSummary sum;
    for (const auto& place : places) {
      if (place.code == input.municipality) {
        sum = write_municipality(context, place, pages, sink).made;
      }
    }
    sum.letters = pack_letters(context);
    return sum;
  }
  // The region's books are the largest: they start first.
  std::vector<Folder> made(places.size() + 1);
  base::parallel_for(made.size(), input.jobs, [&](std::size_t i) {
    made[i] = i == 0 ? write_region(context, pages, sink)
                     : write_municipality(context, places[i - 1], pages, sink);
  });
  ReportSummary sum;
  FolderFiles files;
  for (std::size_t i = 0; i < made.size(); ++i) {
    sum.workbooks += made[i].made.workbooks;
    sum.texts += made[i].made.texts;
    files[i == 0 ? "_region" : places[i - 1].code] = made[i].files;
  }
  if (pages) {
    sink.write("index.html",
               pages->page(index_text(context, files, input.packs), {}, "reports/index.html"));
    ++sum.texts;
  }
  sum.letters = pack_letters(context);
  return sum;
}

}  // namespace metodaktiv::reports
