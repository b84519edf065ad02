// Opens pages in the modes of modes.mjs and tells what is wrong with them.

import { axe_findings } from './axe.mjs';
import { kHeight, page_url } from './browser.mjs';
import { layout_findings } from './layout_findings.mjs';
import { kStorageKey } from './modes.mjs';

const kPatience = 120_000;
const kLocal = /^(file|data|blob|about):/;

// Makes the context of a mode; `open` is with_contexts' function.
async function mode_context(open, mode) {
  const context = await open({
    ...mode.context,
    viewport: { width: mode.looks[0].width, height: kHeight },
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`);
    });
  });
  if (mode.view) {
    await context.addInitScript(([key, view]) => localStorage.setItem(key, JSON.stringify(view)), [
      kStorageKey,
      mode.view,
    ]);
  }
  return context;
}

// Calls `tell(finding)` for what the browser itself complains about.
function listen(page, origin, tell) {
  const of_site = (url) => kLocal.test(url) || (origin && url.startsWith(`${origin}/`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // A file that does not come is told of by its request, below.
    const failed = /Failed to load resource/.test(message.text());
    if (!failed || !of_site(message.location().url)) tell(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => tell(`script: ${error.message}`));
  page.on('dialog', (dialog) => {
    tell(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!of_site(request.url())) tell(`request leaves the site: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    if (of_site(request.url())) tell(`not loaded: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) tell(`not loaded (${response.status()}): ${response.url()}`);
  });
}

const late = () =>
  new Promise((_, failed) => {
    setTimeout(() => failed(new Error(`more than ${kPatience / 1000} s`)), kPatience).unref();
  });

// A tab that visits one page after another in one mode. Opening a tab for each would start a
// process for each.
class Visitor {
  constructor(open, mode, site) {
    this.open = open;
    this.mode = mode;
    this.site = site;
    this.findings = [];
  }

  async ready() {
    if (this.page) return;
    this.context = await mode_context(this.open, this.mode);
    this.page = await this.context.newPage();
    listen(this.page, this.mode.disk ? null : this.site.origin, (what) => this.findings.push(what));
    if (this.mode.no_scripts) this.session = await this.context.newCDPSession(this.page);
  }

  // In the mode without scripts none of the page's own runs. What a check asks of the page still
  // does, as long as it does not wait for anything; axe waits, so it comes after all else.
  async scripts(enabled) {
    if (!this.session) return;
    await this.session.send('Emulation.setScriptExecutionDisabled', { value: !enabled });
  }

  // The answer of a function that runs in the page.
  async ask(question, argument) {
    if (!this.session) return this.page.evaluate(question, argument);
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression: `(${question})(${JSON.stringify(argument) ?? ''})`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception.description);
    return result.value;
  }

  async take_looks() {
    const { mode, page } = this;
    if (mode.view?.size > 100) {
      const size = await page.evaluate(() => document.documentElement.dataset.size);
      if (size !== mode.view.size) this.findings.push('the low-vision choices are not taken over');
    }
    for (const [index, look] of mode.looks.entries()) {
      if (index > 0) await page.setViewportSize({ width: look.width, height: kHeight });
      if (look.media) await page.emulateMedia({ ...mode.context, ...look.media });
      const ask = (question, argument) => this.ask(question, argument);
      const seen = await layout_findings(ask, { print: look.print, no_scripts: mode.no_scripts });
      await this.scripts(true);
      if (look.axe) seen.push(...(await axe_findings(page, look.axe)));
      const label = look.label ?? `${look.width} px`;
      this.findings.push(...seen.map((finding) => `${label}: ${finding}`));
    }
  }

  async look_at(page_path) {
    const { mode, page, site } = this;
    await page.setViewportSize({ width: mode.looks[0].width, height: kHeight });
    await page.emulateMedia({ media: 'screen', colorScheme: mode.context.colorScheme });
    await this.scripts(false);
    const url = mode.disk ? page_url(site.root, page_path) : `${site.origin}/${page_path}`;
    await page.goto(url, { waitUntil: 'load' });
    if (!this.session) await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await this.take_looks();
  }

  // What is wrong with a page.
  async visit(page_path) {
    this.findings = [];
    try {
      await this.ready();
      await Promise.race([this.look_at(page_path), late()]);
    } catch (error) {
      this.findings.push(`not checked: ${error.message}`);
      await this.context?.close().catch(() => undefined);
      this.page = undefined;
    }
    return [...new Set(this.findings)];
  }
}

// All findings of `visits`, a list of [page, mode]. `open` is with_contexts' function, `site` is
// { root, origin } of the built site and its server. Several `workers` share the visits.
export async function visit_findings(open, site, visits, workers = 2) {
  const queue = [...visits];
  const findings = [];
  const work = async () => {
    const visitors = new Map();
    while (queue.length > 0) {
      const [page, mode] = queue.shift();
      if (!visitors.has(mode)) visitors.set(mode, new Visitor(open, mode, site));
      for (const finding of await visitors.get(mode).visit(page)) {
        findings.push(`${page} (${mode.name}): ${finding}`);
      }
    }
    for (const visitor of visitors.values()) await visitor.context?.close();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return findings;
}
