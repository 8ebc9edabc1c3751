// Live captions in a browser, with tokens from Ephemint. Types and descriptions: ephemint.d.ts.
export { Captions } from './captions.js';
export { EphemintError } from './errors.js';
export { Microphone, PcmSource, StreamSource } from './sources.js';
export { ClientSecret, TokenSource, transcription } from './tokens.js';
