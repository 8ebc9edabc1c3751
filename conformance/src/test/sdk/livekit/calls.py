"""Speaks a WAV file with LiveKit's speech-to-text plugin for OpenAI: calls.py FILE DIALECT=ADDRESS... A JSON line each."""
import asyncio
import json
import logging
import sys
import urllib.request
from urllib.parse import urlsplit

from livekit import rtc
from livekit.agents import APIConnectOptions
from livekit.agents.stt import SpeechEventType
from livekit.agents.utils import http_context
from livekit.plugins import openai

logging.disable(logging.CRITICAL)
MODEL = "gpt-4o-transcribe"
RATE = 24_000
SPEECH = open(sys.argv[1], "rb").read()[44:] + bytes(RATE * 2)
ONCE = APIConnectOptions(max_retry=0, timeout=10)


def mint(address):
    session = {"type": "transcription", "audio": {"input": {"transcription": {"model": MODEL}}}}
    request = urllib.request.Request(f"{address}/v1/realtime/client_secrets", json.dumps({"session": session}).encode(),
                                     {"content-type": "application/json"})
    with urllib.request.urlopen(request) as response:
        minted = json.load(response)
    return minted["value"], urlsplit(minted["connect"]["websocket"]["url"])


async def hear(secret, socket):
    """The plugin is given the token and the address up to /realtime; it makes the query itself."""
    base = f"http://{socket.netloc}{socket.path.removesuffix('/realtime')}"
    stt = openai.STT(model=MODEL, base_url=base, api_key=secret, use_realtime=True, language="en")
    stream = stt.stream(conn_options=ONCE)
    for start in range(0, len(SPEECH), 4_800):
        piece = SPEECH[start:start + 4_800]
        stream.push_frame(rtc.AudioFrame(piece, RATE, 1, len(piece) // 2))
    try:
        async for event in stream:
            if event.type == SpeechEventType.FINAL_TRANSCRIPT:
                return f"caption: {event.alternatives[0].text}"
        return "closed"
    finally:
        await stream.aclose()


def cause(error):
    """Which error of a socket that the vendor closes comes first depends on timing; the status of a handshake does not."""
    while error.__cause__:
        error = error.__cause__
    return f"refused {error.status}" if hasattr(error, "status") else "connected, then rejected"


async def main():
    async with http_context.open():
        for argument in sys.argv[2:]:
            dialect, address = argument.split("=", 1)
            try:
                verdict = await asyncio.wait_for(hear(*mint(address)), 60)
            except Exception as error:
                verdict = cause(error)
            print(json.dumps({"dialect": dialect, "call": "STT, use_realtime", "verdict": verdict}), flush=True)


asyncio.run(main())
