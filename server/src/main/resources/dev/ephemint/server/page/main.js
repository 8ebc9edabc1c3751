import { Captions, Microphone, TokenSource } from '../browser/v1/ephemint.js';
import { Banners } from './banners.js';
import { CaptionList } from './caption-list.js';
import { copy } from './copy.js';
import { element, write } from './dom.js';
import { EventList } from './event-list.js';
import { eventOf } from './failure.js';
import { Form } from './form.js';
import { Level } from './level.js';
import { MINT, requestFor } from './request.js';
import { Sample } from './sample.js';
import { Snippets } from './snippets.js';
import { TokenCard } from './token-card.js';

const STATES = {
  idle: 'Ready',
  opening: 'Opening the source',
  minting: 'Minting a token',
  connecting: 'Connecting',
  listening: 'Listening',
  finishing: 'Waiting for the last words',
  closed: 'Closed',
  failed: 'Failed',
};

const form = new Form((settings) => snippets.show(settings));
const snippets = new Snippets(form.settings);
const banners = new Banners();
const captions = new CaptionList();
const events = new EventList();
const level = new Level();
const token = new TokenCard();
let running;
let source = form.settings.source;

element('controls').addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  if (running) {
    running.finish();
  } else {
    run(form.settings);
  }
});
element('copy-token').addEventListener('click', ({ currentTarget }) => copy(currentTarget, token.value, 'Token'));
element('copy-code').addEventListener('click', ({ currentTarget }) => copy(currentTarget, snippets.text, 'Code'));

function run(settings) {
  running = new Attempt(settings);
  source = settings.source;
  [banners, captions, events].forEach((part) => part.clear());
  token.clear('Start captions to mint one.');
  bringIntoView(element('captions-title'));
  running.start();
}

/** On a phone the captions are below the form. */
function bringIntoView(heading) {
  const { top, bottom } = heading.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.6) {
    heading.scrollIntoView({
      block: 'start',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  }
}

function show(state) {
  const pill = element('state');
  pill.dataset.state = state;
  write(pill, STATES[state]);
  captions.state(state, source);
  form.show(state);
}

/** One press of Start, and what the page shows of it: nothing once it is over, for then the page is the next one's. */
class Attempt {
  #request;
  #session;
  #failed = false;

  constructor(settings) {
    this.#request = requestFor(settings);
    this.#session = new Captions({
      tokens: new TokenSource({ url: MINT, request: this.#request }),
      source: settings.source === 'sample' ? new Sample() : new Microphone(),
      turns: settings.serverTurns ? 'vendor' : 'client',
      reconnects: 0,
    });
    this.#show('state', (state) => this.#state(state));
    this.#show('token', (minted) => this.#minted(minted));
    this.#show('event', ({ way, event }) => events.add(way, event));
    this.#show('caption', (item) => captions.show(item));
    this.#show('level', (loudness) => level.show(loudness));
    this.#show('dropped', ({ seconds }) => banners.dropped(seconds));
    this.#show('error', ({ message, code, type }) => banners.failed({ message, code, type }));
    this.#show('close', (close) => this.#closed(close));
  }

  start() {
    this.#session.start().catch(() => {}); // Its close says why.
  }

  /** Waits for the last words; if it waits for them already, it does not. */
  finish() {
    if (this.#session.state === 'finishing') {
      this.#session.close();
    } else {
      this.#session.stop();
    }
  }

  #state(state) {
    show(state === 'closed' && this.#failed ? 'failed' : state);
    if (state === 'minting') {
      token.clear('Minting a token.');
      events.add('sent', { type: `POST ${MINT}`, ...this.#request });
    } else if (state === 'finishing') {
      level.rest();
    } else if (state === 'closed') {
      running = undefined;
      level.rest();
      captions.settle();
      if (!token.value) {
        token.clear(this.#failed ? 'None was minted.' : 'Start captions to mint one.');
      }
    }
  }

  #minted(minted) {
    token.show(minted);
    banners.warn(minted.connect);
    events.add('received', { type: 'minted', ...minted.toJSON() });
  }

  #closed({ reason, code, message, error }) {
    this.#failed = reason === 'failed' || reason === 'lost';
    if (reason === 'failed') {
      banners.failed(error);
      const event = eventOf(error);
      if (event) {
        events.add('received', event);
      }
    } else if (reason === 'lost' || reason === 'remote') {
      events.add('received', { type: 'close', code, reason: message });
      if (this.#failed) {
        banners.failed({ message: `The vendor closed the session. ${message}`, code: code && `close ${code}` });
      }
    }
  }

  #show(type, change) {
    this.#session.on(type, (detail) => running === this && change(detail));
  }
}
