import { incoming } from './incoming.js';
import { filledIn } from './mint.js';
import { Failed, Refused } from './refused.js';

const CHANNEL = 'oai-events';
const TIMEOUT_MILLIS = 15000;
const THIS_MACHINE = ['127.0.0.1', 'localhost'];

/** A session as a WebRTC call: the microphone is a track, events go over a data channel. Not yet tried with a vendor. */
export class CallLine {
  takesAudio = false;
  dropped = 0;
  #peer;
  #channel;
  #connect;
  #token;
  #listener;
  #closing = false;

  constructor(connect, token, listener, stream) {
    this.#connect = connect;
    this.#token = token;
    this.#listener = listener;
    this.stream = stream;
  }

  async open() {
    this.#peer = new RTCPeerConnection();
    this.stream.getTracks().forEach((track) => this.#peer.addTrack(track, this.stream));
    this.#channel = this.#peer.createDataChannel(CHANNEL);
    this.#channel.onmessage = ({ data }) => this.#listener.event(incoming(data));
    const opened = this.#opened();
    await this.#peer.setLocalDescription();
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: await this.#sendOffer(this.#peer.localDescription.sdp) });
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
    this.#channel?.close();
    this.#peer?.close();
  }

  #ended(reason) {
    this.#listener.closed({ code: null, reason, wasClean: this.#closing });
  }

  async #sendOffer(offer) {
    const { url, header, content_type: type } = this.#connect.webrtc;
    if (!mayCall(url)) {
      throw new Error(`${new URL(url).host} accepts calls over plain http only; this page calls over https only.`);
    }
    this.#listener.sent({ type: `POST ${new URL(url).pathname}`, url, 'content-type': type, sdp: offer });
    const response = await fetch(url, {
      method: 'POST',
      headers: { [header.name]: filledIn(header.value, this.#token), 'content-type': type },
      body: offer,
      redirect: 'error',
      credentials: 'omit',
    }).catch((failed) => {
      throw new Failed(
        `${new URL(url).host} did not respond to the call, or not in a way that this page may read.`,
        { type: 'unreachable', url },
        failed,
      );
    });
    if (!response.ok) {
      throw new Refused(response, await response.json().catch(() => null));
    }
    return response.text();
  }

  #opened() {
    const opened = new Promise((resolve, reject) => {
      this.#channel.onopen = resolve;
      this.#channel.onclose = () => reject(new Error('The call ended before its data channel opened.'));
      setTimeout(() => reject(new Error('The call was accepted, but its data channel did not open.')), TIMEOUT_MILLIS);
    });
    opened.catch(() => {}); // Reported to the caller of `open`; an earlier failure ends the wait.
    return opened;
  }
}

/** Same as the page's content security policy: plain http only to the page's own origin, and from this machine to this machine. */
function mayCall(url) {
  const { protocol, hostname, origin } = new URL(url);
  return (
    protocol === 'https:' ||
    origin === location.origin ||
    [hostname, location.hostname].every((host) => THIS_MACHINE.includes(host))
  );
}
