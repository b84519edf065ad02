// node check_site.mjs <public-dir>
// Looks at pages of every type of a built site in a real browser at three widths, and validates
// their HTML. Exit 0: nothing found, 1: findings (on stderr), 2: wrong usage.

import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kWidths, with_browser } from './browser.mjs';
import { markup_findings } from './markup_findings.mjs';
import { page_findings } from './page_findings.mjs';
import { kRequiredTypes, pick_pages } from './page_types.mjs';

// All findings about the site; `required` are page types that must have a page.
export async function site_findings(root, required = kRequiredTypes, widths = kWidths) {
  const { types, picked } = pick_pages(root);
  const findings = required
    .filter((type) => !types.includes(type))
    .map((type) => `no page of type ${type}`);
  findings.push(...(await markup_findings(root, picked)));
  for (const width of widths) {
    await with_browser(width, async (context) => {
      for (const page of picked) {
        for (const finding of await page_findings(context, root, page)) {
          findings.push(`${page} at ${width} px: ${finding}`);
        }
      }
    });
  }
  return { types, picked, findings };
}

async function main([root]) {
  if (!root || !existsSync(root)) {
    console.error('usage: node check_site.mjs <public-dir>');
    return 2;
  }
  const { types, picked, findings } = await site_findings(root);
  for (const finding of findings) console.error(finding);
  console.log(
    `${picked.length} pages of ${types.length} types at ${kWidths.join(', ')} px: ` +
      `${findings.length} findings`,
  );
  return findings.length === 0 ? 0 : 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
