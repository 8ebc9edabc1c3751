// Mints through the README's proxy route: proxy.mjs <facade>. Prints what came of it, one line of JSON.
import { createServer } from 'node:net';
import { once } from 'node:events';
import { addressOf, proxyOfReadme } from './readme.mjs';

const SESSION = { session: { type: 'transcription', audio: { input: { transcription: { model: 'gpt-4o-transcribe' } } } } };

async function through(server, path, body) {
  const response = await fetch(addressOf(server) + path, {
    method: body ? 'POST' : 'GET',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

const nobody = createServer().listen(0, '127.0.0.1');
await once(nobody, 'listening');
const { port } = nobody.address();
nobody.close();
await once(nobody, 'close');

const server = await proxyOfReadme(process.argv[2]);
const inFrontOfNobody = await proxyOfReadme(`http://127.0.0.1:${port}`);
console.log(JSON.stringify({
  minted: await through(server, '/v1/realtime/client_secrets', SESSION),
  refused: await through(server, '/v1/realtime/client_secrets', { sesion: {} }),
  other: await through(server, '/openapi.json'),
  unreachable: await through(inFrontOfNobody, '/v1/realtime/client_secrets', SESSION),
}));
[server, inFrontOfNobody].forEach((one) => (one.close(), one.closeAllConnections()));
