import { transcription } from '../browser/v1/ephemint.js';

export const MINT = '/v1/realtime/client_secrets';

/** The contract's request for the settings. */
export function requestFor({ model, language, serverTurns }) {
  return transcription({ model, language, turns: serverTurns ? 'vendor' : 'client' });
}
