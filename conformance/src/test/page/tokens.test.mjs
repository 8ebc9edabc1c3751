// The token source: what it sends, how long it keeps a token, and that it shows none.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';
import { minted, module, service, TOKEN } from './fakes.mjs';

const { ClientSecret, EphemintError, TokenSource, transcription } = await module('ephemint.js');
const { vendorEndsTurns } = await module('tokens.js');

const URL_OF_MINT = 'https://mint.example/v1/realtime/client_secrets';

test('a token is kept until shortly before it expires, regardless of the vendor’s clock', async () => {
  const requests = service(200, minted());
  let now = 5_000_000;
  const tokens = new TokenSource({ url: URL_OF_MINT, request: {}, now: () => now });
  const first = await tokens.get();
  now += 569_999;
  assert.equal(await tokens.get(), first);
  now += 1;
  assert.notEqual(await tokens.get(), first);
  assert.equal(requests.length, 2);
});

test('of a short life a quarter is left, and a token without an expiry is not kept', async () => {
  let now = 0;
  const short = new TokenSource({ url: URL_OF_MINT, request: {}, now: () => now });
  service(200, minted({ expires_at: 2000000040 }));
  const first = await short.get();
  now = 29_999;
  assert.equal(await short.get(), first);
  now = 30_000;
  assert.notEqual(await short.get(), first);

  service(200, minted({ expires_at: undefined }));
  const endless = new TokenSource({ url: URL_OF_MINT, request: {}, now: () => now });
  assert.notEqual(await endless.get(), await endless.get());
});

test('calls during a mint share it, and aborting one does not affect the other', async () => {
  const requests = service(200, minted());
  const tokens = new TokenSource({ url: URL_OF_MINT, request: {} });
  const abort = new AbortController();
  const [one, other] = [tokens.get({ signal: abort.signal }), tokens.get()];
  abort.abort(new Error('No longer wanted.'));
  await assert.rejects(one, /No longer wanted/);
  assert.ok(await other);
  assert.equal(requests.length, 1);
});

test('a failed mint is not kept', async () => {
  service(503, { error: { message: 'Later.', type: 'server_error', param: null, code: 'overloaded' } }, { 'retry-after': '7' });
  const tokens = new TokenSource({ url: URL_OF_MINT, request: {} });
  const failure = await tokens.get().catch((failed) => failed);
  assert.ok(failure instanceof EphemintError);
  assert.deepEqual(JSON.parse(JSON.stringify(failure)), {
    error: { message: 'Later.', type: 'server_error', code: 'overloaded', param: null },
    status: 503,
    request_id: 'req_1',
  });
  assert.equal(failure.retryAfter, 7);
  service(200, minted());
  assert.equal((await tokens.get()).value, TOKEN);
});

test('only the rejected token is dropped', async () => {
  service(200, minted());
  const tokens = new TokenSource({ url: URL_OF_MINT, request: {} });
  const first = await tokens.get();
  tokens.invalidate(first);
  const second = await tokens.get();
  assert.notEqual(second, first);
  tokens.invalidate(first);
  assert.equal(await tokens.get(), second);
});

test('request, headers and fetch are yours', async () => {
  const requests = [];
  const tokens = new TokenSource({
    url: URL_OF_MINT,
    request: async () => transcription({ model: 'gpt-4o-transcribe', language: 'en', turns: 'vendor' }),
    headers: () => ({ authorization: 'Bearer of-my-user' }),
    credentials: 'include',
    fetch: async (url, options) => {
      requests.push([url, options]);
      return new Response(JSON.stringify(minted()));
    },
  });
  await tokens.get();
  const [[url, { body, headers, ...options }]] = requests;
  assert.equal(url, URL_OF_MINT);
  assert.deepEqual(Object.fromEntries(headers), { authorization: 'Bearer of-my-user', 'content-type': 'application/json' });
  assert.equal(options.credentials, 'include');
  assert.equal(options.redirect, 'error');
  assert.deepEqual(JSON.parse(body).session.audio.input, {
    transcription: { model: 'gpt-4o-transcribe', language: 'en' },
    turn_detection: { type: 'server_vad' },
  });
});

