// How a session ends, aborts and connects again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listening, minted, module, said, service, Source, TOKEN, Vendor, watched } from './fakes.mjs';

const { Captions, EphemintError, TokenSource } = await module('ephemint.js');

const tokens = () => new TokenSource({ url: '/mint', request: {} });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Lets every wait that is due end, and what follows it. */
async function pass(mock, millis) {
  mock.timers.tick(millis);
  await settled();
}

test('the token goes to the vendor as a subprotocol only', async () => {
  const { vendor } = await listening();
  assert.deepEqual(vendor.protocols, ['realtime', `key.${TOKEN}`]);
  assert.ok(!vendor.url.includes(TOKEN) && !JSON.stringify(vendor.got).includes(TOKEN));
});

test('a stop reports how it ended and what has no transcript', async () => {
  const { session, vendor, seen } = await listening({ lastWords: 1 });
  vendor.say(said('delta', { delta: 'Half' }));
  const close = await session.stop();
  assert.deepEqual(close, { reason: 'stopped', code: null, message: '', error: null, incomplete: 1 });
  assert.deepEqual(seen.closes, [close]);
  assert.ok(vendor.isClosed);
});

test('the end of the source ends the session', async () => {
  const { session, source, seen } = await listening();
  source.end();
  await settled();
  assert.deepEqual(seen.states.slice(-2), ['finishing', 'closed']);
  assert.equal((await session.stop()).reason, 'ended');
});

test('an abort closes at once and rejects the start', async () => {
  const abort = new AbortController();
  const { session, source, seen, vendor } = await listening({ signal: abort.signal });
  abort.abort();
  assert.equal(seen.closes[0].reason, 'aborted');
  assert.ok(vendor.isClosed && source.closed);
  assert.equal(session.state, 'closed');

  const before = new Captions({ tokens: tokens(), source: new Source(), signal: abort.signal });
  const { states } = watched(before);
  await assert.rejects(before.start(), { name: 'AbortError' });
  assert.deepEqual(states, ['closed']);

  const late = new AbortController();
  globalThis.fetch = () => new Promise(() => {});
  const during = new Captions({ tokens: tokens(), source: new Source(), signal: late.signal });
  const started = during.start();
  late.abort();
  await assert.rejects(started, { name: 'AbortError' });
});

test('a stop while the source opens releases it when it has opened', async () => {
  let open;
  const source = new Source();
  source.open = () => new Promise((resolve) => (open = resolve));
  const requests = service(200, minted());
  const session = new Captions({ tokens: tokens(), source });
  const started = session.start();
  await session.stop();
  await started;
  const before = source.closed;
  open();
  await settled();
  assert.equal(source.closed, before + 1);
  assert.equal(requests.length, 0);
});

test('starts once', async () => {
  const { session } = await listening();
  await assert.rejects(session.start(), { code: 'already_started' });
});

test('listeners are removed, and an unknown event is an error', async () => {
  const { session, vendor } = await listening();
  const texts = [];
  const stop = session.on('caption', ({ text }) => texts.push(text));
  vendor.say(said('delta', { delta: 'a' }));
  stop();
  vendor.say(said('delta', { delta: 'b' }));
  assert.deepEqual(texts, ['a']);
  assert.throws(() => session.on('captions', () => {}), /no event 'captions'/);
});

test('speech and errors of the vendor are events, without the token', async () => {
  const { seen, vendor } = await listening();
  vendor.say({ type: 'input_audio_buffer.speech_started', item_id: 'item_1', audio_start_ms: 120 });
  vendor.say({ type: 'input_audio_buffer.speech_stopped', item_id: 'item_1', audio_end_ms: 900 });
  vendor.say({ type: 'error', error: { type: 'invalid_request_error', code: 'odd', message: `No ${TOKEN}.`, param: 'audio' } });
  vendor.say({ type: 'error', error: { code: 'input_audio_buffer_commit_empty', message: 'Nothing there.' } });
  vendor.say(said('failed', { error: { message: `Not ${TOKEN}.` } }));
  assert.deepEqual(seen.speech, [
    { state: 'started', id: 'item_1', at: 120 },
    { state: 'stopped', id: 'item_1', at: 900 },
  ]);
  assert.deepEqual(
    seen.errors.map(({ message, type, code, param }) => [message.replace(/•+/, '*'), type, code, param]),
    [['No ek_*.', 'invalid_request_error', 'odd', 'audio']],
  );
  assert.match(seen.captions.at(-1).error.message, /^Not ek_•+\.$/);
});

