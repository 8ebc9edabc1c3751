// Mints with the client that openapi-generator makes, as a user of it writes them.
package main

import (
	"context"

	client "github.com/GIT_USER_ID/GIT_REPO_ID"
)

var api *client.RealtimeAPIService

func start(base string) error {
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: base}}
	api = client.NewAPIClient(configuration).RealtimeAPI
	return nil
}

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

func kind(session client.Session) string {
	if session.RealtimeSession != nil {
		return *session.RealtimeSession.Type
	}
	return *session.TranscriptionSession.Type
}

func session(request client.ClientSecretRequest) (*client.ClientSecret, error) {
	read, _, err := api.CreateClientSecret(context.Background()).ClientSecretRequest(request).Execute()
	return read, err
}

func flat(request client.FlatTranscriptionSessionRequest) (*client.FlatTranscriptionSession, error) {
	read, _, err := api.CreateTranscriptionSession(context.Background()).FlatTranscriptionSessionRequest(request).Execute()
	return read, err
}

func typedSession(request func() client.ClientSecretRequest) func() (any, error) {
	return func() (any, error) {
		read, err := session(request())
		if err != nil {
			return nil, err
		}
		return facts(read.Value, read.ExpiresAt, kind(read.Session), read.Connect.Websocket.Url, read), nil
	}
}

func typedFlat() (any, error) {
	read, err := flat(client.FlatTranscriptionSessionRequest{})
	if err != nil {
		return nil, err
	}
	secret := read.ClientSecret.Get()
	return facts(secret.Value, secret.ExpiresAt, "transcription", read.Connect.Websocket.Url, read), nil
}

var typed = map[string]func() (any, error){
	"transcription-null": typedSession(transcriptionNull),
	"unknown-member":     typedSession(unknownMember),
	"realtime":           typedSession(realtime),
	"flat":               typedFlat,
}
