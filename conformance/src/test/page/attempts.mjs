// Start and Stop, at any moment, and what of one attempt reaches the next.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Visit } from './browser.mjs';

const MINT = '**/v1/realtime/client_secrets';

async function visit(url, browser, visits, before) {
  visits.push(await Visit.to(url, browser, { before }));
  return visits.at(-1);
}

/** Holds the first response to a pattern back until released, unchanged or replaced. */
function holding(pattern) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const before = (page) =>
    page.route(
      pattern,
      async (route) => {
        const response = await held;
        await (response ? route.fulfill(response) : route.continue());
      },
      { times: 1 },
    );
  return { before, letGo };
}

/** Two attempts, of which the first is stopped and gets its response when the second listens. */
async function oldResponseArrives(at, { letGo }, response) {
  await at.start('Microphone');
  await at.state('minting');
  await at.stop();
  await at.expectStopped();
  await at.start('Microphone');
  await at.state('listening');
  const responded = at.page.waitForResponse(MINT);
  letGo(response);
  await (await responded).finished();
  await at.caption(1);
}

async function expectTheNewerOneRuns(at) {
  await at.page.locator('#state[data-state=listening]').waitFor();
  assert.equal(await at.alert(), '');
  assert.equal((await at.types()).filter((type) => type === 'minted').length, 1);
  assert.deepEqual((await at.open()).sort(), ['AudioContext', 'WebSocket', 'microphone']);
  await at.stop();
  await at.expectStopped();
}

export const attempts = {
  async lateFailureDoesNotAffectNextAttempt({ openai }, browser, visits) {
    const held = holding(MINT);
    const at = await visit(openai, browser, visits, held.before);
    await oldResponseArrives(at, held, { status: 502, json: { error: { message: 'Too late.', type: 'server_error' } } });
    await expectTheNewerOneRuns(at);
    assert.ok(
      at.problems.every((problem) => problem.includes('502')),
      at.problems.join('\n'),
    );
  },

  async lateTokenDoesNotAffectNextAttempt({ openai }, browser, visits) {
    const held = holding(MINT);
    const at = await visit(openai, browser, visits, held.before);
    const tokens = [];
    at.page.on(
      'response',
      async (response) => response.url().endsWith('/client_secrets') && tokens.push((await response.json()).value),
    );
    await oldResponseArrives(at, held);
    await expectTheNewerOneRuns(at);
    await at.page.getByRole('button', { name: 'Copy token' }).click();
    await at.page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(tokens.length, 2);
    assert.equal(await at.copied(), tokens[0]);
    assert.ok(!(await at.page.content()).includes(tokens[1].slice(3)));
    await at.expectNothingAmiss();
  },

  async stopDuringMicrophonePromptNeverListens({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.page.evaluate(() => {
      const open = navigator.mediaDevices.getUserMedia;
      const allowed = new Promise((resolve) => (globalThis.allow = resolve));
      navigator.mediaDevices.getUserMedia = (wanted) => allowed.then(() => open(wanted));
    });
    await at.start('Microphone');
    await at.state('opening');
    await at.stop();
    await at.expectStopped();
    await at.page.evaluate(() => globalThis.allow());
    await at.page.waitForFunction(() => globalThis.opened.length > 0);
    await at.page.waitForFunction(() => globalThis.opened.every((one) => !one.isOpen()));
    await at.expectStopped();
    assert.deepEqual(await at.types(), []);
    assert.deepEqual(at.problems, []);
  },

  async stopDuringMintNeverConnects({ openai }, browser, visits) {
    const { before, letGo } = holding(MINT);
    const at = await visit(openai, browser, visits, before);
    await at.start('Microphone');
    await at.state('minting');
    await at.stop();
    await at.expectStopped();
    const responded = at.page.waitForResponse(MINT);
    letGo();
    await (await responded).finished();
    await at.expectStopped();
    assert.deepEqual(await at.types(), ['POST /v1/realtime/client_secrets']);
    await at.expectNothingAmiss();
  },

  async stopDuringConnectShowsNoError({ openai }, browser, visits) {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    visits.push({ problems: [], close: () => mute.close() });
    for (const turns of ['page', 'vendor']) {
      const at = await visit(openai, browser, visits, (page) =>
        page.route(MINT, async (route) => {
          const response = await route.fetch();
          const minted = await response.json();
          minted.connect.websocket.url = `ws://127.0.0.1:${mute.address().port}/`;
          await route.fulfill({ response, json: minted });
        }),
      );
      await at.page.getByLabel('Model or deployment').fill('gpt-4o-transcribe');
      await at.page.getByLabel('Turn detection').selectOption(turns);
      await at.start('Microphone');
      await at.state('connecting');
      await at.stop();
      await at.expectStopped();
      assert.ok(
        at.problems.every((problem) => problem.includes('closed before the connection')),
        at.problems.join('\n'),
      );
      await at.expectNoToken();
    }
  },

  async stopWhileTheSourceBeginsShowsNoError({ openai }, browser, visits) {
    const { before, letGo } = holding('**/capture.js');
    const at = await visit(openai, browser, visits, before);
    await at.start('Microphone');
    await at.state('listening');
    await at.page.waitForFunction(() => globalThis.opened.some((one) => one.what === 'AudioContext'));
    await at.stop();
    letGo();
    await at.expectStopped();
    await at.expectNoToken();
  },

  async showsEarlyCloseOnce({ openai }, browser, visits) {
    const held = holding('**/capture.js');
    const at = await visit(openai, browser, visits, async (page) => {
      await held.before(page);
      await page.routeWebSocket(/realtime/, (socket) => {
        socket.connectToServer().onMessage(() => socket.close({ code: 4000, reason: 'No more.' }));
      });
    });
    await at.start('Microphone');
    await at.state('failed');
    held.letGo();
    await at.page.waitForFunction(() => globalThis.opened.every((one) => !one.isOpen()));
    await at.page.evaluate(() => fetch('/browser/v1/capture.js'));
    assert.equal(await at.page.locator('#alert > *').count(), 1);
    assert.match(await at.alert(), /No more\..*close 4000/);
    await at.expectNoToken();
  },

  async unpluggedMicrophoneEndsSession({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.start('Microphone');
    await at.caption();
    await at.page.evaluate(() => globalThis.opened.find((one) => one.track).track.dispatchEvent(new Event('ended')));
    await at.expectStopped();
    await at.expectNothingAmiss();
  },
};
