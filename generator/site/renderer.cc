#include "site/renderer.h"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_enums.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace metodaktiv::site {
namespace {

constexpr auto kStrip = ctemplate::STRIP_BLANK_LINES;
constexpr std::string_view kEscaping = "{{%AUTOESCAPE context=\"HTML\"}}";

/// The first name written with the modifier :none, alone or among others, that does not say by its
/// end that it holds HTML; "" when all do.
std::string unescaped_name(std::string_view text) {
  for (auto start = text.find("{{"); start != std::string_view::npos;
       start = text.find("{{", start + 2)) {
    const auto marker = text.substr(start + 2, text.find("}}", start) - start - 2);
    const auto parts = base::split(marker, ':');
    const bool open = std::any_of(parts.begin() + 1, parts.end(), [](const std::string& modifier) {
      return base::trimmed(modifier) == "none";
    });
    if (open && !parts.front().ends_with("_HTML")) return parts.front();
  }
  return {};
}

void check_text(const std::filesystem::path& file) {
  const auto text = base::read_file(file);
  if (!text.starts_with(kEscaping)) {
    throw base::Failure(fmt::format("Шаблон {} не начинается со строки {}. Добавьте её.",
                                    file.string(), kEscaping));
  }
  // With other marks for values none of them would be seen here.
  if (text.find("{{=") != std::string::npos) {
    throw base::Failure(
        fmt::format("Шаблон {}: знаки {{{{ и }}}} нельзя заменять другими. Уберите "
                    "запись, которая начинается с «{{{{=».",
                    file.string()));
  }
  if (const auto name = unescaped_name(text); !name.empty()) {
    throw base::Failure(
        fmt::format("Шаблон {}: значение {} вставлено без экранирования. Уберите «:none».",
                    file.string(), name));
  }
}

}  // namespace

struct Renderer::Impl {
  ctemplate::TemplateCache cache;
};

Renderer::Renderer(const std::filesystem::path& folder)
    : folder_(folder), impl_(std::make_unique<Impl>()) {
  impl_->cache.SetTemplateRootDirectory(std::filesystem::absolute(folder).string());
  for (const auto& file : base::list_files(folder, ".html")) {
    check_text(file);
    const auto name = file.filename().string();
    // The library gets the text, not the file: it would take one that cannot be read for a wrong
    // one.
    if (!impl_->cache.StringToTemplateCache(name, base::read_file(file), kStrip)) {
      throw base::Failure(
          fmt::format("Шаблон {} содержит ошибку: проверьте, что каждая секция {{{{#ИМЯ}}}} "
                      "закрыта, а значения стоят в "
                      "кавычках атрибутов.",
                      file.string()));
    }
    names_.insert(name);
  }
  impl_->cache.Freeze();
}

Renderer::~Renderer() = default;

void Renderer::require(std::string_view name) const {
  if (names_.contains(name)) return;
  throw base::Failure(fmt::format("Нет шаблона {}. Верните файл из поставки программы.",
                                  (folder_ / name).string()));
}

std::string Renderer::render(std::string_view name, const std::string& root,
                             const std::function<void(Dict)>& fill) const {
  require(name);
  ctemplate::TemplateDictionary values("page");
  values.SetTemplateGlobalValue("ROOT", root);
  fill(Dict(values, root));
  std::string html;
  const std::string file(name);
  if (!impl_->cache.ExpandNoLoad(file, kStrip, &values, nullptr, &html)) {
    throw base::Failure(
        fmt::format("Шаблон {} не удалось развернуть: он включает шаблон, которого нет.",
                    (folder_ / name).string()));
  }
  return html;
}

std::string root_of(std::string_view path) {
  std::string root;
  for (auto depth = std::count(path.begin(), path.end(), '/'); depth > 0; --depth) root += "../";
  return root;
}

}  // namespace metodaktiv::site
