// Command rig is what the benchmark runs beside a gateway: a mock vendor, a load generator, and a plain Go proxy.
// The kit starts it; see server/docs/speed.md.
package main

import (
	"fmt"
	"os"
)

func main() {
	commands := map[string]func([]string) error{"mock": mock, "load": load, "proxy": proxy}
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: rig mock|load|proxy [options]")
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "rig "+os.Args[1]+": "+err.Error())
		os.Exit(1)
	}
}
