// Mints as a user of the generated client writes it.
import { RealtimeApi } from './client';

async function transcriptionNull(api: RealtimeApi) {
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

async function unknownMember(api: RealtimeApi) {
  const transcription = { model: 'gpt-4o-transcribe', language: 'en', x_hint: [null, 1] };
  const turn_detection = { type: 'server_vad', threshold: 0.6, x_mode: { deep: null } };
  return api.createClientSecret({
    clientSecretRequest: { session: { type: 'transcription', audio: { input: { transcription, turn_detection } } } },
  });
}

async function realtime(api: RealtimeApi) {
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

async function flat(api: RealtimeApi) {
  const read = await api.createTranscriptionSession({ flatTranscriptionSessionRequest: {} });
  const secret = read.client_secret!;
  const socket = read.connect?.websocket.url;
  return { value: secret.value, expires_at: secret.expires_at, type: 'transcription', socket, read };
}

function session(mint: typeof realtime) {
  return async (api: RealtimeApi) => {
    const read = await mint(api);
    const { value, expires_at, session: { type }, connect } = read;
    return { value, expires_at, type, socket: connect?.websocket.url, read };
  };
}

export const typed: Record<string, (api: RealtimeApi) => Promise<object>> = {
  'transcription-null': session(transcriptionNull),
  'unknown-member': session(unknownMember),
  realtime: session(realtime),
  flat,
};
