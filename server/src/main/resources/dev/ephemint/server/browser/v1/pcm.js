/** Audio as the sessions take it: mono, 16-bit little-endian PCM, 24000 samples a second. */
export const RATE = 24000;

/** Samples that are handed on at once: a twentieth of a second. */
export const BLOCK = RATE / 20;

const BYTES_PER_SAMPLE = 2;
const LARGEST = 32767;
const ARGUMENTS_AT_ONCE = 0x8000;

export function pcm16(samples) {
  const view = new DataView(new ArrayBuffer(samples.length * BYTES_PER_SAMPLE));
  samples.forEach((sample, at) => {
    const clamped = Math.max(-1, Math.min(1, sample));
    view.setInt16(at * BYTES_PER_SAMPLE, Math.round(clamped * LARGEST), true);
  });
  return new Uint8Array(view.buffer);
}

export function base64(bytes) {
  let binary = '';
  for (let from = 0; from < bytes.length; from += ARGUMENTS_AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(from, from + ARGUMENTS_AT_ONCE));
  }
  return btoa(binary);
}

/** Root mean square, from 0 to 1. */
export function loudness(samples) {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
}

export function milliseconds(samples) {
  return (samples.length * 1000) / RATE;
}

export function silence(forMilliseconds) {
  return new Float32Array((forMilliseconds * RATE) / 1000);
}
