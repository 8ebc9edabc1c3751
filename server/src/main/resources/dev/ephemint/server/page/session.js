import { CallLine } from './call.js';
import { Captions } from './captions.js';
import { MINT, mint, requestFor } from './mint.js';
import { Pauses } from './pauses.js';
import { base64, loudness, pcm16, silence } from './pcm.js';
import { SocketLine } from './socket.js';

const QUIET_AT_THE_END = 800;
const PATIENCE = 10000;
const GRACE = 1000;

/** The mint's warning that no turn of this model ends by itself. */
export const COMMIT_REQUIRED = 'client_commit_required';

const NO_WAY =
  'This vendor has no way in for a browser: neither a WebSocket that takes its key nor a call is known to work. '
  + 'A program that can set headers connects to the address shown with the token.';

/** From the mint to the last word. `tell` hears of all that happens. */
export class Session {
  captions = new Captions();
  #settings;
  #vendorEndsTurns;
  #source;
  #tell;
  #line;
  #pauses = new Pauses();
  #unanswered = 0;
  #listening = false;
  #ended = false;
  #finishing = false;
  #changed = () => {};

  constructor(settings, source, tell) {
    this.#settings = settings;
    this.#vendorEndsTurns = settings.serverTurns;
    this.#source = source;
    this.#tell = tell;
  }

  /** What fails after the end is what was ended: whoever ended it hears no more of it. */
  async start() {
    const request = requestFor(this.#settings);
    this.#tell.state('minting');
    this.#tell.event('sent', { type: `POST ${MINT}`, ...request });
    const minted = await mint(request);
    if (this.#ended) {
      return;
    }
    this.#vendorEndsTurns &&= minted.connect.warnings.every(({ code }) => code !== COMMIT_REQUIRED);
    this.#tell.minted(minted);
    this.#line = this.#lineFor(minted);
    this.#tell.state('connecting');
    await this.#line.open();
    if (this.#ended) {
      return;
    }
    minted.connect.first_events.forEach((event) => this.#line.send(event));
    this.#listening = true;
    this.#tell.state('listening');
    await this.#source.listen((samples) => this.#hear(samples));
    this.#source.ended.then(() => this.#finishing || this.finish());
  }

  /** Ends what is being said, waits for its words, and closes; at once, if it is already waiting. */
  async finish() {
    if (this.#finishing || !this.#listening) {
      this.#finishing = true;
      this.end();
      return;
    }
    this.#finishing = true;
    this.#tell.state('finishing');
    this.#source.close();
    if (!this.#vendorEndsTurns) {
      this.#commitIf(this.#pauses.isWorthACommit || (this.captions.isUncommitted && this.#pauses.canCommit));
    } else if (this.#line.takesAudio) {
      this.#append(silence(QUIET_AT_THE_END));
    }
    await this.#lastWords();
    this.end();
  }

  /** At once. */
  end() {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#source.close();
    this.#line?.close();
    this.#changed();
    this.#tell.state('closed');
  }

  #lineFor({ value, connect }) {
    const tell = {
      event: (event) => this.#heard(event),
      sent: (event) => this.#tell.event('sent', event),
      closed: (how) => this.#closed(how),
    };
    if (connect.websocket.subprotocols) {
      return new SocketLine(connect, value, tell);
    }
    if (connect.webrtc) {
      return new CallLine(connect, value, tell, this.#source.stream);
    }
    throw new Error(NO_WAY);
  }

  #hear(samples) {
    if (this.#finishing || samples.length === 0) {
      return;
    }
    this.#tell.level(loudness(samples));
    if (this.#line.takesAudio) {
      this.#append(samples);
    }
    this.#pauses.hear(samples);
    this.#commitIf(this.#pauses.isTooLong || (this.#pauses.isPause && !this.#vendorEndsTurns));
  }

  #append(samples) {
    this.#line.send({ type: 'input_audio_buffer.append', audio: base64(pcm16(samples)) });
    this.#tell.dropped(this.#line.dropped);
  }

  #commitIf(isTime) {
    if (isTime) {
      this.#pauses.committed();
      this.#unanswered++;
      this.#line.send({ type: 'input_audio_buffer.commit' });
    }
  }

  #heard(event) {
    if (event.type === 'input_audio_buffer.committed' || event.type === 'error') {
      this.#unanswered = Math.max(0, this.#unanswered - 1);
    }
    if (event.type === 'input_audio_buffer.committed' && this.#vendorEndsTurns) {
      this.#pauses.committed(); // The vendor ended the turn, so its length begins anew.
    }
    const item = this.captions.apply(event);
    this.#tell.event('received', event);
    if (item) {
      this.#tell.caption(item);
    }
    this.#changed();
  }

  #closed(how) {
    if (!this.#ended) {
      this.#tell.closed(how);
      this.end();
    }
  }

  /** Over when nothing is open any more; with turns of the vendor's, not before it had time to notice the end. */
  #lastWords() {
    return new Promise((resolve) => {
      let graceIsOver = !this.#vendorEndsTurns;
      this.#changed = () => {
        const isDone = graceIsOver && this.#unanswered === 0 && !this.captions.isWaiting;
        if (isDone || this.#ended) {
          resolve();
        }
      };
      setTimeout(() => {
        graceIsOver = true;
        this.#changed();
      }, GRACE);
      setTimeout(resolve, PATIENCE);
      this.#changed();
    });
  }
}
