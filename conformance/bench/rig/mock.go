package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/valyala/fasthttp"
)

const lifetime = 600 * time.Second

// vendor responds to every POST with the same secret. Its expiry is refreshed each second.
type vendor struct {
	template []byte
	body     atomic.Pointer[[]byte]
	delay    atomic.Int64
	arrived  atomic.Int64
	record   atomic.Bool
	mutex    sync.Mutex
	last     exchange
}

// exchange is a request that arrived, and the response it got, as text.
type exchange struct {
	Path     string `json:"path"`
	Request  string `json:"request"`
	Response string `json:"response"`
}

func mock(arguments []string) error {
	flags := flag.NewFlagSet("mock", flag.ContinueOnError)
	file := flags.String("response", "", "file of the response; EXPIRES_AT in it is replaced")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	template, err := os.ReadFile(*file)
	if err != nil {
		return err
	}
	v := &vendor{template: bytes.TrimSpace(template)}
	v.refresh()
	go func() {
		for range time.Tick(time.Second) {
			v.refresh()
		}
	}()
	go func() { // Ends with the kit, however the kit ends.
		_, _ = os.Stdin.Read(make([]byte, 1))
		os.Exit(0)
	}()
	mints, err := listen()
	if err != nil {
		return err
	}
	control, err := listen()
	if err != nil {
		return err
	}
	go func() { _ = server(v.control).Serve(control) }()
	fmt.Printf("{\"mints\":\"http://%s\",\"control\":\"http://%s\"}\n", mints.Addr(), control.Addr())
	return server(v.mint).Serve(mints)
}

func listen() (net.Listener, error) {
	return net.Listen("tcp4", "127.0.0.1:0")
}

func server(handler fasthttp.RequestHandler) *fasthttp.Server {
	return &fasthttp.Server{Handler: handler, NoDefaultServerHeader: true, MaxRequestBodySize: 1 << 20, Concurrency: 1 << 16}
}

func (v *vendor) refresh() {
	expires := strconv.FormatInt(time.Now().Add(lifetime).Unix(), 10)
	body := bytes.ReplaceAll(v.template, []byte("EXPIRES_AT"), []byte(expires))
	v.body.Store(&body)
}

func (v *vendor) mint(ctx *fasthttp.RequestCtx) {
	if ctx.IsGet() { // GoModel asks for the models before it starts.
		ctx.SetContentType("application/json")
		ctx.SetBodyString(`{"object":"list","data":[{"id":"gpt-4o-transcribe","object":"model","created":0,"owned_by":"mock"}]}`)
		return
	}
	v.arrived.Add(1)
	if delay := v.delay.Load(); delay > 0 {
		time.Sleep(time.Duration(delay))
	}
	if !ctx.IsPost() {
		ctx.SetStatusCode(fasthttp.StatusMethodNotAllowed)
		return
	}
	body := *v.body.Load()
	if v.record.Load() {
		v.keep(ctx, body)
	}
	ctx.SetContentType("application/json")
	ctx.Response.Header.Set("x-request-id", "req_0123456789abcdef0123456789abcdef")
	ctx.Response.SetBodyRaw(body)
}

func (v *vendor) keep(ctx *fasthttp.RequestCtx, body []byte) {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	v.last = exchange{string(ctx.Path()), string(ctx.PostBody()), string(body)}
}

// control sets the delay (/delay?ms=50), switches recording (/record?on=true), and reports (/last, /arrived).
func (v *vendor) control(ctx *fasthttp.RequestCtx) {
	switch string(ctx.Path()) {
	case "/delay":
		v.delay.Store(int64(ctx.QueryArgs().GetUintOrZero("ms")) * int64(time.Millisecond))
	case "/record":
		v.record.Store(ctx.QueryArgs().GetBool("on"))
	case "/last":
		v.mutex.Lock()
		defer v.mutex.Unlock()
		_ = json.NewEncoder(ctx).Encode(v.last)
	case "/arrived":
		fmt.Fprint(ctx, v.arrived.Load())
	default:
		ctx.SetStatusCode(fasthttp.StatusNotFound)
	}
}
