import { chromium } from 'playwright-core';
const [,, out, width, dark, ...files] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await b.newPage({ viewport: { width: +width, height: 900 }, colorScheme: dark === 'dark' ? 'dark' : 'light' });
for (const f of files) { await p.goto('file://' + f); await p.waitForTimeout(300); await p.screenshot({ path: `${out}/${f.split('/').slice(-2).join('-').replace('.html','')}-${width}-${dark}.png`, fullPage: true }); 
 const w = await p.evaluate(() => document.documentElement.scrollWidth); if (w > +width) console.log('WIDE', f, w); }
await b.close();
