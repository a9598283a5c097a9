#!/usr/bin/env bash
# Runs a command with real servers beside it, on the loopback address, and stops them afterwards.
# Usage: with.sh [postgres] [bluesky] [mastodon] [mail] [feeds] -- COMMAND…
# The command finds their addresses and credentials in PARVIS_TEST_* variables. Logs stay in
# test-results/servers/ when something fails.
source "$(dirname "$0")/lib.sh"

names=()
while (($#)) && [ "$1" != -- ]; do names+=("$1"); shift; done
[ "${1:-}" = -- ] && (($# > 1)) || die "usage: with.sh [postgres] [bluesky] [mastodon] [mail] [feeds] -- COMMAND…"
shift

run="$(mktemp -d "${TMPDIR:-/tmp}/parvis-servers.XXXXXX")"
pids=()
cleanup() {
  local status=$?
  trap - EXIT; trap '' TERM INT
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do stop "$pid"; done
  if ((status != 0)); then
    mkdir -p "$ROOT/test-results/servers"
    cp "$run"/*.log "$ROOT/test-results/servers/" 2>/dev/null || true
  fi
  rm -rf "$run"
  exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

start() {
  local name="$1"
  if [ -x "$HERE/$name.sh" ]; then "$HERE/$name.sh" "$run" > "$run/$name.log" 2>&1 < /dev/null &
  elif [ -f "$HERE/$name.mjs" ]; then node "$HERE/$name.mjs" "$run/$name.env" > "$run/$name.log" 2>&1 < /dev/null &
  else die "no server is called $name"
  fi
  pids+=($!)
}
ready() {
  local name="$1" pid="$2" end=$((SECONDS + 180))
  until [ -s "$run/$name.env" ]; do
    if ! kill -0 "$pid" 2>/dev/null || ((SECONDS > end)); then
      tail -n 40 "$run/$name.log" >&2
      die "$name is not ready; what it said is above"
    fi
    sleep 0.1
  done
}

for name in "${names[@]}"; do start "$name"; done
for index in "${!names[@]}"; do ready "${names[$index]}" "${pids[$index]}"; done
for name in "${names[@]}"; do set -a; source "$run/$name.env"; set +a; done
# The folder where the server logs are, for a test that wants to look.
export PARVIS_TEST_SERVERS="$run"

status=0
"$@" || status=$?
exit "$status"
