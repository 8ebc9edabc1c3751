"""Speaks a WAV file to the socket that each facade names: captions.py FILE DIALECT=ADDRESS... Prints a JSON line each."""
import base64
import json
import signal
import sys
from urllib.parse import parse_qsl, urlsplit

from openai import OpenAI

SPEECH = open(sys.argv[1], "rb").read()[44:]
SILENCE = bytes(48_000)
PIECE = 4_800
TRANSCRIPTION = {"type": "transcription", "audio": {"input": {"transcription": {"model": "gpt-4o-transcribe"}}}}
FLAT_UPDATE = {"type": "transcription_session.update", "session": {"input_audio_transcription": {"model": "gpt-4o-transcribe"}}}
signal.alarm(300)


def session(address, turn_detection):
    audio = {"transcription": {"model": "gpt-4o-transcribe"}, **turn_detection}
    minted = OpenAI(base_url=f"{address}/v1", api_key="x").realtime.client_secrets.create(
        session={"type": "transcription", "audio": {"input": audio}})
    return minted.value, minted.connect["websocket"]["url"]


def flat(address):
    minted = OpenAI(base_url=f"{address}/v1", api_key="x").beta.realtime.transcription_sessions.create()
    return minted.client_secret.value, minted.connect["websocket"]["url"]


def hear(secret, url, before=None, commit=False):
    address = urlsplit(url)
    base = f"{address.scheme}://{address.netloc}{address.path.removesuffix('/realtime')}"
    client = OpenAI(base_url="http://127.0.0.1:9", websocket_base_url=base, api_key=secret)
    with client.realtime.connect(extra_query=dict(parse_qsl(address.query))) as connection:
        if before:
            connection.send(before)
        audio = SPEECH if commit else SPEECH + SILENCE
        for start in range(0, len(audio), PIECE):
            connection.input_audio_buffer.append(audio=base64.b64encode(audio[start:start + PIECE]).decode())
        if commit:
            connection.input_audio_buffer.commit()
        for event in connection:
            if event.type == "error":
                return f"error {event.error.code or '-'} {event.error.param or '-'}"
            if event.type == "conversation.item.input_audio_transcription.completed":
                return f"caption: {event.transcript}"
        return "closed"


def calls(address):
    yield "realtime.connect, the vendor detects turns", hear(*session(address, {"turn_detection": {"type": "server_vad"}}))
    yield "realtime.connect, the client commits", hear(*session(address, {"turn_detection": None}), commit=True)
    yield "realtime.connect, token of the flat shape", hear(*flat(address))
    yield "realtime.connect, session.update", hear(
        *session(address, {}), before={"type": "session.update", "session": TRANSCRIPTION})
    yield "realtime.connect, transcription_session.update", hear(*session(address, {}), before=FLAT_UPDATE)


for argument in sys.argv[2:]:
    dialect, address = argument.split("=", 1)
    for name, result in calls(address):
        print(json.dumps({"dialect": dialect, "call": name, "verdict": result}), flush=True)
