// Opens the built documents with what people read them with, and fails if one does not accept them.
import { Parser } from '@asyncapi/parser';
import { JSDOM, VirtualConsole } from 'jsdom';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const home = 'target/contract/dev/ephemint/contract';
const swaggerUi = readFileSync(createRequire(import.meta.url).resolve('swagger-ui-dist/swagger-ui-bundle.js'), 'utf8');
const ERROR = 0;

async function asyncApi(file) {
  const { diagnostics, document } = await new Parser().parse(readFileSync(file, 'utf8'));
  const faults = diagnostics.filter(found => found.severity === ERROR).map(found => `${found.path.join('.')}: ${found.message}`);
  return document && faults.length === 0 ? [] : [`no AsyncAPI document: ${file}`, ...faults];
}

/** Renders the document; an operation that is not on the page was not understood. */
async function swagger(file) {
  const spec = JSON.parse(readFileSync(file, 'utf8'));
  const { window } = new JSDOM('<div id="ui"></div>', { runScripts: 'outside-only', virtualConsole: new VirtualConsole() });
  window.eval(swaggerUi);
  await new Promise(onComplete => window.SwaggerUIBundle({ spec, dom_id: '#ui', onComplete }));
  const wanted = Object.values(spec.paths).flatMap(path => [path.get, path.post]).filter(Boolean).map(one => one.operationId);
  let missing = wanted;
  while (missing.length > 0 && window.performance.now() < 60_000) {
    await new Promise(resolve => setTimeout(resolve, 50));
    missing = wanted.filter(name => !window.document.querySelector(`.opblock[id$="-${name}"]`));
  }
  const faults = [...window.document.querySelectorAll('.errors-wrapper')].map(shown => shown.textContent);
  window.close();
  return [...missing.map(name => `${file}: Swagger UI does not show ${name}`), ...faults];
}

const dialects = readdirSync(`${home}/dialects`).map(file => `${home}/dialects/${file}`);
const isEvents = file => file.endsWith('asyncapi.json');
const faults = [];
for (const file of [`${home}/asyncapi.json`, `${home}/asyncapi.yaml`, ...dialects.filter(isEvents)]) {
  faults.push(...(await asyncApi(file)));
}
for (const file of [`${home}/openapi.json`, `${home}/openapi-3.0.json`]) {
  faults.push(...(await swagger(file)));
}
faults.forEach(fault => console.error(fault));
process.exit(faults.length === 0 ? 0 : 1);
