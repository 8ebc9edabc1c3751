// Speaks a WAV file with the realtime client of OpenAI's agents SDK: calls.mjs FILE DIALECT=ADDRESS... A JSON line each.
import { readFileSync } from 'node:fs';
import { RealtimeAgent, RealtimeSession } from '@openai/agents-realtime';
const speech = readFileSync(process.argv[2]).subarray(44);

async function mint(address, session) {
  const response = await fetch(`${address}/v1/realtime/client_secrets`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ session }),
  });
  return response.status === 200 ? response.json() : null;
}

function listen(minted) {
  return new Promise((resolve) => {
    const session = new RealtimeSession(new RealtimeAgent({ name: 'listener' }), { transport: 'websocket', model: 'gpt-realtime' });
    const end = resolve; // The socket closes with the process: after close() the client fails on a late event.
    setTimeout(() => end('silent'), 30_000).unref();
    session.on('error', (e) => end(`error ${e.error?.error?.code ?? e.error?.code ?? JSON.stringify(e).slice(0, 200)}`));
    session.on('transport_event', (event) => {
      if (event.type === 'conversation.item.input_audio_transcription.completed') end(`caption: ${event.transcript}`);
    });
    session.connect({ apiKey: minted.value, url: minted.connect.websocket.url }).then(() => {
      const audio = Buffer.concat([speech, Buffer.alloc(48_000)]);
      for (let from = 0; from < audio.length; from += 4800) {
        const piece = audio.subarray(from, from + 4800);
        session.sendAudio(piece.buffer.slice(piece.byteOffset, piece.byteOffset + piece.length));
      }
    }, (e) => end(`refused ${String(e).slice(0, 200)}`));
  });
}

for (const argument of process.argv.slice(3)) {
  const [dialect, address] = argument.split('=', 2);
  for (const [call, body] of [
    ['realtime token', { type: 'realtime', model: 'gpt-realtime' }],
    ['transcription token', { type: 'transcription', audio: { input: { transcription: { model: 'gpt-4o-transcribe' } } } }],
  ]) {
    const minted = await mint(address, body);
    console.log(JSON.stringify({ dialect, call, verdict: minted ? await listen(minted) : 'no mint' }));
  }
}
process.exit(0);
