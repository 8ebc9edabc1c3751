// The way by WebRTC. No vendor is called: the other end is a second page, or the sandbox, which takes the offer only.
import assert from 'node:assert/strict';
import { LIMIT, Visit } from './browser.mjs';

const CALLS = 'https://vendor.example/openai/v1/realtime/calls';

/** The vendor's end: it takes the offer, responds to commits over the data channel, once audio has come. */
async function vendor(browser, visits) {
  const context = await browser.newContext();
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  visits.push({ problems: [], close: () => context.close() });
  return (offer) =>
    page.evaluate(async (sdp) => {
      const peer = new RTCPeerConnection();
      peer.ondatachannel = ({ channel }) => {
        const say = (event) => channel.send(JSON.stringify(event));
        channel.onopen = () =>
          say({ type: 'session.created', session: { type: 'transcription', tracks: peer.getReceivers().length } });
        channel.onmessage = async ({ data }) => {
          const stats = [...(await peer.getStats()).values()];
          const received = stats.some(({ type, packetsReceived }) => type === 'inbound-rtp' && packetsReceived > 0);
          if (received && JSON.parse(data).type === 'input_audio_buffer.commit') {
            const of = { item_id: 'item_1', content_index: 0 };
            say({ type: 'input_audio_buffer.committed', previous_item_id: null, item_id: 'item_1' });
            say({ type: 'conversation.item.input_audio_transcription.delta', ...of, delta: 'Heard' });
            say({
              type: 'conversation.item.input_audio_transcription.completed',
              ...of,
              transcript: `Received over ${channel.label}.`,
            });
          }
        };
      };
      await peer.setRemoteDescription({ type: 'offer', sdp });
      await peer.setLocalDescription();
      while (peer.iceGatheringState !== 'complete') {
        await new Promise((resolve) => peer.addEventListener('icegatheringstatechange', resolve, { once: true }));
      }
      globalThis.peer = peer;
      return peer.localDescription.sdp;
    }, offer);
}

/** Has the mint name another address for calls. */
function to(url) {
  return (page) =>
    page.route('**/v1/realtime/client_secrets', async (route) => {
      const response = await route.fetch();
      const minted = await response.json();
      minted.connect.webrtc.url = url;
      await route.fulfill({ response, json: minted });
    });
}

function byCall(respond, posted) {
  return async (page) => {
    await to(CALLS)(page);
    await page.route(CALLS, async (route) => {
      posted.push({ headers: route.request().headers(), method: route.request().method() });
      await route.fulfill({
        status: 201,
        headers: { 'access-control-allow-origin': '*', 'content-type': 'application/sdp' },
        body: await respond(route.request().postData()),
      });
    });
  };
}

export const calls = {
  async connectsToAzureByWebRtc({ azure }, browser, visits) {
    const posted = [];
    const respond = await vendor(browser, visits);
    for (const source of ['Sample sentence', 'Microphone']) {
      const visit = await Visit.to(azure, browser, { before: byCall(respond, posted) });
      visits.push(visit);
      await visit.start(source);
      assert.equal(await visit.caption(), 'Received over oai-events.');
      if (source === 'Microphone') {
        await visit.stop();
      }
      await visit.expectStopped();
      assert.match(await visit.page.locator('#notes').textContent(), /By WebRTC\..*never met a vendor/);
      assert.deepEqual(posted.at(-1).headers.authorization, `Bearer ${await visit.token}`);
      assert.deepEqual(posted.at(-1).headers['content-type'], 'application/sdp');
      await visit.expectNothingAmiss();
    }
  },

  async sandboxAcceptsOfferAndReportsThatCallsAreNotSupported({ azure }, browser, visits) {
    const visit = await Visit.to(azure, browser);
    visits.push(visit);
    const posted = visit.page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/calls'));
    await visit.start('Microphone');
    await visit.state('failed');
    assert.match((await posted).postData(), /^v=0.*m=audio/s);
    assert.match(
      await visit.alert(),
      /^The sandbox accepted the token and the offer, but does not support WebRTC.*HTTP 501 · sandbox_plays_no_webrtc/,
    );
    assert.match(await visit.page.locator('#notes').textContent(), /The sandbox takes the offer and plays no call/);
    assert.match(await visit.page.locator('#facts').textContent(), /WebRTC, token in the offer’s header/);
    assert.deepEqual(
      visit.problems.filter((problem) => !problem.includes('501')),
      [],
    );
    assert.deepEqual(await visit.open(), []);
    await visit.expectNoToken();
  },

  async rejectsCallsOverPlainHttp({ azure }, browser, visits) {
    const visit = await Visit.to(azure, browser, { before: to('http://vendor.example/calls') });
    visits.push(visit);
    await visit.start('Microphone');
    await visit.state('failed');
    assert.match(await visit.alert(), /vendor\.example accepts calls over plain http/);
    assert.deepEqual(await visit.open(), []);
    await visit.expectNothingAmiss();
  },

  async showsThatBrowsersCannotConnect({ preview }, browser, visits) {
    const visit = await Visit.to(preview, browser);
    visits.push(visit);
    await visit.start('Sample sentence');
    await visit.state('failed');
    assert.match(await visit.page.getByRole('alert').textContent(), /Browsers cannot connect/);
    assert.match(await visit.page.locator('#notes').textContent(), /deprecated_upstream/);
    await visit.expectNothingAmiss();
  },
};
