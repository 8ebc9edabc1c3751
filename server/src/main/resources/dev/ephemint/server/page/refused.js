/** A failure, with the event that stands for it in the list of events. */
export class Failed extends Error {
  constructor(message, event, cause) {
    super(message, { cause });
    this.event = event;
  }
}

/** A response with an error, in the words of its sender. */
export class Refused extends Failed {
  constructor(answer, body) {
    const error = body?.error;
    const requestId = answer.headers.get('x-request-id');
    super(error?.message ?? 'The answer is no error that this page can read.', {
      type: 'refused',
      status: answer.status,
      ...(requestId && { 'x-request-id': requestId }),
      ...(error && { error }),
    });
    this.status = answer.status;
    this.param = error?.param ?? null;
    this.code = error?.code ?? error?.type ?? null;
    this.requestId = requestId;
  }
}
