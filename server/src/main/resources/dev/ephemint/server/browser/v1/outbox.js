const APPEND = 'input_audio_buffer.append';

/** What a socket may hold unsent before audio waits. */
const HIGH_WATER = 256 * 1024;

/** Ten seconds in blocks of a twentieth; older audio is of no use to live captions. */
const MOST_WAITING = 200;

const RETRY = 50;

/** Sends events in their order, and holds them back while the socket is behind. */
export class Outbox {
  #waiting = [];
  #timer;
  #socket;

  constructor(socket) {
    this.#socket = socket;
  }

  /** How many blocks of audio were given up. */
  dropped = 0;

  send(event) {
    this.#waiting.push(event);
    this.#drain();
    if (this.#waiting.length > MOST_WAITING) {
      this.#dropOldestAudio();
    }
  }

  close() {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #drain() {
    clearTimeout(this.#timer);
    while (this.#waiting.length > 0 && this.#socket.bufferedAmount < HIGH_WATER) {
      this.#socket.send(JSON.stringify(this.#waiting.shift()));
    }
    if (this.#waiting.length > 0) {
      this.#timer = setTimeout(() => this.#drain(), RETRY);
    }
  }

  #dropOldestAudio() {
    const oldest = this.#waiting.findIndex((event) => event.type === APPEND);
    if (oldest >= 0) {
      this.#waiting.splice(oldest, 1);
      this.dropped++;
    }
  }
}
