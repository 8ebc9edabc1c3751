"""Makes each call of OpenAI's SDK at each facade, given as DIALECT=ADDRESS, and prints the result, a JSON line each."""
import asyncio
import json
import sys

from openai import APIStatusError, AsyncOpenAI, AzureOpenAI, OpenAI

KEY = {"api_key": "the-callers-own", "max_retries": 0}
REALTIME = {"type": "realtime", "model": "gpt-realtime"}
NULL = {"type": "transcription", "audio": {"input": {"transcription": {"model": "gpt-live-transcribe"}, "turn_detection": None}}}
FLAT = {"input_audio_format": "pcm16", "input_audio_transcription": {"model": "gpt-4o-transcribe", "language": "en"}}
UNKNOWN = {"type": "transcription", "audio": {"input": {"turn_detection": {"type": "server_vad", "x_mode": 1}}}}


def secrets(client):
    return client.realtime.client_secrets.with_raw_response.create


def flat(client):
    return client.beta.realtime.transcription_sessions.with_raw_response.create


CALLS = {
    "client_secrets transcription, turn_detection null": lambda client: secrets(client)(session=NULL),
    "client_secrets realtime": lambda client: secrets(client)(session=REALTIME),
    "client_secrets with nothing": lambda client: secrets(client)(),
    "client_secrets, unknown member in turn_detection": lambda client: secrets(client)(session=UNKNOWN),
    "transcription_sessions with nothing": lambda client: flat(client)(),
    "transcription_sessions full": lambda client: flat(client)(**FLAT, input_audio_noise_reduction={"type": "near_field"}),
    "transcription_sessions, turn_detection null": lambda client: flat(client)(**FLAT, turn_detection=None),
    "transcription_sessions, semantic_vad": lambda client: flat(client)(**FLAT, turn_detection={"type": "semantic_vad"}),
    "transcription_sessions, lifetime as the SDK types it": lambda client: flat(client)(
        client_secret={"expires_at": {"anchor": "created_at", "seconds": 60}}),
    "sessions": lambda client: client.beta.realtime.sessions.with_raw_response.create(),
}


def verdict(call):
    try:
        response = call()
        read = response.parse().to_dict(mode="json")
        return "mints" if read == json.loads(response.text) else "mints, and reads another tree"
    except APIStatusError as error:
        return f"{error.status_code} {error.code or '-'} {error.param or '-'}"


async def asynchronous(address):
    async with AsyncOpenAI(base_url=f"{address}/v1", **KEY) as client:
        await client.realtime.client_secrets.create(session=NULL)
        await client.beta.realtime.transcription_sessions.create()
    return "mints"


def azure(address, **more):
    client = AzureOpenAI(azure_endpoint=address, api_version="2025-04-01-preview", **more)
    first, second = verdict(lambda: secrets(client)(session=NULL)), verdict(lambda: flat(client)())
    return first if first == second else f"{first} and {second}"


def calls(address):
    for name, call in CALLS.items():
        yield name, verdict(lambda: call(OpenAI(base_url=f"{address}/v1", **KEY)))
    yield "on /openai/v1", verdict(lambda: CALLS["transcription_sessions with nothing"](OpenAI(base_url=f"{address}/openai/v1", **KEY)))
    yield "AsyncOpenAI, both shapes", asyncio.run(asynchronous(address))
    yield "AzureOpenAI with a key, both shapes", azure(address, **KEY)
    yield "AzureOpenAI with a deployment, both shapes", azure(address, azure_deployment="gpt-4o-transcribe", **KEY)
    yield "AzureOpenAI with a token provider, both shapes", azure(address, azure_ad_token_provider=lambda: "token", max_retries=0)


for argument in sys.argv[1:]:
    dialect, address = argument.split("=", 1)
    for name, result in calls(address):
        print(json.dumps({"dialect": dialect, "call": name, "verdict": result}), flush=True)
