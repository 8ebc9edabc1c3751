import { EphemintError } from './errors.js';
import { BLOCK, RATE } from './pcm.js';
import { Resampler } from './resampler.js';

const WANTED = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const WORKLET = new URL('./capture.js', import.meta.url).href;

const REASONS = {
  NotAllowedError: ['microphone_denied', 'The browser denies this page the microphone.'],
  NotFoundError: ['microphone_missing', 'There is no microphone.'],
  NotReadableError: ['microphone_busy', 'Another program uses the microphone.'],
};

/** A stream of yours, as it is for calls and as blocks of 24 kHz samples for sockets. Its tracks stay yours to stop. */
export class StreamSource {
  #context;
  #workletUrl;

  constructor(stream, { workletUrl = WORKLET } = {}) {
    this.#workletUrl = workletUrl;
    if (stream) {
      this.take(stream);
    }
  }

  take(stream) {
    this.stream = stream;
    this.ended = new Promise((resolve) => stream.getTracks().forEach((track) => track.addEventListener('ended', resolve)));
  }

  async listen(receive) {
    const { context, source } = contextFor(this.stream);
    this.#context = context;
    await context.audioWorklet.addModule(this.#workletUrl);
    const capture = new AudioWorkletNode(context, 'capture', { channelCount: 1, channelCountMode: 'explicit' });
    const resampler = new Resampler(context.sampleRate);
    capture.port.onmessage = ({ data }) => receive(resampler.push(data));
    source.connect(capture).connect(context.destination); // It says nothing, but not every browser runs what leads nowhere.
    await context.resume();
  }

  close() {
    this.#context?.close();
    this.#context = undefined;
  }
}

/** The microphone, from `open` to `close`. It ends when it is unplugged. */
export class Microphone extends StreamSource {
  #constraints;

  constructor({ constraints = WANTED, workletUrl = WORKLET } = {}) {
    super(undefined, { workletUrl });
    this.#constraints = constraints;
  }

  async open() {
    if (!navigator.mediaDevices) {
      throw new EphemintError('Browsers offer the microphone to pages on https or localhost only.', { code: 'insecure_context' });
    }
    try {
      this.take(await navigator.mediaDevices.getUserMedia({ audio: this.#constraints }));
    } catch (cause) {
      const [code, message] = REASONS[cause.name] ?? ['microphone_failed', `The microphone did not open: ${cause.message}`];
      throw new EphemintError(message, { code, cause });
    }
  }

  close() {
    super.close();
    this.stream?.getTracks().forEach((track) => track.stop());
  }
}

/** Samples that you push, at any rate. */
export class PcmSource {
  #resampler;
  #block = new Float32Array(BLOCK);
  #filled = 0;
  /** @type {(samples: Float32Array) => void} */
  #receive = () => {};
  /** @type {(nothing?: unknown) => void} */
  #end;
  ended = new Promise((resolve) => (this.#end = resolve));

  constructor({ sampleRate = RATE } = {}) {
    this.#resampler = new Resampler(sampleRate);
  }

  /** Mono samples from -1 to 1, or 16-bit ones. What comes before the session listens is left out. */
  push(samples) {
    const floats = samples instanceof Int16Array ? Float32Array.from(samples, (sample) => sample / 32768) : samples;
    for (const sample of this.#resampler.push(floats)) {
      this.#block[this.#filled++] = sample;
      if (this.#filled === BLOCK) {
        this.#flush();
      }
    }
  }

  /** No more comes: the session waits for the last transcript and closes. */
  end() {
    this.#flush();
    this.#end();
  }

  async listen(receive) {
    this.#receive = receive;
  }

  close() {
    this.#receive = () => {};
  }

  #flush() {
    this.#receive(this.#block.slice(0, this.#filled));
    this.#filled = 0;
  }
}

/** Firefox takes a microphone at its own rate only. */
function contextFor(stream) {
  const wanted = new AudioContext({ sampleRate: RATE });
  try {
    return { context: wanted, source: wanted.createMediaStreamSource(stream) };
  } catch {
    wanted.close();
    const given = new AudioContext();
    return { context: given, source: given.createMediaStreamSource(stream) };
  }
}
