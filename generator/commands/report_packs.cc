#include "commands/report_packs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/csv.h"
#include "base/parallel.h"
#include "base/text.h"
#include "release/zip_file.h"
#include "site/open_data.h"

namespace metodaktiv::commands {
namespace {

using reports::PackLetter;

constexpr std::string_view kReports = "reports/";
constexpr std::string_view kPacks = "reports/_packs/";
/// What mail servers usually still take, with the growth by Base64.
constexpr std::uintmax_t kMostForMail = std::uintmax_t{18} << 20U;

constexpr std::string_view kReadme =
    R"txt(Архивы отчётов для рассылки

КОД.zip      отчёты одного муниципалитета — то же, что в папке reports/КОД;
mailing.csv  что, кому и с каким письмом отправить: строка на муниципалитет.

В архивах персональные данные. Отправляйте их только по защищённому каналу и только своему
адресату; в интернет не выкладывайте.

Столбцы mailing.csv
municipality  код муниципалитета, как в реестре
name          название
service       методическая служба
email         адрес службы из реестра
subject       тема письма
attachment    какой архив приложить
size          размер архива в байтах
sha256        контрольная сумма архива: по ней получатель проверит, что файл дошёл целым
letter        текст письма
remark        что проверить перед отправкой; пусто, если всё в порядке

Кодировка mailing.csv — UTF-8, разделитель — запятая. В Excel открывайте так: «Данные» → «Из
текстового/CSV-файла». LibreOffice и почтовые программы со слиянием читают файл как есть.

Папка создаётся заново при каждой сборке: свои пометки храните в другом месте.
)txt";

/// Staged reports by municipality: names within its folder, in order.
std::map<std::string, std::vector<std::string>> files_by_folder(const release::Staging& staging) {
  std::map<std::string, std::vector<std::string>> folders;
  for (const auto& [path, file] : staging.files()) {
    if (!path.starts_with(kReports)) continue;
    const auto end = path.find('/', kReports.size());
    if (end == std::string::npos) continue;
    folders[path.substr(kReports.size(), end - kReports.size())].push_back(path.substr(end + 1));
  }
  return folders;
}

/// Workbooks are compressed by themselves: once more costs time and saves next to nothing.
bool is_compressed(std::string_view name) {
  return name.ends_with(".xlsx") || name.ends_with(".zip") || name.ends_with(".png");
}

bool looks_like_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos &&
         text.find_first_of(" ,;<>\t\r\n") == std::string_view::npos;
}

/// Municipalities by address, compared as mail servers do.
using Addresses = std::map<std::string, std::vector<std::string>>;

Addresses addresses_of(const std::vector<PackLetter>& letters) {
  Addresses addresses;
  for (const auto& letter : letters) {
    if (!letter.email.empty()) addresses[base::to_lower(letter.email)].push_back(letter.name);
  }
  return addresses;
}

std::string remark_of(const PackLetter& letter, std::uintmax_t size, const Addresses& addresses) {
  std::vector<std::string> remarks;
  if (letter.email.empty()) {
    remarks.emplace_back("Адреса нет: внесите почту методической службы в реестр.");
  } else if (!looks_like_email(letter.email)) {
    remarks.emplace_back("Адрес не похож на почтовый: проверьте его в реестре.");
  } else if (const auto& same = addresses.at(base::to_lower(letter.email)); same.size() > 1) {
    remarks.push_back(
        fmt::format("Один адрес на несколько муниципалитетов ({}): проверьте, туда "
                    "ли отправлять.",
                    base::join(same, ", ")));
  }
  if (size > kMostForMail)
    remarks.emplace_back("Архив велик для почты: передайте его другим защищённым способом.");
  return base::join(remarks, " ");
}

std::string mailing_list(const release::Staging& staging, const std::vector<PackLetter>& letters,
                         const std::map<std::string, std::vector<std::string>>& folders) {
  base::CsvWriter csv({"municipality", "name", "service", "email", "subject", "attachment", "size",
                       "sha256", "letter", "remark"});
  const auto addresses = addresses_of(letters);
  for (const auto& letter : letters) {
    const auto attachment = letter.municipality + ".zip";
    const auto& pack = staging.files().at(std::string(kPacks) + attachment);
    csv.row({letter.municipality, site::data_text(letter.name), site::data_text(letter.service),
             site::data_text(letter.email), site::data_text(letter.subject), attachment,
             fmt::to_string(pack.size), pack.sha256,
             reports::letter_text(letter, folders.at(letter.municipality)),
             remark_of(letter, pack.size, addresses)});
  }
  return csv.take();
}

}  // namespace

void write_packs(release::Staging& staging, const std::vector<PackLetter>& letters,
                 base::Date as_of, unsigned jobs) {
  const auto folders = files_by_folder(staging);
  base::parallel_for(letters.size(), jobs, [&](std::size_t i) {
    const auto& letter = letters[i];
    const auto folder = release::portable_name(letter.folder);
    std::vector<release::ZipEntry> entries;
    for (const auto& name : folders.at(letter.municipality)) {
      entries.push_back({folder + "/" + name,
                         staging.root() / "reports" / letter.municipality / name,
                         !is_compressed(name)});
    }
    const auto pack = fmt::format("{}{}.zip", kPacks, letter.municipality);
    release::write_zip(staging.scratch(pack), entries, as_of);
    staging.adopt(pack);
  });
  staging.write(fmt::format("{}mailing.csv", kPacks), mailing_list(staging, letters, folders));
  staging.write(fmt::format("{}README.txt", kPacks), kReadme);
}

}  // namespace metodaktiv::commands
