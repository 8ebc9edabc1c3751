// The page's modules that need no browser, by Node's own test runner.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const SERVER = new URL('../../../../server/src/main/resources/dev/ephemint/server/', import.meta.url);
const PAGE = new URL('page/', SERVER);
const load = (name) => import(new URL(`browser/v1/${name}`, SERVER));

const { base64, loudness, pcm16, silence } = await load('pcm.js');
const { Resampler } = await load('resampler.js');
const { Transcript } = await load('transcript.js');
const { incoming } = await load('incoming.js');
const { Outbox } = await load('outbox.js');
const { Pauses } = await load('pauses.js');
const { filledIn } = await load('tokens.js');
const { readWav } = await import(new URL('wav.js', PAGE));
const { clockText, secondsLeft, skewOf } = await import(new URL('countdown.js', PAGE));
const { requestFor } = await import(new URL('request.js', PAGE));

const tone = (hertz, rate, seconds) =>
  Float32Array.from({ length: rate * seconds }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate));

test('samples become little-endian 16-bit numbers, and what is too loud is clipped', () => {
  assert.deepEqual([...pcm16([0, 1, -1, 2, 0.5])], [0, 0, 0xff, 0x7f, 0x01, 0x80, 0xff, 0x7f, 0x00, 0x40]);
});

test('base64 is standard, for long input too', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => at * 7);
  assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'));
});

for (const rate of [48000, 44100, 16000, 8000]) {
  test(`${rate} samples a second become 24000, with speech as loud as before`, () => {
    const output = new Resampler(rate).push(tone(1000, rate, 1));
    assert.ok(Math.abs(output.length - 24000) < 100, String(output.length));
    assert.ok(Math.abs(loudness(output) - Math.SQRT1_2) < 0.02, String(loudness(output)));
  });
}

test('frequencies above half the rate are filtered and do not alias', () => {
  assert.ok(loudness(new Resampler(48000).push(tone(16000, 48000, 1))) < 0.01);
});

test('resampling in pieces equals resampling at once', () => {
  const input = tone(440, 44100, 1);
  const whole = new Resampler(44100).push(input);
  const resampler = new Resampler(44100);
  const pieces = [];
  for (let from = 0; from < input.length; from += 997) {
    pieces.push(...resampler.push(input.slice(from, from + 997)));
  }
  assert.equal(pieces.length, whole.length);
  assert.ok(pieces.every((sample, at) => Math.abs(sample - whole[at]) < 1e-6));
});

test('samples at the target rate are unchanged', () => {
  const input = tone(440, 24000, 1);
  assert.equal(new Resampler(24000).push(input), input);
});

