// A CSV file: charset and separator guessed, and read again with both given; and its rows, split
// from pieces of a size that the input chooses.
#include <string_view>

#include "fuzz/checking_sink.h"
#include "fuzz/temporary_file.h"
#include "tabular/csv_reader.h"

namespace {

using namespace metodaktiv;

void read_file(const std::uint8_t* data, std::size_t size) {
  const fuzz::TemporaryFile file(data, size);
  fuzz::CsvSink guessed;
  tabular::read_csv(file.path(), {}, guessed);

  tabular::CsvOptions options;
  options.charset = size % 2 == 0 ? tabular::Charset::kUtf16Le : tabular::Charset::kWindows1251;
  options.separator = ';';
  fuzz::CsvSink told;
  tabular::read_csv(file.path(), options, told);
}

void split(std::string_view text, std::size_t piece) {
  fuzz::CsvSink sink;
  tabular::Decoder decoder(tabular::Charset::kUtf8);
  tabular::CsvTokenizer tokenizer(';', sink);
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); i += piece) {
    decoded.clear();
    decoder.decode(text.substr(i, piece), decoded);
    if (!tokenizer.feed(decoded)) return;
  }
  decoded.clear();
  decoder.finish(decoded);
  if (tokenizer.feed(decoded)) tokenizer.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The file reader takes a large buffer anew each time: mostly only the rows are split.
  if (size > 0 && data[0] % 8 != 0) {
    split({reinterpret_cast<const char*>(data) + 1, size - 1}, data[0]);
  } else {
    read_file(data, size);
  }
  return 0;
}
