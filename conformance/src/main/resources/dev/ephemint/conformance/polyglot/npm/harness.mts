// Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
import * as client from './client.mjs';

declare const process: { stdin: AsyncIterable<string> & { setEncoding(name: string): void } };

const typed: Record<string, client.SessionBody> = {
  'transcription-null': {
    expires_after: { anchor: 'created_at', seconds: 60 },
    session: {
      type: 'transcription',
      audio: {
        input: {
          format: { type: 'audio/pcm', rate: 24000 },
          transcription: { model: 'gpt-live-transcribe' },
          turn_detection: null,
        },
      },
    },
  },
  'unknown-member': {
    session: {
      type: 'transcription',
      audio: {
        input: {
          transcription: { model: 'gpt-4o-transcribe', language: 'en', x_hint: [null, 1] },
          turn_detection: { type: 'server_vad', threshold: 0.6, x_mode: { deep: null } },
        },
      },
    },
  },
  realtime: {
    session: {
      type: 'realtime',
      model: 'gpt-realtime',
      output_modalities: ['audio'],
      audio: {
        input: {
          turn_detection: {
            type: 'server_vad', threshold: 0.6, prefix_padding_ms: 300, silence_duration_ms: 200.5, idle_timeout_ms: null,
          },
        },
        output: { voice: 'marin' },
      },
      tools: [{ type: 'function', name: 'get_temperature', parameters: { type: 'object' } }],
      tool_choice: 'auto',
      max_output_tokens: 77,
    },
  },
};

function minted<T>(result: { data?: T; response?: Response }): T {
  if (!result.data) {
    throw new Error(`status ${result.response?.status}`);
  }
  return result.data;
}

const session = async (body: client.SessionBody) => minted(await client.session(body));
const flat = async (body: client.FlatBody) => minted(await client.flat(body));

async function mintTyped(name: string) {
  if (name === 'flat') {
    const read = await flat({});
    const secret = read.client_secret!;
    const socket = read.connect?.websocket.url;
    return { value: secret.value, expires_at: secret.expires_at, type: 'transcription', socket, read };
  }
  const read = await session(typed[name]);
  const { value, expires_at, session: { type }, connect } = read;
  return { value, expires_at, type, socket: connect?.websocket.url, read };
}

async function respond(question: any): Promise<object> {
  switch (question.do) {
    case 'start':
      client.start(question.base);
      return { typed: [...Object.keys(typed), 'flat'] };
    case 'typed':
      return mintTyped(question.case);
    case 'mint':
      return { read: await (question.shape === 'flat' ? flat(question.request) : session(question.request)) };
    default:
      throw new Error(`cannot do ${question.do}`);
  }
}

let pending = '';
process.stdin.setEncoding('utf8');
for await (const piece of process.stdin) {
  const lines = (pending + piece).split('\n');
  pending = lines.pop()!;
  for (const line of lines) {
    console.log(JSON.stringify(await respond(JSON.parse(line)).catch((error) => ({ error: String(error) }))));
  }
}
