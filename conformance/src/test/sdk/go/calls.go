// Makes each call of OpenAI's SDK at each facade, given as DIALECT=ADDRESS after a WAV file, and prints a JSON line each.
package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/azure"
	"github.com/openai/openai-go/v3/option"
	"github.com/openai/openai-go/v3/packages/param"
	"github.com/openai/openai-go/v3/realtime"
)

var speech []byte

func client(address string) openai.Client {
	return openai.NewClient(option.WithBaseURL(address+"/v1"), option.WithAPIKey("the-callers-own"), option.WithMaxRetries(0))
}

func transcription() realtime.ClientSecretNewParams {
	input := realtime.RealtimeTranscriptionSessionAudioInputParam{
		Transcription: realtime.AudioTranscriptionParam{Model: "gpt-live-transcribe"},
		TurnDetection: param.NullStruct[realtime.RealtimeTranscriptionSessionAudioInputTurnDetectionUnionParam](),
	}
	return realtime.ClientSecretNewParams{Session: realtime.ClientSecretNewParamsSessionUnion{
		OfTranscription: &realtime.RealtimeTranscriptionSessionCreateRequestParam{
			Audio: realtime.RealtimeTranscriptionSessionAudioParam{Input: input},
		},
	}}
}

func realtimeSession() realtime.ClientSecretNewParams {
	return realtime.ClientSecretNewParams{Session: realtime.ClientSecretNewParamsSessionUnion{
		OfRealtime: &realtime.RealtimeSessionCreateRequestParam{Model: "gpt-realtime"},
	}}
}

func verdict(err error) string {
	var failed *openai.Error
	if errors.As(err, &failed) {
		or := func(text string) string {
			if text == "" {
				return "-"
			}
			return text
		}
		return fmt.Sprintf("%d %s %s", failed.StatusCode, or(failed.Code), or(failed.Param))
	}
	if err != nil {
		return err.Error()
	}
	return "mints"
}

func secret(sdk openai.Client, body realtime.ClientSecretNewParams) string {
	minted, err := sdk.Realtime.ClientSecrets.New(context.Background(), body)
	if err == nil && (minted.Value == "" || minted.JSON.ExtraFields["connect"].Raw() == "") {
		return "mints, and reads no secret or connect"
	}
	return verdict(err)
}

func flat(sdk openai.Client) string {
	var minted map[string]any
	err := sdk.Post(context.Background(), "realtime/transcription_sessions", map[string]any{}, &minted)
	if err == nil && minted["client_secret"] == nil {
		return "mints, and reads no client_secret"
	}
	return verdict(err)
}

func azureClient(address string) openai.Client {
	return openai.NewClient(azure.WithEndpoint(address, "2025-04-01-preview"), azure.WithAPIKey("the-callers-own"),
		azure.WithUnsafeAllowHTTP(), option.WithMaxRetries(0))
}

func caption(address string) string {
	minter := client(address)
	minted, err := minter.Realtime.ClientSecrets.New(context.Background(), transcription())
	if err != nil {
		return verdict(err)
	}
	var connect struct{ Websocket struct{ Url string } }
	if err := json.Unmarshal([]byte(minted.JSON.ExtraFields["connect"].Raw()), &connect); err != nil {
		return err.Error()
	}
	socket, err := url.Parse(connect.Websocket.Url)
	if err != nil {
		return err.Error()
	}
	options := []option.RequestOption{option.WithAPIKey(minted.Value),
		option.WithBaseURL("http://" + socket.Host + strings.TrimSuffix(socket.Path, "/realtime"))}
	for name, values := range socket.Query() {
		options = append(options, option.WithQuery(name, values[0]))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	sdk := openai.NewClient()
	connection, err := sdk.Realtime.Connect(ctx, realtime.RealtimeConnectionOptions{}, options...)
	if err != nil {
		return err.Error()
	}
	defer connection.Close()
	return hear(ctx, connection)
}

func hear(ctx context.Context, connection *realtime.RealtimeConnection) string {
	for from := 0; from < len(speech); from += 4800 {
		audio := base64.StdEncoding.EncodeToString(speech[from:min(from+4800, len(speech))])
		event := realtime.RealtimeClientEventUnionParam{OfInputAudioBufferAppend: &realtime.InputAudioBufferAppendEventParam{Audio: audio}}
		if err := connection.Send(ctx, event); err != nil {
			return err.Error()
		}
	}
	event := realtime.RealtimeClientEventUnionParam{OfInputAudioBufferCommit: &realtime.InputAudioBufferCommitEventParam{}}
	if err := connection.Send(ctx, event); err != nil {
		return err.Error()
	}
	for {
		event, err := connection.Recv(ctx)
		if err != nil {
			return err.Error()
		}
		switch event.Type {
		case "error":
			return "error " + event.AsRealtimeErrorEvent().Error.Code
		case "conversation.item.input_audio_transcription.completed":
			return "caption: " + event.AsConversationItemInputAudioTranscriptionCompletedEvent().Transcript
		}
	}
}

func main() {
	speech, _ = os.ReadFile(os.Args[1])
	speech = speech[44:]
	for _, argument := range os.Args[2:] {
		dialect, address, _ := strings.Cut(argument, "=")
		calls := map[string]func() string{
			"ClientSecrets.New transcription, turn_detection null": func() string { return secret(client(address), transcription()) },
			"ClientSecrets.New realtime":                           func() string { return secret(client(address), realtimeSession()) },
			"Post, flat shape":                                     func() string { return flat(client(address)) },
			"azure.WithEndpoint, ClientSecrets.New":                func() string { return secret(azureClient(address), transcription()) },
			"azure.WithEndpoint, flat shape":                       func() string { return flat(azureClient(address)) },
			"Realtime.Connect":                                     func() string { return caption(address) },
		}
		for name, call := range calls {
			line, _ := json.Marshal(map[string]string{"dialect": dialect, "call": name, "verdict": call()})
			fmt.Println(string(line))
		}
	}
}
