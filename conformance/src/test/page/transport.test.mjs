// The ways to a vendor and the sources of audio, with the browser's parts played by the test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listening, minted, module, said, service, TOKEN, Vendor, watched } from './fakes.mjs';

const { Captions, Microphone, PcmSource, StreamSource, TokenSource } = await module('ephemint.js');

const CALL = {
  websocket: { url: 'wss://vendor.example/realtime', subprotocols: null },
  webrtc: {
    url: 'https://vendor.example/realtime/calls',
    header: { name: 'Authorization', value: 'Bearer {value}' },
    content_type: 'application/sdp',
  },
};

class Track extends EventTarget {
  isStopped = false;

  stop() {
    this.isStopped = true;
  }
}

class Stream {
  tracks = [new Track()];

  getTracks() {
    return this.tracks;
  }
}

/** Keeps what is opened; the worklet is played by `record`. */
class Context {
  static all = [];
  state = 'running';
  destination = {};
  audioWorklet = { addModule: async (url) => (this.module = url) };

  constructor({ sampleRate = 48000 } = {}) {
    this.sampleRate = sampleRate;
    Context.all.push(this);
  }

  createMediaStreamSource() {
    if (Context.refuses && this.sampleRate === 24000) {
      throw new DOMException('another rate', 'NotSupportedError');
    }
    return { connect: (node) => node };
  }

  async resume() {}

  close() {
    this.state = 'closed';
  }
}

class Node {
  port = {};

  constructor() {
    Node.last = this;
  }

  connect(node) {
    return node;
  }

  record(samples) {
    this.port.onmessage({ data: samples });
  }
}

class Peer {
  tracks = [];
  connectionState = 'new';
  localDescription = { sdp: 'v=0 offer' };

  constructor() {
    Peer.last = this;
  }

  addTrack(track) {
    this.tracks.push(track);
  }

  createDataChannel(label) {
    this.channel = {
      label,
      readyState: 'connecting',
      sent: [],
      send: (text) => this.channel.sent.push(JSON.parse(text)),
      close() {},
    };
    return this.channel;
  }

  async setLocalDescription() {}

  async setRemoteDescription({ sdp }) {
    this.remote = sdp;
    this.channel.readyState = 'open';
    queueMicrotask(() => this.channel.onopen());
  }

  close() {
    this.connectionState = 'closed';
  }
}

Object.assign(globalThis, {
  AudioContext: Context,
  AudioWorkletNode: Node,
  RTCPeerConnection: Peer,
  location: { origin: 'https://app.example', hostname: 'app.example' },
});

/** A microphone that the browser gives, or a reason not to. */
function withMicrophone(give) {
  Object.defineProperty(globalThis, 'navigator', { value: { mediaDevices: { getUserMedia: give } }, configurable: true });
}

/** The mint's response, and the vendor's to the offer; keeps the offers. */
function vendorOfCalls(status, body) {
  const offers = [];
  globalThis.fetch = async (url, options) => {
    if (url === '/mint') {
      return new Response(JSON.stringify(minted(CALL)));
    }
    offers.push({ url, ...options });
    return new Response(body, { status });
  };
  return offers;
}

const tokens = () => new TokenSource({ url: '/mint', request: {} });

test('the microphone is opened, sent and released', async () => {
  const stream = new Stream();
  let asked;
  withMicrophone(async (constraints) => {
    asked = constraints;
    return stream;
  });
  const { session, vendor } = await listening({ source: new Microphone({ constraints: { deviceId: 'd' } }) });
  assert.deepEqual(asked, { audio: { deviceId: 'd' } });
  assert.match(Context.all.at(-1).module, /\/browser\/v1\/capture\.js$/);
  Node.last.record(new Float32Array(1200));
  assert.equal(vendor.appends, 1);
  await session.stop();
  assert.ok(stream.tracks[0].isStopped);
  assert.equal(Context.all.at(-1).state, 'closed');
});

test('an unplugged microphone ends the session', async () => {
  const stream = new Stream();
  withMicrophone(async () => stream);
  const { session } = await listening({ source: new Microphone() });
  stream.tracks[0].dispatchEvent(new Event('ended'));
  await new Promise((resolve) => session.on('close', resolve));
  assert.equal((await session.stop()).reason, 'ended');
});

for (const [name, code] of [
  ['NotAllowedError', 'microphone_denied'],
  ['NotFoundError', 'microphone_missing'],
  ['NotReadableError', 'microphone_busy'],
  ['OverconstrainedError', 'microphone_failed'],
]) {
  test(`a microphone that does not open is ${code}`, async () => {
    withMicrophone(async () => {
      throw new DOMException('no', name);
    });
    await assert.rejects(new Captions({ tokens: tokens() }).start(), { code });
  });
}

test('a page without https has no microphone', async () => {
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  await assert.rejects(new Captions({ tokens: tokens() }).start(), { code: 'insecure_context' });
});

