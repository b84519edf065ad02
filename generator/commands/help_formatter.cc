#include "commands/help_formatter.h"

#include <fmt/format.h>

#include <charconv>

#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::commands {
namespace {

constexpr std::size_t kColumn = 26;

/// "  --name ЗНАЧЕНИЕ   description", the description on the next line when the name is long.
std::string line(const std::string& name, const std::string& description) {
  const std::size_t width = base::length_utf8(name);
  std::string text = "  " + name;
  if (width + 2 > kColumn) {
    text += "\n" + std::string(kColumn + 2, ' ');
  } else {
    text += std::string(kColumn - width, ' ');
  }
  return text + description + "\n";
}

std::string first_word(const std::string& text) { return text.substr(0, text.find_first_of(" :")); }

}  // namespace

HelpFormatter::HelpFormatter() {
  label("POSITIONALS", "Что загружать");
  label("Positionals", "Аргументы");
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  std::string text = fmt::format("\nИспользование: {} ",
                                 app->get_parent() ? "metodaktiv " + app->get_name() : name);
  for (const auto* option :
       app->get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    text += option->get_type_name() + (option->get_items_expected_max() > 1 ? "… " : " ");
  }
  text += app->get_subcommands({}).empty() ? "параметры" : "КОМАНДА параметры";
  return text + "\n";
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  std::string name = is_positional ? option->get_type_name() : option->get_name(false, true);
  for (auto at = name.find(','); at != std::string::npos; at = name.find(',', at + 2))
    name.replace(at, 1, ", ");
  if (!is_positional && option->get_items_expected_max() > 0 && !option->get_type_name().empty()) {
    name += " " + option->get_type_name();
  }
  return line(name, option->get_description() + (option->get_required() ? " (обязательно)" : ""));
}

std::string HelpFormatter::make_subcommand(const CLI::App* subcommand) const {
  return line(subcommand->get_name(), subcommand->get_description());
}

std::function<std::string(const std::string&)> number_between(double low, double high) {
  return [low, high](const std::string& text) -> std::string {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && value >= low && value <= high)
      return {};
    return fmt::format("нужно число от {} до {}, а не «{}»", base::plain(low), base::plain(high),
                       text);
  };
}

std::string usage_message(const CLI::ParseError& error, const CLI::App& app) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error)) {
    if (text.find("subcommand") == std::string::npos) {
      const auto option = first_word(text);
      return option.starts_with('-') ? fmt::format("Не указан обязательный параметр {}.", option)
                                     : "Не указано, какие файлы или папки загружать.";
    }
    const auto rest = app.remaining();
    return rest.empty() ? "Не указана команда." : fmt::format("Нет команды «{}».", rest.front());
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    return fmt::format("Лишний или неизвестный параметр: {}.",
                       base::trimmed(text.substr(text.rfind(':') + 1)));
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    return fmt::format("После {} должно стоять одно значение.", first_word(text));
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error)) {
    const auto option = text.find("--");
    return fmt::format("Значение параметра {} не подходит.", option == std::string::npos
                                                                 ? first_word(text)
                                                                 : first_word(text.substr(option)));
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error)) return text + ".";
  return fmt::format("Командная строка не разобрана: {}.", text);
}

}  // namespace metodaktiv::commands
