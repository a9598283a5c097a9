#!/usr/bin/env bash
# Runs the journeys with node's own test runner. The servers' addresses and PARVIS_BIN are given by
# the caller: make test-journeys, or
#   PARVIS_BIN=… tests/servers/with.sh bluesky mastodon feeds -- tests/journeys/run.sh [FILE…]
source "$(dirname "$0")/../servers/lib.sh"
[ -x "${PARVIS_BIN:-}" ] || die "PARVIS_BIN is not the program to test"
export PARVIS_TEST_TOOLS="$TOOLS"
cd "$ROOT/tests/journeys"
(($#)) || set -- *.test.mjs
# One file after the other: on two cores, several browsers at once only make each other late.
exec node --test --test-concurrency=1 --test-reporter=spec "$@"
