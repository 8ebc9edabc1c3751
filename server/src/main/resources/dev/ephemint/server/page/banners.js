import { COMMIT_REQUIRED } from '../browser/v1/tokens.js';
import { element, make, write } from './dom.js';
import { advised } from './failure.js';

const SANDBOX = 'sandbox_token';

/** What a visitor must know: warnings of the mint, and what failed. */
export class Banners {
  #notes = element('notes');
  #alert = element('alert');

  clear() {
    this.#notes.replaceChildren();
    this.#alert.replaceChildren();
  }

  warn({ websocket, webrtc, warnings }) {
    const sandbox = warnings.some((warning) => warning.code === SANDBOX);
    warnings.filter(({ code }) => code !== COMMIT_REQUIRED).forEach((warning) => this.#warning(warning)); // The session obeys it.
    if (!websocket.subprotocols && webrtc) {
      const who = sandbox ? ' The sandbox takes the offer and plays no call, so here it ends with an error.' : '';
      this.#note(
        'By WebRTC.',
        `No WebSocket of a browser is known to get into this vendor. This way was built from recordings and has never met a vendor.${who}`,
      );
    }
  }

  dropped(seconds) {
    const note = element('dropped') ?? this.#note('The line is slow.', '', '', 'dropped');
    write(note.querySelector('small'), `${seconds.toFixed(1)} s of audio were left out`);
  }

  failed(failure) {
    const { message, code, status, param, requestId } = advised(failure);
    const box = make('div', '', { class: 'note bad' });
    const details = [status && `HTTP ${status}`, code, param, requestId].filter(Boolean).join(' · ');
    box.append(make('strong', message || 'It failed without a message.'), make('small', details));
    this.#alert.append(box);
  }

  #warning({ code, message, param }) {
    const details = param ? `${code} · ${param}` : code;
    if (code === SANDBOX) {
      this.#note(
        'This is the sandbox: its captions are a script.',
        `What you say only decides when the next line comes. ${message}`,
        details,
      );
    } else {
      this.#note(message, '', details);
    }
  }

  #note(title, text, details = '', id = '') {
    const box = make('div', '', { class: 'note', ...(id && { id }) });
    box.append(make('strong', title), make('span', text), make('small', details));
    this.#notes.append(box);
    return box;
  }
}
