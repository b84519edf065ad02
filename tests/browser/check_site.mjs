// node check_site.mjs <public-dir> [--standalone] [page…]
// Looks at pages of every type of a built site in a real browser in every mode (modes.mjs), walks
// them with the keyboard and validates their HTML. --standalone: the site of one municipality,
// which has fewer page types. With pages: at these only.
// Exit 0: nothing found, 1: findings (on stderr), 2: wrong usage.

import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { with_contexts } from './browser.mjs';
import { keyboard_findings } from './keyboard_findings.mjs';
import { markup_findings } from './markup_findings.mjs';
import { kModes, kSchemeModes } from './modes.mjs';
import { visit_findings } from './page_findings.mjs';
import {
  kRequiredTypes,
  kSchemeTypes,
  kStandaloneTypes,
  page_type,
  pick_pages,
} from './page_types.mjs';
import { serve } from './static_server.mjs';

// All findings about the site, as a sorted list. `required`: page types that must have a page;
// `named`: these pages instead of some of every type.
export async function site_findings(root, required, named) {
  const { types, picked, fullest } = named
    ? { types: required, picked: named, fullest: named }
    : pick_pages(root);
  const findings = required
    .filter((type) => !types.includes(type))
    .map((type) => `no page of type ${type}`);
  findings.push(...(await markup_findings(root, picked)));
  const visits = picked
    .flatMap((page) => kModes.map((mode) => [page, mode]))
    // Pages of one type differ in what they hold, which two modes show; the other modes see one of each.
    .filter(([page, mode]) => mode.every_page || fullest.includes(page))
    // Only a server shows this page, in place of any address; so its links begin at the root.
    .filter(([page, mode]) => !(page === '404.html' && mode.disk));
  const schemes = fullest
    .filter((page) => kSchemeTypes.includes(page_type(page)))
    .flatMap((page) => kSchemeModes.map((mode) => [page, mode]));
  const server = await serve(root);
  const site = { root, origin: server.origin };
  try {
    await with_contexts(async (open) => {
      findings.push(...(await visit_findings(open, site, [...visits, ...schemes])));
      findings.push(...(await keyboard_findings(open, site, fullest)));
    });
  } finally {
    await server.close();
  }
  return { types, picked, findings: findings.sort() };
}

async function main(args) {
  const [root, ...pages] = args.filter((arg) => !arg.startsWith('--'));
  const flags = args.filter((arg) => arg.startsWith('--'));
  if (!root || !existsSync(root) || flags.some((flag) => flag !== '--standalone')) {
    console.error('usage: node check_site.mjs <public-dir> [--standalone] [page…]');
    return 2;
  }
  const required = flags.includes('--standalone') ? kStandaloneTypes : kRequiredTypes;
  const named = pages.length > 0 ? pages : undefined;
  const { types, picked, findings } = await site_findings(root, required, named);
  for (const finding of findings) console.error(finding);
  console.log(
    `${picked.length} pages of ${types.length} types in ${kModes.length} modes: ` +
      `${findings.length} findings`,
  );
  return findings.length === 0 ? 0 : 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
