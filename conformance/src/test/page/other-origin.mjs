// The five lines of server/docs/browser-module.md, on a page of another origin, in a real Chromium:
// other-origin.mjs <chromium> <sample.wav> <json of addresses>.
import assert from 'node:assert/strict';
import { launch, LIMIT } from './browser.mjs';

const SCRIPT = 'This is the script of the sandbox, and not what you said.';

const [executable, sample, addresses] = process.argv.slice(2);
const { listed, unlisted } = JSON.parse(addresses);
const browser = await launch(executable, sample);

/** A page of the origin, and what its console says. */
async function open(origin) {
  const context = await browser.newContext({ permissions: ['microphone'] });
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  const problems = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && problems.push(line.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(origin);
  return { context, page, problems };
}

async function captionsFromAnotherOrigin() {
  const { context, page, problems } = await open(listed);
  const responded = page.waitForResponse((response) => response.url().endsWith('/client_secrets') && response.ok());
  await page.getByRole('button', { name: 'Start' }).click();
  const response = await responded;
  assert.notEqual(new URL(response.url()).origin, listed);
  assert.equal((await response.allHeaders())['access-control-allow-origin'], listed);
  await page.locator('p', { hasText: SCRIPT }).waitFor();
  const { value } = await response.json();
  assert.match(value, /^ek_sandbox_/);
  assert.ok(!(await page.content()).includes(value.slice(3)));
  assert.deepEqual(problems, []);
  await context.close();
}

async function nothingForAnOriginThatIsNotListed() {
  const { context, page, problems } = await open(unlisted);
  const refused = page.waitForEvent('console', (line) => line.text().includes('CORS policy'));
  await page.reload();
  await refused;
  await page.getByRole('button', { name: 'Start' }).click();
  assert.equal(await page.locator('p').textContent(), '');
  assert.ok(problems.some((problem) => problem.includes('/browser/v1/ephemint.js')));
  await context.close();
}

try {
  await captionsFromAnotherOrigin();
  await nothingForAnOriginThatIsNotListed();
} finally {
  await browser.close();
}
