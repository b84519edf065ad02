// Walks pages with the keyboard alone and returns what is wrong, as a list of messages.

import { kHeight } from './browser.mjs';

// Width of the window → stops at most: a page's beginning has every kind of control.
const kWalks = [
  { width: 360, stops: 40 },
  { width: 1280, stops: 25 },
];

// Runs in the page: what is wrong with the element that has the focus; null when nothing has it.
function focus_state() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name =
    element.tagName.toLowerCase() +
    (element.id ? `#${element.id}` : '') +
    ` «${(element.textContent || element.value || '').trim().slice(0, 30)}»`;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = ([r, g, b]) => {
    const linear = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const background = (box) => {
    for (let at = box.parentElement; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const has_outline = (box) => {
    const style = getComputedStyle(box);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return false;
    const pair = [luminance(channels(style.outlineColor)), luminance(background(box))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05) >= 3;
  };
  const wrong = [];
  const shown = [element, ...(element.labels ?? [])];
  if (!element.matches(':focus-visible') || !shown.some(has_outline)) {
    wrong.push('the focus is not visible (an outline of 2 px in a contrast of 3:1)');
  }
  const rects = shown.flatMap((box) => [...box.getClientRects()]);
  const inside = rects
    .map((r) => ({
      left: Math.max(r.left, 0),
      right: Math.min(r.right, innerWidth),
      top: Math.max(r.top, 0),
      bottom: Math.min(r.bottom, innerHeight),
    }))
    .filter((r) => r.right - r.left > 2 && r.bottom - r.top > 2);
  if (inside.length === 0) {
    wrong.push('the focus is outside the window');
  } else {
    const uncovered = inside.some((r) =>
      [0.1, 0.5, 0.9].some((part) => {
        const hit = document.elementFromPoint(
          r.left + part * (r.right - r.left),
          r.top + part * (r.bottom - r.top),
        );
        return hit && shown.some((box) => box.contains(hit));
      }),
    );
    if (!uncovered) wrong.push('the focus is covered by something else');
  }
  return { name, skip: element.matches('.skip'), wrong };
}

// Presses Tab through the page's beginning.
async function walk_findings(page, stops) {
  const findings = [];
  for (let stop = 0; stop < stops; ++stop) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(focus_state);
    if (!state) break;
    if (stop === 0 && !state.skip) findings.push(`the first stop is ${state.name}, no skip link`);
    findings.push(...state.wrong.map((what) => `${state.name}: ${what}`));
  }
  return findings;
}

const active_is = (page, selector) =>
  page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector);

// Presses Tab until an element fits `selector`; false when none of the first stops does.
async function tab_to(page, selector, stops = 30) {
  for (let stop = 0; stop < stops; ++stop) {
    await page.keyboard.press('Tab');
    if (await active_is(page, selector)) return true;
  }
  return false;
}

// The header by keyboard: skip link, menu on a phone, low-vision panel, the way to search.
async function header_findings(page, url, width) {
  const findings = [];
  const expect = (fits, what) => fits || findings.push(what);

  await page.goto(url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await active_is(page, 'main'), 'the skip link does not lead to the main part');

  if (await page.locator('.menu summary').isVisible()) {
    await page.goto(url);
    expect(await tab_to(page, '.menu summary'), 'Tab does not reach the menu');
    await page.keyboard.press('Enter');
    expect(await tab_to(page, '.menu a', 1), 'the menu does not open by Enter');
    findings.push(...((await page.evaluate(focus_state))?.wrong ?? []).map((w) => `menu: ${w}`));
  } else {
    expect(width >= 768, 'no menu in a narrow window');
  }

  await page.goto(url);
  if (!(await tab_to(page, '#view summary'))) return [...findings, 'Tab does not reach the panel'];
  await page.keyboard.press('Enter');
  expect(await tab_to(page, '#view input[name="size"]', 3), 'the panel does not open by Enter');
  const text_size = () =>
    page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const before = await text_size();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await active_is(page, '#size-200'), 'arrows do not choose a text size');
  const enlarged = await text_size();
  expect(enlarged >= 1.9 * before, `text of ${before} px becomes ${enlarged} px at 200 %`);
  findings.push(...((await page.evaluate(focus_state))?.wrong ?? []).map((w) => `panel: ${w}`));
  await page.reload();
  expect((await text_size()) === enlarged, 'the chosen text size is forgotten on the next page');
  await page.locator('#view summary').focus();
  await page.keyboard.press('Enter');
  expect(await tab_to(page, '#view-reset', 40), 'Tab does not reach the reset of the panel');
  await page.keyboard.press('Enter');
  expect((await text_size()) === before, 'the reset does not restore the text size');

  await page.goto(url);
  expect(
    await tab_to(page, 'header a[href$="search.html"], header input[type="search"]'),
    'Tab does not reach the search',
  );
  return findings;
}

// `site`: { root, origin }; `pages` are walked, the header's path is that of the home page.
export async function keyboard_findings(open, site, pages) {
  const findings = [];
  const walk = async ({ width, stops }) => {
    const context = await open({ viewport: { width, height: kHeight }, colorScheme: 'light' });
    const tab = await context.newPage();
    const tell = async (page, work) => {
      const url = `${site.origin}/${page}`;
      const list = await work(url).catch((error) => [`not checked: ${error.message}`]);
      findings.push(...list.map((what) => `${page} (keyboard, ${width} px): ${what}`));
    };
    for (const page of pages) {
      await tell(page, async (url) => {
        await tab.goto(url, { waitUntil: 'load' });
        return walk_findings(tab, stops);
      });
    }
    await tell('index.html', (url) => header_findings(tab, url, width));
    await context.close().catch(() => undefined);
  };
  await Promise.all(kWalks.map(walk));
  return findings;
}
