// Mints with the client that ogen makes.
package main

import (
	"context"
	"fmt"

	"ephemint.dev/polyglot/client"
	"github.com/go-faster/jx"
)

var api *client.Client

var typed = map[string]func() (any, error){
	"transcription-null": typedSession(transcriptionNull),
	"unknown-member":     typedSession(unknownMember),
	"flat":               typedFlat,
}

func start(base string) (err error) {
	api, err = client.NewClient(base)
	return err
}

func session(request client.ClientSecretRequest) (*client.ClientSecret, error) {
	response, err := api.CreateClientSecret(context.Background(), &request, client.CreateClientSecretParams{})
	if err != nil {
		return nil, err
	}
	if minted, ok := response.(*client.ClientSecretMintedHeaders); ok {
		return &minted.Response, nil
	}
	return nil, fmt.Errorf("%T", response)
}

func flat(request client.FlatTranscriptionSessionRequest) (*client.FlatTranscriptionSession, error) {
	response, err := api.CreateTranscriptionSession(context.Background(), &request, client.CreateTranscriptionSessionParams{})
	if err != nil {
		return nil, err
	}
	if minted, ok := response.(*client.TranscriptionSessionMintedHeaders); ok {
		return &minted.Response, nil
	}
	return nil, fmt.Errorf("%T", response)
}

func transcription(input client.AudioInputRequest) client.ClientSecretRequest {
	audio := client.TranscriptionAudioRequest{Input: client.NewOptAudioInputRequest(input)}
	session := client.TranscriptionSessionRequest{Audio: client.NewOptTranscriptionAudioRequest(audio)}
	return client.ClientSecretRequest{
		Session: client.NewOptSessionRequest(client.NewTranscriptionSessionRequestSessionRequest(session)),
	}
}

func transcriptionNull() client.ClientSecretRequest {
	input := client.AudioInputRequest{
		Format:        client.NewOptAudioFormat(client.AudioFormat{Type: "audio/pcm", Rate: client.NewOptInt64(24000)}),
		Transcription: client.NewOptNilAudioTranscription(client.AudioTranscription{Model: client.NewOptTranscriptionModel("gpt-live-transcribe")}),
	}
	input.TurnDetection.SetToNull()
	request := transcription(input)
	request.ExpiresAfter = client.NewOptExpiresAfter(client.ExpiresAfter{
		Anchor: client.NewOptString("created_at"), Seconds: client.NewOptInt64(60)})
	return request
}

func unknownMember() client.ClientSecretRequest {
	return transcription(client.AudioInputRequest{
		Transcription: client.NewOptNilAudioTranscription(client.AudioTranscription{
			Model:           client.NewOptTranscriptionModel("gpt-4o-transcribe"),
			Language:        client.NewOptNilString("en"),
			AdditionalProps: client.AudioTranscriptionAdditional{"x_hint": jx.Raw(`[null,1]`)},
		}),
		TurnDetection: client.NewOptNilTurnDetection(client.TurnDetection{
			Type:            client.NewOptString("server_vad"),
			Threshold:       client.NewOptFloat64(0.6),
			AdditionalProps: client.TurnDetectionAdditional{"x_mode": jx.Raw(`{"deep":null}`)},
		}),
	})
}

func typedSession(request func() client.ClientSecretRequest) func() (any, error) {
	return func() (any, error) {
		read, err := session(request())
		if err != nil {
			return nil, err
		}
		return facts(read.Value, read.ExpiresAt, string(read.Session.Type), read.Connect.Value.Websocket.URL, read), nil
	}
}

func typedFlat() (any, error) {
	read, err := flat(client.FlatTranscriptionSessionRequest{})
	if err != nil {
		return nil, err
	}
	secret := read.ClientSecret.Value
	return facts(secret.Value, secret.ExpiresAt, "transcription", read.Connect.Value.Websocket.URL, read), nil
}
