// Unexpected events, and browsers that are not Chromium.
import assert from 'node:assert/strict';
import { Visit } from './browser.mjs';

const ODD = ['not json', '[1]', 'null', '5', '{"a":1}', '{"type":7}'];

async function visit(url, browser, visits, before) {
  visits.push(await Visit.to(url, browser, { before }));
  return visits.at(-1);
}

/** Between the page and the sandbox, to say more than the sandbox does. */
async function between(page) {
  let opened;
  const socket = new Promise((resolve) => (opened = resolve));
  await page.routeWebSocket(/realtime/, (fromPage) => {
    fromPage.connectToServer();
    opened(fromPage);
  });
  return { socket, say: async (event) => (await socket).send(JSON.stringify(event)) };
}

export const oddities = {
  async showsUnreadableMessages({ openai }, browser, visits) {
    let vendor;
    const at = await visit(openai, browser, visits, async (page) => (vendor = await between(page)));
    await at.start('Microphone');
    await at.state('listening');
    ODD.forEach(async (message) => (await vendor.socket).send(message));
    await at.page
      .locator('#events [data-bad] .type')
      .nth(ODD.length - 1)
      .waitFor();
    assert.deepEqual(new Set(await at.page.locator('#events [data-bad] .type').allTextContents()), new Set(['unreadable']));
    assert.match(await at.page.locator('#events [data-bad] pre').first().textContent(), /not json/);
    await at.caption();
    await at.stop();
    await at.expectStopped();
    await at.expectNothingAmiss();
  },

  async survivesEventsWithMissingMembers({ openai }, browser, visits) {
    const of = 'conversation.item.input_audio_transcription.';
    let vendor;
    const at = await visit(openai, browser, visits, async (page) => (vendor = await between(page)));
    await at.start('Microphone');
    await at.state('listening');
    for (const type of [
      'input_audio_buffer.append',
      `${of}delta`,
      `${of}completed`,
      `${of}failed`,
      `${of}news`,
      'error',
      'close',
      'news',
    ]) {
      await vendor.say({ type });
      await vendor.say({ type, item_id: {}, delta: 1, transcript: [], audio: 5, code: {}, error: { message: {}, code: 1 } });
    }
    await at.page
      .locator('#events .type', { hasText: /^news$/ })
      .nth(1)
      .waitFor();
    await at.stop();
    await at.state('closed');
    await at.expectNothingAmiss();
  },

  async showsWordsBeforeTurnEnds({ openai }, browser, visits) {
    let vendor;
    const at = await visit(openai, browser, visits, async (page) => (vendor = await between(page)));
    await at.start('Microphone');
    await at.state('listening');
    const type = 'conversation.item.input_audio_transcription.delta';
    await vendor.say({ type, item_id: 'item_0', content_index: 0, delta: 'Words of a turn ' });
    await vendor.say({ type, item_id: 'item_0', content_index: 0, delta: 'and its end' });
    await at.page.locator('#captions p[data-state=open]', { hasText: 'Words of a turn and its end' }).waitFor();
    assert.ok(await at.page.locator('#captions-empty').isHidden());
    assert.equal(await at.page.locator('#state').textContent(), 'Listening');
  },

  async masksTokenRepeatedByVendor({ openai }, browser, visits) {
    const of = { item_id: 'item_0', content_index: 0 };
    let vendor;
    const at = await visit(openai, browser, visits, async (page) => (vendor = await between(page)));
    await at.start('Microphone');
    await at.state('listening');
    const token = await at.token;
    const error = { type: 'error', code: token, message: `No ${token}.` };
    const type = 'conversation.item.input_audio_transcription.';
    await vendor.say({ type: `${type}failed`, ...of, error });
    await vendor.say({ type: `${type}delta`, ...of, item_id: 'item_1', delta: token.slice(0, 20) });
    await vendor.say({ type: `${type}delta`, ...of, item_id: 'item_1', delta: token.slice(20) });
    await vendor.say({ type: 'error', error });
    await vendor.say({ type: `news of ${token}` });
    await at.page.locator('#events .type', { hasText: 'news of' }).waitFor();
    assert.match(await at.page.locator('#captions').textContent(), /No ek_•+\./);
    assert.match(await at.alert(), /No ek_•+\..*ek_•+/);
    await at.expectNothingAmiss();
  },

  /** Safari gives the focus to no button that is pressed. */
  async copiesWithoutFocus({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.page.evaluate(() => {
      document.activeElement.blur();
      document.getElementById('copy-code').click();
    });
    await at.page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.match(await at.copied(), /^curl/);
    await at.page.getByRole('button', { name: 'Copy code' }).waitFor();
    assert.deepEqual(at.problems, []);
  },
};
