// Mints with the client that oapi-codegen makes.
package main

import (
	"context"
	"fmt"

	"ephemint.dev/polyglot/client"
)

var api *client.ClientWithResponses

var typed = map[string]func() (any, error){"flat": typedFlat}

func start(base string) (err error) {
	api, err = client.NewClientWithResponses(base)
	return err
}

func minted[T any](read *T, status int) (*T, error) {
	if read == nil {
		return nil, fmt.Errorf("status %d", status)
	}
	return read, nil
}

func session(request client.ClientSecretRequest) (*client.ClientSecret, error) {
	read, err := api.CreateClientSecretWithResponse(context.Background(), nil, request)
	if err != nil {
		return nil, err
	}
	return minted(read.JSON200, read.StatusCode())
}

func flat(request client.FlatTranscriptionSessionRequest) (*client.FlatTranscriptionSession, error) {
	read, err := api.CreateTranscriptionSessionWithResponse(context.Background(), nil, request)
	if err != nil {
		return nil, err
	}
	return minted(read.JSON200, read.StatusCode())
}

func typedFlat() (any, error) {
	read, err := flat(client.FlatTranscriptionSessionRequest{})
	if err != nil {
		return nil, err
	}
	secret := read.ClientSecret
	return facts(secret.Value, secret.ExpiresAt, "transcription", read.Connect.Websocket.Url, read), nil
}
