// Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"ephemint.dev/polyglot/client"
)

type question struct {
	Do, Base, Case, Shape string
	Request               json.RawMessage
}

var api *client.ClientWithResponses

func session(request client.ClientSecretRequest) (*client.ClientSecret, error) {
	read, err := api.CreateClientSecretWithResponse(context.Background(), nil, request)
	if err == nil && read.JSON200 == nil {
		err = fmt.Errorf("status %d", read.StatusCode())
	}
	if err != nil {
		return nil, err
	}
	return read.JSON200, nil
}

func flat(request client.FlatTranscriptionSessionRequest) (*client.FlatTranscriptionSession, error) {
	read, err := api.CreateTranscriptionSessionWithResponse(context.Background(), nil, request)
	if err == nil && read.JSON200 == nil {
		err = fmt.Errorf("status %d", read.StatusCode())
	}
	if err != nil {
		return nil, err
	}
	return read.JSON200, nil
}

func typedFlat() (any, error) {
	read, err := flat(client.FlatTranscriptionSessionRequest{})
	if err != nil {
		return nil, err
	}
	return map[string]any{"value": read.ClientSecret.Value, "expires_at": read.ClientSecret.ExpiresAt,
		"type": "transcription", "socket": read.Connect.Websocket.Url, "read": read}, nil
}

func mint(shape string, body []byte) (any, error) {
	var read any
	var err error
	if shape == "flat" {
		var request client.FlatTranscriptionSessionRequest
		if err = json.Unmarshal(body, &request); err == nil {
			read, err = flat(request)
		}
	} else {
		var request client.ClientSecretRequest
		if err = json.Unmarshal(body, &request); err == nil {
			read, err = session(request)
		}
	}
	return map[string]any{"read": read}, err
}

func respond(line []byte) (any, error) {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return nil, err
	}
	switch q.Do {
	case "start":
		var err error
		api, err = client.NewClientWithResponses(q.Base)
		return map[string]any{"typed": []string{"flat"}}, err
	case "typed":
		return typedFlat()
	case "mint":
		return mint(q.Shape, q.Request)
	}
	return nil, fmt.Errorf("cannot do %s", q.Do)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		response, err := respond(lines.Bytes())
		if err != nil {
			response = map[string]any{"error": err.Error()}
		}
		line, err := json.Marshal(response)
		if err != nil {
			line, _ = json.Marshal(map[string]any{"error": err.Error()})
		}
		fmt.Println(string(line))
	}
}