test('turn detection is null if the client ends turns, and absent if nothing is said', () => {
  const inputOf = (options) => transcription(options).session.audio.input;
  assert.deepEqual(inputOf({ model: 'm', turns: 'client' }), { transcription: { model: 'm' }, turn_detection: null });
  assert.deepEqual(inputOf({ model: 'm' }), { transcription: { model: 'm' } });
});

test('a service that does not respond, or not in time, is a failure with its address', async () => {
  const gone = new TokenSource({ url: URL_OF_MINT, request: {}, fetch: () => Promise.reject(new TypeError('gone')) });
  const unreachable = await gone.get().catch((failed) => failed);
  assert.deepEqual([unreachable.code, unreachable.url], ['service_unreachable', URL_OF_MINT]);

  const slow = new TokenSource({
    url: URL_OF_MINT,
    request: {},
    timeout: 1,
    fetch: (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  });
  assert.equal((await slow.get().catch((failed) => failed)).code, 'timeout');
});

test('a response without a token, or without how to connect, is a failure', async () => {
  for (const body of [null, {}, { value: 7 }, { value: TOKEN }]) {
    service(200, body);
    const failure = await new TokenSource({ url: URL_OF_MINT, request: {} }).get().catch((failed) => failed);
    assert.equal(failure.code, 'unreadable_response', JSON.stringify(body));
    assert.ok(!failure.message.includes(TOKEN));
  }
});

test('the flat response is as good, and so is your own function', async () => {
  const { value, connect } = minted();
  const flat = { id: 'sess_1', turn_detection: null, client_secret: { value, expires_at: 2000000600 }, connect };
  const secret = await TokenSource.from(async () => flat).get();
  assert.equal(secret.value, TOKEN);
  assert.deepEqual(secret.session, { id: 'sess_1', turn_detection: null });
});

test('nothing but value shows the token', async () => {
  service(200, minted({}, { session: { id: 'sess_1' } }));
  const tokens = new TokenSource({ url: URL_OF_MINT, request: {}, headers: { authorization: 'Bearer of-my-user' } });
  const secret = await tokens.get();
  const flat = new ClientSecret({ client_secret: { value: TOKEN }, connect: minted().connect });
  for (const shown of [tokens, secret, flat, { secret }]) {
    for (const text of [String(shown), JSON.stringify(shown), inspect(shown, { depth: 9, showHidden: true })]) {
      assert.ok(!text.includes(TOKEN) && !text.includes('of-my-user'), text);
    }
  }
  assert.equal(secret.value, TOKEN);
  assert.match(JSON.stringify(secret), /"value":"ek_•+"/);
});

test('who ends turns is read from the session, from what is sent first, and from the warnings', () => {
  const input = (detection) => ({ audio: { input: { turn_detection: detection } } });
  const ends = (session, connect = {}) => vendorEndsTurns(new ClientSecret(minted(connect, { session })));
  const detects = { type: 'server_vad' };
  assert.equal(ends(input(detects)), true);
  assert.equal(ends(input(null)), false);
  assert.equal(ends(input(undefined)), false);
  assert.equal(ends({ turn_detection: detects }), true);
  assert.equal(ends(input(detects), { warnings: [{ code: 'client_commit_required' }] }), false);
  assert.equal(ends(input(null), { first_events: [{ type: 'session.update', session: input(detects) }] }), true);
  assert.equal(ends(input(detects), { first_events: [{ type: 'session.update', session: input(null) }] }), false);
});

const SEALED = 'eps_a.sealed';

/** A service that seals, and exchanges what it sealed, once. */
function sealing() {
  const asked = [];
  const open = new Set();
  globalThis.fetch = async (url, { headers, body, credentials }) => {
    const shown = headers.get('authorization')?.replace('Bearer ', '');
    asked.push({ url, shown, body, credentials });
    const count = asked.length;
    if (!shown?.startsWith(SEALED)) {
      open.add(`${SEALED}${count}`);
      return Response.json({ ...minted({ warnings: [{ code: 'sealed_token' }] }), value: `${SEALED}${count}` });
    }
    return open.delete(shown)
      ? Response.json({ ...minted(), value: `${TOKEN}${count}` })
      : Response.json({ error: { message: `${shown} was used.`, code: 'sealed_token_used' } }, { status: 403 });
  };
  return asked;
}

test('a sealed token is exchanged with an empty body and no other credential, and none is reused', async () => {
  const asked = sealing();
  const exchange = 'https://mint.example/v1/realtime/client_secrets';
  const tokens = new TokenSource({ url: '/my/route', request: { x: 1 }, credentials: 'include', exchange });
  assert.equal((await tokens.get()).value, `${TOKEN}2`);
  assert.equal((await tokens.get()).value, `${TOKEN}4`);
  assert.deepEqual(asked, [
    { url: '/my/route', shown: undefined, body: '{"x":1}', credentials: 'include' },
    { url: exchange, shown: `${SEALED}1`, body: '{}', credentials: 'omit' },
    { url: '/my/route', shown: undefined, body: '{"x":1}', credentials: 'include' },
    { url: exchange, shown: `${SEALED}3`, body: '{}', credentials: 'omit' },
  ]);
  const [one, other] = await Promise.all([tokens.get(), tokens.get()]);
  assert.notEqual(one.value, other.value);
});

test('a sealed token that opens a call is not exchanged unless you say where, and none is reused', async () => {
  const webrtc = { url: 'https://mint.example/v1/realtime/calls', header: {}, content_type: 'application/sdp' };
  let count = 0;
  globalThis.fetch = async () => {
    const response = minted({ warnings: [{ code: 'sealed_token' }] });
    return Response.json({ ...response, value: `${SEALED}${++count}`, connect: { ...response.connect, webrtc } });
  };
  const tokens = new TokenSource({ url: URL_OF_MINT, request: {} });
  assert.equal((await tokens.get()).value, `${SEALED}1`);
  assert.equal((await tokens.get()).value, `${SEALED}2`);

  const asked = sealing();
  await new TokenSource({ url: '/my/route', request: {}, exchange: URL_OF_MINT }).get();
  assert.equal(asked[1].url, URL_OF_MINT);
});

test('a sealed token is exchanged at the address of the mint, or not at all if that is your function', async () => {
  const asked = sealing();
  await new TokenSource({ url: URL_OF_MINT, request: {} }).get();
  assert.deepEqual([...new Set(asked.map(({ url }) => url))], [URL_OF_MINT]);

  const mint = async () => (await fetch('/my/route', { headers: new Headers() })).json();
  const failure = await TokenSource.from(mint)
    .get()
    .catch((failed) => failed);
  assert.equal(failure.code, 'sealed_token');
  assert.ok((await TokenSource.from(mint, { exchange: URL_OF_MINT }).get()).value.startsWith(TOKEN));
});

test('a refused exchange is a failure without the sealed token, and the next call mints again', async () => {
  sealing();
  const used = await (await fetch('/my/route', { headers: new Headers() })).json();
  const mint = [used, used];
  const tokens = TokenSource.from(async () => mint.shift(), { exchange: URL_OF_MINT });
  await tokens.get();
  const failure = await tokens.get().catch((failed) => failed);
  assert.equal(failure.code, 'sealed_token_used');
  assert.ok(!inspect(failure, { depth: 9 }).includes(SEALED) && !JSON.stringify(failure).includes(SEALED));
  mint.push(await (await fetch('/my/route', { headers: new Headers() })).json());
  assert.ok((await tokens.get()).value.startsWith(TOKEN));
});

test('tokens that are not sealed are not reused either if you say so', async () => {
  const requests = service(200, minted());
  const tokens = new TokenSource({ url: URL_OF_MINT, request: {}, reuse: false });
  assert.notEqual(await tokens.get(), await tokens.get());
  await Promise.all([tokens.get(), tokens.get()]);
  assert.equal(requests.length, 4);
});
