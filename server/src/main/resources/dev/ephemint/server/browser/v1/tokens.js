import { EphemintError, MASK, refused } from './errors.js';

const LONGEST_MARGIN = 30_000;
const TIMEOUT_MILLIS = 60_000;

/** The mint's warning that the vendor ends no turn of this model. */
export const COMMIT_REQUIRED = 'client_commit_required';

/** The mint's warning that its token opens no session, and is good for one exchange or one call at the service. */
const SEALED = 'sealed_token';

/**
 * The contract's request. `null` for turn detection is not the same as silence about it: it turns it off.
 *
 * @param {import('./ephemint.d.ts').TranscriptionOptions} options
 */
export function transcription({ model, language, turns }) {
  return {
    session: {
      type: 'transcription',
      audio: {
        input: {
          transcription: { model, ...(language && { language }) },
          ...(turns && { turn_detection: turns === 'vendor' ? { type: 'server_vad' } : null }),
        },
      },
    },
  };
}

/** A minted token and how to connect with it. Only `value` reveals the token. */
export class ClientSecret {
  #value;
  #body;

  /** Accepts both response shapes of the contract. */
  constructor(body, requestId = null) {
    const value = body?.value ?? body?.client_secret?.value;
    if (typeof value !== 'string' || !body.connect?.websocket) {
      throw new EphemintError('The response of the mint has no token, or no member connect.', {
        code: 'unreadable_response',
        requestId,
      });
    }
    this.#value = value;
    this.#body = body;
    this.expiresAt = body.connect.expires_at;
    this.session = body.session ?? flatSession(body);
    this.connect = body.connect;
    this.requestId = requestId;
  }

  get value() {
    return this.#value;
  }