test('a browser that records at its own rate only is resampled', async () => {
  Context.refuses = true;
  withMicrophone(async () => new Stream());
  const { session, vendor } = await listening({ source: new Microphone({ workletUrl: '/assets/capture.js' }) });
  Context.refuses = false;
  assert.equal(Context.all.at(-1).sampleRate, 48000);
  assert.equal(Context.all.at(-1).module, '/assets/capture.js');
  Node.last.record(new Float32Array(48000));
  const bytes = Buffer.from(vendor.got.at(-1).audio, 'base64').length;
  assert.ok(Math.abs(bytes - 48000) < 200, String(bytes));
  session.close();
});

test('a stream of yours is sent and stays yours', async () => {
  const stream = new Stream();
  for (const source of [stream, new StreamSource(stream)]) {
    const { session } = await listening({ source });
    session.close();
  }
  assert.ok(!stream.tracks[0].isStopped);
  assert.equal(Context.all.at(-1).state, 'closed');
});

test('chunks of PCM at any rate become blocks, and their end the end of the session', async () => {
  const source = new PcmSource({ sampleRate: 48000 });
  source.push(new Float32Array(96000)); // No session listens yet.
  const { session, vendor } = await listening({ source });
  source.push(new Int16Array(48000).fill(16384));
  source.end();
  const close = await new Promise((resolve) => session.on('close', resolve));
  assert.equal(close.reason, 'ended');
  const blocks = vendor.got.filter(({ type }) => type === 'input_audio_buffer.append');
  const lengths = blocks.map(({ audio }) => Buffer.from(audio, 'base64').length / 2);
  assert.ok(lengths.slice(0, -1).every((length) => length === 1200));
  assert.ok(lengths.at(-1) < 1200);
  const sample = Buffer.from(blocks[5].audio, 'base64').readInt16LE(100);
  assert.ok(Math.abs(sample - 16384) < 200, String(sample));
});

test('a call carries the stream and the token in its header', async () => {
  const offers = vendorOfCalls(201, 'v=0 vendor');
  const stream = new Stream();
  const session = new Captions({ tokens: tokens(), source: stream, turns: 'client' });
  const seen = watched(session);
  await session.start();
  assert.equal(offers[0].url, CALL.webrtc.url);
  assert.equal(offers[0].headers.Authorization, `Bearer ${TOKEN}`);
  assert.equal(offers[0].body, 'v=0 offer');
  assert.equal(offers[0].credentials, 'omit');
  assert.equal(Peer.last.remote, 'v=0 vendor');
  assert.deepEqual(Peer.last.tracks, stream.tracks);
  Peer.last.channel.onmessage({ data: JSON.stringify(said('completed', { transcript: 'Heard.' })) });
  assert.equal(seen.captions[0].text, 'Heard.');
  assert.ok(!JSON.stringify(seen).includes(TOKEN));
  Node.last.record(new Float32Array(1200).fill(0.2));
  assert.deepEqual(Peer.last.channel.sent, []);
  session.close();
  assert.equal(Peer.last.connectionState, 'closed');
});

test('a rejected call is the vendor’s error without the token', async () => {
  vendorOfCalls(
    401,
    JSON.stringify({ error: { message: `No ${TOKEN}.`, type: 'invalid_request_error', code: 'invalid_api_key' } }),
  );
  const failure = await new Captions({ tokens: tokens(), source: new Stream() }).start().catch((failed) => failed);
  assert.deepEqual([failure.status, failure.code], [401, 'invalid_api_key']);
  assert.match(failure.message, /^No ek_•+\.$/);
  assert.equal(Peer.last.connectionState, 'closed');
});

test('a call that breaks off is lost', async () => {
  vendorOfCalls(201, 'v=0 vendor');
  const session = new Captions({ tokens: tokens(), source: new Stream(), reconnects: 0 });
  const seen = watched(session);
  await session.start();
  Peer.last.connectionState = 'failed';
  Peer.last.onconnectionstatechange();
  assert.equal(seen.closes[0].reason, 'lost');
});

test('a stop while the vendor considers the call ends it', async () => {
  let signal;
  globalThis.fetch = (url, options) =>
    url === '/mint'
      ? Promise.resolve(new Response(JSON.stringify(minted(CALL))))
      : new Promise((_resolve, reject) => {
          signal = options.signal;
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
  const session = new Captions({ tokens: tokens(), source: new Stream() });
  const started = session.start();
  while (!signal) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await session.stop();
  await started;
  assert.ok(signal.aborted);
  assert.equal(Peer.last.connectionState, 'closed');
});

test('a transport is chosen by what there is, or as requested', async () => {
  const both = { ...minted().connect, webrtc: CALL.webrtc };
  const fails = async (options, connect) => {
    service(200, minted(connect));
    return (await new Captions({ tokens: tokens(), ...options }).start().catch((failed) => failed)).code;
  };
  assert.equal(await fails({ source: new PcmSource(), transport: 'webrtc' }, both), 'stream_required');
  assert.equal(await fails({ source: new PcmSource(), transport: 'websocket' }, CALL), 'no_browser_transport');
  assert.equal(await fails({ source: new PcmSource() }, { ...CALL, webrtc: null }), 'no_browser_transport');
  assert.equal(
    await fails({ source: new Stream() }, { ...CALL, webrtc: { ...CALL.webrtc, url: 'http://vendor.example/' } }),
    'plain_http',
  );
  const { session } = await listening({}, minted(both));
  assert.equal(Vendor.all.length, 1);
  session.close();
});
