package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/valyala/fasthttp"
)

// plan is what the kit asks for, as JSON on standard input, so that no credential is on the command line.
type plan struct {
	URL         string            `json:"url"`
	Headers     map[string]string `json:"headers"`
	Body        string            `json:"body"`
	Mode        string            `json:"mode"` // closed, open or burst
	Connections int               `json:"connections"`
	Rate        int               `json:"rate"`
	Millis      int               `json:"millis"`
	Timeout     int               `json:"timeout_millis"`
}

// result has every latency, as pairs of microseconds and how often; an open model counts from the intended start.
type result struct {
	Elapsed   int64            `json:"elapsed_us"`
	Statuses  map[string]int64 `json:"statuses"`
	Latencies [][2]int64       `json:"latencies_us"`
}

func load(arguments []string) error {
	if err := flag.NewFlagSet("load", flag.ContinueOnError).Parse(arguments); err != nil {
		return err
	}
	var p plan
	if err := json.NewDecoder(os.Stdin).Decode(&p); err != nil {
		return err
	}
	generator, err := newGenerator(p)
	if err != nil {
		return err
	}
	runs := map[string]func() error{"closed": generator.closed, "open": generator.open, "burst": generator.burst}
	if runs[p.Mode] == nil {
		return fmt.Errorf("mode: %q", p.Mode)
	}
	if err := runs[p.Mode](); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(generator.results.result())
}

type generator struct {
	plan    plan
	host    string
	timeout time.Duration
	results *results
}

func newGenerator(p plan) (*generator, error) {
	if p.Connections < 1 || p.Connections > 20000 || p.Millis > 120000 || p.Rate > 100000 {
		return nil, fmt.Errorf("out of bounds: %d connections, %d ms, %d/s", p.Connections, p.Millis, p.Rate)
	}
	target, err := url.Parse(p.URL)
	if err != nil {
		return nil, err
	}
	return &generator{p, target.Host, time.Duration(p.Timeout) * time.Millisecond, newResults()}, nil
}

// client has at most this many connections and repeats nothing.
func (g *generator) client(connections int, dial fasthttp.DialFunc) *fasthttp.HostClient {
	return &fasthttp.HostClient{
		Addr: g.host, MaxConns: connections, MaxIdemponentCallAttempts: 1, Dial: dial,
		MaxConnWaitTimeout: g.timeout, MaxIdleConnDuration: time.Minute,
		NoDefaultUserAgentHeader: true, DisablePathNormalizing: true,
	}
}

func dial(address string) (net.Conn, error) {
	return net.DialTimeout("tcp4", address, 10*time.Second)
}

func (g *generator) request() *fasthttp.Request {
	request := fasthttp.AcquireRequest()
	request.SetRequestURI(g.plan.URL)
	request.Header.SetMethod(fasthttp.MethodPost)
	request.Header.SetContentType("application/json")
	for name, value := range g.plan.Headers {
		request.Header.Set(name, value)
	}
	request.SetBodyString(g.plan.Body)
	return request
}

// send counts the latency from start; a failure without a response has its kind instead of a status.
func (g *generator) send(client *fasthttp.HostClient, request *fasthttp.Request, start time.Time, into *results) {
	response := fasthttp.AcquireResponse()
	defer fasthttp.ReleaseResponse(response)
	err := client.DoTimeout(request, response, g.timeout)
	into.add(status(response, err), time.Since(start))
}

func status(response *fasthttp.Response, err error) string {
	switch {
	case err == fasthttp.ErrTimeout:
		return "timeout"
	case err != nil:
		return "no response"
	default:
		return strconv.Itoa(response.StatusCode())
	}
}

// closed keeps every connection busy: each sends its next request once the last one is over.
func (g *generator) closed() error {
	client := g.client(g.plan.Connections, dial)
	begin := time.Now()
	end := begin.Add(time.Duration(g.plan.Millis) * time.Millisecond)
	var all sync.WaitGroup
	for range g.plan.Connections {
		all.Add(1)
		go func() {
			defer all.Done()
			own := newResults()
			request := g.request()
			for now := time.Now(); now.Before(end); now = time.Now() {
				g.send(client, request, now, own)
			}
			g.results.merge(own)
		}()
	}
	all.Wait()
	g.results.elapsed = time.Since(begin)
	return nil
}

// open sends at a fixed rate, whether or not earlier requests are over, with at most Connections at once.
func (g *generator) open() error {
	client := g.client(g.plan.Connections, dial)
	count := g.plan.Rate * g.plan.Millis / 1000
	interval := time.Second / time.Duration(g.plan.Rate)
	begin := time.Now()
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(count, g.plan.Connections) {
		all.Add(1)
		go func() {
			defer all.Done()
			own := newResults()
			request := g.request()
			for i := next.Add(1) - 1; i < int64(count); i = next.Add(1) - 1 {
				start := begin.Add(time.Duration(i) * interval)
				time.Sleep(time.Until(start))
				g.send(client, request, start, own)
			}
			g.results.merge(own)
		}()
	}
	all.Wait()
	g.results.elapsed = time.Since(begin)
	return nil
}

// burst opens all connections first, then sends one request on each of them at once.
func (g *generator) burst() error {
	connections := make([]net.Conn, g.plan.Connections)
	for i := range connections {
		connection, err := dial(g.host)
		if err != nil {
			return fmt.Errorf("connection %d: %w", i+1, err)
		}
		connections[i] = connection
	}
	release := make(chan struct{})
	var begin time.Time
	var all sync.WaitGroup
	for _, connection := range connections {
		all.Add(1)
		go func() {
			defer all.Done()
			client := g.client(1, once(connection))
			request := g.request()
			own := newResults()
			<-release
			g.send(client, request, begin, own)
			g.results.merge(own)
		}()
	}
	time.Sleep(100 * time.Millisecond)
	begin = time.Now()
	close(release)
	all.Wait()
	g.results.elapsed = time.Since(begin)
	return nil
}

// once dials by returning an open connection; a second dial fails, so nothing is sent over a new one.
func once(connection net.Conn) fasthttp.DialFunc {
	var used atomic.Bool
	return func(string) (net.Conn, error) {
		if used.Swap(true) {
			return nil, fmt.Errorf("connection closed")
		}
		return connection, nil
	}
}
