#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/help_formatter.h"

namespace metodaktiv::commands {
namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

void translate(CLI::App& app) {
  app.formatter(std::make_shared<HelpFormatter>());
  app.option_defaults()->group("Параметры");
  app.set_help_flag("-h,--help", "показать эту справку")->group("Параметры");
}

void print_error(std::string_view message) { fmt::print(stderr, "metodaktiv: {}\n", message); }

/// Exit code `code`, unless what the command printed could not be written.
int printed(int code) {
  std::cout.flush();
  if (std::cout && std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  print_error(fmt::format("Команда выполнена, но её вывод записать не удалось: {}.",
                          base::system_error_text(errno)));
  return kFailed;
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  // A write beyond a limit on the size of files is to fail like any other write.
  std::signal(SIGXFSZ, SIG_IGN);
  CLI::App app(
      "Методактив: сайт регионального методического актива, банки практик и отчёты из одного "
      "реестра.",
      "metodaktiv");
  translate(app);
  app.set_version_flag("--version", std::string("metodaktiv " METODAKTIV_VERSION),
                       "показать версию")
      ->group("Параметры");
  app.require_subcommand(1);

  auto commands = all_commands();
  std::vector<CLI::App*> parsers;
  for (auto& entry : commands) {
    auto* parser = app.add_subcommand(entry.name, entry.summary)->group("Команды");
    translate(*parser);
    entry.command->setup(*parser);
    parsers.push_back(parser);
  }

  try {
    app.parse(argc, argv);
    for (std::size_t i = 0; i < commands.size(); ++i) {
      if (parsers[i]->parsed()) return printed(commands[i].command->run());
    }
    return kUsage;
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    std::cout << (chosen.empty() ? app.help() : chosen.front()->help());
    return 0;
  } catch (const CLI::CallForVersion& e) {
    std::cout << e.what() << '\n';
    return 0;
  } catch (const CLI::ParseError& e) {
    print_error(usage_message(e, app));
    const auto chosen = app.get_subcommands();
    fmt::print(stderr, "Справка: metodaktiv {}--help\n",
               chosen.empty() ? "" : chosen.front()->get_name() + " ");
    return kUsage;
  } catch (const base::UsageError& e) {
    print_error(e.what());
    return kUsage;
  } catch (const std::filesystem::filesystem_error& e) {
    const auto path = e.path1().string();
    print_error(
        fmt::format("Не удалось обратиться к «{}»{}: {}.", path,
                    e.path2().empty() ? std::string() : fmt::format(" и «{}»", e.path2().string()),
                    base::system_error_text(e.code().value())));
    return kFailed;
  } catch (const std::bad_alloc&) {
    print_error("Не хватило памяти. Закройте другие программы и повторите.");
    return kFailed;
  } catch (const std::exception& e) {
    print_error(e.what());
    return kFailed;
  }
}

}  // namespace metodaktiv::commands
