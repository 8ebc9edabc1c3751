// Mints with OpenAI's own SDK for Node and lets its realtime class, which speaks wss only, say a WAV file to the session:
// captions.mjs <base address> <sample.wav>. Prints the address that it used and the caption.
import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket';

const [base, sample] = process.argv.slice(2);
const baseURL = `${base}/v1`;
const { value, connect } = await new OpenAI({ baseURL, apiKey: 'the-callers-own', maxRetries: 0 }).realtime.clientSecrets.create({
  session: {
    type: 'transcription',
    audio: { input: { transcription: { model: 'gpt-4o-transcribe' }, turn_detection: null } },
  },
});

/** The SDK insists on a model, which a transcription session does not take: its query is the facade's instead. */
const onURL = (url) => (url.search = new URL(connect.websocket.url).search);
const session = new OpenAIRealtimeWebSocket({ model: 'gpt-4o-transcribe', onURL }, new OpenAI({ baseURL, apiKey: value }));
const spoken = readFileSync(sample).subarray(44);

session.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
session.on('session.created', () => {
  for (let from = 0; from < spoken.length; from += 4800) {
    session.send({ type: 'input_audio_buffer.append', audio: spoken.subarray(from, from + 4800).toString('base64') });
  }
  session.send({ type: 'input_audio_buffer.commit' });
});
session.on('conversation.item.input_audio_transcription.completed', ({ transcript }) => {
  console.log(JSON.stringify({ url: session.url.href, named: connect.websocket.url, transcript }));
  session.close();
});
