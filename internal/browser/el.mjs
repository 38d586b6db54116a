import { chromium } from 'playwright-core';
const [file, sel, out, width, scheme] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const p = await (await b.newContext({ viewport: { width: +width, height: 900 }, colorScheme: scheme ?? 'light' })).newPage();
await p.goto('file://' + file);
await p.locator(sel).first().screenshot({ path: out });
await b.close();
