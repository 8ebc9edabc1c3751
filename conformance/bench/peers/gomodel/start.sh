#!/bin/sh
# start.sh PORT: GoModel in front of $VENDOR_URL, by its pass-through route. The Go module proxy does not serve it, so $GOMODEL
# names its program: git clone https://github.com/ENTERPILOT/GoModel, commit a26fbd1, go build ./cmd/gomodel.
# 77 means that it is not set.
cd "$(dirname "$0")"
. ../../../src/main/resources/dev/ephemint/conformance/polyglot/common.sh
[ -x "${GOMODEL:-}" ] || missing "GOMODEL does not name GoModel's program, see conformance/bench/peers/gomodel/start.sh"
work=../../../target/peers/gomodel
mkdir -p "$work"
cd "$work"
echo "version: ${GOMODEL_VERSION:-commit a26fbd1}"
export PORT="$1" OPENAI_BASE_URL="$VENDOR_URL" MODEL_LIST_URL="$VENDOR_URL/none" METRICS_ENABLED=true LOGGING_ENABLED=false USAGE_ENABLED=false
exec "$GOMODEL"
