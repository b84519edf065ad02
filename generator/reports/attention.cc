#include "reports/attention.h"

namespace metodaktiv::reports {

void write_attention(CoverSheet& cover, const std::vector<AttentionLine>& lines,
                     const std::string& otherwise) {
  cover.section("Требует внимания");
  const auto& styles = cover.styles();
  const auto write = [&](const std::string& text, workbook::Format format) {
    cover.text(0, CoverSheet::kColumns - 1, text, format);
    cover.fit(text, CoverSheet::kColumns);
    cover.next_row();
  };
  for (const auto& line : lines) {
    write((line.broken ? "✘ " : "! ") + line.text, line.broken ? styles.not_met : styles.attention);
  }
  if (lines.empty()) write("✔ " + otherwise, styles.met);
}

}  // namespace metodaktiv::reports
