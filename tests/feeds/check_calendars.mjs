// node check_calendars.mjs --hostile PROGRAM --scratch FOLDER [--libical PROGRAM] PUBLIC
// Every calendar of a built site, and one of hostile texts, is read by ical.js and libical: no
// error, the same events, and of the hostile ones the very texts that went in. With --self-test
// instead of PUBLIC: spoiled calendars must be found.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { calendar_findings } from './calendar_findings.mjs';

const { values, positionals } = parseArgs({
  options: {
    hostile: { type: 'string' },
    scratch: { type: 'string' },
    libical: { type: 'string' },
    'self-test': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

function hostile_calendar(folder) {
  const [ics, json] = [join(folder, 'hostile.ics'), join(folder, 'hostile.json')];
  execFileSync(values.hostile, [ics, json]);
  return { ics, expected: JSON.parse(readFileSync(json, 'utf8')) };
}

function check(site) {
  const folder = join(site, 'calendar');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ics'))
    .map((name) => join(folder, name));
  if (files.length === 0) throw new Error(`${folder}: no calendars`);
  const { ics, expected } = hostile_calendar(values.scratch);
  const found = [
    ...calendar_findings(files, values.libical),
    ...calendar_findings([ics], values.libical, expected),
  ];
  for (const [file, finding] of found) console.error(`${basename(file)}: ${finding}`);
  console.log(`${files.length + 1} calendars, ${found.length} findings`);
  return found.length === 0;
}

// Name → how a good calendar is spoiled, and a part of the finding.
const kSpoiled = {
  'line-ends': [(text) => text.replaceAll('\r\n', '\n'), 'line end other than CRLF'],
  'unfolded': [(text) => text.replaceAll('\r\n ', ''), 'bytes'],
  'two-uids': [(text) => text.replace('hostile-2@', 'hostile-1@'), 'UID twice'],
  'no-stamp': [(text) => text.replace(/DTSTAMP:.*\r\n/, ''), 'DTSTAMP'],
  'no-summary': [(text) => text.replace(/SUMMARY:.*\r\n/, ''), 'SUMMARY'],
  'same-day-end': [
    (text) => text.replace('DTEND;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20261220'),
    'ends before it begins',
  ],
  'moment': [
    (text) => text.replace('DTSTART;VALUE=DATE:20261220', 'DTSTART:20261220T100000Z'),
    'not whole days',
  ],
  'other-text': [(text) => text.replace('SUMMARY:Запятая', 'SUMMARY:Точка'), 'the data'],
  'bare-comma': [(text) => text.replace('LOCATION:Зал\\,', 'LOCATION:Зал\\;'), 'the data'],
  'no-zone': [(text) => text.replace('TZID:Asia', 'TZID:Europe'), 'no VTIMEZONE'],
  'cut': [(text) => text.slice(0, text.lastIndexOf('END:VEVENT')), ''],
  'bad-date': [(text) => text.replace('DTEND;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:x'), ''],
};

function self_test() {
  const { ics, expected } = hostile_calendar(values.scratch);
  const good = readFileSync(ics, 'utf8');
  let right = calendar_findings([ics], values.libical, expected).length === 0;
  if (!right) console.error('the good calendar has findings');
  for (const [name, [spoil, part]] of Object.entries(kSpoiled)) {
    const file = join(values.scratch, `${name}.ics`);
    const text = spoil(good);
    if (text === good) throw new Error(`${name}: nothing was spoiled`);
    writeFileSync(file, text);
    const found = calendar_findings([file], values.libical, expected).map(([, what]) => what);
    if (found.some((what) => what.includes(part))) continue;
    console.error(`${name}: not found; findings: ${found.join('; ') || 'none'}`);
    right = false;
  }
  console.log(`${Object.keys(kSpoiled).length} spoiled calendars`);
  return right;
}

rmSync(values.scratch, { recursive: true, force: true });
mkdirSync(values.scratch, { recursive: true });
process.exitCode = (values['self-test'] ? self_test() : check(positionals[0])) ? 0 : 1;
