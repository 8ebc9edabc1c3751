import { incoming } from './incoming.js';
import { filledIn } from './mint.js';
import { Outbox } from './outbox.js';
import { Failed } from './refused.js';

/** A session over a WebSocket, with the token as a subprotocol. */
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
    return new Promise((resolve, reject) => {
      socket.onopen = () => {
        socket.onclose = (closed) => this.#closed(closed);
        resolve();
      };
      socket.onclose = ({ code }) =>
        reject(new Failed(refusal(url, code), { type: 'close', code, reason: 'The socket did not open.' }));
    });
  }

  send(event) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#outbox.send(event);
      this.#listener.sent(event);
    }
  }

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
  return `${new URL(url).host} did not open the socket (${code}). Browsers do not learn why.`;
}
