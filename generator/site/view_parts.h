#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "site/figure.h"
#include "site/model.h"
#include "site/page.h"
#include "site/views.h"

/// Parts that several pages show, and the section navigations.
namespace metodaktiv::site {

std::vector<Tab> asset_tabs(const Context& context);
std::vector<Tab> standard_tabs(const Context& context);
std::vector<Tab> municipality_tabs(const Municipality& municipality);

/// VALUE, STATUS (class), STATUS_TITLE, and HAS_PARTS/PARTS of a figure; nullptr: no data.
void fill_figure(Dict dict, const Figure* figure);

/// A bar for a value on a scale that ends at `full`: BAR section with BAR_WIDTH, and BAR_TARGET
/// with TARGET_X (both 0–100). Without a value: nothing.
void fill_bar(Dict dict, const Figure& figure, double full);
/// End of the scale for figures of one indicator: 100 for percents, else the largest value or
/// target.
double scale_of(const std::vector<const Figure*>& figures);

/// Rows of practices for practice_items.html, included at PRACTICE_ITEMS.
void fill_practices(Dict dict, const std::vector<const Practice*>& practices, bool with_place);
/// Rows of methodists for people_items.html, included at PEOPLE_ITEMS.
void fill_people(Dict dict, const std::vector<const Methodist*>& people, bool with_place,
                 bool with_subject);
/// What stands around a list of documents and need not be said again in every row.
enum class DocumentList { kPlain, kOfOneYear, kOfOneKind };
/// Rows of documents for document_items.html, included at DOCUMENT_ITEMS; `with_place` says whose
/// each is.
void fill_documents(Dict dict, const std::vector<const Document*>& documents,
                    const config::RegionProfile& profile, DocumentList list,
                    bool with_place = false);
/// Rows of form 1 for form1_table.html, included at FORM1_TABLE; with a link to the subject's
/// people.
void fill_form1(Dict dict, const Context& context, const std::vector<Form1Row>& rows,
                std::string_view caption);

/// «Ещё 14 методистов не дали согласия на публикацию имени»; empty for 0.
std::string unnamed_sentence(std::size_t total, std::size_t named);

/// A part of a long list: rows [first, last) on page `number` of `count`, both counted from 1.
struct Slice {
  std::size_t number = 1, count = 1, first = 0, last = 0;
};
std::vector<Slice> slices(std::size_t rows, std::size_t per_page);
/// PAGER section with links to the other pages, of a long row only the ends and the neighbours;
/// nothing for a single page.
void fill_pager(Dict dict, const Slice& slice,
                const std::function<std::string(std::size_t)>& path_of);

/// The url when it begins with http:// or https://, else empty.
std::string web_address(std::string_view url);
/// "https://www.example.ru/path/" → "example.ru/path" for reading.
std::string shown_address(std::string_view url);
/// "https://www.example.ru/path/" → "example.ru".
std::string shown_host(std::string_view url);

}  // namespace metodaktiv::site
