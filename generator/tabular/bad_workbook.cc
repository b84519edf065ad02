#include "tabular/bad_workbook.h"

#include <fmt/format.h>

namespace metodaktiv::tabular {

Problem damaged(std::string_view what) {
  return {"damaged", fmt::format("Книга повреждена: {}.", what),
          "Откройте книгу в Excel или LibreOffice и сохраните её заново; если она не открывается, "
          "попросите прислать файл ещё раз."};
}

Problem unsafe(std::string_view what) {
  return {"unsafe", fmt::format("Книга устроена так, как табличные редакторы не делают: {}.", what),
          "Убедитесь, что файл получен от того, кто должен был его прислать. Затем откройте его в "
          "Excel или LibreOffice и сохраните заново как «Книга Excel (*.xlsx)»."};
}

Problem over_limit(std::string_view what) {
  return {"limit", fmt::format("Книга слишком велика: {}.", what),
          "Оставьте в книге только листы с данными, без рисунков и вложений, или разделите её на "
          "несколько файлов."};
}

Problem not_a_workbook(std::string_view what) {
  return {"not-a-workbook", fmt::format("Это не книга Excel: {}.", what),
          "Проверьте, тот ли это файл. Таблицу откройте в табличном редакторе и сохраните как "
          "«Книга Excel (*.xlsx)»."};
}

}  // namespace metodaktiv::tabular
