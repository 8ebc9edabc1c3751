// A session from the mint to its end, with a service, a vendor and a source that the test plays: no browser, no waiting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listening, minted, said, service, Source, watched, module } from './fakes.mjs';

const { Captions, TokenSource } = await module('ephemint.js');
const { eventOf } = await import(
  new URL('../../../../server/src/main/resources/dev/ephemint/server/page/failure.js', import.meta.url)
);

for (const turns of ['client', 'vendor']) {
  test(`speech without a pause is committed after a quarter of a minute, ${turns === 'vendor' ? 'even if the vendor ends turns' : 'by the page'}`, async () => {
    const { source, vendor } = await listening({ turns });
    source.play(14, 0.07);
    assert.equal(vendor.commits, 0);
    source.play(2, 0.07);
    assert.equal(vendor.commits, 1);
    source.play(15, 0.07);
    assert.equal(vendor.commits, 2);
  });
}

test('a turn ended by the vendor resets the turn length', async () => {
  const { source, vendor } = await listening({ turns: 'vendor' });
  source.play(14, 0.07);
  vendor.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' });
  source.play(14, 0.07);
  assert.equal(vendor.commits, 0);
});

test('the page ends turns if the mint warns that the vendor does not', async () => {
  const warnings = [{ code: 'client_commit_required', message: 'Commit.', param: null }];
  const { source, vendor } = await listening({ turns: 'vendor' }, minted({ warnings }));
  source.play(1, 0.07);
  source.play(1, 0);
  assert.equal(vendor.commits, 1);
});

for (const [detection, commits] of [
  [{ type: 'server_vad' }, 0],
  [null, 1],
]) {
  test(`pauses are ${commits ? '' : 'not '}committed if the session says ${JSON.stringify(detection)}`, async () => {
    const session = { audio: { input: { turn_detection: detection } } };
    const { source, vendor } = await listening({ turns: 'auto' }, minted({}, { session }));
    source.play(1, 0.07);
    source.play(1, 0);
    assert.equal(vendor.commits, commits);
  });
}

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
      ['Two ', 'partial'],
      ['Two words', 'partial'],
    ],
  );
  assert.equal(vendor.commits, 0);
  source.play(1, 0);
  vendor.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' });
  vendor.say(said('completed', { transcript: 'Two words.' }));
  assert.equal(seen.captions.at(-1).state, 'final');
});

test('uncommitted words are committed at the end, even if quiet', async () => {
  const { session, source, vendor, seen } = await listening();
  source.play(1, 0);
  vendor.say(said('delta', { delta: 'Soft' }));
  const finished = session.stop();
  assert.equal(vendor.commits, 1);
  vendor.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' });
  vendor.say(said('completed', { transcript: 'Soft.' }));
  await finished;
  assert.deepEqual(seen.states.slice(-2), ['finishing', 'closed']);
});

test('closing while the last words are awaited does not wait for them', async () => {
  const { session, source, seen } = await listening();
  source.play(1, 0.07);
  const stopped = session.stop();
  session.stop();
  assert.equal(seen.states.at(-1), 'finishing');
  session.close();
  assert.equal(seen.states.at(-1), 'closed');
  assert.equal((await stopped).reason, 'closed');
  assert.ok(source.closed);
});

test('a rejected mint is an event on the page', async () => {
  service(400, { error: { message: 'No.', type: 'invalid_request_error', param: 'session', code: 'unknown_parameter' } });
  const session = new Captions({ tokens: new TokenSource({ url: '/mint', request: {} }), source: new Source() });
  const seen = watched(session);
  const failure = await session.start().catch((failed) => failed);
  assert.deepEqual(seen.states, ['opening', 'minting', 'closed']);
  assert.deepEqual(seen.events, []);
  assert.equal(seen.closes[0].reason, 'failed');
  assert.equal(seen.closes[0].error, failure);
  assert.deepEqual(eventOf(failure), {
    type: 'refused',
    status: 400,
    'x-request-id': 'req_1',
    error: { message: 'No.', type: 'invalid_request_error', param: 'session', code: 'unknown_parameter' },
  });
});

test('an unreachable service is an event on the page', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('gone');
  };
  const session = new Captions({ tokens: new TokenSource({ url: '/mint', request: {} }), source: new Source() });
  const failure = await session.start().catch((failed) => failed);
  assert.deepEqual(eventOf(failure), { type: 'unreachable', url: '/mint' });
});
