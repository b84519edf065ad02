// A CSV file: charset and separator guessed, and read again with both given.
#include "fuzz/checking_sink.h"
#include "fuzz/temporary_file.h"
#include "tabular/csv_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace metodaktiv;
  const fuzz::TemporaryFile file(data, size);
  fuzz::CsvSink guessed;
  tabular::read_csv(file.path(), {}, guessed);

  tabular::CsvOptions options;
  options.charset = size % 2 == 0 ? tabular::Charset::kUtf16Le : tabular::Charset::kWindows1251;
  options.separator = ';';
  fuzz::CsvSink told;
  tabular::read_csv(file.path(), options, told);
  return 0;
}
