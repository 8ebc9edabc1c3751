import { EphemintError, refused } from './errors.js';
import { incoming } from './incoming.js';
import { filledIn } from './tokens.js';

const CHANNEL = 'oai-events';
const TIMEOUT_MILLIS = 30_000;
const THIS_MACHINE = ['127.0.0.1', 'localhost'];

/** A connection as a WebRTC call: the microphone is a track, events go over a data channel. Not yet tried with a vendor. */
export class CallLine {
  takesAudio = false;
  dropped = 0;
  #peer;
  #channel;
  #connect;
  #token;
  #listener;
  #stream;
  #abort = new AbortController();
  #isAccepted = false;
  #closing = false;

  constructor(connect, token, listener, stream) {
    this.#connect = connect;
    this.#token = token;
    this.#listener = listener;
    this.#stream = stream;
  }

  async open() {
    this.#peer = new RTCPeerConnection();
    this.#stream.getTracks().forEach((track) => this.#peer.addTrack(track, this.#stream));
    this.#channel = this.#peer.createDataChannel(CHANNEL);
    this.#channel.onmessage = ({ data }) => this.#listener.event(incoming(data));
    const opened = this.#opened();
    await this.#peer.setLocalDescription();
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: await this.#sendOffer(this.#peer.localDescription.sdp) });
    this.#isAccepted = true;
    await opened;
    this.#channel.onclose = () => this.#ended('The call ended.');
    this.#peer.onconnectionstatechange = () => this.#peer.connectionState === 'failed' && this.#ended('The call broke off.');
  }

  send(event) {
    if (this.#channel.readyState === 'open') {
      this.#channel.send(JSON.stringify(event));
      this.#listener.sent(event);
    }
  }

  close() {
    this.#closing = true;
    this.#abort.abort();
    this.#channel?.close();
    this.#peer?.close();
  }

  #ended(reason) {
    this.#listener.closed({ code: null, reason, wasClean: this.#closing });
  }

  async #sendOffer(offer) {
    const { url, header, content_type: type } = this.#connect.webrtc;
    const { host, pathname } = new URL(url);
    if (!mayCall(url)) {
      throw new EphemintError(`${host} accepts calls over plain http only; this page calls over https only.`, {
        code: 'plain_http',
      });
    }
    this.#listener.sent({ type: `POST ${pathname}`, url, 'content-type': type, sdp: offer });
    const response = await fetch(url, {
      method: 'POST',
      headers: { [header.name]: filledIn(header.value, this.#token), 'content-type': type },
      body: offer,
      redirect: 'error',
      credentials: 'omit',
      signal: this.#abort.signal,
    }).catch((cause) => {
      throw new EphemintError(`${host} did not respond to the call, or not in a way that this page may read.`, {
        code: 'service_unreachable',
        url,
        cause,
      });
    });
    if (!response.ok) {
      throw await refused(response, this.#token);
    }
    return response.text();
  }

  #opened() {
    const timer = setTimeout(() => this.#abort.abort(), TIMEOUT_MILLIS);
    const opened = new Promise((resolve, reject) => {
      const fail = (message) => reject(new EphemintError(message, { code: 'call_not_opened' }));
      this.#channel.onopen = resolve;
      this.#channel.onclose = () => fail('The call ended before its data channel opened.');
      this.#abort.signal.onabort = () =>
        fail(
          this.#isAccepted ? 'The call was accepted, but its data channel did not open.' : 'The call was not accepted in time.',
        );
    }).finally(() => clearTimeout(timer));
    opened.catch(() => {}); // Reported to the caller of `open`; an earlier failure ends the wait.
    return opened;
  }
}

/** Plain http only to the page's own origin, and from this machine to this machine: the offer carries the token. */
function mayCall(url) {
  const { protocol, hostname, origin } = new URL(url);
  return (
    protocol === 'https:' ||
    origin === location.origin ||
    [hostname, location.hostname].every((host) => THIS_MACHINE.includes(host))
  );
}
