// Prints the page's code in a language: snippet.mjs <language> <address> <json of settings>.
import { readFileSync } from 'node:fs';

const PAGE = new URL('../../../../server/src/main/resources/dev/ephemint/server/page/', import.meta.url);
const { render } = await import(new URL('render.js', PAGE));

const [language, base, settings] = process.argv.slice(2);
process.stdout.write(render(readFileSync(new URL(`${language}.txt`, PAGE), 'utf8'), language, JSON.parse(settings), base));
