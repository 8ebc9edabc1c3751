// Mints through the documented proxy route: proxy.mjs <facade>. Prints the results as one line of JSON.
import { createServer } from 'node:net';
import { once } from 'node:events';
import { addressOf, startProxyExample, stop } from './proxy-example.mjs';

const SESSION = { session: { type: 'transcription', audio: { input: { transcription: { model: 'gpt-4o-transcribe' } } } } };

async function through(server, path, body) {
  const response = await fetch(addressOf(server) + path, {
    method: body ? 'POST' : 'GET',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

const closed = createServer().listen(0, '127.0.0.1');
await once(closed, 'listening');
const { port } = closed.address();
closed.close();
await once(closed, 'close');

const server = await startProxyExample(process.argv[2]);
const inFrontOfClosedPort = await startProxyExample(`http://127.0.0.1:${port}`);
console.log(
  JSON.stringify({
    minted: await through(server, '/v1/realtime/client_secrets', SESSION),
    refused: await through(server, '/v1/realtime/client_secrets', { sesion: {} }),
    other: await through(server, '/openapi.json'),
    unreachable: await through(inFrontOfClosedPort, '/v1/realtime/client_secrets', SESSION),
  }),
);
stop(server);
stop(inFrontOfClosedPort);
