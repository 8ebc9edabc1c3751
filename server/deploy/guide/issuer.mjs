// Stands in for an OpenID Connect provider in server/docs/guide.md, and nowhere else: it gives a token to everyone.
// issuer.mjs PORT: GET /keys is its JWKS, POST /token a token for the application "captions-app" and the user "ada".
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

const port = Number(process.argv[2]);
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kid = randomUUID();
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }];

const encoded = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

function token() {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: `http://127.0.0.1:${port}`, aud: 'api://ephemint', azp: 'captions-app', sub: 'ada', iat: now, exp: now + 3600 };
  const signed = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

const responses = {
  'GET /keys': () => ({ keys }),
  'POST /token': () => ({ token_type: 'Bearer', expires_in: 3600, access_token: token() }),
};

createServer((request, response) => {
  const respond = responses[`${request.method} ${request.url}`];
  response.writeHead(respond ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(respond ? respond() : { error: 'not_found' }));
}).listen(port, '127.0.0.1');
