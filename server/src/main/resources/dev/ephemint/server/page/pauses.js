import { loudness, milliseconds } from './pcm.js';

const AUDIBLE = 0.012;
const PAUSE = 500;
const SHORTEST_SPEECH = 150;
const LONGEST_TURN = 15000;

/** A commit of less is an error: "buffer too small. Expected at least 100ms of audio" (captured 2026-09-18). */
const SHORTEST_COMMIT = 100;

/** Finds the ends of turns by loudness, for models whose vendor does not. */
export class Pauses {
  #pending = 0;
  #spoken = 0;
  #quiet = 0;

  /** Whether a turn ends with these samples. */
  hear(samples) {
    const length = milliseconds(samples);
    const audible = loudness(samples) >= AUDIBLE;
    this.#pending += length;
    this.#spoken += audible ? length : 0;
    this.#quiet = audible ? 0 : this.#quiet + length;
    const said = this.#spoken >= SHORTEST_SPEECH;
    return said && (this.#quiet >= PAUSE || this.#pending >= LONGEST_TURN);
  }

  /** Whether anything was said that nobody committed. */
  get isWorthACommit() {
    return this.#spoken > 0 && this.#pending >= SHORTEST_COMMIT;
  }

  committed() {
    this.#pending = 0;
    this.#spoken = 0;
    this.#quiet = 0;
  }
}
