// Mints with OpenAI's own SDK for Node and lets its realtime class, which speaks wss only, say a WAV file to the session:
// captions.mjs SAMPLE.wav DIALECT=ADDRESS... Prints the result, a JSON line each.
import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket';

const spoken = readFileSync(process.argv[2]).subarray(44);

async function mint(address) {
  const client = new OpenAI({ baseURL: `${address}/v1`, apiKey: 'the-callers-own', maxRetries: 0 });
  const { value, connect } = await client.realtime.clientSecrets.create({
    session: {
      type: 'transcription',
      audio: { input: { transcription: { model: 'gpt-4o-transcribe' }, turn_detection: null } },
    },
  });
  return { apiKey: value, named: connect.websocket.url };
}

function listen(apiKey, named) {
  const { host, pathname, search } = new URL(named);
  const client = new OpenAI({ baseURL: `https://${host}${pathname.replace(/\/realtime$/, '')}`, apiKey });
  /** The SDK insists on a model, which a transcription session does not take: its query is the facade's instead. */
  const onURL = (url) => (url.search = search);
  const session = new OpenAIRealtimeWebSocket({ model: 'gpt-4o-transcribe', onURL }, client);
  return new Promise((resolve) => {
    session.on('error', (error) => resolve(`error ${error.error?.code ?? error.message}`));
    const speak = () => {
      for (let from = 0; from < spoken.length; from += 4800) {
        session.send({ type: 'input_audio_buffer.append', audio: spoken.subarray(from, from + 4800).toString('base64') });
      }
      session.send({ type: 'input_audio_buffer.commit' });
    };
    session.on('session.created', speak);
    session.on('transcription_session.created', speak);
    session.on('conversation.item.input_audio_transcription.completed', ({ transcript }) =>
      resolve(session.url.href === named ? `caption: ${transcript}` : `caption at ${session.url.href}, not ${named}`),
    );
  }).finally(() => session.close());
}

for (const argument of process.argv.slice(3)) {
  const [dialect, address] = argument.split('=', 2);
  const { apiKey, named } = await mint(address);
  const verdict = await listen(apiKey, named);
  console.log(JSON.stringify({ dialect, call: 'OpenAIRealtimeWebSocket', verdict }));
}
