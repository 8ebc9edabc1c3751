import { Banners } from './banners.js';
import { CaptionList } from './caption-list.js';
import { copy } from './copy.js';
import { element } from './dom.js';
import { EventList } from './event-list.js';
import { Level } from './level.js';
import { Microphone } from './microphone.js';
import { Sample } from './sample.js';
import { Session } from './session.js';
import { Form } from './form.js';
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

element('controls').addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  if (running) {
    running.finish();
  } else {
    run(form.settings);
  }
});
element('copy-token').addEventListener('click', () => copy(token.value, 'Token'));
element('copy-code').addEventListener('click', () => copy(snippets.text, 'Code'));

async function run(settings) {
  const attempt = new Attempt();
  running = attempt;
  form.lock(true);
  [banners, captions, events].forEach((part) => part.clear());
  bringIntoView(element('captions-title'));
  try {
    show('opening');
    const source = await (settings.source === 'sample' ? Sample : Microphone).open();
    await attempt.begin(settings, source);
  } catch (failed) {
    attempt.fail(failed);
  }
}

/** On a phone the captions are below the form. */
function bringIntoView(heading) {
  const { top, bottom } = heading.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.6) {
    heading.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }
}

function show(state) {
  const pill = element('state');
  pill.dataset.state = state;
  pill.textContent = STATES[state];
}

/** One press of Start, and all that the page shows of it. */
class Attempt {
  #session;
  #stopped = false;
  #failed = false;

  async begin(settings, source) {
    if (this.#stopped) {
      source.close();
      this.state('closed');
      return;
    }
    this.#session = new Session(settings, source, this);
    await this.#session.start();
  }

  finish() {
    this.#stopped = true;
    this.#session?.finish();
  }

  /** What fails after Stop is what was stopped. */
  fail(failure) {
    if (this.#stopped && this.#session) {
      return;
    }
    this.#failed = true;
    banners.failed(failure, token.mask);
    if (this.#session) {
      this.#session.end();
    } else {
      this.state('closed');
    }
  }

  state(state) {
    show(state === 'closed' && this.#failed ? 'failed' : state);
    if (state === 'closed') {
      running = undefined;
      level.rest();
      captions.settle();
      form.lock(false);
    }
  }

  minted(answer, request) {
    token.show(answer);
    banners.warn(answer.connect);
    events.add('sent', { type: 'POST /v1/realtime/client_secrets', ...request });
    events.add('received', { type: 'minted', ...token.mask(answer) });
  }

  event(way, event) {
    events.add(way, token.mask(event));
    if (event.type === 'error') {
      banners.failed({ message: event.error?.message, code: event.error?.code ?? event.error?.type }, token.mask);
    }
  }

  caption(item) {
    captions.show(item);
  }

  level(loudness) {
    level.show(loudness);
  }

  dropped(blocks) {
    banners.dropped(blocks);
  }

  closed({ code, reason, wasClean }) {
    this.#failed = !wasClean || code !== 1000;
    events.add('received', token.mask({ type: 'close', code, reason }));
    if (this.#failed) {
      banners.failed({ message: `The vendor closed the session. ${reason}`, code: code && `close ${code}` }, token.mask);
    }
  }
}
