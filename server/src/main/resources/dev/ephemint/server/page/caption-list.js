import { element, make, write } from './dom.js';

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
    line.dataset.state = item.state;
    write(line, item.failure ?? (item.text || '…'));
    line.setAttribute('aria-busy', String(item.state === 'open'));
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  /** Nothing more comes. */
  settle() {
    this.#lines.forEach((line) => line.setAttribute('aria-busy', 'false'));
  }

  #line(id) {
    if (!this.#lines.has(id)) {
      this.#lines.set(id, make('p'));
      this.#list.append(this.#lines.get(id));
    }
    return this.#lines.get(id);
  }
}
