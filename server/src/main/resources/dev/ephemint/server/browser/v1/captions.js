import { Backlog } from './backlog.js';
import { Emitter } from './emitter.js';
import { EphemintError, errorOf, redacted } from './errors.js';
import { loudness } from './pcm.js';
import { isPassing, lostBy, waitBefore } from './retry.js';
import { Session } from './session.js';
import { Microphone, StreamSource } from './sources.js';
import { reasonOf, TokenSource } from './tokens.js';
import { shown, Transcript } from './transcript.js';

const EVENTS = ['state', 'token', 'caption', 'speech', 'level', 'dropped', 'error', 'reconnecting', 'event', 'close'];
/** @type {Required<Omit<import('./ephemint.d.ts').CaptionsOptions, 'tokens' | 'source' | 'signal'>>} */
const DEFAULTS = { transport: 'auto', turns: 'auto', reconnects: 3, lastWords: 10000 };
const NOT_CLOSED = { code: null, reason: '' };
const BLOCKS_A_SECOND = 20;
const REJECTED_KEY = 3000;

/** Of a vendor that ended the turn in the moment in which this page did: nothing is lost. */
const NOTHING_TO_COMMIT = 'input_audio_buffer_commit_empty';

const SPEECH = { 'input_audio_buffer.speech_started': 'started', 'input_audio_buffer.speech_stopped': 'stopped' };

/** Tokens with which a connection was opened before, so that they may have expired or been revoked meanwhile. */
const USED = new WeakSet();

/** Live captions of a source, from the first token to the last transcript. */
export class Captions {
  #options;
  #tokens;
  /** @type {import('./ephemint.d.ts').AudioSource} */
  #source;
  #signal;
  #events = new Emitter(EVENTS);
  #transcript = new Transcript();
  #backlog = new Backlog();
  /** @type {import('./ephemint.d.ts').State} */
  #state = 'idle';
  #session;
  #secret;
  #isStale = false;
  #vendorsError;
  #attempts = 0;
  #dropped = 0;
  #timer;
  #abort = () => this.#end('aborted');
  #settle;
  #closed = new Promise((resolve) => (this.#settle = resolve));

  /** @param {import('./ephemint.d.ts').CaptionsOptions} options */
  constructor({ tokens, source = new Microphone(), signal, ...options }) {
    this.#tokens = typeof tokens === 'function' ? TokenSource.from(tokens) : tokens;
    this.#source = 'getTracks' in source ? new StreamSource(source) : source;
    this.#signal = signal;
    this.#options = { ...DEFAULTS, ...options };
  }

  /** Calls the listener for each event of this type. The result ends that. */
  on(type, listener) {
    return this.#events.on(type, listener);
  }

  get state() {
    return this.#state;
  }

  /** What was said so far, in the order of speech. */
  get captions() {
    return this.#transcript.captions;
  }

  /** Resolves when the session listens, or was ended before. */
  async start() {
    if (this.#state !== 'idle') {
      throw new EphemintError('start() works once: make another Captions.', { code: 'already_started' });
    }
    this.#signal?.addEventListener('abort', this.#abort);
    if (this.#signal?.aborted) {
      this.#abort();
    }
    try {
      await Promise.race([this.#closed, this.#open()]);
    } catch (failure) {
      if (!this.#isEnding) {
        this.#end('failed', { error: failure });
        throw failure;
      }
      await this.#closed; // A source that is released while it begins may reject.
    }
    if (this.#signal?.aborted) {
      throw reasonOf(this.#signal);
    }
  }

  /** Waits for the last transcripts and closes. Resolves to the close. */
  stop() {
    this.#finish('stopped');
    return this.#closed;
  }

  /** Closes at once. */
  close() {
    this.#end('closed');
  }

  get #isOver() {
    return this.#state === 'closed';
  }

  get #isEnding() {
    return this.#isOver || this.#state === 'finishing';
  }

  /** A listener may have ended the session in the moment before. */
  async #unlessEnding(step) {
    return this.#isEnding ? undefined : step();
  }

