import { EphemintError } from './errors.js';
import { incoming } from './incoming.js';
import { Outbox } from './outbox.js';
import { filledIn } from './tokens.js';

const TIMEOUT_MILLIS = 30_000;

/** A connection over a WebSocket, with the token as a subprotocol. */
export class SocketLine {
  takesAudio = true;
  #socket;
  #outbox;
  #connect;
  #token;
  #listener;

  constructor(connect, token, listener) {
    this.#connect = connect;
    this.#token = token;
    this.#listener = listener;
  }

  open() {
    const { url, subprotocols } = this.#connect.websocket;
    const socket = new WebSocket(
      url,
      subprotocols.map((protocol) => filledIn(protocol, this.#token)),
    );
    this.#socket = socket;
    this.#outbox = new Outbox(socket);
    socket.onmessage = ({ data }) => this.#listener.event(incoming(data));
    const timer = setTimeout(() => socket.close(), TIMEOUT_MILLIS);
    return new Promise((resolve, reject) => {
      socket.onopen = () => {
        socket.onclose = (closed) => this.#closed(closed);
        resolve();
      };
      socket.onclose = ({ code }) => reject(refusal(url, code));
    }).finally(() => clearTimeout(timer));
  }

  send(event) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#outbox.send(event);
      this.#listener.sent(event);
    }
  }

  /** Blocks of audio that were given up because the line is slow. */
  get dropped() {
    return this.#outbox.dropped;
  }

  close() {
    this.#outbox?.close();
    this.#socket?.close(1000);
  }

  #closed({ code, reason, wasClean }) {
    this.#outbox.close();
    this.#listener.closed({ code, reason, wasClean });
  }
}

function refusal(url, code) {
  const message = `${new URL(url).host} did not open the socket (${code}). Browsers do not learn why.`;
  return new EphemintError(message, { code: 'socket_not_opened', closeCode: code });
}
