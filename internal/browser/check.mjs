// Opens HTML reports in Chromium, and Markdown reports as a common renderer
// shows them, and checks, for each: no console message, no request, no planted
// script that ran, no accessibility violation, valid HTML, no overflow of the
// page. If a second folder is given it saves there what people see: wide, narrow,
// dark, and the pages that come out of the printer.
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import MarkdownIt from 'markdown-it';
import { HtmlValidate, formatterFactory } from 'html-validate';

const [folder, shots] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off', // titles come from documents
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off', // texts of documents are kept as they are
    'void-style': 'off',
    'prefer-native-element': ['error', { exclude: ['group'] }], // a part that scrolls is no fieldset
  },
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const layouts = [
  { name: 'wide', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'narrow', viewport: { width: 360, height: 800 }, colorScheme: 'light' },
];

let failures = 0;
function fail(file, what) {
  failures++;
  console.error(`${file}: ${what}`);
}

// look opens a report in one layout and gathers what the browser says.
async function look(browser, file, layout) {
  const { name, ...options } = layout;
  const context = await browser.newContext({ ...options, javaScriptEnabled: true, bypassCSP: false });
  const page = await context.newPage();
  const address = pathToFileURL(path.resolve(folder, file)).href;
  page.on('console', (m) => fail(file, `${name}: console ${m.type()}: ${m.text()}`));
  page.on('pageerror', (e) => fail(file, `${name}: error: ${e.message}`));
  page.on('dialog', async (d) => { fail(file, `${name}: a planted script opened a dialog: ${d.message()}`); await d.dismiss(); });
  page.on('request', (r) => {
    if (r.url() !== address && !r.url().startsWith('data:')) fail(file, `${name}: request to ${r.url()}`);
  });
  await page.goto(address, { waitUntil: 'load', timeout: 120000 });
  const planted = await page.evaluate(() => ({
    scripts: document.scripts.length,
    frames: document.querySelectorAll('iframe,object,embed,form,base,link[rel=stylesheet]').length,
    handlers: [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes].filter((a) => /^on/i.test(a.name))).length,
    links: [...document.querySelectorAll('a[href]')].filter((a) => !/^(#|https?:|mailto:)/i.test(a.getAttribute('href'))).length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ids: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
  }));
  if (planted.scripts || planted.frames || planted.handlers || planted.links) fail(file, `${name}: active content: ${JSON.stringify(planted)}`);
  if (planted.overflow > 1) fail(file, `${name}: the page is ${planted.overflow} pixels wider than the window`);
  if (planted.ids.length) fail(file, `${name}: ids come twice: ${planted.ids}`);
  const size = await page.evaluate(() => document.querySelectorAll('*').length);
  if (size < 60000) { // axe-core takes minutes beyond that, and the report is the same rows over
    // Playwright evaluates outside the page's policy, so the check needs no hole in it.
    await page.evaluate(axe);
    const violations = await page.evaluate(async (runOnly) => (await window.axe.run(document, {
      runOnly,
      resultTypes: ['violations'], // what passes is as long as the report
    })).violations, rules);
    for (const v of violations) {
      fail(file, `${name}: axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`);
    }
  }
  if (shots) {
    const base = path.join(shots, file.replace(/\.html$/, ''));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path: `${base}.${name}.png`, fullPage: height < 16000, animations: 'disabled' });
    if (name === 'wide') await page.pdf({ path: `${base}.pdf`, preferCSSPageSize: true, printBackground: true });
  }
  await context.close();
}

async function validate(file) {
  const report = await validator.validateString(await readFile(path.join(folder, file), 'utf8'), file);
  if (!report.valid) fail(file, 'html-validate:\n' + formatterFactory('stylish')(report.results.map((r) => ({ ...r, messages: r.messages.slice(0, 12) }))));
}

// render shows a Markdown report as a lenient renderer does, markup and bare
// addresses let through, and checks that nothing in it is active.
async function render(browser, file) {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const body = markdown.render(await readFile(path.join(folder, file), 'utf8'));
  const page = await (await browser.newContext()).newPage();
  page.on('dialog', async (d) => { fail(file, `a planted script opened a dialog: ${d.message()}`); await d.dismiss(); });
  page.on('request', (r) => { if (!/^(about|data):/.test(r.url())) fail(file, `request to ${r.url()}`); });
  await page.setContent(`<!DOCTYPE html><title>x</title><body>${body}`, { waitUntil: 'load' });
  const found = await page.evaluate(() => [...document.body.querySelectorAll('*')].flatMap((e) => {
    const out = [];
    if (!/^(P|H[1-6]|UL|OL|LI|TABLE|THEAD|TBODY|TR|TH|TD|STRONG|EM|A|BR|BLOCKQUOTE)$/.test(e.tagName)) out.push(e.tagName);
    for (const a of e.attributes) {
      if (a.name === 'href' ? !/^(https?:|mailto:)/i.test(a.value) : a.name !== 'style' || !/^text-align:(left|right|center)$/.test(a.value)) out.push(`${e.tagName} ${a.name}=${a.value}`);
    }
    return out;
  }));
  if (found.length) fail(file, `markup in Markdown: ${[...new Set(found)].slice(0, 5).join(', ')}`);
  await page.context().close();
}

const files = (await readdir(folder)).filter((f) => f.endsWith('.html')).sort();
if (!files.length) {
  console.error(`no HTML report in ${folder}`);
  process.exit(1);
}
if (shots) await mkdir(shots, { recursive: true });

// A browser of its own for each processor: pages of one browser wait for one
// another. The largest reports come first, so that none is left at the end.
async function work(queue) {
  const profile = await mkdtemp(path.join(tmpdir(), 'hrdd-browser-'));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', `--disk-cache-dir=${profile}`],
  });
  try {
    for (let task = queue.shift(); task; task = queue.shift()) await task(browser);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

const sizes = new Map(await Promise.all(files.map(async (f) => [f, (await stat(path.join(folder, f))).size])));
const queue = [
  ...files.toSorted((a, b) => sizes.get(b) - sizes.get(a)).flatMap((file) => layouts.map((layout) => (browser) => look(browser, file, layout))),
  ...(await readdir(folder)).filter((f) => f.endsWith('.md')).sort().map((file) => (browser) => render(browser, file)),
];
await Promise.all([...Array.from({ length: availableParallelism() }, () => work(queue)), ...files.map(validate)]);
console.log(`${files.length} reports in ${layouts.length} layouts: ${failures ? failures + ' failures' : 'no console message, no request, no script, no accessibility violation, valid HTML'}`);
process.exit(failures ? 1 : 0);
