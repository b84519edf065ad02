#pragma once

#include <string_view>

namespace metodaktiv::fuzz {

// The least region that loads without a finding.

inline constexpr std::string_view kTinyProfile = R"(code = "tiny"
name = "Область"
name_genitive = "Области"
name_prepositional = "Области"
time_zone = "Europe/Moscow"

[operator]
short = "ИРО"
name = "Институт"
organization_short = "ИРО"
organization = "Институт"

[terms]
asset_short = "РМА"
asset = "актив"
service_short = "ММС"
service = "служба"
service_plural = "службы"
association_short = "МО"
association = "объединение"
association_plural = "объединения"
assessment_short = "оценка"
assessment = "оценка"
route_short = "ИОМ"
route = "маршрут"

[norms]
load_min = 5
load_max = 10
visits_per_month = 2
visit_groups = ["plan"]

[disclosure]
k = 5

[collection]
due = ["09-25", "01-14"]

[forms.approval]
heading = "Утверждаю"

[motor]
distribution = "by-level"

[[levels]]
key = "low"
title = "низкий"
deficit = true

[[criteria]]
key = "education"
title = "Образование"
rule = "1 = 1"
source = "п. 1"

[[document_kinds]]
key = "order"
title = "Приказ"
scope = "municipal"
package = true

[[roles]]
key = "mentor"
title = "Наставник"

[[departments]]
key = "office"
title = "Отдел"
functions = ["1.1"]

[[municipalities]]
code = "city"
name = "Город"

[[territories]]
code = "north"
name = "Север"

[[subjects]]
code = "math"
area = "Математика"
name = "Математика"

[[source_documents]]
key = "order"
title = "Приказ"
)";

inline constexpr std::string_view kTinyFunctions = R"(source = "приказ"

[[directions]]
number = "1"
title = "Направление"

[[groups]]
number = "1.1"
title = "Группа"

[[functions]]
number = "1.1.1"
title = "Функция"
actions = ["одно", "другое"]
deadline = "до 25 сентября"

[[functions.due]]
title = "Отчёт"
day = "09-25"

[[functions.due]]
title = "План"
every = "month"
months = [1, 12]
day_of_month = 28
)";

inline constexpr std::string_view kTinyIndicators = R"([[groups]]
key = "group"
title = "Группа"

[[indicators]]
id = "one"
group = "group"
title = "Показатель"
unit = "percent"
target = 50
source = "п. 2"
numerator = "часть"
denominator = "целое"
counts = "people"
next_step_function = "1.1.1"
query = "indicators/one.sql"

[[partitions]]
total = "one"
parts = ["one"]

[[distributions]]
id = "by-level"
title = "По уровням"
unit = "методистов"
source = "п. 3"
counts = "people"
keys = "levels"
query = "distributions/one.sql"
)";

inline constexpr std::string_view kTinyMap = R"(rows = [". Гор", ". ."]

[places]
"Гор" = "city"
)";

inline constexpr std::string_view kTinySite = R"(base_url = "https://rma.example.org/"
title = "Актив"
short_title = "РМА"
description = "Сайт"

[contacts]
email = "rma@example.org"

[theme]
accent = "#8c2f45"
)";

inline constexpr std::string_view kTinySql = "SELECT 1;\n";

}  // namespace metodaktiv::fuzz
