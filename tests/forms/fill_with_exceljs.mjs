// Fills cells of a workbook with exceljs and saves it: fill_with_exceljs.mjs IN.xlsx OUT.xlsx EDITS.json
// EDITS: [{"sheet", "row", "column" (1-based), "kind": "text" | "number" | "date" | "empty", "value"}]
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'

const [source, target, edits] = process.argv.slice(2)
const book = new ExcelJS.Workbook()
await book.xlsx.readFile(source)
for (const { sheet, row, column, kind, value } of JSON.parse(await readFile(edits, 'utf8'))) {
  const cell = book.getWorksheet(sheet).getCell(row, column)
  if (kind === 'date') cell.value = new Date(`${value}T00:00:00Z`)
  else cell.value = kind === 'empty' ? null : value
}
await book.xlsx.writeFile(target)
