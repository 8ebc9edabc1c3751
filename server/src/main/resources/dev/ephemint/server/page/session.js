import { CallLine } from './call.js';
import { Captions } from './captions.js';
import { MINT, mint, requestFor } from './mint.js';
import { Pauses } from './pauses.js';
import { base64, loudness, pcm16, silence } from './pcm.js';
import { SocketLine } from './socket.js';

const QUIET_AT_THE_END = 800;
const TIMEOUT_MILLIS = 10000;
const GRACE = 1000;

/** The mint's warning that the vendor ends no turn of this model. */
export const COMMIT_REQUIRED = 'client_commit_required';

const NO_BROWSER_ACCESS =
  'Browsers cannot connect to this vendor: it accepts its key neither on a browser WebSocket nor for a call. ' +
  'A program that can set headers connects to the address shown with the token.';

/** From the mint to the last transcript. `listener` is called for everything that happens. */
export class Session {
  captions = new Captions();
  #settings;
  #vendorEndsTurns;
  #source;
  #listener;
  #line;
  #pauses = new Pauses();
  #pendingCommits = 0;
  #listening = false;
  #ended = false;
  #finishing = false;
  #changed = () => {};

  constructor(settings, source, listener) {
    this.#settings = settings;
    this.#vendorEndsTurns = settings.serverTurns;
    this.#source = source;
    this.#listener = listener;
  }

  /** Fails only before `end`: a failure after it is caused by the end and not reported. */
  async start() {
    const request = requestFor(this.#settings);
    this.#listener.state('minting');
    this.#listener.event('sent', { type: `POST ${MINT}`, ...request });
    const minted = await mint(request);
    if (this.#ended) {
      return;
    }
    this.#vendorEndsTurns &&= minted.connect.warnings.every(({ code }) => code !== COMMIT_REQUIRED);
    this.#listener.minted(minted);
    this.#line = this.#lineFor(minted);
    this.#listener.state('connecting');
    await this.#line.open();
    if (this.#ended) {
      return;
    }
    minted.connect.first_events.forEach((event) => this.#line.send(event));
    this.#listening = true;
    this.#listener.state('listening');
    await this.#source.listen((samples) => this.#receive(samples));
    this.#source.ended.then(() => this.#finishing || this.finish());
  }

  /** Ends the turn, waits for its transcript, and closes; closes at once if it is already waiting. */
  async finish() {
    if (this.#finishing || !this.#listening) {
      this.#finishing = true;
      this.end();
      return;
    }
    this.#finishing = true;
    this.#listener.state('finishing');
    this.#source.close();
    if (!this.#vendorEndsTurns) {
      this.#commitIf(this.#pauses.isWorthACommit || (this.captions.isUncommitted && this.#pauses.canCommit));
    } else if (this.#line.takesAudio) {
      this.#append(silence(QUIET_AT_THE_END));
    }
    await this.#lastTranscripts();
    this.end();
  }

  /** Closes at once. */
  end() {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#source.close();
    this.#line?.close();
    this.#changed();
    this.#listener.state('closed');
  }

  #lineFor({ value, connect }) {
    const listener = {
      event: (event) => this.#handle(event),
      sent: (event) => this.#listener.event('sent', event),
      closed: (how) => this.#closed(how),
    };
    if (connect.websocket.subprotocols) {
      return new SocketLine(connect, value, listener);
    }
    if (connect.webrtc) {
      return new CallLine(connect, value, listener, this.#source.stream);
    }
    throw new Error(NO_BROWSER_ACCESS);
  }

  #receive(samples) {
    if (this.#finishing || samples.length === 0) {
      return;
    }
    this.#listener.level(loudness(samples));
    if (this.#line.takesAudio) {
      this.#append(samples);
    }
    this.#pauses.push(samples);
    this.#commitIf(this.#pauses.isTooLong || (this.#pauses.isPause && !this.#vendorEndsTurns));
  }

  #append(samples) {
    this.#line.send({ type: 'input_audio_buffer.append', audio: base64(pcm16(samples)) });
    this.#listener.dropped(this.#line.dropped);
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
    const item = this.captions.apply(event);
    this.#listener.event('received', event);
    if (item) {
      this.#listener.caption(item);
    }
    this.#changed();
  }

  #closed(how) {
    if (!this.#ended) {
      this.#listener.closed(how);
      this.end();
    }
  }

  /** Resolves when no turn is open; if the vendor ends turns, not before it had time to detect the end. */
  #lastTranscripts() {
    return new Promise((resolve) => {
      let graceIsOver = !this.#vendorEndsTurns;
      this.#changed = () => {
        const isDone = graceIsOver && this.#pendingCommits === 0 && !this.captions.isWaiting;
        if (isDone || this.#ended) {
          resolve();
        }
      };
      setTimeout(() => {
        graceIsOver = true;
        this.#changed();
      }, GRACE);
      setTimeout(resolve, TIMEOUT_MILLIS);
      this.#changed();
    });
  }
}
