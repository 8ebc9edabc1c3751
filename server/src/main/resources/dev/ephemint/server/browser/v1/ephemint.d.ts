// Live captions in a browser, with tokens from Ephemint. No dependency; ES modules; Chrome 85, Firefox 90, Safari 14.1 or newer.

/** What {@link transcription} makes a request of. */
export interface TranscriptionOptions {
  /** The model, or the deployment's name at Azure. */
  model: string;
  /** Such as `en`. Absent: left to the model. */
  language?: string;
  /** Who ends turns: the vendor's turn detection, or this module at pauses. Absent: the vendor's default. */
  turns?: 'vendor' | 'client';
}

/** The body of `POST /v1/realtime/client_secrets` for a transcription session. Add members of the contract as you need. */
export function transcription(options: TranscriptionOptions): { session: Record<string, unknown> };

/** How to connect: the member `connect` of the contract, unchanged. */
export interface Connection {
  dialect: string;
  websocket: { url: string; header: { name: string; value: string }; subprotocols: string[] | null; [more: string]: unknown };
  webrtc: { url: string; header: { name: string; value: string }; content_type: string; [more: string]: unknown } | null;
  first_events: { type: string; [more: string]: unknown }[];
  vendor_time?: number | null;
  expires_at: number;
  verified: boolean;
  warnings: { code: string; message: string; param: string | null; [more: string]: unknown }[];
  [more: string]: unknown;
}

/** The response of either mint of the contract, as JSON. */
export type MintResponse = { connect: Connection; [more: string]: unknown };

/** A minted token and how to connect with it. `toString`, JSON and a console show a mask in place of the token. */
export class ClientSecret {
  constructor(response: MintResponse, requestId?: string | null);
  /** The token itself: the only member that reveals it. */
  get value(): string;
  /** Unix seconds, by the vendor's clock. After it the token opens no new session. */
  readonly expiresAt: number;
  /** The session as the vendor configured it. */
  readonly session: Record<string, unknown>;
  readonly connect: Connection;
  /** The service's, for its operator. */
  readonly requestId: string | null;
  /** The response, with a mask in place of the token. */
  toJSON(): Record<string, unknown>;
  toString(): string;
}

/** What {@link TokenSource} mints with. */
export interface TokenSourceOptions {
  /** `/v1/realtime/client_secrets` of the service, or a route of your own server that passes the request on to it. */
  url: string | URL;
  /** The request's body, or a function that makes it for each mint. */
  request?: unknown | (() => unknown);
  /** Such as the `authorization` that your own server checks, or a function that makes them for each mint. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** As for `fetch`: `'include'` sends cookies to another origin. */
  credentials?: RequestCredentials;
  /** In place of the browser's. */
  fetch?: typeof fetch;
  /** Milliseconds that a mint may take; 60,000 if absent. */
  timeout?: number;
  /** The clock, in milliseconds. */
  now?: () => number;
  /**
   * Where a sealed token is exchanged: `/v1/realtime/client_secrets` of the service; `url` if absent. One that opens a WebRTC
   * call at the service is exchanged only if this is present.
   */
  exchange?: string | URL;
  /** `false`: a token for each connection, also when one is replaced. It is always so from the first sealed token on. */
  reuse?: boolean;
}

/**
 * Keeps one valid token: a cached one, or another that it mints 30 seconds before the expiry, or at three quarters of a short
 * life. Expiry is judged by the vendor's clock, so this machine's may be wrong. A failed mint is not kept.
 */
export class TokenSource {
  constructor(options: TokenSourceOptions);
  /** Mints with your own function. */
  static from(mint: () => Promise<MintResponse | ClientSecret>, options?: Pick<TokenSourceOptions, 'now' | 'exchange' | 'reuse' | 'fetch' | 'timeout'>): TokenSource;
  /** A valid token. Calls during a mint share it, unless tokens are not reused. An abort rejects this call, and no other. */
  get(options?: { signal?: AbortSignal }): Promise<ClientSecret>;
  /** Drops this token from the cache, because a vendor rejected it. A newer one stays. */
  invalidate(secret: ClientSecret): void;
  toString(): string;
}

/** A failure with the members of the contract's error envelope. Its texts hold no token. */
export class EphemintError extends Error {
  constructor(message: string, details?: object);
  /** The service's or the vendor's, or `client_error`. */
  readonly type: string;
  /**
   * The service's or the vendor's, or one of this module's: `service_unreachable`, `timeout`, `unreadable_response`,
   * `no_browser_transport`, `socket_not_opened`, `call_not_opened`, `connection_lost`, `plain_http`, `stream_required`,
   * `insecure_context`, `microphone_denied`, `microphone_missing`, `microphone_busy`, `microphone_failed`, `already_started`.
   */
  readonly code: string | null;
  /** The parameter of the request that is meant. */
  readonly param: string | null;
  /** The HTTP status, if there was a response. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** Seconds, as the service says. */
  readonly retryAfter: number | null;
  /** The WebSocket's, if it was closed. */
  readonly closeCode: number | null;
  /** What did not respond. */
  readonly url: string | null;
  readonly cause?: unknown;
  toJSON(): {
    error: { message: string; type: string; code: string | null; param: string | null };
    status: number | null;
    request_id: string | null;
  };
}

