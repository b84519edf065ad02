// The client's words, stems and folded stems against tests/search/word_list.tsv; the index's side is
// tests/search/word_list_test.cc. --self-test: a changed row is found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { stemmer } from '@orama/stemmers/russian';

const kList = new URL('../search/word_list.tsv', import.meta.url);
const kWords = new URL('../../templates/assets/search-words.js', import.meta.url);

const context = vm.createContext({ metodaktivStemmer: stemmer });
context.window = context;
vm.runInContext(readFileSync(kWords, 'utf8'), context);

function differences(rows) {
  const found = [];
  for (const row of rows) {
    const [text, ...expected] = row.split('\t');
    const words = context.metodaktivWords.words(text);
    const actual = ['word', 'stem', 'folded'].map((part) => words.map((word) => word[part]).join(' '));
    if (actual.join('\t') !== expected.join('\t')) found.push(`${row}\n  here: ${actual.join('\t')}`);
  }
  return found;
}

const rows = readFileSync(kList, 'utf8').split('\n').filter(Boolean);
if (process.argv.includes('--self-test')) {
  const spoiled = rows.map((row, i) => (i === 500 ? row.replace(/.$/u, '') : row));
  assert.equal(differences(spoiled).length, 1);
} else {
  assert.ok(rows.length >= 1000, `only ${rows.length} rows`);
  assert.deepEqual(differences(rows), []);
}
console.log(`${rows.length} rows`);
