"""Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads."""
import json
import sys

from openapi_client import ApiClient, ClientSecretRequest, Configuration, FlatTranscriptionSessionRequest, RealtimeApi

from typed_cases import CASES

api = None


def mint(shape, request):
    if shape == "flat":
        read = api.create_transcription_session(FlatTranscriptionSessionRequest.from_dict(request))
    else:
        read = api.create_client_secret(ClientSecretRequest.from_dict(request))
    return {"read": api.api_client.sanitize_for_serialization(read)}


def respond(question):
    global api
    match question["do"]:
        case "start":
            api = RealtimeApi(ApiClient(Configuration(host=question["base"])))
            return {"typed": list(CASES)}
        case "typed":
            return CASES[question["case"]](api)
        case "mint":
            return mint(question["shape"], question["request"])


for line in sys.stdin:
    try:
        response = respond(json.loads(line))
    except Exception as error:
        response = {"error": f"{type(error).__name__}: {error}"[:2000]}
    print(json.dumps(response), flush=True)
