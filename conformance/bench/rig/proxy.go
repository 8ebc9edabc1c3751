package main

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
)

// proxy forwards everything to one vendor, with the standard library's reverse proxy and a pool that keeps connections.
func proxy(arguments []string) error {
	flags := flag.NewFlagSet("proxy", flag.ContinueOnError)
	port := flags.Int("port", 0, "port to listen on")
	upstream := flags.String("vendor", "", "address of the vendor")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	target, err := url.Parse(*upstream)
	if err != nil {
		return err
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.Proxy = nil
	transport.MaxIdleConns = 10000
	transport.MaxIdleConnsPerHost = 10000
	key := "Bearer " + os.Getenv("OPENAI_API_KEY")
	handler := &httputil.ReverseProxy{
		Transport: transport,
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			r.Out.Header.Set("Authorization", key)
		},
	}
	return http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", *port), handler)
}
