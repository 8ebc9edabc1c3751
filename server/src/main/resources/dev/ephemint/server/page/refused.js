/** An answer with an error, in the words of whoever gave it. */
export class Refused extends Error {
  constructor(answer, body) {
    const error = body?.error;
    super(error?.message ?? 'The answer is no error that this page can read.');
    this.status = answer.status;
    this.param = error?.param ?? null;
    this.code = error?.code ?? error?.type ?? null;
    this.requestId = answer.headers.get('x-request-id');
  }
}
