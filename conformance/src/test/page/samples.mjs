// The sample for browsers, as the page offers it, on the page of another server with the documented proxy route.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { LIMIT, Visit } from './browser.mjs';
import { addressOf, startProxyExample, stop } from './proxy-example.mjs';

const SCRIPT = 'This is the script of the sandbox, and not what you said.';

/** The text of the tab, copied by its button. */
async function sample(url, browser, visits, settings) {
  const at = await Visit.to(url, browser);
  visits.push(at);
  await settings(at.page);
  await at.page.getByRole('tab', { name: 'Browser' }).click();
  await at.page.locator('#code').filter({ hasText: 'registerProcessor' }).waitFor();
  await at.page.getByRole('button', { name: 'Copy code' }).click();
  await at.page.getByRole('button', { name: 'Copied' }).waitFor();
  return at.copied();
}

/** A server that has the sample at its root and passes mints on. */
async function serve(html, facade, visits) {
  const proxy = await startProxyExample(facade);
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/') {
      outgoing.writeHead(200, { 'content-type': 'text/html;charset=utf-8' }).end(html);
    } else if (incoming.url === '/favicon.ico') {
      outgoing.writeHead(204).end();
    } else {
      proxy.emit('request', incoming, outgoing);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  visits.push({ problems: [], close: () => [proxy, server].forEach(stop) });
  return addressOf(server);
}

async function open(address, browser, visits) {
  const context = await browser.newContext({ permissions: ['microphone'] });
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  const problems = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && problems.push(line.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  visits.push({ problems, close: () => context.close() });
  await page.goto(address);
  return { page, problems };
}

async function expectCaptions({ page, problems }) {
  const before = await page.locator('#captions p', { hasText: SCRIPT }).count();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('#state', { hasText: 'Listening' }).waitFor();
  await page.locator('#captions p', { hasText: SCRIPT }).nth(before).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.locator('#state', { hasText: 'Stopped' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Start' }).isEnabled());
  assert.ok(await page.getByRole('button', { name: 'Stop' }).isDisabled());
  assert.deepEqual(problems, []);
}

export const samples = {
  async browserSampleCaptionsMicrophone({ openai }, browser, visits) {
    const html = await sample(openai, browser, visits, async () => {});
    assert.match(html, /"turn_detection": null/);
    const opened = await open(await serve(html, openai, visits), browser, visits);
    await expectCaptions(opened);
    await expectCaptions(opened);
  },

  async browserSampleUsesVendorTurnDetection({ openai }, browser, visits) {
    const html = await sample(openai, browser, visits, async (page) => {
      await page.getByLabel('Model or deployment').fill('gpt-4o-transcribe');
      await page.getByLabel('Language').fill('en');
      await page.getByLabel('Turn detection').selectOption('vendor');
    });
    assert.ok(!/input_audio_buffer\.commit|@page|@vendor|\{\{/.test(html), html);
    await expectCaptions(await open(await serve(html, openai, visits), browser, visits));
  },

  async browserSampleShowsWhyMintWasRejected({ openai }, browser, visits) {
    const html = await sample(openai, browser, visits, async (page) => {
      await page.getByLabel('Model or deployment').fill('gpt-live-transcribe');
      await page.getByLabel('Turn detection').selectOption('vendor');
    });
    const { page } = await open(await serve(html, openai, visits), browser, visits);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('#state', { hasText: 'Turn detection is not supported' }).waitFor();
    assert.ok(await page.getByRole('button', { name: 'Start' }).isEnabled());
  },

  async browserSampleEscapesModelName({ openai }, browser, visits) {
    const html = await sample(openai, browser, visits, (page) => page.getByLabel('Model or deployment').fill('</script><b>"'));
    assert.equal(html.match(/<\/script>/g).length, 1);
    await open(await serve(html, openai, visits), browser, visits).then(async ({ page, problems }) => {
      assert.equal(await page.locator('b').count(), 0);
      assert.deepEqual(problems, []);
    });
  },
};