  /** The response, with a mask in place of the token. */
  toJSON() {
    return JSON.parse(JSON.stringify(this.#body).split(this.#value).join(MASK));
  }

  toString() {
    return `ClientSecret[${MASK}]`;
  }
}

function flatSession({ client_secret: _token, connect: _connect, ...session }) {
  return session;
}

/**
 * Keeps one valid token: a cached one, or another minted shortly before it expires. A sealed token is exchanged, unless it opens a
 * WebRTC call, and then each call of `get` gets a token of its own.
 */
export class TokenSource {
  #mint;
  #exchange;
  #calls;
  #reuse;
  #now;
  #last;

  /** @param {import('./ephemint.d.ts').TokenSourceOptions} options */
  constructor({ now = Date.now, reuse = true, exchange, ...options }) {
    this.#mint = () => post(options);
    this.#exchange = (sealed) => exchanged(sealed, { ...options, url: exchange ?? options.url });
    this.#calls = exchange === undefined;
    this.#reuse = reuse;
    this.#now = now;
  }

  /** Over your own function, which resolves to the response of a mint. */
  static from(mint, options = {}) {
    const source = new TokenSource({ ...options, url: '' });
    source.#mint = async () => {
      const minted = await mint();
      return minted instanceof ClientSecret ? minted : new ClientSecret(minted);
    };
    return source;
  }

  /**
   * Calls during a mint share its result, unless tokens are not reused. Aborting one does not affect the others.
   *
   * @param {{ signal?: AbortSignal }} options
   */
  get({ signal } = {}) {
    if (!this.#reuse || !this.#last || (this.#last.minted && !(this.#now() < this.#last.goodUntil))) {
      this.#last = this.#begin();
    }
    return signal ? unlessAborted(this.#last.secret, signal) : this.#last.secret;
  }

  /** Drops this token from the cache, because a vendor rejected it. A newer one stays. */
  invalidate(secret) {
    if (this.#last?.minted === secret) {
      this.#last = undefined;
    }
  }

  toString() {
    return 'TokenSource';
  }

  #begin() {
    const asked = this.#now();
    const last = { secret: this.#mint().then((minted) => this.#opened(minted)), minted: undefined, goodUntil: Number.NaN };
    last.secret.then(
      (secret) => Object.assign(last, { minted: secret, goodUntil: goodUntil(secret, asked) }),
      () => {
        if (this.#last === last) {
          this.#last = undefined;
        }
      },
    );
    return last;
  }

  /** From the first sealed token on, none is reused. One that opens a call is not exchanged: the service posts the offer itself. */
  #opened(minted) {
    if (!isSealed(minted)) {
      return minted;
    }
    this.#reuse = false;
    return this.#calls && minted.connect.webrtc ? minted : this.#exchange(minted);
  }
}

function isSealed({ connect }) {
  return Boolean(connect.warnings?.some(({ code }) => code === SEALED));
}

/**
 * The token that connects. The sealed one is the only credential of the request: another beside it is rejected.
 *
 * @param {ClientSecret} sealed
 * @param {import('./ephemint.d.ts').TokenSourceOptions} options
 */
async function exchanged(sealed, { url, fetch, timeout }) {
  if (!url) {
    throw new EphemintError('The token is sealed: set the option exchange to the address that exchanges it.', {
      code: SEALED,
    });
  }
  const headers = { authorization: `Bearer ${sealed.value}` };
  return post({ url, request: {}, headers, credentials: 'omit', fetch, timeout }, sealed.value);
}

/** By this machine's clock. Only differences within one clock are used, so the two may disagree. */
function goodUntil({ connect, expiresAt }, asked) {
  const minted = connect.vendor_time ? connect.vendor_time * 1000 : asked;
  const life = expiresAt * 1000 - minted;
  return asked + life - Math.min(LONGEST_MARGIN, life / 4);
}

/**
 * @param {import('./ephemint.d.ts').TokenSourceOptions} options
 * @param {string} [shown] a token among the headers, which no failure may hold
 */
async function post({ url, request, headers, credentials, fetch = globalThis.fetch, timeout = TIMEOUT_MILLIS }, shown) {
  const body = JSON.stringify(await made(request));
  const own = new Headers(await made(headers));
  own.set('content-type', 'application/json');
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: own,
      body,
      cache: 'no-store',
      redirect: 'error',
      signal: abort.signal,
      ...(credentials && { credentials }),
    }).catch((cause) => {
      throw unreachable(url, abort.signal.aborted, cause);
    });
    if (!response.ok) {
      throw await refused(response, shown);
    }
    return new ClientSecret(await response.json().catch(() => null), response.headers.get('x-request-id'));
  } finally {
    clearTimeout(timer);
  }
}

function made(given) {
  return typeof given === 'function' ? given() : given;
}

function unreachable(url, isLate, cause) {
  return isLate
    ? new EphemintError(`${url} did not respond in time.`, { code: 'timeout', url: String(url), cause })
    : new EphemintError(`${url} does not respond, or not to this page.`, {
        code: 'service_unreachable',
        url: String(url),
        cause,
      });
}

/** The promise's result, unless the signal aborts the wait for it. */
export function unlessAborted(promise, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(reasonOf(signal));
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Older browsers keep none. */
export function reasonOf(signal) {
  return signal.reason ?? new DOMException('It was aborted.', 'AbortError');
}

/** Whether the vendor ends turns, by what the mint says. */
export function vendorEndsTurns({ session, connect }) {
  const detections = [session, ...connect.first_events.map((event) => event.session)].map(turnDetection);
  return Boolean(detections.filter((detection) => detection !== undefined).pop()) && !requiresCommit(connect);
}

export function requiresCommit(connect) {
  return connect.warnings.some(({ code }) => code === COMMIT_REQUIRED);
}

function turnDetection(session) {
  const nested = session?.audio?.input?.turn_detection;
  return nested === undefined ? session?.turn_detection : nested;
}

/** A template of the contract with the token in it. */
export function filledIn(template, token) {
  return template.split('{value}').join(token);
}
