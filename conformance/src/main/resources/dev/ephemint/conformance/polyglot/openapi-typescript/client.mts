// Calls both operations with openapi-fetch and the types that openapi-typescript makes.
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './client/contract.js';

export type SessionBody = components['schemas']['ClientSecretRequest'];
export type FlatBody = components['schemas']['FlatTranscriptionSessionRequest'];

let client: Client<paths>;

export function start(baseUrl: string) {
  client = createClient<paths>({ baseUrl });
}

export const session = (body: SessionBody) => client.POST('/realtime/client_secrets', { body });
export const flat = (body: FlatBody) => client.POST('/realtime/transcription_sessions', { body });
