// Reads a workbook with exceljs and prints how many cells hold a value:
//   node read_xlsx.mjs FOLDER-WITH-NODE_MODULES stream|whole FILE
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, mode, file] = process.argv.slice(2);
const ExcelJS = createRequire(path.resolve(folder, 'package.json'))('exceljs');

let cells = 0;
const count = (row) => row.eachCell({ includeEmpty: false }, (cell) => {
  if (cell.value !== null && cell.value !== '') cells += 1;
});

if (mode === 'stream') {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit',
  });
  for await (const sheet of reader) for await (const row of sheet) count(row);
} else {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  book.eachSheet((sheet) => sheet.eachRow({ includeEmpty: false }, count));
}
console.log(JSON.stringify({ cells }));
