const TRANSCRIPTION = 'conversation.item.input_audio_transcription.';
const OPENS = ['input_audio_buffer.speech_started', 'input_audio_buffer.committed'];

/** What was said, item by item: the vendor may complete a later turn before an earlier one. */
export class Captions {
  #items = new Map();

  /** The item that the event changed, or undefined. */
  apply(event) {
    if (OPENS.includes(event.type)) {
      const opened = this.#item(event.item_id);
      opened.committed ||= event.type === 'input_audio_buffer.committed';
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
        Object.assign(item, { text: event.transcript, state: 'completed' });
        break;
      case 'failed':
        Object.assign(item, { state: 'failed', failure: event.error?.message ?? 'The transcription failed.' });
        break;
    }
    return item;
  }

  /** Whether a turn still waits for its transcript. */
  get isWaiting() {
    return [...this.#items.values()].some((item) => item.state === 'open');
  }

  /** Whether there is text of a turn that is not committed: some models send no final text before the commit. */
  get isUncommitted() {
    return [...this.#items.values()].some((item) => item.state === 'open' && !item.committed);
  }

  #item(id) {
    if (!this.#items.has(id)) {
      this.#items.set(id, { id, text: '', state: 'open', failure: null, committed: false });
    }
    return this.#items.get(id);
  }
}
