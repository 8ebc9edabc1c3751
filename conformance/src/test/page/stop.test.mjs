// Stop at every moment of a start: the session ends as stopped, holds nothing, and what comes later changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listening, minted, module, service, Source, Vendor, watched } from './fakes.mjs';

const { Captions, TokenSource } = await module('ephemint.js');

const GRACE = 1000;
const FAILURE = new DOMException('The context is closed.', 'InvalidStateError');
const OUTCOMES = [
  ['succeeds', ({ resolve }, result) => resolve(result)],
  ['fails', ({ reject }) => reject(FAILURE)],
];

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A step that begins when the session gets there, and ends when the test says so. */
function step() {
  const it = { begun: 0 };
  const result = new Promise((resolve, reject) => Object.assign(it, { resolve, reject }));
  result.catch(() => {});
  it.run = () => {
    it.begun++;
    return result;
  };
  return it;
}

/** A start that is under way, with steps of the test's in place of its own. */
function starting({ open, mint, listen, ...options } = {}) {
  Vendor.reset();
  const requests = service(200, minted());
  const source = new Source();
  Object.assign(source, open && { open: open.run }, listen && { listen: listen.run });
  const tokens = mint ? TokenSource.from(mint.run) : new TokenSource({ url: '/mint', request: {} });
  const session = new Captions({ tokens, source, turns: 'vendor', ...options });
  const seen = watched(session);
  return { session, source, seen, requests, begin: () => session.start() };
}

function expectStopped({ session, source, seen }) {
  assert.equal(session.state, 'closed');
  assert.deepEqual(
    seen.closes.map(({ reason, error }) => [reason, error]),
    [['stopped', null]],
  );
  assert.equal(seen.states.filter((state) => state === 'closed').length, 1);
  assert.equal(seen.states.at(-1), 'closed');
  assert.ok(source.closed > 0);
  assert.ok(Vendor.all.every(({ isClosed }) => isClosed));
}

for (const [outcome, end] of OUTCOMES) {
  for (const [moment, which, result] of [
    ['the permission is asked', 'open'],
    ['the token is minted', 'mint', minted()],
  ]) {
    test(`a stop while ${moment}, which ${outcome} later`, async () => {
      const held = step();
      const it = starting({ [which]: held });
      const started = it.begin();
      await settled();
      assert.equal(held.begun, 1);
      await it.session.stop();
      await started;
      end(held, result);
      await settled();
      expectStopped(it);
      assert.equal(Vendor.all.length, 0);
      assert.equal(it.requests.length, 0);
      assert.equal(it.source.receive, undefined);
    });
  }

  test(`a stop while the source begins, which ${outcome} before the last words`, async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const listen = step();
    const it = starting({ listen });
    const started = it.begin();
    await settled();
    const stopped = it.session.stop();
    end(listen);
    await settled();
    assert.equal(it.session.state, 'finishing');
    mock.timers.tick(GRACE);
    assert.equal((await stopped).reason, 'stopped');
    await started;
    expectStopped(it);
  });

  test(`a stop while the source begins, which ${outcome} after the end`, async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const listen = step();
    const it = starting({ listen });
    const started = it.begin();
    await settled();
    const stopped = it.session.stop();
    mock.timers.tick(GRACE);
    await stopped;
    await started;
    const before = it.source.closed;
    end(listen);
    await settled();
    expectStopped(it);
    assert.equal(it.source.closed, before + 1);
  });
}

test('a stop while the socket opens', async () => {
  const it = starting();
  const opens = step();
  Vendor.held = opens.run();
  const started = it.begin();
  await settled();
  assert.equal(it.session.state, 'connecting');
  await it.session.stop();
  await started;
  opens.resolve();
  await settled();
  expectStopped(it);
  assert.equal(Vendor.all.length, 1);
  assert.equal(it.source.receive, undefined);
});

for (const [state, mints, sockets] of [
  ['opening', 0, 0],
  ['minting', 0, 0],
  ['connecting', 1, 0],
  ['listening', 1, 1],
]) {
  test(`a stop by a listener for the state ${state} begins no further step`, async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const open = step();
    open.resolve();
    const it = starting({ open });
    it.session.on('state', (now) => now === state && it.session.stop());
    const started = it.begin();
    await settled();
    mock.timers.tick(GRACE);
    await started;
    await settled();
    expectStopped(it);
    assert.deepEqual([open.begun, it.requests.length, Vendor.all.length], [state === 'opening' ? 0 : 1, mints, sockets]);
    assert.equal(it.source.receive, undefined);
  });
}

test('a stop by a listener for the token opens no socket', async () => {
  const it = starting();
  it.session.on('token', () => it.session.stop());
  await it.begin();
  expectStopped(it);
  assert.equal(Vendor.all.length, 0);
});

test('a stop in the moments in which the start fails is the end, or the failure is', async () => {
  const reasons = new Set();
  for (let moments = 0; moments < 20; moments++) {
    const open = step();
    const it = starting({ open });
    const outcome = it.begin().then(
      () => 'stopped',
      () => 'failed',
    );
    open.reject(FAILURE);
    for (let moment = 0; moment < moments; moment++) {
      await undefined;
    }
    const { reason } = await it.session.stop();
    assert.equal(reason, await outcome);
    reasons.add(reason);
  }
  assert.deepEqual([...reasons], ['stopped', 'failed']);
});

test('a start that fails without a stop is failed', async () => {
  for (const which of ['open', 'mint', 'listen']) {
    const held = step();
    held.reject(FAILURE);
    const it = starting({ [which]: held });
    await assert.rejects(it.begin(), FAILURE);
    assert.deepEqual(
      it.seen.closes.map(({ reason, error }) => [reason, error]),
      [['failed', FAILURE]],
    );
  }
});

test('a second stop, a close and an abort end the wait for the last words of a source that failed', async () => {
  const abort = new AbortController();
  for (const [reason, again] of [
    ['closed', (session) => session.close()],
    ['aborted', () => abort.abort()],
  ]) {
    const listen = step();
    const it = starting({ listen, signal: abort.signal });
    const started = it.begin();
    await settled();
    const stopped = it.session.stop();
    it.session.stop();
    listen.reject(FAILURE);
    await settled();
    assert.equal(it.session.state, 'finishing');
    again(it.session);
    assert.equal((await stopped).reason, reason);
    await (reason === 'aborted' ? assert.rejects(started, { name: 'AbortError' }) : started);
  }
});

for (const moment of ['mint', 'socket']) {
  test(`a stop during the ${moment} of a reconnect`, async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const it = await listening({ reconnects: 3 });
    const held = step();
    if (moment === 'mint') {
      globalThis.fetch = held.run;
    } else {
      Vendor.held = held.run();
    }
    it.vendor.hangUp(1006);
    it.vendor.isClosed = true;
    mock.timers.tick(GRACE);
    await settled();
    await it.session.stop();
    assert.equal(Vendor.all.length, moment === 'mint' ? 1 : 2);
    held.resolve(new Response(JSON.stringify(minted())));
    await settled();
    mock.timers.tick(60_000);
    await settled();
    expectStopped(it);
    assert.equal(Vendor.all.length, moment === 'mint' ? 1 : 2);
  });
}
