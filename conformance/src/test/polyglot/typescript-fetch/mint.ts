// Mints four times with the generated client and prints, one JSON line each, what it read.
import { Configuration, RealtimeApi } from './client';

declare const process: { argv: string[] };

const api = new RealtimeApi(new Configuration({ basePath: process.argv[2] }));

async function transcriptionNull() {
  return api.createClientSecret({
    clientSecretRequest: {
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
  });
}

async function unknownMember() {
  const transcription = { model: 'gpt-4o-transcribe', language: 'en', x_hint: [null, 1] };
  const turn_detection = { type: 'server_vad', threshold: 0.6, x_mode: { deep: null } };
  return api.createClientSecret({
    clientSecretRequest: { session: { type: 'transcription', audio: { input: { transcription, turn_detection } } } },
  });
}

async function realtime() {
  const turn_detection = {
    type: 'server_vad', threshold: 0.6, prefix_padding_ms: 300, silence_duration_ms: 200.5, idle_timeout_ms: null,
  };
  return api.createClientSecret({
    clientSecretRequest: {
      session: {
        type: 'realtime',
        model: 'gpt-realtime',
        output_modalities: ['audio'],
        audio: { input: { turn_detection }, output: { voice: 'marin' } },
        tools: [{ type: 'function', name: 'get_temperature', parameters: { type: 'object' } }],
        tool_choice: 'auto',
        max_output_tokens: 77,
      },
    },
  });
}

async function main() {
  for (const mint of [transcriptionNull, unknownMember, realtime]) {
    const read = await mint();
    const { value, expires_at, session: { type }, connect } = read;
    console.log(JSON.stringify({ value, expires_at, type, socket: connect?.websocket.url, read }));
  }
  const flat = await api.createTranscriptionSession({ flatTranscriptionSessionRequest: {} });
  const { client_secret: secret, connect } = flat;
  console.log(JSON.stringify({ value: secret!.value, expires_at: secret!.expires_at, type: 'transcription', socket: connect?.websocket.url, read: flat }));
}
main();
