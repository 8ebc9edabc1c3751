import { Banners } from './banners.js';
import { CaptionList } from './caption-list.js';
import { copy } from './copy.js';
import { element, write } from './dom.js';
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

/** Of a vendor that ended the turn in the moment in which the page did: nothing is lost. */
const NOTHING_TO_COMMIT = 'input_audio_buffer_commit_empty';

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

async function run(settings) {
  const attempt = new Attempt();
  running = attempt;
  source = settings.source;
  [banners, captions, events].forEach((part) => part.clear());
  token.clear('Start captions to mint one.');
  bringIntoView(element('captions-title'));
  try {
    show('opening');
    const opened = await (settings.source === 'sample' ? Sample : Microphone).open();
    await attempt.begin(settings, opened);
  } catch (failed) {
    attempt.fail(failed);
  }
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
  #session;
  #failed = false;

  async begin(settings, source) {
    if (running !== this) {
      source.close();
      return;
    }
    this.#session = new Session(settings, source, this);
    await this.#session.start();
  }

  finish() {
    if (this.#session) {
      this.#session.finish();
    } else {
      this.state('closed');
    }
  }

  fail(failure) {
    this.#show(() => {
      this.#failed = true;
      banners.failed(failure);
      if (failure.event) {
        events.add('received', failure.event);
      }
      if (this.#session) {
        this.#session.end();
      } else {
        this.state('closed');
      }
    });
  }

  state(state) {
    this.#show(() => {
      show(state === 'closed' && this.#failed ? 'failed' : state);
      if (state === 'minting') {
        token.clear('Minting a token.');
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
    });
  }

  minted(response) {
    this.#show(() => {
      token.show(response);
      banners.warn(response.connect);
      events.add('received', { type: 'minted', ...response });
    });
  }

  event(way, event) {
    this.#show(() => {
      events.add(way, event);
      if (event.type === 'error' && event.error?.code !== NOTHING_TO_COMMIT) {
        banners.failed({ message: event.error?.message, code: event.error?.code ?? event.error?.type });
      }
    });
  }

  caption(item) {
    this.#show(() => captions.show(item));
  }

  level(loudness) {
    this.#show(() => level.show(loudness));
  }

  dropped(blocks) {
    this.#show(() => banners.dropped(blocks));
  }

  closed({ code, reason, wasClean }) {
    this.#show(() => {
      this.#failed = !wasClean || code !== 1000;
      events.add('received', { type: 'close', code, reason });
      if (this.#failed) {
        banners.failed({ message: `The vendor closed the session. ${reason}`, code: code && `close ${code}` });
      }
    });
  }

  #show(change) {
    if (running === this) {
      change();
    }
  }
}
