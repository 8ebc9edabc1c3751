// Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	client "github.com/GIT_USER_ID/GIT_REPO_ID"
)

type question struct {
	Do, Base, Case, Shape string
	Request               json.RawMessage
}

var api *client.RealtimeAPIService

func start(base string) (any, error) {
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: base}}
	api = client.NewAPIClient(configuration).RealtimeAPI
	names := []string{}
	for name := range typed {
		names = append(names, name)
	}
	return map[string]any{"typed": names}, nil
}

func mint(shape string, body []byte) (any, error) {
	if shape == "flat" {
		var request client.FlatTranscriptionSessionRequest
		if err := json.Unmarshal(body, &request); err != nil {
			return nil, err
		}
		read, _, err := api.CreateTranscriptionSession(context.Background()).FlatTranscriptionSessionRequest(request).Execute()
		return map[string]any{"read": read}, err
	}
	var request client.ClientSecretRequest
	if err := json.Unmarshal(body, &request); err != nil {
		return nil, err
	}
	read, _, err := api.CreateClientSecret(context.Background()).ClientSecretRequest(request).Execute()
	return map[string]any{"read": read}, err
}

func respond(line []byte) (any, error) {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return nil, err
	}
	switch q.Do {
	case "start":
		return start(q.Base)
	case "typed":
		return typed[q.Case]()
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
