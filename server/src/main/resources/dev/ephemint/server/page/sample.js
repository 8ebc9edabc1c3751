import { RATE, silence } from '../browser/v1/pcm.js';
import { Resampler } from '../browser/v1/resampler.js';
import { readWav } from './wav.js';

const ADDRESS = '/page/speech.wav';
const TICK = 50;

/** Milliseconds of silence after which a vendor that detects turns ends the turn. */
const QUIET_AFTER = 800;

/** A sentence of synthetic speech, sent in real time and played, too. */
export class Sample {
  #bytes;
  #samples;
  #timer;
  #player;
  #context;
  #end;
  ended = new Promise((resolve) => (this.#end = resolve));

  async open() {
    const response = await fetch(ADDRESS);
    if (!response.ok) {
      throw new Error(`Could not load the sample: HTTP ${response.status}.`);
    }
    this.#bytes = await response.arrayBuffer();
    const { rate, samples } = readWav(this.#bytes);
    this.#samples = joined(new Resampler(rate).push(samples), silence(QUIET_AFTER));
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

  async listen(receive) {
    const began = performance.now();
    let sent = 0;
    this.#timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) * RATE) / 1000);
      receive(this.#samples.slice(sent, due));
      sent = due;
      if (sent >= this.#samples.length) {
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
