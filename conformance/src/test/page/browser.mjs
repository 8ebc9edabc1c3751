// A real Chromium with a microphone that is a file, and a page in it that is watched for anything amiss.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Milliseconds. Only ends a wait for what never comes: on a busy machine everything takes long. */
export const LIMIT = 240_000;

const PAUSE_BYTES = 2 * 24000;

/** The sentence and a second of silence, which the fake microphone repeats. */
function speechWithPause(sample, directory) {
  const wav = Buffer.concat([readFileSync(sample), Buffer.alloc(PAUSE_BYTES)]);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.writeUInt32LE(wav.length - 44, 40);
  const file = join(directory, 'microphone.wav');
  writeFileSync(file, wav);
  return file;
}

export async function launch(executablePath, sample) {
  const directory = mkdtempSync(join(tmpdir(), 'ephemint-page-'));
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${speechWithPause(sample, directory)}`,
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--allow-loopback-in-peer-connection',
    ],
  });
  browser.on('disconnected', () => rmSync(directory, { recursive: true, force: true }));
  return browser;
}

/** Runs in the page before it: keeps what it opens, to see whether it is closed. */
function keepWhatIsOpened() {
  const opened = [];
  globalThis.opened = opened;
  const microphone = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await microphone(wanted);
    stream.getTracks().forEach((track) => opened.push({ what: 'microphone', track, isOpen: () => track.readyState === 'live' }));
    return stream;
  };
  const keep = (name, isOpen) => {
    globalThis[name] = class extends globalThis[name] {
      constructor(...given) {
        // biome-ignore lint/correctness/noInvalidConstructorSuper: these globals are classes
        super(...given);
        opened.push({ what: name, isOpen: () => isOpen(this) });
      }
    };
  };
  keep('WebSocket', (socket) => socket.readyState < 2);
  keep('RTCPeerConnection', (peer) => peer.connectionState !== 'closed');
  keep('AudioContext', (context) => context.state !== 'closed');
}

/** The clipboard is the browser's, and other visits write to it meanwhile: this is what the page itself wrote. */
function keepWhatIsCopied() {
  if (!navigator.clipboard) {
    return;
  }
  const write = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = async (text) => {
    await write(text);
    globalThis.copied = text;
  };
}

/** The page, opened as a visitor would, and what went wrong in it. */
export class Visit {
  problems = [];
  #minted;
  /** Comes with the first token. */
  token = new Promise((resolve) => (this.#minted = resolve));

  static async to(url, browser, { viewport = { width: 1280, height: 900 }, before = async () => {}, ...options } = {}) {
    const visit = new Visit();
    visit.context = await browser.newContext({
      viewport,
      permissions: ['microphone', 'clipboard-read', 'clipboard-write'],
      ...options,
    });
    visit.context.setDefaultTimeout(LIMIT);
    visit.page = await visit.context.newPage();
    visit.#watch();
    await visit.page.addInitScript(keepWhatIsOpened);
    await visit.page.addInitScript(keepWhatIsCopied);
    await before(visit.page);
    await visit.page.goto(url);
    await visit.page.locator('#code').filter({ hasText: 'curl' }).waitFor();
    return visit;
  }

  #watch() {
    this.page.on(
      'console',
      (line) => ['error', 'warning'].includes(line.type()) && this.problems.push(`console: ${line.text()}`),
    );
    this.page.on('pageerror', (error) => this.problems.push(`page: ${error.message}`));
    this.page.on('requestfailed', (request) => this.problems.push(`request: ${request.url()} ${request.failure()?.errorText}`));
    this.page.on('response', async (response) => {
      if (response.url().endsWith('/client_secrets') && response.ok()) {
        this.#minted((await response.json()).value);
      }
    });
  }

  async start(source) {
    await this.page.getByLabel(source).check();
    await this.page.getByRole('button', { name: 'Start captions' }).click();
  }

  async stop() {
    await this.page.getByRole('button', { name: 'Stop' }).click();
  }

  state(state) {
    return this.page.locator(`#state[data-state=${state}]`).waitFor();
  }

  /** The text of the caption, once it is settled. */
  async caption(at = 0) {
    const captions = this.page.locator('#captions p[data-state=completed]');
    await captions.nth(at).waitFor();
    return captions.nth(at).textContent();
  }

  /** What the page opened and did not close. */
  open() {
    return this.page.evaluate(() => globalThis.opened.filter((one) => one.isOpen()).map((one) => one.what));
  }

  /** What the page wrote to the clipboard last. */
  copied() {
    return this.page.evaluate(() => globalThis.copied);
  }

  async alert() {
    return this.page.locator('#alert').textContent();
  }

  /** What stands where captions will be. */
  emptyText() {
    return this.page.locator('#captions-empty').textContent();
  }

  async types() {
    return this.page.locator('#events .type').allTextContents();
  }

  /** It ended, shows no error, and holds nothing. */
  async expectStopped() {
    await this.state('closed');
    await this.page.getByRole('button', { name: 'Start captions' }).waitFor();
    assert.equal(await this.alert(), '');
    assert.deepEqual(await this.open(), []);
  }

  async expectNothingAmiss() {
    assert.deepEqual(this.problems, []);
    await this.expectNoToken();
  }

  async expectNoToken() {
    const token = await this.token;
    assert.match(token, /^ek_sandbox_/);
    assert.ok(!(await this.page.content()).includes(token.slice(3)), 'the token is in the page');
    assert.equal(await this.page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
  }

  close() {
    return this.context.close();
  }
}