test('a close of the vendor is the end, without a reconnect if there is to be none', async () => {
  const { seen, vendor, source } = await listening();
  vendor.hangUp(1011, `server_error ${TOKEN}`);
  assert.equal(seen.closes[0].reason, 'lost');
  assert.equal(seen.closes[0].code, 1011);
  assert.match(seen.closes[0].message, /^server_error ek_•+$/);
  assert.ok(seen.closes[0].error instanceof EphemintError && !seen.closes[0].error.message.includes(TOKEN));
  assert.ok(source.closed);

  const clean = await listening();
  clean.vendor.hangUp(1000);
  assert.equal(clean.seen.closes[0].reason, 'remote');
  assert.equal(clean.seen.closes[0].error, null);
});

test('a lost connection is replaced by one with a new token, and what was said meanwhile is sent', async ({ mock }) => {
  const { session, source, seen, requests, vendor } = await listening({ reconnects: 3 });
  mock.timers.enable({ apis: ['setTimeout'] });
  vendor.say(said('delta', { delta: 'Half a ' }));
  vendor.hangUp(1006, '', false);
  assert.equal(seen.states.at(-1), 'reconnecting');
  assert.equal(seen.captions.at(-1).error.code, 'connection_lost');
  assert.equal(seen.captions.at(-1).text, 'Half a ');
  source.play(1, 0.07);
  await pass(mock, 750);
  assert.equal(seen.states.at(-1), 'listening');
  assert.equal(requests.length, 2);
  assert.notEqual(Vendor.last, vendor);
  assert.equal(Vendor.last.appends, 20);
  session.close();
});

test('each connection exchanges a sealed token of its own, also after a loss', async ({ mock }) => {
  Vendor.reset();
  let count = 0;
  globalThis.fetch = async (_, { headers }) =>
    Response.json(
      headers.has('authorization')
        ? { ...minted(), value: `${TOKEN}${count}` }
        : { ...minted({ warnings: [{ code: 'sealed_token' }] }), value: `eps_${++count}` },
    );
  const source = new Source();
  const session = new Captions({ tokens: tokens(), source, turns: 'client', reconnects: 1 });
  await session.start();
  const first = Vendor.last;
  mock.timers.enable({ apis: ['setTimeout'] });
  first.hangUp(1006, '', false);
  await pass(mock, 750);
  assert.deepEqual([first.protocols.at(-1), Vendor.last.protocols.at(-1)], [`key.${TOKEN}1`, `key.${TOKEN}2`]);
  session.close();
});

test('reconnects wait longer each time and are bounded', async ({ mock }) => {
  const { seen, source, vendor } = await listening({ reconnects: 3 });
  mock.timers.enable({ apis: ['setTimeout'] });
  Vendor.opens = false;
  vendor.hangUp(1011);
  for (const longest of [750, 1500, 3000]) {
    await pass(mock, longest);
  }
  assert.deepEqual(
    seen.reconnects.map(({ attempt }) => attempt),
    [1, 2, 3],
  );
  seen.reconnects.forEach(({ delay }, at) => assert.ok(delay >= 500 * 2 ** at && delay <= 750 * 2 ** at, String(delay)));
  assert.equal(seen.closes[0].reason, 'lost');
  assert.equal(seen.closes[0].error.code, 'socket_not_opened');
  assert.equal(source.closed, 1);
});

