import { loudness, milliseconds } from './pcm.js';

/** What is louder than this is speech in any room, and what is quieter than that is speech in none. */
const SURELY_AUDIBLE = 0.03;
const SURELY_QUIET = 0.004;

/** How much louder than the room speech is. */
const ABOVE_THE_ROOM = 3;

/** How quickly the room is found to be quieter, and to be louder, at each block. */
const QUIETER = 0.3;
const LOUDER = 0.002;

const PAUSE = 500;
const SHORTEST_SPEECH = 150;
const LONGEST_TURN = 15000;

/** A commit of less is an error: "buffer too small. Expected at least 100ms of audio" (captured 2026-09-18). */
const SHORTEST_COMMIT = 100;

/** Finds the ends of turns by loudness, for models whose vendor does not. */
export class Pauses {
  #room = SURELY_QUIET;
  #pending = 0;
  #turn = 0;
  #spoken = 0;
  #quiet = 0;

  push(samples) {
    const length = milliseconds(samples);
    const audible = this.#isAudible(loudness(samples));
    this.#pending += length;
    this.#turn += this.#spoken > 0 || audible ? length : 0;
    this.#spoken += audible ? length : 0;
    this.#quiet = audible ? 0 : this.#quiet + length;
  }

  /** Whether speech was followed by quiet. */
  get isPause() {
    return this.#spoken >= SHORTEST_SPEECH && this.#quiet >= PAUSE;
  }

  /** Whether a turn has lasted so long that its words are wanted without a pause. Silence before it does not count. */
  get isTooLong() {
    return this.#spoken >= SHORTEST_SPEECH && this.#turn >= LONGEST_TURN;
  }

  /** Whether there is speech that is not committed. */
  get isWorthACommit() {
    return this.#spoken > 0 && this.canCommit;
  }

  get canCommit() {
    return this.#pending >= SHORTEST_COMMIT;
  }

  committed() {
    this.#pending = 0;
    this.#turn = 0;
    this.#spoken = 0;
    this.#quiet = 0;
  }

  #isAudible(loud) {
    this.#room += (loud - this.#room) * (loud < this.#room ? QUIETER : LOUDER);
    return loud >= Math.min(SURELY_AUDIBLE, Math.max(SURELY_QUIET, ABOVE_THE_ROOM * this.#room));
  }
}
