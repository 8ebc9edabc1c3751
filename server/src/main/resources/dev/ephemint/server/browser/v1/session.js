import { CallLine } from './call.js';
import { EphemintError } from './errors.js';
import { Pauses } from './pauses.js';
import { base64, pcm16, silence } from './pcm.js';
import { SocketLine } from './socket.js';
import { requiresCommit, vendorEndsTurns } from './tokens.js';

const QUIET_AT_THE_END = 800;
const GRACE = 1000;

const NO_BROWSER_ACCESS =
  'Browsers cannot connect to this vendor: it accepts its key neither on a browser WebSocket nor for a call. ' +
  'A program that can set headers connects to the address shown with the token.';

/** One connection, from its token to the last transcript. `listener` is called for everything that happens. */
export class Session {
  #secret;
  #source;
  #transcript;
  #listener;
  #line;
  #vendorEndsTurns;
  #pauses = new Pauses();
  #pendingCommits = 0;
  #ended = false;
  #changed = () => {};

  constructor({ secret, source, transport, turns, transcript }, listener) {
    this.#secret = secret;
    this.#source = source;
    this.#transcript = transcript;
    this.#listener = listener;
    this.#vendorEndsTurns = turns === 'auto' ? vendorEndsTurns(secret) : turns === 'vendor' && !requiresCommit(secret.connect);
    this.#line = this.#lineFor(transport);
  }

  async open() {
    await this.#line.open();
    if (!this.#ended) {
      this.#secret.connect.first_events.forEach((event) => this.#line.send(event));
    }
  }

  get isOpen() {
    return !this.#ended;
  }

  /** Sends samples, and ends the turn if it is time to. */
  receive(samples) {
    if (this.#line.takesAudio) {
      this.#append(samples);
    }
    this.#pauses.push(samples);
    this.#commitIf(this.#pauses.isTooLong || (this.#pauses.isPause && !this.#vendorEndsTurns));
  }

  /** Ends the turn and waits for its transcript, but not longer than the time given. */
  async finish(longest) {
    if (!this.#vendorEndsTurns) {
      this.#commitIf(this.#pauses.isWorthACommit || (this.#transcript.isUncommitted && this.#pauses.canCommit));
    } else if (this.#line.takesAudio) {
      this.#append(silence(QUIET_AT_THE_END));
    }
    await this.#lastTranscripts(longest);
  }

  close() {
    this.#ended = true;
    this.#line.close();
    this.#changed();
  }

  #lineFor(transport) {
    const { connect, value } = this.#secret;
    const listener = {
      event: (event) => this.#handle(event),
      sent: (event) => this.#listener.event('sent', event),
      closed: (how) => this.#closed(how),
    };
    if (connect.websocket.subprotocols && transport !== 'webrtc') {
      return new SocketLine(connect, value, listener);
    }
    if (connect.webrtc && transport !== 'websocket') {
      return new CallLine(connect, value, listener, this.#streamOfSource());
    }
    throw new EphemintError(NO_BROWSER_ACCESS, { code: 'no_browser_transport' });
  }

  #streamOfSource() {
    const { stream } = this.#source;
    if (!stream) {
      throw new EphemintError('A call needs a source with a stream, which this source has not.', { code: 'stream_required' });
    }
    return stream;
  }

  #append(samples) {
    const before = this.#line.dropped;
    this.#line.send({ type: 'input_audio_buffer.append', audio: base64(pcm16(samples)) });
    if (this.#line.dropped > before) {
      this.#listener.dropped(this.#line.dropped - before);
    }
  }

  #commitIf(isTime) {
    if (isTime) {
      this.#pauses.committed();
      this.#pendingCommits++;
      this.#line.send({ type: 'input_audio_buffer.commit' });
    }
  }

  #handle(event) {
    if (event.type === 'input_audio_buffer.committed' || event.type === 'error') {
      this.#pendingCommits = Math.max(0, this.#pendingCommits - 1);
    }
    if (event.type === 'input_audio_buffer.committed' && this.#vendorEndsTurns) {
      this.#pauses.committed(); // The vendor ended the turn, so its length begins anew.
    }
    const item = this.#transcript.apply(event, this.#secret.value);
    this.#listener.event('received', event);
    if (item) {
      this.#listener.caption(item);
    }
    this.#changed();
  }

  #closed(how) {
    if (!this.#ended) {
      this.#ended = true;
      this.#listener.closed(how);
      this.#changed();
    }
  }

  /** Resolves when no turn is open; if the vendor ends turns, not before it had time to detect the end. */
  #lastTranscripts(longest) {
    const timers = [];
    return new Promise((resolve) => {
      let graceIsOver = !this.#vendorEndsTurns;
      this.#changed = () => {
        const isDone = graceIsOver && this.#pendingCommits === 0 && !this.#transcript.isWaiting;
        if (isDone || this.#ended) {
          resolve();
        }
      };
      const endGrace = () => {
        graceIsOver = true;
        this.#changed();
      };
      timers.push(setTimeout(endGrace, GRACE), setTimeout(resolve, longest));
      this.#changed();
    }).finally(() => timers.forEach(clearTimeout));
  }
}
