import { RATE } from './pcm.js';

const LOBES = 8;
const ROLL_OFF = 0.95;

/** Brings a stream of samples to another rate, for browsers that record at the rate of the device only. */
export class Resampler {
  #step;
  #cutoff;
  #reach;
  #held;
  #position;

  constructor(from, to = RATE) {
    this.#step = from / to;
    this.#cutoff = ROLL_OFF * Math.min(1, to / from);
    this.#reach = Math.ceil(LOBES / this.#cutoff);
    this.#held = new Float32Array(this.#reach);
    this.#position = this.#reach;
  }

  /** The samples that are complete; the rest follow with the next call. */
  push(samples) {
    if (this.#step === 1) {
      return samples;
    }
    const input = new Float32Array(this.#held.length + samples.length);
    input.set(this.#held);
    input.set(samples, this.#held.length);
    const output = [];
    for (; this.#position + this.#reach < input.length; this.#position += this.#step) {
      output.push(this.#at(input, this.#position));
    }
    const done = Math.floor(this.#position) - this.#reach;
    this.#held = input.slice(done);
    this.#position -= done;
    return Float32Array.from(output);
  }

  /** A sinc low-pass under a Hann window, around a place between samples. */
  #at(input, position) {
    let sum = 0;
    for (let at = Math.ceil(position - this.#reach); at <= position + this.#reach; at++) {
      const distance = at - position;
      const angle = Math.PI * this.#cutoff * distance;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      const hann = 0.5 + 0.5 * Math.cos((Math.PI * distance) / this.#reach);
      sum += input[at] * sinc * hann;
    }
    return sum * this.#cutoff;
  }
}
