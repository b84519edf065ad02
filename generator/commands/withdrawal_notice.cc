#include "commands/withdrawal_notice.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/working_days.h"

namespace metodaktiv::commands {
namespace {

constexpr int kWorkingDays = 3;

std::string line(const ConsentMention& mention) {
  return fmt::format("  — {}: «{}»{}", mention.place, mention.fragment,
                     mention.doubtful ? " — возможно, это другой человек: проверьте" : "");
}

std::string list(const std::vector<ConsentMention>& mentions) {
  std::string text;
  for (const auto& mention : mentions) text += line(mention) + '\n';
  return text;
}

std::string hidden_list(const std::vector<ConsentMention>& mentions) {
  std::string text;
  for (const auto& mention : mentions) {
    text += line(mention);
    text += mention.left.empty() ? std::string("\n    На сайте столбец будет пуст.\n")
                                 : fmt::format("\n    На сайте останется: «{}».\n", mention.left);
  }
  return text;
}

}  // namespace

base::Date withdrawal_deadline(base::Date received) {
  return base::plus_working_days(received, kWorkingDays);
}

std::vector<std::string> sites_that_may_name(registry::Database& registry,
                                             const registry::Withdrawal& person) {
  auto query = registry.prepare(
      "SELECT name, ifnull(ums_site, '') FROM municipalities WHERE code = ?2 OR code IN ("
      "SELECT o.municipality FROM assignments AS a JOIN organizations AS o ON o.code = "
      "a.organization WHERE a.methodist = ?1) ORDER BY code <> ?2, name",
      "сайты муниципалитетов");
  query.bind(1, person.code).bind(2, person.municipality);
  std::vector<std::string> sites;
  while (query.next()) {
    const auto site = query.text(1);
    const std::string address(base::trimmed(site));
    sites.push_back(address.empty() ? query.text(0)
                                    : fmt::format("{}, {}", query.text(0), address));
  }
  return sites;
}

std::string withdrawal_notice(const registry::Withdrawal& person, const ConsentMentions& mentions,
                              const NoticePlaces& places) {
  const auto last_day = withdrawal_deadline(person.withdrawn_on);
  const auto deadline = last_day.in_words();
  std::string text = fmt::format(
      "Убрать имя отовсюду нужно не позднее {} (три рабочих дня: закон № 152-ФЗ, ст. 10.1, ч. "
      "12–14).\n\n"
      "Следующая сборка сама уберёт имя и карточку: со страниц, из поиска, открытых данных и "
      "истории изменений. В числах человек останется.\n",
      deadline);
  if (!mentions.hidden.empty()) {
    text += "Уберёт и там, где имя внесено с отдельным согласием:\n" + hidden_list(mentions.hidden);
  }
  text += '\n';
  if (mentions.texts.empty()) {
    text += "В свободных текстах (описания, новости, страницы) имени не найдено.\n\n";
  } else {
    text += fmt::format(
        "Исправьте до сборки {}: имя стоит в тексте, программа его не меняет:\n{}\n",
        base::counted(static_cast<std::int64_t>(mentions.texts.size()), "место", "места", "мест"),
        list(mentions.texts));
  }
  text += last_day < places.today ? "Срок уже прошёл. Сделайте сегодня:\n"
                                  : fmt::format("Сделайте до {} включительно:\n", deadline);
  for (const auto& code : places.same_name) {
    text += fmt::format(
        "  [ ] В реестре есть ещё запись с этим именем: {}. Если это тот же человек, запишите "
        "отзыв "
        "и по ней: metodaktiv withdraw {}\n",
        code, code);
  }
  text += fmt::format("  [ ] Соберите и выложите сайт региона: metodaktiv build --registry {}\n",
                      places.registry_file);
  if (!places.municipal_sites.empty()) {
    text +=
        "  [ ] Соберите и выложите заново сайты муниципалитетов, если они есть; кто собирает сайт "
        "сам, тому передайте новую publication.db:\n";
    for (const auto& site : places.municipal_sites) text += fmt::format("        {}\n", site);
  }
  text +=
      "  [ ] Удалите прежние выкладки сайта на сервере, его архивы и копии у хостинга.\n"
      "  [ ] Сообщите об отзыве тем, кому отправляли отчёты, архивы из reports/_packs, выгрузки "
      "CSV и publication.db: распространять имя больше нельзя.\n"
      "  [ ] Попросите поисковые системы обновить страницы, где стояло имя.\n"
      "  [ ] Сделайте новую резервную копию реестра (metodaktiv backup). В прежних копиях отзыва "
      "нет: после восстановления из такой копии запишите его снова.\n";
  return text;
}

}  // namespace metodaktiv::commands