/** Where audio comes from. */
export interface AudioSource {
  /** Asks for it, such as for the microphone. */
  open?(): Promise<void>;
  /** Needed for a call, and not for a WebSocket. */
  stream?: MediaStream;
  /** Resolves when nothing more comes. */
  ended?: Promise<unknown>;
  /** Begins: `receive` is called with mono samples from -1 to 1, 24,000 a second, in blocks of about a twentieth of a second. */
  listen(receive: (samples: Float32Array) => void): Promise<void>;
  /** Releases all that it holds. Called more than once, and also while `open` or `listen` runs, which may then reject. */
  close(): void;
}

export interface WorkletOptions {
  /** Address of the file `capture.js` of this module, if it is not beside it. */
  workletUrl?: string;
}

/** A stream of yours. Its tracks are not stopped. */
export class StreamSource implements AudioSource {
  constructor(stream: MediaStream, options?: WorkletOptions);
  stream: MediaStream;
  ended: Promise<unknown>;
  listen(receive: (samples: Float32Array) => void): Promise<void>;
  close(): void;
}

/** The microphone, from the start to the end of a session. */
export class Microphone implements AudioSource {
  constructor(options?: WorkletOptions & { constraints?: MediaTrackConstraints });
  stream: MediaStream;
  ended: Promise<unknown>;
  open(): Promise<void>;
  listen(receive: (samples: Float32Array) => void): Promise<void>;
  close(): void;
}

/** Samples that you push. */
export class PcmSource implements AudioSource {
  constructor(options?: { sampleRate?: number });
  ended: Promise<unknown>;
  /** Mono, from -1 to 1 or as 16-bit integers. What comes before the session listens is left out. */
  push(samples: Float32Array | Int16Array): void;
  /** Nothing more comes: the session waits for the last transcripts and closes. */
  end(): void;
  listen(receive: (samples: Float32Array) => void): Promise<void>;
  close(): void;
}

export interface CaptionsOptions {
  /** Where tokens come from, or a function that mints one. */
  tokens: TokenSource | (() => Promise<MintResponse | ClientSecret>);
  /** The microphone if absent. */
  source?: AudioSource | MediaStream;
  /** `auto`: a WebSocket if the vendor accepts one from a browser, otherwise a WebRTC call. */
  transport?: 'auto' | 'websocket' | 'webrtc';
  /** Who ends turns. `auto`: as the session says. If the mint warns that the vendor ends none, this module does. */
  turns?: 'auto' | 'vendor' | 'client';
  /** How many times in a row a lost connection is replaced; 3 if absent, 0 for never. */
  reconnects?: number;
  /** Milliseconds that `stop` waits for the last transcripts; 10,000 if absent. */
  lastWords?: number;
  /** Closes the session at once. */
  signal?: AbortSignal;
}

export type State = 'idle' | 'opening' | 'minting' | 'connecting' | 'listening' | 'reconnecting' | 'finishing' | 'closed';

/** The transcript of one turn, as it is now. */
export interface Caption {
  /** The vendor's item. All captions with this id are versions of one turn: the last one counts. */
  id: string;
  /** The turn before it, if the vendor said so. */
  previousId: string | null;
  text: string;
  /** A `partial` text may change. */
  state: 'partial' | 'final' | 'failed';
  /** Why it failed. */
  error: EphemintError | null;
}

/** How a session ended. */
export interface Close {
  /**
   * `stopped` by stop(), `closed` by close(), `aborted` by the signal, `ended` with the source, `remote` by the vendor without an
   * error, `lost` with a connection that is not replaced, `failed` before it listened.
   */
  reason: 'stopped' | 'closed' | 'aborted' | 'ended' | 'remote' | 'lost' | 'failed';
  /** The WebSocket's close code, if the vendor closed it. */
  code: number | null;
  /** The vendor's reason. */
  message: string;
  error: EphemintError | Error | null;
  /** How many turns have no final transcript. */
  incomplete: number;
}

export interface CaptionsEvents {
  state: State;
  /** Before each connection. */
  token: ClientSecret;
  caption: Caption;
  /** The vendor's turn detection; `at` is in milliseconds of audio. */
  speech: { state: 'started' | 'stopped'; id: string; at: number | null };
  /** Loudness of each block, from 0 to 1. */
  level: number;
  /** Seconds of audio, in all, that were left out because the line is slow or was lost. */
  dropped: { seconds: number };
  /** The vendor reported an error, and the session continues. What ends a session is in its close. */
  error: EphemintError;
  reconnecting: { attempt: number; delay: number; error: EphemintError };
  /** Everything that is sent and received, as it is: audio included. */
  event: { way: 'sent' | 'received'; event: { type: string; [more: string]: unknown } };
  /** The last event but for the state `closed`. */
  close: Close;
}

/** Live captions of one source, from the first token to the last transcript. Make another for another session. */
export class Captions {
  constructor(options: CaptionsOptions);
  /** Calls the listener for each event of this type, until the function that it returns is called. */
  on<Type extends keyof CaptionsEvents>(type: Type, listener: (detail: CaptionsEvents[Type]) => void): () => void;
  get state(): State;
  /** The last thousand captions, in the order of speech. */
  get captions(): Caption[];
  /** Resolves when the session listens, or was ended before. Rejects if it failed, or with the signal's reason. */
  start(): Promise<void>;
  /** Commits what was said, waits for the last transcripts, releases the source, closes. May be called twice. */
  stop(): Promise<Close>;
  /** Closes at once, without the last transcripts. */
  close(): void;
}
