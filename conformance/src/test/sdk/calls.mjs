// Makes each call of OpenAI's SDK at each facade, given as DIALECT=ADDRESS, and prints the result, a JSON line each.
import OpenAI, { AzureOpenAI } from 'openai';

const key = { apiKey: 'the-callers-own', maxRetries: 0 };
const nulls = { type: 'transcription', audio: { input: { transcription: { model: 'gpt-live-transcribe' }, turn_detection: null } } };
const flat = { input_audio_format: 'pcm16', input_audio_transcription: { model: 'gpt-4o-transcribe', language: 'en' } };
const azure = { ...key, apiVersion: '2025-04-01-preview' };

const secret = (client, body) => client.realtime.clientSecrets.create(body).asResponse();
const session = (client, body) => client.beta.realtime.transcriptionSessions.create(body).asResponse();

const calls = {
  'clientSecrets transcription, turn_detection null': (client) => secret(client, { session: nulls }),
  'clientSecrets realtime': (client) => secret(client, { session: { type: 'realtime', model: 'gpt-realtime' } }),
  'transcriptionSessions with nothing': (client) => session(client, {}),
  'transcriptionSessions full': (client) => session(client, { ...flat, input_audio_noise_reduction: { type: 'near_field' } }),
  'transcriptionSessions, turn_detection null': (client) => session(client, { ...flat, turn_detection: null }),
  'transcriptionSessions, lifetime as the SDK types it': (client) =>
    session(client, { client_secret: { expires_at: { anchor: 'created_at', seconds: 60 } } }),
};

async function verdict(call) {
  try {
    const minted = await (await call()).json();
    return (minted.value ?? minted.client_secret?.value) && minted.connect ? 'mints' : 'mints, and reads no secret or connect';
  } catch (error) {
    return error.status ? `${error.status} ${error.code ?? '-'} ${error.param ?? '-'}` : String(error);
  }
}

for (const argument of process.argv.slice(2)) {
  const [dialect, address] = argument.split('=', 2);
  const print = (call, result) => console.log(JSON.stringify({ dialect, call, verdict: result }));
  for (const [name, call] of Object.entries(calls)) {
    print(name, await verdict(() => call(new OpenAI({ ...key, baseURL: `${address}/v1` }))));
  }
  for (const [name, more] of [['with a deployment', { deployment: 'gpt-4o-transcribe' }], ['without one', {}]]) {
    const client = new AzureOpenAI({ ...azure, ...more, endpoint: address });
    print(`AzureOpenAI ${name}, clientSecrets`, await verdict(() => secret(client, { session: nulls })));
    print(`AzureOpenAI ${name}, transcriptionSessions`, await verdict(() => session(client, {})));
  }
}
