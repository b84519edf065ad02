// A definition of a form, which is TOML: errors are findings or a Failure, never a crash.
#include "base/error.h"
#include "config/toml_reader.h"
#include "fuzz/checking_sink.h"
#include "fuzz/temporary_file.h"

namespace {

using namespace metodaktiv;

/// Asks for keys in every way a definition may hold them.
void read_all(config::TomlReader& reader, int depth) {
  reader.required_text("key");
  reader.text("title");
  reader.boolean("required", false);
  reader.integer("order", 0);
  reader.number("min");
  reader.texts("keys");
  reader.integers("months");
  reader.choice("type", {"text", "date"});
  if (depth < 4) {
    reader.table("limits", false, [&](config::TomlReader& inner) { read_all(inner, depth + 1); });
    reader.tables("column", [&](config::TomlReader& inner) { read_all(inner, depth + 1); });
  }
  reader.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::TemporaryFile file(data, size);
  base::Findings findings;
  const auto table = config::parse_toml(file.path(), findings);
  config::TomlReader reader(table, "input.toml", findings);
  read_all(reader, 0);
  for (const auto& finding : findings.sorted())
    fuzz::CheckingSink::require(!base::to_text(finding).empty());
  return 0;
}
