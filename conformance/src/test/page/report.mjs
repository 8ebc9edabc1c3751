// Opens a report in a phone's width: report.mjs <chromium> <report.html>. Prints what is wrong, a line of JSON each.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, file] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
const problems = [];
page.on('console', (line) => ['error', 'warning'].includes(line.type()) && problems.push(`console: ${line.text()}`));
page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
page.on('request', (request) => request.url().startsWith('file:') || problems.push(`request: ${request.url()}`));
page.on('dialog', (dialog) => {
  problems.push(`dialog: ${dialog.message()}`);
  dialog.dismiss();
});

await page.goto(pathToFileURL(file).href);
for (const details of await page.locator('details').all()) {
  await details.evaluate((element) => (element.open = true));
}
const width = await page.evaluate(() => document.documentElement.scrollWidth);
if (width > 360) {
  problems.push(`${width} pixels wide at 360`);
}

/** The ids of the checks that are shown. */
const shown = () =>
  page.locator('#checks > li:not([hidden]) > details > summary > code, #checks > li:not([hidden]) > code').allTextContents();
const before = await shown();
await page.getByRole('searchbox').fill('flaky/1');
const after = await shown();
if (before.length < 4 || before.includes('pass/1') || after.join() !== 'flaky/1') {
  problems.push(`filters: shown ${before}, then ${after}`);
}
console.log(JSON.stringify(problems));
await browser.close();
