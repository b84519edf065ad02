#include "commands/backup_command.h"
#include "commands/build_command.h"
#include "commands/check_command.h"
#include "commands/command.h"
#include "commands/demo_command.h"
#include "commands/diff_command.h"
#include "commands/export_command.h"
#include "commands/forms_command.h"
#include "commands/import_command.h"
#include "commands/journal_command.h"
#include "commands/submissions_command.h"
#include "commands/withdraw_command.h"

namespace metodaktiv::commands {

std::vector<CommandEntry> all_commands() {
  std::vector<CommandEntry> commands;
  commands.push_back({"demo", "создать пример реестра: вымышленный регион настоящего размера",
                      std::make_unique<DemoCommand>()});
  commands.push_back({"forms", "сделать формы сбора: по книге Excel на муниципалитет",
                      std::make_unique<FormsCommand>()});
  commands.push_back({"import", "загрузить заполненные формы и таблицы в реестр",
                      std::make_unique<ImportCommand>()});
  commands.push_back({"journal", "показать, что и когда загружено в реестр; отменить загрузку",
                      std::make_unique<JournalCommand>()});
  commands.push_back({"submissions", "показать, кто вернул форму сбора, а кто опаздывает",
                      std::make_unique<SubmissionsCommand>()});
  commands.push_back(
      {"export", "выгрузить реестр в таблицы CSV", std::make_unique<ExportCommand>()});
  commands.push_back({"check",
                      "проверить реестр и профиль региона: чего не хватает и что противоречит",
                      std::make_unique<CheckCommand>()});
  commands.push_back({"diff",
                      "сравнить два реестра или две публикации: кто вошёл и вышел, что сдвинулось",
                      std::make_unique<DiffCommand>()});
  commands.push_back({"build", "собрать публичный сайт, банки практик, открытые данные и отчёты",
                      std::make_unique<BuildCommand>()});
  commands.push_back({"withdraw", "записать отзыв согласия методиста; показать отзывы и сроки",
                      std::make_unique<WithdrawCommand>()});
  commands.push_back({"backup", "сохранить проверенную копию реестра или вернуть реестр из неё",
                      std::make_unique<BackupCommand>()});
  return commands;
}

}  // namespace metodaktiv::commands
