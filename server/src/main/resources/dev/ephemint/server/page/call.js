import { incoming } from './incoming.js';
import { filledIn } from './mint.js';
import { Failed, Refused } from './refused.js';

const CHANNEL = 'oai-events';
const PATIENCE = 15000;
const THIS_MACHINE = ['127.0.0.1', 'localhost'];

/** A session as a WebRTC call: the microphone is a track, events go over a data channel. Never yet tried on a vendor. */
export class CallLine {
  takesAudio = false;
  dropped = 0;
  #peer;
  #channel;
  #connect;
  #token;
  #tell;
  #closing = false;

  constructor(connect, token, tell, stream) {
    this.#connect = connect;
    this.#token = token;
    this.#tell = tell;
    this.stream = stream;
  }

  async open() {
    this.#peer = new RTCPeerConnection();
    this.stream.getTracks().forEach((track) => this.#peer.addTrack(track, this.stream));
    this.#channel = this.#peer.createDataChannel(CHANNEL);
    this.#channel.onmessage = ({ data }) => this.#tell.event(incoming(data));
    const opened = this.#opened();
    await this.#peer.setLocalDescription();
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: await this.#answer(this.#peer.localDescription.sdp) });
    await opened;
    this.#channel.onclose = () => this.#ended('The call ended.');
    this.#peer.onconnectionstatechange = () => this.#peer.connectionState === 'failed' && this.#ended('The call broke off.');
  }

  send(event) {
    if (this.#channel.readyState === 'open') {
      this.#channel.send(JSON.stringify(event));
      this.#tell.sent(event);
    }
  }

  close() {
    this.#closing = true;
    this.#channel?.close();
    this.#peer?.close();
  }

  #ended(reason) {
    this.#tell.closed({ code: null, reason, wasClean: this.#closing });
  }

  async #answer(offer) {
    const { url, header, content_type: type } = this.#connect.webrtc;
    if (!mayCall(url)) {
      throw new Error(`${new URL(url).host} takes calls over plain http, and this page calls over https only.`);
    }
    this.#tell.sent({ type: `POST ${new URL(url).pathname}`, url, 'content-type': type, sdp: offer });
    const answer = await fetch(url, {
      method: 'POST',
      headers: { [header.name]: filledIn(header.value, this.#token), 'content-type': type },
      body: offer,
      redirect: 'error',
      credentials: 'omit',
    }).catch((failed) => {
      throw new Failed(`${new URL(url).host} gave no answer to the call that this page may read.`, { type: 'unreachable', url }, failed);
    });
    if (!answer.ok) {
      throw new Refused(answer, await answer.json().catch(() => null));
    }
    return answer.text();
  }

  #opened() {
    const opened = new Promise((resolve, reject) => {
      this.#channel.onopen = resolve;
      this.#channel.onclose = () => reject(new Error('The call ended before its data channel opened.'));
      setTimeout(() => reject(new Error('The call was answered, but its data channel did not open.')), PATIENCE);
    });
    opened.catch(() => {}); // Told by whoever awaits it; an earlier failure ends the wait.
    return opened;
  }
}

/** As the page's own policy has it: plain http only to where the page is from, and from this machine to this machine. */
function mayCall(url) {
  const { protocol, hostname, origin } = new URL(url);
  return protocol === 'https:' || origin === location.origin || [hostname, location.hostname].every((host) => THIS_MACHINE.includes(host));
}
