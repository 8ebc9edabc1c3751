import { element, make, write } from './dom.js';

const START = make('strong', 'Start captions');

/** What stands where captions will be, for each state and source. */
const EMPTY = {
  idle: () => ['Press ', START, ' and say something. The words appear here while you speak.'],
  opening: (source) => [source === 'sample' ? 'Loading the sample.' : 'Allow the microphone, if the browser asks for it.'],
  minting: () => ['Minting a token.'],
  connecting: () => ['Opening the session.'],
  listening: (source) => [
    source === 'sample'
      ? 'Playing the sample sentence. Its words appear here.'
      : 'Say something. The words appear here while you speak.',
  ],
  finishing: () => ['Waiting for the last words.'],
  closed: () => ['There were no words. Press ', START, ' to begin again.'],
  failed: () => ['There are no captions: see above. Press ', START, ' to try again.'],
};

const STATES = { partial: 'open', final: 'completed', failed: 'failed' };

/** The captions as they are read. Words that may still change are not read aloud before they are settled. */
export class CaptionList {
  #list = element('captions');
  #empty = element('captions-empty');
  #lines = new Map();

  clear() {
    this.#list.replaceChildren();
    this.#lines.clear();
    this.#empty.hidden = false;
  }

  show(item) {
    this.#empty.hidden = true;
    const line = this.#line(item.id);
    line.dataset.state = STATES[item.state];
    line.toggleAttribute('data-wordless', !item.error && !item.text);
    write(line, item.error?.message ?? (item.text || '…'));
    line.setAttribute('aria-busy', String(item.state === 'partial'));
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  /** Says what is going on, as long as there are no words. */
  state(state, source) {
    this.#empty.replaceChildren(...EMPTY[state](source));
  }

  /** Nothing more comes: turns without a word are taken away. */
  settle() {
    this.#lines.forEach((line, id) => {
      line.setAttribute('aria-busy', 'false');
      if (line.dataset.state === 'open' && line.hasAttribute('data-wordless')) {
        line.remove();
        this.#lines.delete(id);
      }
    });
    this.#empty.hidden = this.#lines.size > 0;
  }

  #line(id) {
    if (!this.#lines.has(id)) {
      this.#lines.set(id, make('p'));
      this.#list.append(this.#lines.get(id));
    }
    return this.#lines.get(id);
  }
}
