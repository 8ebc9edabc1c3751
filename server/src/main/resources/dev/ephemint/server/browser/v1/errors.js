/** Shown in place of a token. */
export const MASK = 'ek_••••••••••••';

/** A failure with the members of the contract's error envelope. Its texts hold no token. */
export class EphemintError extends Error {
  name = 'EphemintError';

  constructor(message, details = {}) {
    super(message);
    this.type = details.type ?? 'client_error';
    this.code = details.code ?? null;
    this.param = details.param ?? null;
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.closeCode = details.closeCode ?? null;
    this.url = details.url ?? null;
    if (details.cause !== undefined) {
      Object.defineProperty(this, 'cause', { value: details.cause, configurable: true });
    }
  }

  toJSON() {
    const { message, type, code, param, status, requestId } = this;
    return { error: { message, type, code, param }, status, request_id: requestId };
  }
}

/** The text without the token. */
export function redacted(text, token) {
  const plain = typeof text === 'string' ? text : (JSON.stringify(text) ?? '');
  return token ? plain.split(token).join(MASK) : plain;
}

/** An error member of the envelope, of a response or of an event, as a failure. */
export function errorOf(error, fallback, details = {}, token = '') {
  const clean = (member) => (member === null || member === undefined ? null : redacted(member, token));
  return new EphemintError(clean(error?.message) ?? fallback, {
    ...details,
    type: clean(error?.type) ?? undefined,
    code: error ? clean(error.code) : details.code,
    param: clean(error?.param),
  });
}

/** A response that is not a success. */
export async function refused(response, token = '') {
  const body = await response.json().catch(() => null);
  const seconds = Number.parseFloat(response.headers.get('retry-after') ?? '');
  return errorOf(
    body?.error,
    `The response is HTTP ${response.status}, without an error that can be read.`,
    {
      code: 'unreadable_response',
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      retryAfter: Number.isFinite(seconds) ? seconds : null,
    },
    token,
  );
}
