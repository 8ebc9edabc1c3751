import { RATE } from './pcm.js';
import { Resampler } from './resampler.js';

const WANTED = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };

const REASONS = {
  NotAllowedError: 'The browser denies this page the microphone. Allow it, or use the sample.',
  NotFoundError: 'There is no microphone. Connect one, or use the sample.',
  NotReadableError: 'Another program uses the microphone. Close it, or use the sample.',
};

/** The microphone, as a stream for calls and as blocks of 24 kHz samples for sockets. It ends when it is pulled out. */
export class Microphone {
  #context;

  constructor(stream) {
    this.stream = stream;
    this.ended = new Promise((resolve) => stream.getTracks().forEach((track) => track.addEventListener('ended', resolve)));
  }

  static async open() {
    if (!navigator.mediaDevices) {
      throw new Error(
        'Browsers offer the microphone to pages on https or localhost only. Set server.tls-certificate-file and server.tls-key-file, or use the sample.',
      );
    }
    try {
      return new Microphone(await navigator.mediaDevices.getUserMedia({ audio: WANTED }));
    } catch (refused) {
      throw new Error(REASONS[refused.name] ?? `The microphone did not open: ${refused.message}`, { cause: refused });
    }
  }

  async listen(receive) {
    const [context, source] = contextFor(this.stream);
    this.#context = context;
    await context.audioWorklet.addModule('/page/capture.js');
    const capture = new AudioWorkletNode(context, 'capture', { channelCount: 1, channelCountMode: 'explicit' });
    const resampler = new Resampler(context.sampleRate);
    capture.port.onmessage = ({ data }) => receive(resampler.push(data));
    source.connect(capture).connect(context.destination); // It says nothing, but not every browser runs what leads nowhere.
    await context.resume();
  }

  close() {
    this.stream.getTracks().forEach((track) => track.stop());
    this.#context?.close();
    this.#context = undefined;
  }
}

/** Firefox takes a microphone at its own rate only. */
function contextFor(stream) {
  const wanted = new AudioContext({ sampleRate: RATE });
  try {
    return [wanted, wanted.createMediaStreamSource(stream)];
  } catch {
    wanted.close();
    const given = new AudioContext();
    return [given, given.createMediaStreamSource(stream)];
  }
}
