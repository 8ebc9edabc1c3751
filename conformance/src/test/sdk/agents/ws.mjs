// Mints with OpenAI's own SDK for Node and lets its realtime class on npm's ws, which speaks wss only, say a WAV file to the
// session: ws.mjs SAMPLE.wav DIALECT=ADDRESS... Prints the result, a JSON line each.
import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';

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

/** At the address that the facade names, as it is. */
function listen(apiKey, named) {
  const client = new OpenAI({ baseURL: named, apiKey });
  const session = new OpenAIRealtimeWS({ intent: 'transcription', buildRealtimeURL: () => named }, client);
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
      resolve(`caption: ${transcript}`),
    );
  }).finally(() => session.close());
}

for (const argument of process.argv.slice(3)) {
  const [dialect, address] = argument.split('=', 2);
  const { apiKey, named } = await mint(address);
  const verdict = await listen(apiKey, named);
  console.log(JSON.stringify({ dialect, call: 'OpenAIRealtimeWS', verdict }));
}
