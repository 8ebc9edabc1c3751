/** Runs beside the audio: hands on blocks of a twentieth of a second. */
class Capture extends AudioWorkletProcessor {
  #block = new Float32Array(Math.round(sampleRate / 20));
  #filled = 0;

  process([input]) {
    for (const sample of input[0] ?? []) {
      this.#block[this.#filled++] = sample;
      if (this.#filled === this.#block.length) {
        this.port.postMessage(this.#block.slice());
        this.#filled = 0;
      }
    }
    return true;
  }
}

registerProcessor('capture', Capture);
