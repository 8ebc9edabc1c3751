/** A failure, with the event that shows it in the list of events. */
export class Failed extends Error {
  constructor(message, event, cause) {
    super(message, { cause });
    this.event = event;
  }
}

/** An error response, with its sender's message. */
export class Refused extends Failed {
  constructor(response, body) {
    const error = body?.error;
    const requestId = response.headers.get('x-request-id');
    super(error?.message ?? 'The response is not an error that this page can read.', {
      type: 'refused',
      status: response.status,
      ...(requestId && { 'x-request-id': requestId }),
      ...(error && { error }),
    });
    this.status = response.status;
    this.param = error?.param ?? null;
    this.code = error?.code ?? error?.type ?? null;
    this.requestId = requestId;
  }
}
