// The documented proxy route, as it stands there but for its addresses.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGE = new URL('../../../../server/docs/browsers.md', import.meta.url);
const BLOCK = /<!-- proxy -->\n```js\n(.*?)```\n<!-- \/proxy -->/s;

/** The running route in front of a facade, on a port of its own. */
export async function startProxyExample(facade) {
  const directory = mkdtempSync(join(tmpdir(), 'ephemint-proxy-'));
  const file = join(directory, 'proxy.mjs');
  const code = BLOCK.exec(readFileSync(PAGE, 'utf8'))[1];
  writeFileSync(file, code.replaceAll('http://127.0.0.1:8080', facade).replace('.listen(3000)', ".listen(0, '127.0.0.1')"));
  const { server } = await import(file);
  rmSync(directory, { recursive: true });
  if (!server.listening) {
    await once(server, 'listening');
  }
  return server;
}

export function addressOf(server) {
  return `http://127.0.0.1:${server.address().port}`;
}

export function stop(server) {
  server.close();
  server.closeAllConnections();
}
