#pragma once

#include <string>

#include "forms/submissions.h"

namespace metodaktiv::forms {

/// «просрочено на 3 дня», «ждём: остался 1 день», «получено с опозданием на 2 дня; замечаний: 5».
std::string state_text(const Submission& submission);

/// What lies unread: «в папке, не загружена: ошибок нет»; empty when nothing does.
std::string arrived_text(const Submission& submission);

/// The sum of all in one line: «58 муниципалитетов: просрочено — 3, ждём — 55.»
std::string summary_text(const Submissions& submissions);

/// «3 дня».
std::string days_text(std::int64_t days);

}  // namespace metodaktiv::forms
