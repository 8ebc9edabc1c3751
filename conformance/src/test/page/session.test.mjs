// A session from the mint to its end, with a service, a vendor and a source that the test plays: no browser, no waiting.
import assert from 'node:assert/strict';
import { test } from 'node:test';

const PAGE = new URL('../../../../server/src/main/resources/dev/ephemint/server/page/', import.meta.url);
const { Session } = await import(new URL('session.js', PAGE));

const BLOCK = 24000 / 20;
const MINTED = {
  value: 'ek_sandbox_1',
  connect: { websocket: { url: 'ws://127.0.0.1:1/v1/realtime', subprotocols: ['realtime'] }, first_events: [], warnings: [] },
};

/** The vendor's end of the socket: it opens at once, keeps what it gets, and says what the test says. */
class Vendor {
  static OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  got = [];

  constructor() {
    Vendor.last = this;
    queueMicrotask(() => this.onopen());
  }

  send(text) {
    this.got.push(JSON.parse(text));
  }

  say(event) {
    this.onmessage({ data: JSON.stringify(event) });
  }

  close() {}

  get commits() {
    return this.got.filter((event) => event.type === 'input_audio_buffer.commit').length;
  }
}
globalThis.WebSocket = Vendor;

function service(status, body) {
  globalThis.fetch = async () => new Response(JSON.stringify(body), { status, headers: { 'x-request-id': 'req_1' } });
}

class Source {
  ended = new Promise(() => {});

  async listen(receive) {
    this.receive = receive;
  }

  close() {
    this.closed = true;
  }

  /** Seconds of a tone, or of nothing. */
  play(seconds, loudness) {
    for (let block = 0; block < seconds * 20; block++) {
      this.receive(Float32Array.from({ length: BLOCK }, (_, at) => loudness * Math.SQRT2 * Math.sin(at / 10)));
    }
  }
}

async function listening(settings = {}, connect = MINTED.connect) {
  service(200, { ...MINTED, connect });
  const source = new Source();
  const seen = { states: [], events: [], captions: [] };
  const session = new Session({ source: 'microphone', model: 'm', language: '', serverTurns: false, ...settings }, source, {
    state: (state) => seen.states.push(state),
    event: (way, event) => seen.events.push([way, event.type]),
    minted() {},
    caption: (item) => seen.captions.push({ ...item }),
    level() {},
    dropped() {},
    closed() {},
  });
  await session.start();
  return { session, source, seen, vendor: Vendor.last };
}

const said = (kind, more) => ({ type: `conversation.item.input_audio_transcription.${kind}`, item_id: 'item_1', ...more });

for (const serverTurns of [false, true]) {
  test(`speech without a pause is committed after a quarter of a minute, ${serverTurns ? 'even if the vendor ends turns' : 'by the page'}`, async () => {
    const { source, vendor } = await listening({ serverTurns });
    source.play(14, 0.07);
    assert.equal(vendor.commits, 0);
    source.play(2, 0.07);
    assert.equal(vendor.commits, 1);
    source.play(15, 0.07);
    assert.equal(vendor.commits, 2);
  });
}

test('a turn ended by the vendor resets the turn length', async () => {
  const { source, vendor } = await listening({ serverTurns: true });
  source.play(14, 0.07);
  vendor.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' });
  source.play(14, 0.07);
  assert.equal(vendor.commits, 0);
});

test('the page ends turns if the mint warns that the vendor does not', async () => {
  const warnings = [{ code: 'client_commit_required', message: 'Commit.', param: null }];
  const { source, vendor } = await listening({ serverTurns: true }, { ...MINTED.connect, warnings });
  source.play(1, 0.07);
  source.play(1, 0);
  assert.equal(vendor.commits, 1);
});

test('silence before speech does not count towards its length', async () => {
  const { source, vendor } = await listening();
  source.play(60, 0);
  source.play(5, 0.07);
  assert.equal(vendor.commits, 0);
  source.play(1, 0);
  assert.equal(vendor.commits, 1);
});

test('quiet speech in a quiet room is speech, and noise alone is none', async () => {
  const { source, vendor } = await listening();
  source.play(2, 0.001);
  source.play(1, 0.008);
  source.play(1, 0.001);
  assert.equal(vendor.commits, 1);
  source.play(30, 0.0035);
  assert.equal(vendor.commits, 1);
});

test('words are shown during speech and final after the commit', async () => {
  const { source, seen, vendor } = await listening();
  source.play(1, 0.07);
  vendor.say(said('delta', { delta: 'Two ' }));
  vendor.say(said('delta', { delta: 'words' }));
  assert.deepEqual(
    seen.captions.map(({ text, state }) => [text, state]),
    [
      ['Two ', 'open'],
      ['Two words', 'open'],
    ],
  );
  assert.equal(vendor.commits, 0);
  source.play(1, 0);
  vendor.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' });
  vendor.say(said('completed', { transcript: 'Two words.' }));
  assert.equal(seen.captions.at(-1).state, 'completed');
});

test('uncommitted words are committed at the end, even if quiet', async () => {
  const { session, source, vendor, seen } = await listening();
  source.play(1, 0);
  vendor.say(said('delta', { delta: 'Soft' }));
  const finished = session.finish();
  assert.equal(vendor.commits, 1);
  vendor.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' });
  vendor.say(said('completed', { transcript: 'Soft.' }));
  await finished;
  assert.deepEqual(seen.states.slice(-2), ['finishing', 'closed']);
});

test('stopping twice does not wait for the last words', async () => {
  const { session, source, seen } = await listening();
  source.play(1, 0.07);
  session.finish();
  assert.equal(seen.states.at(-1), 'finishing');
  session.finish();
  assert.equal(seen.states.at(-1), 'closed');
  assert.ok(source.closed);
});

test('a rejected mint is an event after the request', async () => {
  service(400, { error: { message: 'No.', type: 'invalid_request_error', param: 'session', code: 'unknown_parameter' } });
  const events = [];
  const session = new Session({ model: 'm', language: '' }, new Source(), {
    state() {},
    event: (way, { type }) => events.push([way, type]),
  });
  const failure = await session.start().catch((failed) => failed);
  assert.deepEqual(events, [['sent', 'POST /v1/realtime/client_secrets']]);
  assert.deepEqual(failure.event, {
    type: 'refused',
    status: 400,
    'x-request-id': 'req_1',
    error: { message: 'No.', type: 'invalid_request_error', param: 'session', code: 'unknown_parameter' },
  });
});

test('an unreachable service is an event', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('gone');
  };
  const session = new Session({ model: 'm', language: '' }, new Source(), { state() {}, event() {} });
  const failure = await session.start().catch((failed) => failed);
  assert.deepEqual(failure.event, { type: 'unreachable', url: '/v1/realtime/client_secrets' });
});
