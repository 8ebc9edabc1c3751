"""Mints as a user of the generated client writes them."""
from openapi_client import (
    AudioFormat, AudioInputRequest, AudioOutput, AudioTranscription, ClientSecretRequest, ExpiresAfter,
    FlatTranscriptionSessionRequest, MaxOutputTokens, RealtimeAudioRequest, RealtimeSessionRequest, SessionRequest,
    Tool, ToolChoice, TranscriptionAudioRequest, TranscriptionSessionRequest, TurnDetection, Voice)


def transcription(audio_input, expires_after=None):
    session = TranscriptionSessionRequest(type="transcription", audio=TranscriptionAudioRequest(input=audio_input))
    return ClientSecretRequest(expires_after=expires_after, session=SessionRequest(session))


def transcription_null():
    return transcription(
        AudioInputRequest(
            format=AudioFormat(type="audio/pcm", rate=24000),
            transcription=AudioTranscription(model="gpt-live-transcribe"),
            turn_detection=None),
        ExpiresAfter(anchor="created_at", seconds=60))


def unknown_member():
    hint = AudioTranscription(model="gpt-4o-transcribe", language="en", additional_properties={"x_hint": [None, 1]})
    detection = TurnDetection(type="server_vad", threshold=0.6, additional_properties={"x_mode": {"deep": None}})
    return transcription(AudioInputRequest(transcription=hint, turn_detection=detection))


def realtime():
    detection = TurnDetection(
        type="server_vad", threshold=0.6, prefix_padding_ms=300, silence_duration_ms=200.5, idle_timeout_ms=None)
    return ClientSecretRequest(session=SessionRequest(RealtimeSessionRequest(
        type="realtime",
        model="gpt-realtime",
        output_modalities=["audio"],
        audio=RealtimeAudioRequest(input=AudioInputRequest(turn_detection=detection), output=AudioOutput(voice=Voice("marin"))),
        tools=[Tool(type="function", name="get_temperature", parameters={"type": "object"})],
        tool_choice=ToolChoice("auto"),
        max_output_tokens=MaxOutputTokens(77))))


def session(request):
    def mint(api):
        read = api.create_client_secret(request())
        return facts(api, read, read, read.session.actual_instance.type)
    return mint


def flat(api):
    read = api.create_transcription_session(FlatTranscriptionSessionRequest())
    return facts(api, read, read.client_secret, "transcription")


def facts(api, read, secret, session_type):
    return {"value": secret.value.get_secret_value(), "expires_at": secret.expires_at, "type": session_type,
            "socket": read.connect.websocket.url, "read": api.api_client.sanitize_for_serialization(read)}


CASES = {
    "transcription-null": session(transcription_null),
    "unknown-member": session(unknown_member),
    "realtime": session(realtime),
    "flat": flat,
}
