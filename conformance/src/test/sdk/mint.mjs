// Mints with OpenAI's own SDK for Node, which knows nothing of Ephemint but the base URL, and prints what it was given.
import OpenAI, { AzureOpenAI } from 'openai';

const [vendor, baseURL] = process.argv.slice(2);
const settings = { baseURL, apiKey: 'the-callers-own', maxRetries: 0 };
const client = vendor === 'azure' ? new AzureOpenAI({ ...settings, apiVersion: '2025-04-01-preview' }) : new OpenAI(settings);

const clientSecret = await client.realtime.clientSecrets.create({
  expires_after: { anchor: 'created_at', seconds: 60 },
  session: {
    type: 'transcription',
    audio: { input: { transcription: { model: 'gpt-live-transcribe' }, turn_detection: null } },
  },
});
const transcriptionSession = await client.beta.realtime.transcriptionSessions.create({
  input_audio_format: 'pcm16',
  input_audio_transcription: { model: 'gpt-4o-transcribe' },
});
console.log(JSON.stringify({ clientSecret, transcriptionSession }));
