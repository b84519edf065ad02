// The ways every page is looked at. A mode opens the page once, in a context of its own, and then
// takes one or more looks at it.
//   context: Playwright's options of the context    disk: open the file, not the server's page
//   view: choices of the low-vision panel           no_scripts: no script of the page runs
//   looks: width, media (what the browser emulates), axe ('page', 'colours', 'paper' or none),
//          print: also what a printed page must be
//   every_page: of every picked page; else of one page of every type

export const kStorageKey = 'metodaktiv-view';

const kPaperWidth = 688; // A4 between the margins of 95-print.css, in CSS pixels
const kLight = { colorScheme: 'light' };
const kDark = { colorScheme: 'dark' };

export const kModes = [
  {
    name: 'phone',
    every_page: true,
    context: { ...kLight, hasTouch: true, deviceScaleFactor: 2 },
    looks: [{ width: 360, axe: 'page' }, { width: 320 }],
  },
  {
    name: 'desktop',
    every_page: true,
    context: kLight,
    // A window of 1280 px enlarged to 200 % lays the page out on 640 CSS pixels.
    looks: [{ width: 1280, axe: 'page' }, { width: 768 }, { width: 640, label: 'zoom 200 %' }],
  },
  {
    name: 'dark',
    context: kDark,
    looks: [
      { width: 1280, axe: 'page' },
      { width: 360, axe: 'colours' },
    ],
  },
  {
    name: 'low-vision',
    context: kLight,
    view: { size: '200', spacing: 'wider', colours: 'white-on-black' },
    looks: [{ width: 1280, axe: 'page' }, { width: 360, axe: 'page' }, { width: 320 }],
  },
  {
    name: 'print',
    context: kLight,
    looks: [
      { width: kPaperWidth, media: { media: 'print' }, axe: 'paper', print: true },
      { width: kPaperWidth, media: { media: 'print', colorScheme: 'dark' }, axe: 'paper', label: 'dark' },
    ],
  },
  {
    name: 'no scripts',
    context: kLight,
    no_scripts: true, // only the first look is one without scripts
    looks: [{ width: 360, axe: 'page' }],
  },
  { name: 'from disk', context: kLight, disk: true, looks: [{ width: 360 }] },
];

// Every colour scheme of the low-vision panel, and its text at 150 %; for a few pages.
export const kSchemeModes = [
  ['auto', '150', 'wide'],
  ['light', '100', 'normal'],
  ['dark', '100', 'normal'],
  ['black-on-white', '200', 'wider'],
  ['blue-on-cyan', '150', 'wide'],
].map(([colours, size, spacing]) => ({
  name: `low-vision ${colours}, ${size} %`,
  context: kDark,
  view: { size, spacing, colours, graphics: size === '150' ? 'off' : 'on' },
  looks: [{ width: 1280, axe: 'colours' }, { width: 320 }],
}));
