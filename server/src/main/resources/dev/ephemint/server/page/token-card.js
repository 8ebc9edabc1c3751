import { MASK } from '../browser/v1/errors.js';
import { clockText, secondsLeft, skewOf } from './countdown.js';
import { element, make, write } from './dom.js';
import { hide } from './secret.js';

const LOW = 0.15;

/** The token's life, and everything of it but itself. */
export class TokenCard {
  #value = '';
  #timer;
  #life;

  /** For the clipboard only. */
  get value() {
    return this.#value;
  }

  /** Without a token, for the reason given. */
  clear(reason) {
    clearInterval(this.#timer);
    this.#value = '';
    write(element('secret'), 'none');
    write(element('clock'), '–:––');
    write(element('expiry'), reason);
    element('dial').style.strokeDashoffset = '100';
    element('dial').removeAttribute('data-low');
    element('copy-token').disabled = true;
    element('facts').replaceChildren();
  }

  show({ value, connect }) {
    this.#value = value;
    hide(value);
    const now = Date.now() / 1000;
    const skew = skewOf(connect.vendor_time, now);
    this.#life = { expiresAt: connect.expires_at, skew, whole: secondsLeft(connect.expires_at, skew, now) };
    write(element('secret'), MASK);
    element('copy-token').disabled = false;
    this.#showFacts(connect);
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), 500);
    this.#tick();
  }

  #tick() {
    const { expiresAt, skew, whole } = this.#life;
    const left = secondsLeft(expiresAt, skew, Date.now() / 1000);
    const part = whole > 0 ? left / whole : 0;
    write(element('clock'), clockText(left));
    element('dial').style.strokeDashoffset = String(100 * (1 - part));
    element('dial').toggleAttribute('data-low', part < LOW);
    write(
      element('expiry'),
      left > 0 ? 'until it opens no new session; an open one continues.' : 'Expired: it opens no new session.',
    );
    if (left === 0) {
      clearInterval(this.#timer);
      element('copy-token').disabled = true;
    }
  }

  #showFacts({ dialect, websocket, webrtc, first_events: first, verified }) {
    const byCall = !websocket.subprotocols && webrtc;
    const facts = [
      ['Dialect', dialect],
      ['Address', byCall ? webrtc.url : websocket.url],
      ['Way in', way(websocket, webrtc)],
      ['Sent first', first.length ? first.map((event) => event.type).join(', ') : 'nothing'],
      ['Verified', verified ? 'yes' : 'no: a minted token proves neither model nor session'],
    ];
    element('facts').replaceChildren(...facts.flatMap(([name, fact]) => [make('dt', name), make('dd', fact)]));
  }
}

function way(websocket, webrtc) {
  if (websocket.subprotocols) {
    return 'WebSocket, token as a subprotocol';
  }
  return webrtc ? 'WebRTC, token in the offer’s header' : 'none for browsers';
}
