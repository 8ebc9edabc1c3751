// Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
import { ClientSecretRequestFromJSON, Configuration, FlatTranscriptionSessionRequestFromJSON, RealtimeApi } from './client';
import { typed } from './typed';

declare const process: { stdin: AsyncIterable<string> & { setEncoding(name: string): void } };

let api: RealtimeApi;

async function mint(shape: string, request: unknown) {
  return shape === 'flat'
    ? api.createTranscriptionSession({ flatTranscriptionSessionRequest: FlatTranscriptionSessionRequestFromJSON(request) })
    : api.createClientSecret({ clientSecretRequest: ClientSecretRequestFromJSON(request) });
}

async function respond(question: any): Promise<object> {
  switch (question.do) {
    case 'start':
      api = new RealtimeApi(new Configuration({ basePath: question.base }));
      return { typed: Object.keys(typed) };
    case 'typed':
      return typed[question.case](api);
    case 'mint':
      return { read: await mint(question.shape, question.request) };
    default:
      throw new Error(`cannot do ${question.do}`);
  }
}

async function main() {
  let pending = '';
  process.stdin.setEncoding('utf8');
  for await (const piece of process.stdin) {
    const lines = (pending + piece).split('\n');
    pending = lines.pop()!;
    for (const line of lines) {
      const response = await respond(JSON.parse(line)).catch((error) => ({
        error: `${error} ${error.response?.status ?? ''}`.trim(),
      }));
      console.log(JSON.stringify(response));
    }
  }
}
main();
