// Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

type question struct {
	Do, Base, Case, Shape string
	Request               json.RawMessage
}

// Reads a request with the client's own type, and mints with it.
func mint[T, R any](body []byte, send func(T) (R, error)) (any, error) {
	var request T
	if err := json.Unmarshal(body, &request); err != nil {
		return nil, err
	}
	read, err := send(request)
	return map[string]any{"read": read}, err
}

func facts(value string, expires int64, kind, socket string, read any) map[string]any {
	return map[string]any{"value": value, "expires_at": expires, "type": kind, "socket": socket, "read": read}
}

func respond(line []byte) (any, error) {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return nil, err
	}
	switch {
	case q.Do == "start":
		names := []string{}
		for name := range typed {
			names = append(names, name)
		}
		return map[string]any{"typed": names}, start(q.Base)
	case q.Do == "typed":
		return typed[q.Case]()
	case q.Do == "mint" && q.Shape == "flat":
		return mint(q.Request, flat)
	case q.Do == "mint":
		return mint(q.Request, session)
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
