// The npm package as its users have it: packed, installed into an empty project, type-checked and run, and the types against the code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';

const SERVER = fileURLToPath(new URL('../../../../server/', import.meta.url));
const MODULE = join(SERVER, 'src/main/resources/dev/ephemint/server/browser/v1');
const FAKES = new URL('fakes.mjs', import.meta.url);
const DOCUMENT = readFileSync(join(SERVER, 'docs/browser-module.md'), 'utf8');
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The syntax of newer browsers, and the library that those named in the types have. */
const COMPILER = {
  target: 'ES2022',
  lib: ['ES2021', 'DOM', 'DOM.Iterable'],
  module: 'ES2022',
  moduleResolution: 'bundler',
  noEmit: true,
  types: [],
};

const directories = [];
after(() => directories.forEach((directory) => rmSync(directory, { recursive: true })));

function temporary() {
  directories.push(mkdtempSync(join(tmpdir(), 'ephemint-package-')));
  return directories.at(-1);
}

function run(directory, program, ...given) {
  return execFileSync(program, given, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What the compiler reports of files in a directory. */
function compile(directory, files, options) {
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...COMPILER, ...options }, files }));
  try {
    return run(directory, process.execPath, TSC);
  } catch (failed) {
    return failed.stdout;
  }
}

function pack() {
  const directory = temporary();
  run(directory, 'sh', join(SERVER, 'src/main/npm/pack.sh'), '0.1.0-test', directory);
  return join(directory, 'ephemint-browser-0.1.0-test.tgz');
}

const example = (name) => new RegExp(`<!-- ${name} -->\\n\`\`\`js\\n(.*?)\`\`\`\\n<!-- /${name} -->`, 's').exec(DOCUMENT)[1];

/** An empty project with the package in it. */
function project(tarball) {
  const directory = temporary();
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name: 'captions', private: true, type: 'module' }));
  run(directory, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', tarball);
  return directory;
}

const tarball = pack();
const installed = project(tarball);

test('the package has the served files, a readme, a licence and a version, and is always the same', () => {
  const files = readdirSync(join(installed, 'node_modules/ephemint-browser')).sort();
  assert.deepEqual(files, [...readdirSync(MODULE), 'LICENSE', 'README.md', 'package.json'].sort());
  for (const name of readdirSync(MODULE)) {
    const file = readFileSync(join(installed, 'node_modules/ephemint-browser', name));
    assert.ok(file.equals(readFileSync(join(MODULE, name))), name);
  }
  const description = JSON.parse(readFileSync(join(installed, 'node_modules/ephemint-browser/package.json'), 'utf8'));
  assert.equal(description.version, '0.1.0-test');
  assert.equal(description.dependencies, undefined);
  assert.ok(readFileSync(pack()).equals(readFileSync(tarball)));
});

test('an installed package has its types, strictly', () => {
  writeFileSync(
    join(installed, 'captions.ts'),
    `import { Captions, PcmSource, TokenSource, transcription, type Caption } from 'ephemint-browser';
declare function accessToken(): Promise<string>;
declare const chunks: Int16Array[];
${example('tokens')}
${example('pcm')}
const last: Caption | undefined = captions.captions.pop();
captions.on('close', ({ reason, error }) => console.log(reason, error?.message, last?.text));
// @ts-expect-error no such event
captions.on('captions', () => {});
// @ts-expect-error a session needs tokens
new Captions({});
// @ts-expect-error one of two
transcription({ model: 'm', turns: 'nobody' });
// @ts-expect-error read only
captions.state = 'closed';
`,
  );
  assert.equal(compile(installed, ['captions.ts'], { strict: true, exactOptionalPropertyTypes: true }), '');
});

test('an installed package runs the documented lines', () => {
  writeFileSync(
    join(installed, 'captions.mjs'),
    `import { said, service, minted, Vendor } from ${JSON.stringify(FAKES)};
import { Captions, PcmSource, TokenSource, transcription } from 'ephemint-browser';
const accessToken = async () => 'of-my-user';
const chunks = [new Int16Array(16000).fill(3000)];
const requests = service(200, minted());
{
${example('tokens')}
  globalThis.tokens = tokens;
}
const { send } = Vendor.prototype;
Vendor.prototype.send = function (text) {
  send.call(this, text);
  if (this.commits) {
    this.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' });
    this.say(said('completed', { transcript: 'Installed and run.' }));
  }
};
${example('pcm')}
captions.on('close', ({ reason }) => console.log(reason, requests[0].headers.get('authorization'), requests[0].body));
`,
  );
  const [caption, close] = run(installed, process.execPath, '--no-warnings', 'captions.mjs').split('\n');
  assert.equal(caption, 'Installed and run.');
  assert.match(close, /^ended Bearer of-my-user \{"session".*"gpt-4o-transcribe","language":"en"/);
});

/** Types that say what the code does not do. */
const WRONG = {
  'a method that the code has not': ['stop(): Promise<Close>;', 'stop(): Promise<Close>; pause(): void;'],
  'a class that is not declared': ['export class PcmSource', 'export class PcmInput'],
  'another result': ['get captions(): Caption[];', 'get captions(): string[];'],
  'a parameter less': ['constructor(options: TokenSourceOptions);', 'constructor();'],
};

/** Compares the entry's code, under a name that has no types beside it, with a file of types. */
function comparison(types) {
  return `import * as code from './code.js';
import type * as types from './${types}.js';
export const declared: typeof types = code;
export const same: { [Name in keyof typeof code]: unknown } = {} as typeof types;
`;
}

test('the code has the types that are declared, and types that differ are found', () => {
  const directory = temporary();
  const types = readFileSync(join(MODULE, 'ephemint.d.ts'), 'utf8');
  cpSync(MODULE, directory, { recursive: true });
  renameSync(join(directory, 'ephemint.js'), join(directory, 'code.js'));
  writeFileSync(join(directory, 'check.ts'), comparison('ephemint'));
  const wrong = Object.values(WRONG).map(([from, to], at) => {
    assert.ok(types.includes(from), from);
    writeFileSync(join(directory, `wrong${at}.d.ts`), types.replace(from, to));
    writeFileSync(join(directory, `check${at}.ts`), comparison(`wrong${at}`));
    return `check${at}.ts`;
  });

  const said = compile(directory, ['check.ts', ...wrong], { allowJs: true, checkJs: true, strictFunctionTypes: true });

  const found = new Set([...said.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, file]) => file));
  assert.deepEqual([...found].sort(), wrong, said);
});

test('every declared event is one of the code, and the other way round', () => {
  const declared = /interface CaptionsEvents \{(.*?)\n\}/s.exec(readFileSync(join(MODULE, 'ephemint.d.ts'), 'utf8'))[1];
  const names = [...declared.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  const [, list] = /const EVENTS = \[(.*?)\]/s.exec(readFileSync(join(MODULE, 'captions.js'), 'utf8'));
  assert.deepEqual(names.sort(), list.replaceAll(/['\s]/g, '').split(',').filter(Boolean).sort());
});
