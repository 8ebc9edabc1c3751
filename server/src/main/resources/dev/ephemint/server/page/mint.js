import { Failed, Refused } from './refused.js';

export const MINT = '/v1/realtime/client_secrets';

/** The contract's request. `null` for turn detection is not the same as silence about it: it turns it off. */
export function requestFor({ model, language, serverTurns }) {
  return {
    session: {
      type: 'transcription',
      audio: {
        input: {
          transcription: { model, ...(language && { language }) },
          turn_detection: serverTurns ? { type: 'server_vad' } : null,
        },
      },
    },
  };
}

export async function mint(request) {
  const response = await fetch(MINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  }).catch((failed) => {
    throw new Failed('This service does not respond. Is it still running?', { type: 'unreachable', url: MINT }, failed);
  });
  const body = await response.json().catch(() => null);
  if (!response.ok || typeof body?.value !== 'string') {
    throw new Refused(response, body);
  }
  return body;
}

/** A template of the contract with the token in it. */
export function filledIn(template, token) {
  return template.replaceAll('{value}', () => token);
}
