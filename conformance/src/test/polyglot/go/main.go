// Mints four times with the generated client and prints, one JSON line each, what it read.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	client "github.com/GIT_USER_ID/GIT_REPO_ID"
)

var api *client.RealtimeAPIService

func ptr[T any](value T) *T { return &value }

func transcription(input client.AudioInputRequest, expires *client.ExpiresAfter) client.ClientSecretRequest {
	session := client.NewTranscriptionSessionRequest()
	session.Type = ptr("transcription")
	session.Audio = &client.TranscriptionAudioRequest{Input: &input}
	return client.ClientSecretRequest{ExpiresAfter: expires, Session: ptr(client.TranscriptionSessionRequestAsSessionRequest(session))}
}

func transcriptionNull() client.ClientSecretRequest {
	input := client.AudioInputRequest{Format: &client.AudioFormat{Type: "audio/pcm", Rate: ptr(int64(24000))}}
	input.SetTranscription(client.AudioTranscription{Model: ptr("gpt-live-transcribe")})
	input.SetTurnDetectionNil()
	return transcription(input, &client.ExpiresAfter{Anchor: ptr("created_at"), Seconds: ptr(int64(60))})
}

func unknownMember() client.ClientSecretRequest {
	input := client.AudioInputRequest{}
	input.SetTranscription(client.AudioTranscription{Model: ptr("gpt-4o-transcribe"), Language: *client.NewNullableString(ptr("en")),
		AdditionalProperties: map[string]any{"x_hint": []any{nil, 1}}})
	input.SetTurnDetection(client.TurnDetection{Type: ptr("server_vad"), Threshold: ptr(float32(0.6)),
		AdditionalProperties: map[string]any{"x_mode": map[string]any{"deep": nil}}})
	return transcription(input, nil)
}

func realtime() client.ClientSecretRequest {
	detection := client.TurnDetection{Type: ptr("server_vad"), Threshold: ptr(float32(0.6)),
		PrefixPaddingMs: ptr(float32(300)), SilenceDurationMs: ptr(float32(200.5))}
	detection.SetIdleTimeoutMsNil()
	input := client.AudioInputRequest{}
	input.SetTurnDetection(detection)
	session := client.NewRealtimeSessionRequest()
	session.Type = ptr("realtime")
	session.Model = ptr("gpt-realtime")
	session.OutputModalities = []string{"audio"}
	session.Audio = &client.RealtimeAudioRequest{Input: &input,
		Output: &client.AudioOutput{Voice: ptr(client.StringAsVoice(ptr("marin")))}}
	session.Tools = []client.Tool{{Type: ptr("function"), Name: ptr("get_temperature"), Parameters: map[string]any{"type": "object"}}}
	session.ToolChoice = ptr(client.StringAsToolChoice(ptr("auto")))
	session.MaxOutputTokens = ptr(client.Int32AsMaxOutputTokens(ptr(int32(77))))
	return client.ClientSecretRequest{Session: ptr(client.RealtimeSessionRequestAsSessionRequest(session))}
}

func report(value string, expires int64, kind string, connect *client.Connection, read any, err error) {
	if err != nil {
		panic(err)
	}
	line, _ := json.Marshal(map[string]any{"value": value, "expires_at": expires, "type": kind, "socket": connect.Websocket.Url, "read": read})
	fmt.Println(string(line))
}

func kind(session client.Session) string {
	if session.RealtimeSession != nil {
		return *session.RealtimeSession.Type
	}
	return *session.TranscriptionSession.Type
}

func main() {
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: os.Args[1]}}
	api = client.NewAPIClient(configuration).RealtimeAPI
	for _, request := range []client.ClientSecretRequest{transcriptionNull(), unknownMember(), realtime()} {
		read, _, err := api.CreateClientSecret(context.Background()).ClientSecretRequest(request).Execute()
		report(read.GetValue(), read.GetExpiresAt(), kind(read.GetSession()), read.Connect, read, err)
	}
	read, _, err := api.CreateTranscriptionSession(context.Background()).FlatTranscriptionSessionRequest(client.FlatTranscriptionSessionRequest{}).Execute()
	secret := read.ClientSecret.Get()
	report(secret.Value, secret.ExpiresAt, "transcription", read.Connect, read, err)
}
