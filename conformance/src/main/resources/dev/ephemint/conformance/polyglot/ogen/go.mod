module ephemint.dev/polyglot

go 1.25

require github.com/ogen-go/ogen v1.24.0
