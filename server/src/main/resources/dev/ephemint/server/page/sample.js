import { RATE, silence } from './pcm.js';
import { Resampler } from './resampler.js';
import { readWav } from './wav.js';

const ADDRESS = '/page/speech.wav';
const TICK = 50;

/** After it a vendor that detects turns can tell that the turn is over. */
const QUIET_AFTER = 800;

/** A sentence of synthetic speech at the pace of speech, heard aloud, too. */
export class Sample {
  #bytes;
  #samples;
  #timer;
  #player;
  #context;
  #end;
  ended = new Promise((resolve) => (this.#end = resolve));

  constructor(bytes) {
    const { rate, samples } = readWav(bytes);
    this.#bytes = bytes;
    this.#samples = joined(new Resampler(rate).push(samples), silence(QUIET_AFTER));
  }

  static async open() {
    const answer = await fetch(ADDRESS);
    if (!answer.ok) {
      throw new Error(`The sample did not come: HTTP ${answer.status}.`);
    }
    return new Sample(await answer.arrayBuffer());
  }

  /** For calls, which take a track instead of blocks. */
  get stream() {
    this.#context ??= new AudioContext({ sampleRate: RATE });
    const output = this.#context.createMediaStreamDestination();
    const buffer = this.#context.createBuffer(1, this.#samples.length, RATE);
    buffer.copyToChannel(this.#samples, 0);
    this.#play = () => {
      const node = new AudioBufferSourceNode(this.#context, { buffer });
      node.connect(output);
      node.start();
    };
    return output.stream;
  }

  #play = () => {};

  async listen(hear) {
    const began = performance.now();
    let told = 0;
    this.#timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) * RATE) / 1000);
      hear(this.#samples.slice(told, due));
      told = due;
      if (told >= this.#samples.length) {
        clearInterval(this.#timer);
        this.#end();
      }
    }, TICK);
    this.#play();
    this.#playAloud();
  }

  #playAloud() {
    this.#player = new Audio(URL.createObjectURL(new Blob([this.#bytes], { type: 'audio/wav' })));
    this.#player.play().catch(() => {}); // A machine without loudspeakers still gets captions.
  }

  close() {
    clearInterval(this.#timer);
    this.#player?.pause();
    this.#context?.close();
    this.#context = undefined;
  }
}

function joined(first, second) {
  const both = new Float32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
