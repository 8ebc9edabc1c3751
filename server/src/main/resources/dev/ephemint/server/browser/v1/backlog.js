/** Ten seconds in blocks of a twentieth; older audio is of no use to live captions. */
const MOST = 200;

/** Keeps what is said while no connection is open. */
export class Backlog {
  #blocks = [];

  /** Whether an older block had to be dropped for it. */
  push(samples) {
    this.#blocks.push(samples);
    if (this.#blocks.length <= MOST) {
      return false;
    }
    this.#blocks.shift();
    return true;
  }

  drain(to) {
    const held = this.#blocks;
    this.#blocks = [];
    held.forEach((samples) => to(samples));
  }
}
