"""Speaks a WAV file with Pipecat's speech-to-text service for OpenAI: calls.py FILE DIALECT=ADDRESS... A JSON line each."""
import asyncio
import json
import sys
import urllib.request
from urllib.parse import urlsplit

from loguru import logger
from pipecat.frames.frames import ErrorFrame, InputAudioRawFrame, TranscriptionFrame, VADUserStoppedSpeakingFrame
from pipecat.observers.base_observer import BaseObserver
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.services.openai.stt import OpenAIRealtimeSTTService
from pipecat.workers.runner import WorkerRunner

logger.remove()
MODEL = "gpt-4o-transcribe"
RATE = 24_000
SPEECH = open(sys.argv[1], "rb").read()[44:]
CALLS = {"the vendor detects turns": {"type": "server_vad"}, "the client commits": False}


def mint(address, detection):
    audio = {"transcription": {"model": MODEL}, "turn_detection": detection or None}
    session = {"type": "transcription", "audio": {"input": audio}}
    request = urllib.request.Request(f"{address}/v1/realtime/client_secrets", json.dumps({"session": session}).encode(),
                                     {"content-type": "application/json"})
    with urllib.request.urlopen(request) as response:
        minted = json.load(response)
    return minted["value"], urlsplit(minted["connect"]["websocket"]["url"])


class FirstResult(BaseObserver):
    """Keeps the first transcript or error that the service pushes."""

    def __init__(self):
        super().__init__()
        self.verdict = asyncio.get_running_loop().create_future()

    async def on_push_frame(self, data):
        if self.verdict.done():
            return
        if isinstance(data.frame, TranscriptionFrame):
            self.verdict.set_result(f"caption: {data.frame.text}")
        elif isinstance(data.frame, ErrorFrame):
            self.verdict.set_result(data.frame.error)


async def hear(secret, socket, detection):
    """The service is given the token and the address without its query; it makes that itself."""
    stt = OpenAIRealtimeSTTService(
        api_key=secret, base_url=f"{socket.scheme}://{socket.netloc}{socket.path}", turn_detection=detection,
        settings=OpenAIRealtimeSTTService.Settings(model=MODEL))
    result = FirstResult()
    worker = PipelineWorker(Pipeline([stt]), observers=[result], cancel_on_idle_timeout=False,
                            params=PipelineParams(audio_in_sample_rate=RATE))
    audio = SPEECH + bytes(RATE * 2) if detection else SPEECH
    for start in range(0, len(audio), 4_800):
        await worker.queue_frame(InputAudioRawFrame(audio[start:start + 4_800], RATE, 1))
    if not detection:
        await worker.queue_frame(VADUserStoppedSpeakingFrame())
    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    running = asyncio.create_task(runner.run())
    try:
        return await asyncio.wait_for(asyncio.shield(result.verdict), 60)
    finally:
        await worker.cancel()
        await running


async def main():
    for argument in sys.argv[2:]:
        dialect, address = argument.split("=", 1)
        for call, detection in CALLS.items():
            verdict = await hear(*mint(address, detection), detection)
            print(json.dumps({"dialect": dialect, "call": call, "verdict": verdict}), flush=True)


asyncio.run(main())