test('a connection that works resets the count of reconnects', async ({ mock }) => {
  const { session, seen, vendor } = await listening({ reconnects: 1 });
  mock.timers.enable({ apis: ['setTimeout'] });
  vendor.hangUp(1011);
  await pass(mock, 750);
  Vendor.last.say(said('delta', { delta: 'Again' }));
  Vendor.last.hangUp(1011);
  await pass(mock, 750);
  assert.equal(seen.states.at(-1), 'listening');
  Vendor.last.hangUp(1011);
  assert.equal(seen.closes.length, 1);
  assert.equal(session.state, 'closed');
});

test('what cannot succeed is not tried again', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  for (const [code, reason] of [
    [3000, 'invalid_request_error.invalid_api_key'],
    [4000, 'invalid_request_error.missing_model'],
    [4999, 'a reason of no table'],
    [1013, 'insufficient_quota.insufficient_quota'],
  ]) {
    const { seen, vendor } = await listening({ reconnects: 3 });
    vendor.hangUp(code, reason);
    assert.equal(seen.closes[0]?.reason, 'lost', reason);
    assert.deepEqual(seen.reconnects, []);
  }
  const { seen, vendor } = await listening({ reconnects: 3 });
  vendor.hangUp(1006);
  service(403, { error: { message: 'No longer.', type: 'invalid_request_error', param: null, code: 'not_allowed' } });
  await pass(mock, 750);
  assert.equal(seen.closes[0].error.code, 'not_allowed');
});

test('a reconnect waits as long as the service says, and not for ever', async ({ mock }) => {
  const busy = { error: { message: 'Later.', type: 'rate_limit_error', param: null, code: 'rate_limit_exceeded' } };
  mock.timers.enable({ apis: ['setTimeout'] });
  const { session, seen, vendor } = await listening({ reconnects: 3 });
  vendor.hangUp(1006);
  service(429, busy, { 'retry-after': '20' });
  await pass(mock, 750);
  assert.equal(seen.reconnects.at(-1).delay, 20_000);
  service(429, busy, { 'retry-after': '3600' });
  await pass(mock, 20_000);
  assert.equal(seen.closes[0].error.retryAfter, 3600);
  assert.equal(session.state, 'closed');
});

test('a stop while reconnecting closes at once', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { session, seen, vendor, requests } = await listening({ reconnects: 3 });
  vendor.hangUp(1006);
  assert.equal((await session.stop()).reason, 'stopped');
  await pass(mock, 60_000);
  assert.equal(requests.length, 1);
  assert.equal(Vendor.all.length, 1);
  assert.equal(seen.closes.length, 1);
});

test('of what is said while no connection is open the last ten seconds are kept', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { session, source, seen, vendor } = await listening({ reconnects: 3 });
  vendor.hangUp(1006);
  source.play(12, 0.07);
  assert.deepEqual(seen.dropped.at(-1), { seconds: 2 });
  await pass(mock, 750);
  assert.equal(Vendor.last.appends, 200);
  session.close();
});

test('a cached token that opens no connection is replaced once', async () => {
  const { requests, tokens: shared } = await listening();
  assert.equal(requests.length, 1);
  Vendor.opens = false;
  const again = new Captions({ tokens: shared, source: new Source(), turns: 'client' });
  await assert.rejects(again.start(), { code: 'socket_not_opened' });
  assert.equal(requests.length, 2);
  assert.equal(Vendor.all.length, 3);
});

test('a cached token that the vendor closes on is replaced, too', async ({ mock }) => {
  const { tokens: shared, requests } = await listening();
  const again = new Captions({ tokens: shared, source: new Source(), turns: 'client' });
  const seen = watched(again);
  await again.start();
  assert.equal(requests.length, 1);
  mock.timers.enable({ apis: ['setTimeout'] });
  Vendor.last.hangUp(3000, 'invalid_request_error.invalid_api_key');
  await pass(mock, 750);
  assert.equal(requests.length, 2);
  assert.equal(seen.states.at(-1), 'listening');
  again.close();
});
