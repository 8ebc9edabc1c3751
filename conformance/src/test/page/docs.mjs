// Opens the API docs page in a real Chromium: docs.mjs <chromium> <address of the service>.
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { chromium } from 'playwright-core';
import { LIMIT } from './browser.mjs';

const PREFIX = '/gateway/captions';

const [executablePath, service] = process.argv.slice(2);
const contract = await (await fetch(new URL('/openapi.json', service))).json();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });

/** A proxy that serves the service under a prefix, which it takes off. */
function proxy() {
  const server = createServer((asked, response) => {
    const path = asked.url.startsWith(PREFIX) ? asked.url.slice(PREFIX.length) : '/nothing-is-here';
    const passed = request(new URL(path, service), { method: asked.method }, (reply) => {
      response.writeHead(reply.statusCode, reply.headers);
      reply.pipe(response);
    });
    asked.pipe(passed);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** The page at the address, once it shows the contract, and everything that went wrong in it. */
async function open(url, options) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  const problems = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && problems.push(`console: ${line.text()}`));
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('requestfailed', (failed) => problems.push(`failed: ${failed.url()}`));
  page.on('response', (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`));
  page.on('request', (made) => {
    const { protocol, origin } = new URL(made.url());
    if (protocol !== 'data:' && origin !== new URL(url).origin) {
      problems.push(`request to another origin: ${made.url()}`);
    }
  });
  await page.goto(url);
  await page.locator('.opblock').first().waitFor();
  return { context, page, problems };
}

async function expectWholeContract(page) {
  const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    ['get', 'post'].filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const shown = await page
    .locator('.opblock-summary')
    .evaluateAll((all) =>
      all.map((one) => ['.opblock-summary-method', '[data-path]'].map((part) => one.querySelector(part).textContent).join(' ')),
    );
  assert.ok(operations.length > 5);
  assert.deepEqual(shown.map((line) => line.replaceAll('\u200b', '')).sort(), operations.sort());
}

/** Each kind of element is shown once, so that a style or an icon that the policy forbids is noticed. */
async function openOneOfEach(page) {
  await page.locator('.opblock-post .opblock-summary-control').first().click();
  await page.locator('section.models > h4 button').dispatchEvent('click');
  await page.locator('.models .json-schema-2020-12').first().waitFor();
  await page.locator('.responses-table').first().getByText('429', { exact: true }).waitFor();
}

async function expectReadOnly(page) {
  await page.getByRole('button', { name: 'Credentials' }).click();
  const dialog = page.locator('.dialog-ux');
  for (const [name, scheme] of Object.entries(contract.components.securitySchemes)) {
    await dialog.getByText(name).first().waitFor();
    assert.ok((await dialog.textContent()).includes(scheme.description.replaceAll('`', '')), name);
  }
  for (const control of await page.locator('input, textarea, .auth-btn-wrapper button, .try-out__btn').all()) {
    assert.equal(await control.isVisible(), false);
  }
  await page.locator('.close-modal').click();
}

async function expectNoSidewaysScroll(page) {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
}

const server = await proxy();
const prefixed = `http://127.0.0.1:${server.address().port}${PREFIX}`;
const visits = {
  [`${service}/docs`]: { viewport: { width: 1280, height: 900 } },
  [`${service}/docs/`]: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' },
  [`${prefixed}/docs`]: { viewport: { width: 360, height: 740 } },
};

async function visit(url, options) {
  const { context, page, problems } = await open(url, options);
  await expectWholeContract(page);
  await expectReadOnly(page);
  await openOneOfEach(page);
  await expectNoSidewaysScroll(page);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
  assert.deepEqual(problems, [], url);
  await context.close();
}

try {
  await Promise.all(Object.entries(visits).map(([url, options]) => visit(url, options)));
} finally {
  await browser.close();
  server.close();
}
