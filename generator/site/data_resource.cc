#include "site/data_resource.h"

namespace metodaktiv::site {
namespace {

DataField text(std::string name, std::string title, std::string description = {}) {
  return {std::move(name), "string", std::move(title), std::move(description)};
}

DataField number(std::string type, std::string name, std::string title,
                 std::string description = {}) {
  return {std::move(name), std::move(type), std::move(title), std::move(description)};
}

DataField words(std::string name, std::string title, std::string description,
                std::vector<std::string> values) {
  return {std::move(name),        "string", std::move(title),
          std::move(description), false,    std::move(values)};
}

DataField required(DataField field) {
  field.required = true;
  return field;
}

DataField scope() {
  return required(words("scope", "Охват",
                        "region — регион, territory — территория, municipality — муниципалитет",
                        {"region", "territory", "municipality"}));
}

DataField code_of(std::string name, std::string title, std::string list) {
  return text(std::move(name), std::move(title), "Код из файла " + std::move(list) + ".csv");
}

DataField school_year() {
  return required(text("school_year", "Учебный год", "Например, 2026/2027"));
}

DataResource indicators() {
  return {
      "indicators",
      "Показатели по учебным годам",
      "Показатели региона, территорий и муниципалитетов за текущий и два прошлых учебных года. "
      "Скрытые "
      "значения: пустые numerator, denominator и value, статус suppressed.",
      {required(text("indicator", "Показатель",
                     "Код показателя; определения — на страницах раздела «Показатели»")),
       scope(), required(text("code", "Код места", "Код региона, территории или муниципалитета")),
       required(text("name", "Название места")), school_year(),
       number("number", "numerator", "Числитель"), number("number", "denominator", "Знаменатель"),
       number("number", "value", "Значение", "Два знака после точки, половина — от нуля"),
       required(words(
           "unit", "Единица",
           "percent — процент, ratio — отношение, count — число, presence — есть (1) или нет (0)",
           {"percent", "ratio", "count", "presence"})),
       number("number", "target", "Целевое значение"),
       required(
           words("status", "Статус",
                 "met — цель достигнута, not_met — не достигнута, info — цели нет, no_data — нет "
                 "данных, suppressed — скрыто",
                 {"met", "not_met", "info", "no_data", "suppressed"}))},
      {"indicator", "school_year", "scope", "code"},
      {},
      // Ordered by the profile's list of indicators when it is written.
      "SELECT indicator, scope, code, name, school_year, numerator, denominator, value, unit, "
      "target, "
      "status FROM indicator_values ORDER BY indicator, school_year, "
      "CASE scope WHEN 'region' THEN 0 WHEN 'territory' THEN 1 ELSE 2 END, code"};
}

DataResource methodists() {
  return {
      "methodists",
      "Действующие методисты",
      "Строка на каждого действующего методиста. Имя и код указаны только у тех, кто согласен на "
      "распространение своих данных; у остальных — лишь муниципалитет и предмет.",
      {text("code", "Код методиста"), text("name", "Фамилия, имя, отчество"),
       code_of("municipality", "Муниципалитет", "municipalities"),
       code_of("organization", "Место работы", "organizations"),
       code_of("subject", "Предмет", "subjects"), text("other_direction", "Иное направление"),
       number("date", "included_on", "Включён в актив")},
      {},
      {{"municipality", "municipalities"},
       {"organization", "organizations"},
       {"subject", "subjects"}},
      "SELECT r.methodist, trim(m.last_name || ' ' || m.first_name || ' ' || ifnull(m.patronymic, "
      "'')), "
      "r.municipality, m.organization, r.subject, m.other_direction, m.included_on "
      "FROM roster AS r LEFT JOIN methodists AS m ON m.code = r.methodist "
      "ORDER BY r.methodist IS NULL, r.methodist, r.municipality, r.subject"};
}

DataResource practices() {
  auto url = text("url", "Страница практики");
  url.practice_page = true;
  return {
      "practices",
      "Банк практик",
      "Опубликованные практики. Полное описание — на странице по адресу из столбца url.",
      {required(text("slug", "Код практики")), required(text("title", "Название")),
       required(code_of("municipality", "Муниципалитет", "municipalities")),
       code_of("organization", "Организация", "organizations"),
       required(words("kind", "Вид", "pedagogical — педагогическая, managerial — управленческая",
                      {"pedagogical", "managerial"})),
       code_of("subject", "Предмет", "subjects"),
       words("level", "Уровень образования",
             "preschool — дошкольное, primary — начальное, basic — основное, secondary — среднее, "
             "all — все",
             {"preschool", "primary", "basic", "secondary", "all"}),
       text("direction", "Направление"), required(number("integer", "year", "Год")),
       required(std::move(url))},
      {"slug"},
      {{"municipality", "municipalities"},
       {"organization", "organizations"},
       {"subject", "subjects"}},
      "SELECT slug, title, municipality, organization, kind, subject, level, direction, year, "
      "slug FROM practices ORDER BY slug"};
}

DataResource form1() {
  return {
      "form1",
      "Форма 1: численный состав методического актива",
      "Учителя и методисты по предметам: регион и муниципалитеты. Строка с пустым subject — всего. "
      "Пустые teachers и recommended — скрытые значения.",
      {scope(), required(text("code", "Код места", "Код региона или муниципалитета")),
       code_of("subject", "Предмет", "subjects"), number("integer", "teachers", "Учителей"),
       number("integer", "recommended_min", "Методистов рекомендуется, не меньше"),
       number("integer", "recommended_max", "Методистов рекомендуется, не больше"),
       required(number("integer", "actual", "Методистов действует"))},
      {},
      {{"subject", "subjects"}},
      "SELECT scope, code, subject, teachers, recommended_min, recommended_max, actual FROM form1 "
      "ORDER BY CASE scope WHEN 'region' THEN 0 WHEN 'territory' THEN 1 ELSE 2 END, code, "
      "position"};
}

DataResource form2() {
  return {
      "form2",
      "Форма 2: закрепление методистов за организациями",
      "Кто и за какой организацией закреплён в текущем учебном году. Имя, код и иное направление — "
      "только с согласия методиста.",
      {text("methodist", "Код методиста", "Код из файла methodists.csv"),
       text("name", "Фамилия, имя, отчество"), code_of("subject", "Предмет", "subjects"),
       text("other_direction", "Иное направление"),
       code_of("municipality", "Муниципалитет организации", "municipalities"),
       required(code_of("organization", "Закреплённая организация", "organizations")),
       school_year(), required(number("integer", "teachers_count", "Закреплено педагогов")),
       words("mode", "Как идёт работа",
             "in_person — очно, remote — дистанционно, flash — короткие встречи",
             {"in_person", "remote", "flash"})},
      {},
      {{"methodist", "methodists"},
       {"subject", "subjects"},
       {"municipality", "municipalities"},
       {"organization", "organizations"}},
      "SELECT a.methodist, trim(m.last_name || ' ' || m.first_name || ' ' || ifnull(m.patronymic, "
      "'')), "
      "a.subject, m.other_direction, o.municipality, a.organization, a.school_year, "
      "a.teachers_count, "
      "a.mode FROM assignments AS a LEFT JOIN methodists AS m ON m.code = a.methodist "
      "LEFT JOIN organizations AS o ON o.code = a.organization "
      "ORDER BY a.methodist IS NULL, a.methodist, a.organization, a.subject, a.school_year, "
      "a.teachers_count, a.mode"};
}

DataResource distributions() {
  return {
      "distributions",
      "Распределения",
      "Сколько чего по каждому ответу: методистов по направлениям, результатов по видам. Текущий "
      "учебный год; регион, территории, муниципалитеты. Скрытые значения: пустые count и total. "
      "Файл пуст, если регион ничего так не считает.",
      {required(text("distribution", "Распределение",
                     "Код распределения; определения — на страницах раздела «Показатели»")),
       scope(), required(text("code", "Код места", "Код региона, территории или муниципалитета")),
       text("name", "Название места"), required(text("key", "Код ответа")), text("title", "Ответ"),
       number("integer", "count", "Сколько"),
       number("integer", "total", "Сумма по всем ответам места")},
      {"distribution", "scope", "code", "key"},
      {},
      // The profile knows the region's name and the titles: they are filled in when it is written.
      "SELECT v.distribution, v.scope, v.code, coalesce(t.name, m.name), v.key, NULL, v.count, "
      "v.total FROM distribution_values AS v "
      "LEFT JOIN territories AS t ON v.scope = 'territory' AND t.code = v.code "
      "LEFT JOIN municipalities AS m ON v.scope = 'municipality' AND m.code = v.code "
      "ORDER BY v.distribution, CASE v.scope WHEN 'region' THEN 0 WHEN 'territory' THEN 1 ELSE 2 "
      "END, v.code, v.position"};
}

DataResource territories() {
  return {
      "territories",
      "Территории",
      "Объединения муниципалитетов внутри региона. Файл пуст, если регион на них не делится.",
      {required(text("code", "Код")), required(text("name", "Название")), text("center", "Центр")},
      {"code"},
      {},
      "SELECT code, name, center FROM territories ORDER BY code"};
}

DataResource municipalities() {
  return {"municipalities",
          "Муниципалитеты",
          "Муниципалитеты региона и их методические службы.",
          {required(text("code", "Код")), required(text("name", "Название")), text("kind", "Вид"),
           code_of("territory", "Территория", "territories"), text("oktmo", "ОКТМО"),
           text("ums_name", "Методическая служба"), text("ums_site", "Сайт службы")},
          {"code"},
          {{"territory", "territories"}},
          "SELECT code, name, kind, territory, oktmo, ums_name, ums_site FROM municipalities ORDER "
          "BY code"};
}

DataResource organizations() {
  return {"organizations",
          "Образовательные организации",
          "Детские сады, школы и другие организации региона.",
          {required(text("code", "Код")),
           required(code_of("municipality", "Муниципалитет", "municipalities")),
           required(text("name", "Название")), text("short_name", "Краткое название"),
           required(words("kind", "Вид",
                          "preschool — дошкольная, school — школа, additional — дополнительного "
                          "образования, vocational — профессиональная",
                          {"preschool", "school", "additional", "vocational"})),
           number("boolean", "remote", "В труднодоступной местности", "1 — да, 0 — нет"),
           text("site", "Сайт")},
          {"code"},
          {{"municipality", "municipalities"}},
          "SELECT code, municipality, name, short_name, kind, remote, site FROM organizations "
          "ORDER BY code"};
}

DataResource subjects() {
  return {
      "subjects",
      "Предметы",
      "Предметы и предметные области в порядке формы 1.",
      {required(text("code", "Код")), required(text("area", "Предметная область")),
       required(text("name", "Название")), number("integer", "position", "Порядок в форме 1")},
      {"code"},
      {},
      "SELECT code, area, name, position FROM subjects ORDER BY position IS NULL, position, code"};
}

}  // namespace

const std::vector<DataResource>& data_resources() {
  static const std::vector<DataResource> kResources = {
      indicators(),    methodists(),  practices(),      form1(),         form2(),
      distributions(), territories(), municipalities(), organizations(), subjects()};
  return kResources;
}

}  // namespace metodaktiv::site
