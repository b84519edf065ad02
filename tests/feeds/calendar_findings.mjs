// What is wrong with calendar files: read line by line as RFC 5545 writes them, by ical.js and by
// libical, whose events must be the same.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const kLineBytes = 75;

// The bytes of a file: line ends, line length, characters kept whole, nothing beyond the calendar.
export function byte_findings(bytes) {
  const found = [];
  const text = bytes.toString('latin1');
  if (!text.endsWith('\r\n')) found.push('the last line has no CRLF');
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) found.push('a line end other than CRLF');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  for (const [index, line] of text.split('\r\n').slice(0, -1).entries()) {
    if (line.length > kLineBytes) found.push(`line ${index + 1} has ${line.length} bytes`);
    if (line === '') found.push(`line ${index + 1} is empty`);
    try {
      utf8.decode(Buffer.from(line, 'latin1'));
    } catch {
      found.push(`line ${index + 1} breaks a character`);
    }
  }
  return found;
}

const day = (time) => (time?.isDate ? time.toString() : null);

// The events of a calendar as ical.js reads them.
function read_with_ical_js(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const of = (component, name) => component.getFirstPropertyValue(name)?.toString() ?? '';
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: of(event, 'uid'),
    first: day(event.getFirstPropertyValue('dtstart')),
    end: day(event.getFirstPropertyValue('dtend')),
    summary: of(event, 'summary'),
    description: of(event, 'description'),
    location: of(event, 'location'),
    category: of(event, 'categories'),
    url: of(event, 'url'),
  }));
  return { calendar, events };
}

// What RFC 5545 asks of a published calendar beyond its grammar.
function rule_findings(calendar, events) {
  const found = [];
  const once = (component, name) => {
    const count = component.getAllProperties(name).length;
    if (count !== 1) found.push(`${component.name}: ${count} × ${name.toUpperCase()}`);
  };
  for (const name of ['version', 'prodid', 'x-wr-calname', 'source', 'refresh-interval', 'url']) {
    once(calendar, name);
  }
  if (calendar.getFirstPropertyValue('version') !== '2.0') found.push('VERSION is not 2.0');
  const zones = calendar.getAllSubcomponents('vtimezone');
  const zone = calendar.getFirstPropertyValue('x-wr-timezone');
  if (zones.length !== 1 || zones[0].getFirstPropertyValue('tzid') !== zone) {
    found.push(`no VTIMEZONE of ${zone}`);
  }
  for (const event of calendar.getAllSubcomponents('vevent')) {
    for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary']) once(event, name);
    const stamp = event.getFirstPropertyValue('dtstamp');
    if (stamp?.zone?.tzid !== 'UTC') found.push(`DTSTAMP ${stamp} is not in UTC`);
  }
  const uids = new Set();
  for (const event of events) {
    if (uids.has(event.uid)) found.push(`UID twice: ${event.uid}`);
    uids.add(event.uid);
    if (event.first === null || event.end === null) found.push(`${event.uid}: not whole days`);
    else if (event.end <= event.first) found.push(`${event.uid}: ends before it begins`);
    if (event.url && !/^https?:\/\//.test(event.url)) found.push(`${event.uid}: URL ${event.url}`);
  }
  return found;
}

// Where two lists of events differ; `[]` when they are the same.
export function differences(left, right, names) {
  if (left.length !== right.length) {
    return [`${names[0]} has ${left.length} events, ${names[1]} ${right.length}`];
  }
  const found = [];
  for (const [index, event] of left.entries()) {
    for (const key of Object.keys(event)) {
      const other = right[index][key];
      if (event[key] === other) continue;
      found.push(
        `${event.uid} ${key}: ${names[0]} ${JSON.stringify(event[key])}, ` +
          `${names[1]} ${JSON.stringify(other)}`,
      );
    }
  }
  return found;
}

// Findings of every file, as [file, finding]. `parse_ics`: the program of parse_ics.cc, or null.
export function calendar_findings(files, parse_ics, expected = null) {
  const found = [];
  const by_libical = new Map();
  if (parse_ics) {
    for (const file of files) {
      let output;
      try {
        output = execFileSync(parse_ics, [file], { maxBuffer: 1 << 28, encoding: 'utf8' });
      } catch (error) {
        output = error.stdout;
      }
      const read = JSON.parse(output);
      by_libical.set(file, read.events);
      for (const error of read.errors) found.push([file, `libical: ${error}`]);
    }
  }
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const finding of byte_findings(bytes)) found.push([file, finding]);
    let read;
    try {
      read = read_with_ical_js(bytes.toString('utf8'));
    } catch (error) {
      found.push([file, `ical.js: ${error.message}`]);
      continue;
    }
    for (const finding of rule_findings(read.calendar, read.events)) found.push([file, finding]);
    const others = [
      [by_libical.get(file), 'libical'],
      [expected, 'the data'],
    ];
    for (const [events, name] of others) {
      if (!events) continue;
      for (const finding of differences(read.events, events, ['ical.js', name])) {
        found.push([file, finding]);
      }
    }
  }
  return found;
}
