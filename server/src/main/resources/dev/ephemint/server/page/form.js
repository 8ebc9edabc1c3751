import { element, write } from './dom.js';

/** They refuse turn detection: a mint recorded on 2026-08-20, and livekit/agents 5779. */
const WITHOUT_TURNS = ['gpt-live-transcribe', 'gpt-realtime-whisper'];

/** What the visitor chose. */
export class Form {
  #form = element('controls');

  constructor(changed) {
    this.#form.addEventListener('input', () => {
      this.#hint();
      changed(this.settings);
    });
    this.#hint();
  }

  get settings() {
    const { source, model, language, turns } = this.#form.elements;
    return {
      source: source.value,
      model: model.value.trim(),
      language: language.value.trim(),
      serverTurns: turns.value === 'vendor',
    };
  }

  /** While a session runs, only its end is offered; while its last words are awaited, an end without them. */
  show(state) {
    const isRunning = !['idle', 'closed', 'failed'].includes(state);
    [...this.#form.elements].filter((control) => control.type !== 'submit').forEach((control) => (control.disabled = isRunning));
    element('start').toggleAttribute('data-running', isRunning);
    write(element('start-label'), !isRunning ? 'Start captions' : state === 'finishing' ? 'Stop now' : 'Stop');
  }

  #hint() {
    const { model, serverTurns } = this.settings;
    const clashes = WITHOUT_TURNS.includes(model) && serverTurns;
    const hint = element('turns-hint');
    hint.toggleAttribute('data-clash', clashes);
    write(
      hint,
      clashes
        ? `${model} does not support turn detection: this mint will be rejected.`
        : `${WITHOUT_TURNS.join(' and ')} do not support server_vad.`,
    );
  }
}
