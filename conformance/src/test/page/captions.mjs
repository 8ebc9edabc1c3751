import assert from 'node:assert/strict';
import { Visit } from './browser.mjs';
import { expectAccessible } from './looks.mjs';

const SCRIPT = 'This is the script of the sandbox, and not what you said.';

async function visit(url, browser, visits, options) {
  visits.push(await Visit.to(url, browser, options));
  return visits.at(-1);
}

/** Changes the response of the mint before the page sees it. */
function changingMint(change) {
  return (page) =>
    page.route('**/v1/realtime/client_secrets', async (route) => {
      const response = await route.fetch();
      const minted = await response.json();
      change(minted);
      await route.fulfill({ response, json: minted });
    });
}

/** Otherwise the page gives up after ten seconds, which a busy machine may need for a click. */
function waitForTheLastWordsForEver() {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (then, millis, ...values) => millis === 10000 || setTimeout(then, millis, ...values);
}

export const captions = {
  async captionsMicrophoneUntilStopped({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.start('Microphone');
    assert.equal(await at.caption(0), SCRIPT);
    assert.match(await at.caption(1), /^The sandbox detects/);
    assert.deepEqual((await at.open()).sort(), ['AudioContext', 'WebSocket', 'microphone']);
    await at.stop();
    await at.expectStopped();
    assert.match(
      await at.page.locator('#notes').textContent(),
      /This is the sandbox: its captions are a script\..*sandbox_token/,
    );
    await at.expectNothingAmiss();
  },

  async captionsSampleUntilItsEnd({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.start('Sample sentence');
    assert.equal(await at.caption(), SCRIPT);
    await at.state('closed');
    const types = await at.types();
    for (const type of [
      'minted',
      'session.created',
      'input_audio_buffer.append',
      'input_audio_buffer.commit',
      'input_audio_buffer.committed',
      'conversation.item.input_audio_transcription.completed',
    ]) {
      assert.ok(types.includes(type), type);
    }
    await at.expectNothingAmiss();
  },

  async mintsNewTokenOnSecondStart({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    for (const source of ['Sample sentence', 'Microphone', 'Sample sentence']) {
      await at.start(source);
      assert.equal(await at.caption(), SCRIPT);
      if (source === 'Microphone') {
        await at.stop();
      }
      await at.state('closed');
      assert.equal((await at.types()).filter((type) => type === 'minted').length, 1);
      assert.equal(
        await at.page.locator('#notes > *').count(),
        1,
        'that the client has to commit is for programs: the page does',
      );
    }
    await at.expectNothingAmiss();
  },

  async vendorTurnDetectionEndsTurns({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.page.getByLabel('Model or deployment').fill('gpt-4o-transcribe');
    await at.page.getByLabel('Language').fill('en');
    await at.page.getByLabel('Turn detection').selectOption('vendor');
    await at.start('Sample sentence');
    assert.equal(await at.caption(), SCRIPT);
    await at.state('closed');
    const types = await at.types();
    assert.ok(types.includes('input_audio_buffer.speech_stopped'));
    assert.ok(!types.includes('input_audio_buffer.commit'));
    await at.expectNothingAmiss();
  },

  async connectsWithBetaShape({ beta }, browser, visits) {
    const at = await visit(beta, browser, visits);
    await at.start('Sample sentence');
    assert.equal(await at.caption(), SCRIPT);
    await at.state('closed');
    await at.expectNothingAmiss();
  },

  async countsDownTokenLifetime({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.start('Sample sentence');
    await at.page.waitForFunction(() => /^9:\d\d$/.test(document.getElementById('clock').textContent));
    const first = await at.page.locator('#clock').textContent();
    await at.page.waitForFunction((seen) => document.getElementById('clock').textContent < seen, first);
    await at.expectNothingAmiss();
  },

  async correctsCountdownByVendorClock({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits, {
      before: changingMint(({ connect }) => {
        connect.vendor_time += 3600;
        connect.expires_at += 3600;
      }),
    });
    await at.start('Sample sentence');
    await at.page.waitForFunction(() => /^(10:00|9:\d\d)$/.test(document.getElementById('clock').textContent));
    await at.expectNothingAmiss();
  },

  async copiesTokenWithoutShowingIt({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.start('Sample sentence');
    await at.caption();
    await at.page.getByRole('button', { name: 'Copy token' }).click();
    await at.page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await at.copied(), await at.token);
    await at.page.locator('#events summary').nth(1).click();
    assert.match(await at.page.locator('#events pre').nth(1).textContent(), /"value": "ek_•+"/);
    await at.expectNothingAmiss();
  },

  async showsWhyMintWasRejected({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.page.getByLabel('Turn detection').selectOption('vendor');
    assert.match(await at.page.locator('#turns-hint').textContent(), /does not support turn detection/);
    await at.start('Sample sentence');
    await at.state('failed');
    const alert = await at.page.getByRole('alert').textContent();
    assert.match(
      alert,
      /Turn detection is not supported for this transcription model\..*HTTP 400.*session\.audio\.input\.turn_detection.*req_/,
    );
    assert.deepEqual(
      at.problems.filter((problem) => !problem.includes('400 (Bad Request)')),
      [],
    );
    await at.page.getByRole('button', { name: 'Start captions' }).waitFor();
  },

  async listsRejectedMintAndClearsPreviousToken({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.start('Sample sentence');
    await at.caption();
    await at.state('closed');
    assert.ok(await at.page.getByRole('button', { name: 'Copy token' }).isEnabled());
    await at.page.getByLabel('Turn detection').selectOption('vendor');
    await at.start('Sample sentence');
    await at.state('failed');
    assert.deepEqual(await at.types(), ['POST /v1/realtime/client_secrets', 'refused']);
    assert.match(await at.page.locator('#events [data-bad] summary').textContent(), /400/);
    assert.match(
      await at.page.locator('#events [data-bad] pre').textContent(),
      /"param": "session\.audio\.input\.turn_detection"/,
    );
    assert.ok(await at.page.getByRole('button', { name: 'Copy token' }).isDisabled());
    assert.equal(await at.page.locator('#secret').textContent(), 'none');
    assert.equal(await at.page.locator('#clock').textContent(), '–:––');
    assert.equal(await at.page.locator('#expiry').textContent(), 'None was minted.');
    assert.equal(await at.page.locator('#facts').textContent(), '');
    assert.match(await at.emptyText(), /There are no captions: see above/);
    await expectAccessible(at.page);
  },

  async doesNotCopyExpiredToken({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits, {
      before: changingMint(({ connect }) => (connect.expires_at = connect.vendor_time)),
    });
    await at.start('Sample sentence');
    await at.page.locator('#expiry', { hasText: 'Expired' }).waitFor();
    assert.ok(await at.page.getByRole('button', { name: 'Copy token' }).isDisabled());
    await at.caption();
  },

  async listsFailedSocketAndKeepsToken({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits, {
      before: changingMint(({ connect }) => (connect.websocket.url = 'ws://127.0.0.1:1/')),
    });
    await at.start('Sample sentence');
    await at.state('failed');
    assert.match(await at.alert(), /127\.0\.0\.1:1 did not open the socket/);
    assert.deepEqual(await at.types(), ['POST /v1/realtime/client_secrets', 'minted', 'close']);
    assert.ok(await at.page.getByRole('button', { name: 'Copy token' }).isEnabled());
    assert.deepEqual(await at.open(), []);
  },

  async showsEachState({ openai }, browser, visits) {
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    const at = await visit(openai, browser, visits, {
      before: async (page) => {
        await page.route('**/v1/realtime/client_secrets', async (route) => {
          await held;
          await route.continue();
        });
        await page.addInitScript(() => {
          navigator.mediaDevices.getUserMedia = async () => new AudioContext().createMediaStreamDestination().stream;
        });
      },
    });
    assert.match(await at.emptyText(), /^Press Start captions and say something/);
    await at.start('Microphone');
    await at.state('minting');
    assert.equal(await at.emptyText(), 'Minting a token.');
    assert.equal(await at.page.locator('#expiry').textContent(), 'Minting a token.');
    letGo();
    await at.state('listening');
    assert.match(await at.emptyText(), /^Say something\./);
    await at.stop();
    await at.state('closed');
    assert.match(await at.emptyText(), /^There were no words\. Press Start captions/);
    await at.expectNothingAmiss();
  },

  async secondStopEndsAtOnce({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits, {
      before: async (page) => {
        await page.addInitScript(waitForTheLastWordsForEver);
        await page.routeWebSocket(/realtime/, (fromPage) => {
          const toVendor = fromPage.connectToServer();
          toVendor.onMessage((message) => /committed|completed/.test(JSON.parse(message).type) || fromPage.send(message));
        });
      },
    });
    await at.start('Microphone');
    await at.page.locator('#events .type', { hasText: 'input_audio_buffer.commit' }).first().waitFor();
    await at.stop();
    await at.state('finishing');
    assert.ok(await at.page.getByLabel('Model or deployment').isDisabled());
    await at.page.getByRole('button', { name: 'Stop now' }).click();
    await at.expectStopped();
  },

  async showsCloseCodeAndReason({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits, {
      before: changingMint((minted) => (minted.value = 'ek_sandbox_of_another_user')),
    });
    await at.start('Sample sentence');
    await at.state('failed');
    const alert = await at.page.getByRole('alert').textContent();
    assert.match(alert, /Incorrect API key provided.*invalid_api_key.*close 3000/);
    assert.ok(!(await at.page.content()).includes('of_another_user'));
  },

  async sendsFirstEventsFirst({ openai }, browser, visits) {
    const update = {
      type: 'session.update',
      session: { type: 'transcription', audio: { input: { transcription: { model: 'gpt-transcribe' } } } },
    };
    const at = await visit(openai, browser, visits, { before: changingMint(({ connect }) => connect.first_events.push(update)) });
    await at.start('Sample sentence');
    await at.caption();
    const sent = await at.page.locator('#events [data-way=sent] .type').allTextContents();
    assert.deepEqual(sent.slice(1, 3), ['session.update', 'input_audio_buffer.append']);
    assert.ok((await at.types()).includes('session.updated'));
    await at.expectNothingAmiss();
  },

  async showsThatMicrophoneIsDenied({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await at.start('Microphone');
    await at.state('failed');
    assert.match(await at.page.getByRole('alert').textContent(), /denies this page the microphone/);
    assert.deepEqual(at.problems, []);
  },
};
