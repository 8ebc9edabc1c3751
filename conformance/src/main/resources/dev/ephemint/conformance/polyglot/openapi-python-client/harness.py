"""Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads."""
import json
import sys

from client import Client
from client.api.realtime import create_client_secret, create_transcription_session
from client.models import (
    AudioFormat, AudioInputRequest, AudioTranscription, ClientSecret, ClientSecretRequest, ExpiresAfter,
    FlatTranscriptionSession, FlatTranscriptionSessionRequest, TranscriptionAudioRequest, TranscriptionSessionRequest)

service = None


def session(request):
    read = create_client_secret.sync_detailed(client=service, body=request)
    if not isinstance(read.parsed, ClientSecret):
        raise ValueError(f"status {read.status_code}")
    return read.parsed


def flat(request):
    read = create_transcription_session.sync_detailed(client=service, body=request)
    if not isinstance(read.parsed, FlatTranscriptionSession):
        raise ValueError(f"status {read.status_code}")
    return read.parsed


def transcription_null():
    audio_input = AudioInputRequest(
        format_=AudioFormat(type_="audio/pcm", rate=24000),
        transcription=AudioTranscription(model="gpt-live-transcribe"),
        turn_detection=None)
    return ClientSecretRequest(
        expires_after=ExpiresAfter(anchor="created_at", seconds=60),
        session=TranscriptionSessionRequest(type_="transcription", audio=TranscriptionAudioRequest(input_=audio_input)))


def typed(case):
    if case == "flat":
        read = flat(FlatTranscriptionSessionRequest())
        secret = read.client_secret
    else:
        secret = read = session(transcription_null())
    return {"value": secret.value, "expires_at": secret.expires_at, "type": "transcription",
            "socket": read.connect.websocket.url, "read": read.to_dict()}


def respond(question):
    global service
    match question["do"]:
        case "start":
            service = Client(base_url=question["base"])
            return {"typed": ["transcription-null", "flat"]}
        case "typed":
            return typed(question["case"])
        case "mint" if question["shape"] == "flat":
            return {"read": flat(FlatTranscriptionSessionRequest.from_dict(question["request"])).to_dict()}
        case "mint":
            return {"read": session(ClientSecretRequest.from_dict(question["request"])).to_dict()}


for line in sys.stdin:
    try:
        response = respond(json.loads(line))
    except Exception as error:
        response = {"error": f"{type(error).__name__}: {error}"[:2000]}
    print(json.dumps(response), flush=True)
