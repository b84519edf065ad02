// Which pages of a built site are looked at: some of every type.

import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

// Pages made from rows: `*` stands for a code. The first pattern that fits is a page's type; a page
// that fits none is a type of its own.
const kFamilies = [
  'asset/roster-*.html',
  'asset/methodist-*.html',
  'asset/assignment-*.html',
  'indicators/*.html',
  'municipalities/*/index.html',
  'municipalities/*/roster.html',
  'municipalities/*/schools.html',
  'municipalities/*/associations.html',
  'municipalities/*/documents.html',
  'municipalities/*/indicators.html',
  'municipalities/*/practices.html',
  'municipalities/*/calendar.html',
  'calendar/*.html',
  'documents/*.html',
  'practices/p/*.html',
  'practices/*.html',
  'help/forms-*.html',
  'help/*.html',
];
// Families that a small site may have no page of: distributions, further pages of a long list,
// news.
const kOptional = [
  'asset/roster_*.html',
  'distributions/*.html',
  'documents/*_*.html',
  'municipalities/*/practices-*.html',
  'practices/*_*.html',
  'news/*.html',
];
const kFixed = [
  'index.html',
  '404.html',
  'search.html',
  'accessibility.html',
  'documents.html',
  'about-data.html',
  'changes.html',
  'asset/index.html',
  'asset/roster.html',
  'asset/form-1.html',
  'asset/assignment.html',
  'indicators/index.html',
  'municipalities/index.html',
  'practices/index.html',
  'standard/index.html',
  'standard/calendar.html',
  'system/index.html',
  'events/index.html',
  'news/index.html',
  'help.html',
  'help/forms.html',
];

// Types without which a site is not whole.
export const kRequiredTypes = [...kFixed, ...kFamilies];

// Types without which the standalone site of one municipality is not whole.
export const kStandaloneTypes = ['index.html', '404.html'];

// Types that are looked at in every colour scheme of the low-vision panel: between them they have
// every component.
export const kSchemeTypes = [
  'index.html',
  'search.html',
  'asset/roster.html',
  'indicators/*.html',
  'municipalities/*/index.html',
  'calendar/*.html',
  'system/index.html',
];

const kPatterns = [...kOptional, ...kFamilies].map((pattern) => ({
  pattern,
  expression: new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`),
}));

export function page_type(page) {
  if (kFixed.includes(page)) return page;
  return kPatterns.find(({ expression }) => expression.test(page))?.pattern ?? page;
}

// Every .html below `root`, as sorted paths with forward slashes.
function html_pages(root) {
  return readdirSync(root, { recursive: true })
    .map((name) => String(name).split(sep).join('/'))
    .filter((name) => name.endsWith('.html'))
    .sort();
}

// The fullest page of each type (`fullest`), and of a type of several also the emptiest (`picked`:
// both).
export function pick_pages(root) {
  const types = new Map();
  for (const page of html_pages(root)) {
    const type = page_type(page);
    const bytes = statSync(join(root, page)).size;
    const seen = types.get(type) ?? { most: { page, bytes }, least: { page, bytes } };
    if (bytes > seen.most.bytes) seen.most = { page, bytes };
    if (bytes < seen.least.bytes) seen.least = { page, bytes };
    types.set(type, seen);
  }
  const picked = [...types.values()].flatMap(({ most, least }) => [most.page, least.page]);
  return {
    types: [...types.keys()],
    picked: [...new Set(picked)],
    fullest: [...types.values()].map(({ most }) => most.page),
  };
}
