// What is wrong with how an open page is laid out. The functions run in the page, so each is whole.

// What reaches past the right edge of a window that should not scroll sideways.
function sideways_overflow() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const clipped = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    }
    return false;
  };
  const name = (element) =>
    element.tagName.toLowerCase() +
    (element.id ? `#${element.id}` : '') +
    [...element.classList].map((part) => `.${part}`).join('');
  const widest = [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5 && !clipped(e))
    .slice(0, 3)
    .map(name);
  return `${root.scrollWidth} px in a window of ${root.clientWidth}: ${widest.join(', ')}`;
}

// Text that its own box cuts off: it neither fits nor can be scrolled to. On paper nothing scrolls.
function cut_text(on_paper) {
  const seen = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('svg, .hidden, .skip')) continue;
    const style = getComputedStyle(element);
    if (style.clipPath !== 'none' || style.display === 'inline') continue;
    // Lines cut on purpose, with an ellipsis: the whole text stands elsewhere on the page.
    if (style.webkitLineClamp !== 'none' && !on_paper) continue;
    const cuts = (overflow) =>
      overflow === 'hidden' || overflow === 'clip' || (on_paper && overflow !== 'visible');
    const wide = cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const tall = cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((wide || tall) && element.textContent.trim() !== '') {
      seen.push(`${element.tagName.toLowerCase()}.${element.className}: ` +
        `${element.scrollWidth}×${element.scrollHeight} in ` +
        `${element.clientWidth}×${element.clientHeight}`);
    }
  }
  return seen.slice(0, 3);
}

// What has no use on paper and yet would be printed.
function printed_navigation() {
  const seen = [...document.querySelectorAll('nav, form, button, input, select, .skip')]
    .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
    .filter((element) => !element.closest('.hidden'));
  return seen
    .filter((element) => !seen.some((other) => other !== element && other.contains(element)))
    .map((e) => e.tagName.toLowerCase() + (e.className ? `.${e.className}` : ''));
}

// Controls that do nothing without scripts, except those that the style sheet answers to.
function dead_controls() {
  return [...document.querySelectorAll('button, input, select, textarea')]
    .filter((element) => element.checkVisibility() && !element.closest('#view'))
    .map((e) => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : ''));
}

// `ask(function, argument)` runs a function in the page.
export async function layout_findings(ask, { print = false, no_scripts = false } = {}) {
  const findings = [];
  const overflow = await ask(sideways_overflow);
  if (overflow) findings.push(`scrolls sideways: ${overflow}`);
  for (const text of await ask(cut_text, print)) findings.push(`text is cut: ${text}`);
  if (print) {
    const printed = await ask(printed_navigation);
    if (printed.length > 0) findings.push(`navigation is printed: ${printed.join(', ')}`);
  }
  if (no_scripts) {
    const dead = await ask(dead_controls);
    if (dead.length > 0) findings.push(`does nothing without scripts: ${dead.join(', ')}`);
  }
  return findings;
}
