import { element, make, write } from './dom.js';
import { masked } from './secret.js';

const APPEND = 'input_audio_buffer.append';
const MOST = 250;
const MOST_TEXT = 20000;
const ARROWS = { sent: ['→', 'sent'], received: ['←', 'received'] };

/** What goes over the line. Audio in a row is one entry, and so are pieces of one transcript. */
export class EventList {
  #list = element('events');
  #scroll = element('events-scroll');
  #count = 0;
  #began = performance.now();
  #run;

  clear() {
    this.#list.replaceChildren();
    this.#count = 0;
    this.#began = performance.now();
    this.#run = undefined;
    this.#report();
  }

  add(way, event) {
    this.#count++;
    if (this.#run?.way === way && this.#run.type === event.type && this.#run.item === event.item_id) {
      this.#run.add(event);
    } else {
      const atEnd = this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < 40;
      this.#append(way, event);
      if (atEnd) {
        this.#scroll.scrollTop = this.#scroll.scrollHeight;
      }
    }
    this.#report();
  }

  #append(way, event) {
    const entry = make('li', '', { 'data-way': way, ...(isBad(event) && { 'data-bad': '' }) });
    const summary = make('summary');
    const [arrow, word] = ARROWS[way];
    const direction = make('span', '', { class: 'way' });
    direction.append(make('span', arrow, { 'aria-hidden': 'true' }), make('span', word, { class: 'visually-hidden' }));
    const more = make('span', outcome(event), { class: 'more' });
    summary.append(
      direction,
      make('time', `${((performance.now() - this.#began) / 1000).toFixed(2)} s`),
      make('span', event.type, { class: 'type' }),
      more,
    );
    const details = make('details');
    details.append(summary, make('pre', text(event)));
    entry.append(details);
    this.#list.append(entry);
    this.#run = runOf(way, event, more);
    while (this.#list.children.length > MOST) {
      this.#list.firstChild.remove();
    }
  }

  #report() {
    element('events-empty').hidden = this.#count > 0;
    write(element('events-count'), this.#count > 0 ? this.#count : '');
  }
}

function isBad(event) {
  return (
    ['error', 'refused', 'unreachable', 'unreadable'].includes(event.type) ||
    event.type.endsWith('.failed') ||
    (event.type === 'close' && event.code !== 1000)
  );
}

/** What is worth reading before the entry is opened. */
function outcome({ type, code, status, error }) {
  return { close: code, refused: [status, error?.code].filter(Boolean).join(' · ') }[type] ?? '';
}

function isAudio({ type, audio }) {
  return type === APPEND && typeof audio === 'string';
}

/** Consecutive events of one kind, shown as one; undefined for a kind that is not merged. */
function runOf(way, event, more) {
  const run = { way, type: event.type, item: event.item_id };
  if (isAudio(event)) {
    let blocks = 0;
    let bytes = 0;
    run.add = ({ audio }) => {
      blocks++;
      bytes += ((audio?.length ?? 0) * 3) / 4;
      write(more, `× ${blocks} · ${Math.round(bytes / 1024)} KiB`);
    };
  } else if (event.type.endsWith('.delta')) {
    let words = '';
    run.add = ({ delta }) => {
      words += delta ?? '';
      write(more, `“${words}”`);
    };
  } else {
    return undefined;
  }
  run.add(event);
  return run;
}

function text(event) {
  const shortened = isAudio(event) ? { ...event, audio: `${event.audio.slice(0, 32)}… (base64)` } : event;
  return masked(JSON.stringify(shortened, null, 2)).slice(0, MOST_TEXT); // Half a token would not be found.
}
