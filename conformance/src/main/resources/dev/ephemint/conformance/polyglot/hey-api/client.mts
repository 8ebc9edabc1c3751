// Calls both operations with the client that hey-api makes.
import { client } from './client/client.gen.js';
import { createClientSecret, createTranscriptionSession } from './client/sdk.gen.js';
import type { ClientSecretRequest, FlatTranscriptionSessionRequest } from './client/types.gen.js';

export type SessionBody = ClientSecretRequest;
export type FlatBody = FlatTranscriptionSessionRequest;

export const start = (baseUrl: string) => client.setConfig({ baseUrl });
export const session = (body: SessionBody) => createClientSecret({ body });
export const flat = (body: FlatBody) => createTranscriptionSession({ body });
