"""The script of the question, as it is but for the credential: snippet.py ADDRESS. Prints the status and the session's type."""
import json
import sys

import azure.identity
from azure.core.credentials import AccessToken


class StubCredential:
    def get_token(self, *scopes, **options):
        return AccessToken("stub-token", 2_000_000_000)


azure.identity.DefaultAzureCredential = StubCredential

import requests
from azure.identity import DefaultAzureCredential

resource = sys.argv[1]
token = DefaultAzureCredential().get_token("https://cognitiveservices.azure.com/.default").token
response = requests.post(
    f"{resource}/openai/v1/realtime/client_secrets",
    headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    json={"session": {"type": "realtime", "model": "gpt-4o-mini-transcribe"}},
    timeout=60)
body = response.json()
print(json.dumps({"status": response.status_code, "type": body.get("session", {}).get("type"),
                  "code": body.get("error", {}).get("code"), "param": body.get("error", {}).get("param")}))