test('reads the sample', () => {
  const file = readFileSync(new URL('../speech.wav', PAGE));
  const { rate, samples } = readWav(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
  assert.equal(rate, 24000);
  assert.equal(samples.length, (file.length - 44) / 2);
  assert.equal(Math.round(samples[5000] * 32768), file.readInt16LE(44 + 10000));
});

test('rejects what is not a WAV file', () => {
  assert.throws(() => readWav(new ArrayBuffer(4)), /not a WAV file/);
  const compressed = Buffer.alloc(44);
  compressed.write('RIFF....WAVEfmt ');
  compressed.writeUInt32LE(16, 16);
  compressed.writeUInt16LE(6, 20);
  assert.throws(() => readWav(compressed.buffer.slice(compressed.byteOffset, compressed.byteOffset + 44)), /not 16-bit PCM/);
});

const said = (kind, item, more) => ({
  type: `conversation.item.input_audio_transcription.${kind}`,
  item_id: item,
  content_index: 0,
  ...more,
});

test('captions are grouped by item in any order of events', () => {
  const captions = new Transcript();
  captions.apply({ type: 'input_audio_buffer.committed', item_id: 'a' });
  captions.apply({ type: 'input_audio_buffer.committed', item_id: 'b' });
  captions.apply(said('delta', 'b', { delta: 'sec' }));
  assert.equal(captions.apply(said('delta', 'a', { delta: 'fir' })).text, 'fir');
  assert.equal(captions.apply(said('delta', 'b', { delta: 'ond' })).text, 'second');
  assert.deepEqual(captions.apply(said('completed', 'b', { transcript: 'Second.' })), {
    id: 'b',
    previousId: null,
    text: 'Second.',
    state: 'final',
    error: null,
    committed: true,
  });
  assert.ok(captions.isWaiting);
  assert.equal(captions.apply(said('failed', 'a', { error: { message: 'No deployment.' } })).error.message, 'No deployment.');
  assert.ok(!captions.isWaiting);
  assert.equal(captions.apply({ type: 'session.updated' }), undefined);
});

test('captions are in the order of speech, regardless of which comes first', () => {
  const transcript = new Transcript();
  transcript.apply(said('delta', 'c', { delta: 'three' }));
  transcript.apply({ type: 'input_audio_buffer.committed', item_id: 'a', previous_item_id: null });
  transcript.apply({ type: 'input_audio_buffer.committed', item_id: 'b', previous_item_id: 'a' });
  transcript.apply({ type: 'input_audio_buffer.committed', item_id: 'c', previous_item_id: 'b' });
  transcript.apply({ type: 'input_audio_buffer.committed', item_id: 'c', previous_item_id: 'c' });
  assert.deepEqual(
    transcript.captions.map(({ id }) => id),
    ['a', 'b', 'c'],
  );
});

test('the oldest of more than a thousand captions is forgotten', () => {
  const transcript = new Transcript();
  for (let at = 0; at <= 1000; at++) {
    transcript.apply(said('delta', `item_${at}`, { delta: '.' }));
  }
  assert.equal(transcript.captions.length, 1000);
  assert.equal(transcript.captions[0].id, 'item_1');
});

const speech = tone(300, 24000, 1).map((sample) => sample / 10);
const block = 24000 / 20;
function turns(pauses, samples) {
  let ends = 0;
  for (let from = 0; from < samples.length; from += block) {
    pauses.push(samples.slice(from, from + block));
    if (pauses.isPause || pauses.isTooLong) {
      ends++;
      pauses.committed();
    }
  }
  return ends;
}

test('half a second of quiet ends a turn once, and silence alone is not a turn', () => {
  const pauses = new Pauses();
  assert.equal(turns(pauses, silence(3000)), 0);
  assert.equal(turns(pauses, speech), 0);
  assert.ok(pauses.isWorthACommit);
  assert.equal(turns(pauses, silence(400)), 0);
  assert.equal(turns(pauses, speech), 0);
  assert.equal(turns(pauses, silence(3000)), 1);
  assert.ok(!pauses.isWorthACommit);
});

test('speech without a pause is committed every 15 seconds', () => {
  const pauses = new Pauses();
  let ends = 0;
  for (let second = 0; second < 31; second++) {
    ends += turns(pauses, speech);
  }
  assert.equal(ends, 2);
});

test('audio queues in order on a slow line, and the oldest is dropped on overflow', () => {
  const sent = [];
  const socket = { bufferedAmount: 0, send: (text) => sent.push(JSON.parse(text)) };
  const outbox = new Outbox(socket);
  const audio = (at) => ({ type: 'input_audio_buffer.append', audio: String(at) });
  outbox.send(audio(0));
  socket.bufferedAmount = 1024 * 1024;
  for (let at = 1; at <= 250; at++) {
    outbox.send(audio(at));
  }
  outbox.send({ type: 'input_audio_buffer.commit' });
  assert.equal(sent.length, 1);
  socket.bufferedAmount = 0;
  outbox.send(audio(251));
  outbox.close();
  assert.equal(outbox.dropped, 51);
  assert.deepEqual(
    sent.slice(1, 3).map((event) => event.audio),
    ['52', '53'],
  );
  assert.deepEqual(
    sent.slice(-2).map((event) => event.type),
    ['input_audio_buffer.commit', 'input_audio_buffer.append'],
  );
});

test('time left uses the vendor’s clock unless both agree within a header’s precision', () => {
  assert.equal(skewOf(1000, 1001.4), 0);
  assert.equal(skewOf(null, 1000), 0);
  assert.equal(skewOf(1300, 1000), 300);
  assert.equal(secondsLeft(1900, 300, 1000), 600);
  assert.equal(secondsLeft(1000, 0, 2000), 0);
  assert.equal(clockText(605), '10:05');
});

test('no turn detection is null, and no language is absent', () => {
  const { input } = requestFor({ model: 'm', language: '', serverTurns: false }).session.audio;
  assert.deepEqual(input, { transcription: { model: 'm' }, turn_detection: null });
  assert.deepEqual(requestFor({ model: 'm', language: 'en', serverTurns: true }).session.audio.input, {
    transcription: { model: 'm', language: 'en' },
    turn_detection: { type: 'server_vad' },
  });
});

test('a token with replacement patterns is inserted unchanged', () => {
  assert.equal(filledIn('Bearer {value}', "ek_$&$'"), "Bearer ek_$&$'");
});

test('a message is an event, or is shown as unreadable', () => {
  assert.deepEqual(incoming('{"type":"error"}'), { type: 'error' });
  for (const odd of ['', 'not json', '[1]', 'null', '{"type":7}']) {
    assert.deepEqual(incoming(odd), { type: 'unreadable', data: odd });
  }
});

test('text enters the page in one place, which masks the token', () => {
  const writers = readdirSync(PAGE)
    .filter((name) => name.endsWith('.js'))
    .filter((name) =>
      /textContent =|innerText|innerHTML|outerHTML|insertAdjacent|createTextNode|document\.write/.test(
        readFileSync(new URL(name, PAGE), 'utf8'),
      ),
    );
  assert.deepEqual(writers, ['dom.js']);
});
