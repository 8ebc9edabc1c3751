import { element, make } from './dom.js';

const BARS = 48;
const LOUD = 0.25;
const FLOOR = 0.05;

/** How loud it was in the last moments; without motion, how loud it is. */
export class Level {
  #bars = Array.from({ length: BARS }, () => make('span'));
  #heights = new Array(BARS).fill(FLOOR);
  #still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor() {
    element('level').append(...this.#bars);
  }

  show(loudness) {
    const height = Math.max(FLOOR, Math.min(1, Math.sqrt(loudness / LOUD)));
    this.#heights = this.#still.matches
      ? this.#heights.map((_, at) => (at / BARS < height ? 0.5 : FLOOR))
      : [...this.#heights.slice(1), height];
    this.#draw();
  }

  rest() {
    this.#heights.fill(FLOOR);
    this.#draw();
  }

  #draw() {
    this.#bars.forEach((bar, at) => (bar.style.transform = `scaleY(${this.#heights[at].toFixed(2)})`));
  }
}
