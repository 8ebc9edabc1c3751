import { EphemintError, errorOf } from './errors.js';

const TRANSCRIPTION = 'conversation.item.input_audio_transcription.';
const OPENS = ['input_audio_buffer.speech_started', 'input_audio_buffer.committed'];

/** Items to remember: an hour of speech with a turn every few seconds. */
const MOST = 1000;

/** What was said, item by item: the vendor may complete a later turn before an earlier one. */
export class Transcript {
  #items = new Map();
  #order = [];

  /** The item that the event changed, or undefined. The token is masked in errors. */
  apply(event, token = '') {
    if (OPENS.includes(event.type)) {
      const opened = this.#item(event.item_id);
      if (event.type === 'input_audio_buffer.committed') {
        opened.committed = true;
        this.#moveBehind(opened, event.previous_item_id ?? null);
      }
      return opened;
    }
    if (!event.type.startsWith(TRANSCRIPTION)) {
      return undefined;
    }
    const item = this.#item(event.item_id);
    switch (event.type.slice(TRANSCRIPTION.length)) {
      case 'delta':
        item.text += event.delta ?? '';
        break;
      case 'completed':
        Object.assign(item, { text: event.transcript, state: 'final' });
        break;
      case 'failed':
        Object.assign(item, { state: 'failed', error: errorOf(event.error, 'The transcription failed.', {}, token) });
        break;
    }
    return item;
  }

  /** The items in the order of speech, as far as it is known. */
  get captions() {
    return this.#order.map(shown);
  }

  /** Whether a turn still waits for its transcript. */
  get isWaiting() {
    return this.#open.length > 0;
  }

  /** Whether there is text of a turn that is not committed: some models send no final text before the commit. */
  get isUncommitted() {
    return this.#open.some((item) => !item.committed);
  }

  get open() {
    return this.#open.length;
  }

  /** No transcript of an open turn comes any more: its connection is lost. */
  lose() {
    const lost = this.#open;
    lost.forEach((item) =>
      Object.assign(item, {
        state: 'failed',
        error: new EphemintError('The connection was lost before the end of this turn.', { code: 'connection_lost' }),
      }),
    );
    return lost;
  }

  get #open() {
    return this.#order.filter((item) => item.state === 'partial');
  }

  #item(id) {
    if (!this.#items.has(id)) {
      const item = { id, previousId: null, text: '', state: 'partial', error: null, committed: false };
      this.#items.set(id, item);
      this.#order.push(item);
      if (this.#order.length > MOST) {
        this.#items.delete(this.#order.shift().id);
      }
    }
    return this.#items.get(id);
  }

  #moveBehind(item, previousId) {
    item.previousId = previousId;
    const previous = this.#items.get(previousId);
    if (previous && previous !== item) {
      this.#order.splice(this.#order.indexOf(item), 1);
      this.#order.splice(this.#order.indexOf(previous) + 1, 0, item);
    }
  }
}

/** An item as listeners get it: a copy, which later events do not change. */
export function shown({ id, previousId, text, state, error }) {
  return { id, previousId, text, state, error };
}
