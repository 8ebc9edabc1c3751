"""Prints the members that the types of OpenAI's SDK have, by operation and side, as one JSON line."""
import json
import types
import typing

import typing_extensions
from openai import BaseModel
from openai.types.beta.realtime import TranscriptionSession, transcription_session_create_params
from openai.types.realtime import ClientSecretCreateResponse, client_secret_create_params

TYPES = {
    "createClientSecret": {
        "request": client_secret_create_params.ClientSecretCreateParams, "response": ClientSecretCreateResponse},
    "createTranscriptionSession": {
        "request": transcription_session_create_params.TranscriptionSessionCreateParams, "response": TranscriptionSession},
}


def fields(kind):
    if typing_extensions.is_typeddict(kind):
        return typing_extensions.get_type_hints(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
    return {}


def walk(kind, path, found):
    """Adds each member below this type; a list adds [] to the path."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        for argument in arguments:
            walk(argument, path, found)
    elif origin is list or (origin is not None and getattr(origin, "__name__", "") == "Iterable"):
        walk(arguments[0], path + "[]", found)
    elif hasattr(kind, "__value__"):
        walk(kind.__value__, path, found)
    elif origin in (typing.Annotated, typing.Required, typing.NotRequired):
        walk(arguments[0], path, found)
    for name, member in fields(kind).items():
        place = f"{path}.{name}" if path else name
        found.add(place)
        walk(member, place, found)


def members(kind):
    found = set()
    walk(kind, "", found)
    return sorted(found)


print(json.dumps({operation: {side: members(kind) for side, kind in sides.items()} for operation, sides in TYPES.items()}))