  async #open() {
    try {
      this.#become('opening');
      await this.#unlessEnding(() => this.#source.open?.());
      await this.#unlessEnding(() => this.#connect());
      await this.#unlessEnding(() => this.#source.listen((samples) => this.#receive(samples)));
      this.#source.ended?.then(() => this.#finish('ended'));
    } finally {
      if (this.#isOver) {
        this.#source.close(); // What opened after the end.
      }
    }
  }

  /** A cached token may have expired meanwhile, so a new one is tried once. */
  async #connect(mayBeStale = true) {
    this.#become('minting');
    const secret = await this.#unlessEnding(() => this.#tokens.get());
    if (this.#isOver) {
      return;
    }
    this.#secret = secret;
    this.#isStale = USED.has(secret);
    USED.add(secret);
    this.#events.emit('token', secret);
    try {
      await this.#openSession(secret);
    } catch (failure) {
      this.#session?.close();
      this.#tokens.invalidate(secret);
      if (!this.#isOver && mayBeStale && this.#isStale && isOfTheToken(failure)) {
        return this.#connect(false);
      }
      throw failure;
    }
  }

  async #openSession(secret) {
    const session = new Session(
      { ...this.#options, secret, source: this.#source, transcript: this.#transcript },
      {
        event: (way, event) => this.#event(way, event),
        caption: (item) => this.#caption(item),
        dropped: (blocks) => this.#drop(blocks),
        closed: (how) => this.#session === session && this.#lost(how),
      },
    );
    this.#session = session;
    this.#vendorsError = undefined;
    this.#become('connecting');
    await this.#unlessEnding(() => session.open());
    if (!this.#isOver && session.isOpen) {
      this.#become('listening');
      this.#backlog.drain((samples) => session.receive(samples));
    }
  }

  #receive(samples) {
    if (this.#isEnding || samples.length === 0) {
      return;
    }
    this.#events.emit('level', loudness(samples));
    if (this.#state === 'listening') {
      this.#session.receive(samples);
    } else if (this.#backlog.push(samples)) {
      this.#drop(1);
    }
  }

  #drop(blocks) {
    this.#dropped += blocks;
    this.#events.emit('dropped', { seconds: this.#dropped / BLOCKS_A_SECOND });
  }

  #event(way, event) {
    this.#events.emit('event', { way, event });
    if (way === 'received' && SPEECH[event.type]) {
      const at = event.audio_start_ms ?? event.audio_end_ms ?? null;
      this.#events.emit('speech', { state: SPEECH[event.type], id: event.item_id, at });
    }
    if (way === 'received' && event.type === 'error' && event.error?.code !== NOTHING_TO_COMMIT) {
      this.#vendorsError = errorOf(event.error, 'The vendor reported an error without a message.', {}, this.#secret.value);
      this.#events.emit('error', this.#vendorsError);
    }
  }

  #caption(item) {
    this.#attempts = 0; // The connection works.
    this.#events.emit('caption', shown(item));
  }

  #lost(how) {
    const error = lostBy(how, this.#vendorsError, this.#secret.value);
    this.#tokens.invalidate(this.#secret);
    const isOfAnOldToken = this.#isStale && how.code === REJECTED_KEY;
    if (this.#state === 'listening' && this.#options.reconnects > 0 && (isPassing(error) || isOfAnOldToken)) {
      this.#transcript.lose().forEach((item) => this.#events.emit('caption', shown(item)));
      this.#again(error, how);
    } else if (how.wasClean && how.code === 1000) {
      this.#end('remote', { how });
    } else {
      this.#end('lost', { how, error });
    }
  }

  async #again(error, how) {
    const attempt = ++this.#attempts;
    if (attempt > this.#options.reconnects) {
      this.#end('lost', { how, error });
      return;
    }
    const delay = waitBefore(attempt, error.retryAfter);
    this.#become('reconnecting');
    this.#events.emit('reconnecting', { attempt, delay, error });
    await new Promise((resolve) => (this.#timer = setTimeout(resolve, delay)));
    try {
      await this.#connect();
    } catch (failure) {
      if (this.#isOver) {
        return;
      }
      if (isPassing(failure)) {
        this.#again(failure, how);
      } else {
        this.#end('lost', { how, error: failure });
      }
    }
  }

  async #finish(reason) {
    if (this.#isEnding) {
      return;
    }
    if (this.#state === 'listening') {
      this.#become('finishing');
      this.#source.close();
      await this.#session.finish(this.#options.lastWords);
    }
    this.#end(reason);
  }

  #end(reason, { how = NOT_CLOSED, error = null } = {}) {
    if (this.#isOver) {
      return;
    }
    this.#state = 'closed';
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#source.close();
    this.#session?.close();
    const close = {
      reason,
      code: how.code,
      message: redacted(how.reason, this.#secret?.value),
      error,
      incomplete: this.#transcript.open,
    };
    this.#events.emit('close', close);
    this.#events.emit('state', 'closed');
    this.#settle(close);
  }

  /** A new connection is one of reconnecting until it listens. */
  #become(state) {
    if (!this.#isOver && (this.#state !== 'reconnecting' || state === 'listening')) {
      this.#state = state;
      this.#events.emit('state', state);
    }
  }
}

function isOfTheToken({ code, status }) {
  return code === 'socket_not_opened' || status === 401;
}
