// A service, a vendor and a source that the test plays, for the module for browsers: no browser, no waiting.
const MODULE = new URL('../../../../server/src/main/resources/dev/ephemint/server/browser/v1/', import.meta.url);

export const module = (name) => import(new URL(name, MODULE));

const { Captions, TokenSource } = await module('ephemint.js');

const BLOCK = 24000 / 20;

export const TOKEN = 'ek_sandbox_secret';

/** The response of a mint, for a socket unless changed. */
export function minted(connect = {}, more = {}) {
  return {
    value: TOKEN,
    ...more,
    connect: {
      websocket: { url: 'ws://127.0.0.1:1/v1/realtime', subprotocols: ['realtime', 'key.{value}'] },
      webrtc: null,
      first_events: [],
      expires_at: 2000000600,
      vendor_time: 2000000000,
      warnings: [],
      ...connect,
    },
  };
}

/** The vendor's end of the socket: it opens at once unless held, keeps what it gets, and says what the test says. */
export class Vendor {
  static OPEN = 1;
  static all = [];
  static opens = true;
  /** @type {Promise<void> | undefined} */
  static held;
  readyState = 0;
  bufferedAmount = 0;
  got = [];
  isClosed = false;

  constructor(url, protocols) {
    Object.assign(this, { url, protocols });
    Vendor.all.push(this);
    Promise.resolve(Vendor.held).then(() => (Vendor.opens && !this.isClosed ? this.#open() : this.#refuse()));
  }

  static get last() {
    return Vendor.all.at(-1);
  }

  static reset() {
    Vendor.all = [];
    Vendor.opens = true;
    Vendor.held = undefined;
  }

  #open() {
    this.readyState = 1;
    this.onopen?.();
  }

  #refuse() {
    this.readyState = 3;
    this.onclose?.({ code: 1006, reason: '', wasClean: false });
  }

  send(text) {
    this.got.push(JSON.parse(text));
  }

  say(event) {
    this.onmessage({ data: JSON.stringify(event) });
  }

  hangUp(code, reason = '', wasClean = true) {
    this.readyState = 3;
    this.onclose({ code, reason, wasClean });
  }

  close() {
    this.isClosed = true;
    this.readyState = 3;
  }

  get types() {
    return this.got.map(({ type }) => type);
  }

  get commits() {
    return this.types.filter((type) => type === 'input_audio_buffer.commit').length;
  }

  get appends() {
    return this.types.filter((type) => type === 'input_audio_buffer.append').length;
  }
}
globalThis.WebSocket = Vendor;

/** Responds to every mint alike; the result keeps the requests. */
export function service(status, body, headers = {}) {
  const requests = [];
  globalThis.fetch = async (url, options) => {
    requests.push({ url, ...options });
    return new Response(JSON.stringify(body), { status, headers: { 'x-request-id': 'req_1', ...headers } });
  };
  return requests;
}

export class Source {
  ended = new Promise((resolve) => (this.end = resolve));
  closed = 0;

  async listen(receive) {
    this.receive = receive;
  }

  close() {
    this.closed++;
  }

  /** Seconds of a tone, or of nothing. */
  play(seconds, loudness) {
    for (let block = 0; block < seconds * 20; block++) {
      this.receive(Float32Array.from({ length: BLOCK }, (_, at) => loudness * Math.SQRT2 * Math.sin(at / 10)));
    }
  }
}

/** Keeps what a session's listeners get. */
export function watched(session) {
  const seen = { states: [], events: [], captions: [], errors: [], speech: [], reconnects: [], dropped: [], closes: [] };
  session.on('state', (state) => seen.states.push(state));
  session.on('event', ({ way, event }) => seen.events.push([way, event.type]));
  session.on('caption', (caption) => seen.captions.push(caption));
  session.on('error', (error) => seen.errors.push(error));
  session.on('speech', (speech) => seen.speech.push(speech));
  session.on('reconnecting', (attempt) => seen.reconnects.push(attempt));
  session.on('dropped', (dropped) => seen.dropped.push(dropped));
  session.on('close', (close) => seen.closes.push(close));
  return seen;
}

/** A session that listens to a source of the test's. */
export async function listening(options = {}, response = minted()) {
  Vendor.reset();
  const requests = service(200, response);
  const source = new Source();
  const tokens = new TokenSource({ url: '/v1/realtime/client_secrets', request: {} });
  const session = new Captions({ tokens, source, turns: 'client', reconnects: 0, ...options });
  const seen = watched(session);
  await session.start();
  return { session, source, seen, requests, tokens, vendor: Vendor.last };
}

export const said = (kind, more) => ({
  type: `conversation.item.input_audio_transcription.${kind}`,
  item_id: 'item_1',
  ...more,
});
