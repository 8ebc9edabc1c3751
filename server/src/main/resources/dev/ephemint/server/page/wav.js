const PCM = 1;
const FULL_SCALE = 32768;

/** The first channel of a 16-bit PCM WAV file. */
export function readWav(buffer) {
  const view = new DataView(buffer);
  const word = (at) => String.fromCharCode(...new Uint8Array(buffer, at, 4));
  if (buffer.byteLength < 12 || word(0) !== 'RIFF' || word(8) !== 'WAVE') {
    throw new Error('This is not a WAV file.');
  }
  const chunks = {};
  for (let at = 12; at + 8 <= buffer.byteLength; ) {
    const length = view.getUint32(at + 4, true);
    chunks[word(at)] ??= { from: at + 8, length: Math.min(length, buffer.byteLength - at - 8) };
    at += 8 + length + (length % 2);
  }
  const { 'fmt ': format, data } = chunks;
  if (!format || !data || view.getUint16(format.from, true) !== PCM || view.getUint16(format.from + 14, true) !== 16) {
    throw new Error('This WAV file is not 16-bit PCM.');
  }
  const frame = view.getUint16(format.from + 12, true);
  const samples = Float32Array.from(
    { length: Math.floor(data.length / frame) },
    (_, at) => view.getInt16(data.from + at * frame, true) / FULL_SCALE,
  );
  return { rate: view.getUint32(format.from + 4, true), samples };
}
