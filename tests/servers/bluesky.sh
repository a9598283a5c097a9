#!/usr/bin/env bash
# A whole Bluesky network (identity directory, personal data server, app view) from its authors'
# npm packages, with accounts of its own. It needs a database and Redis, which it brings along.
# Tells: PARVIS_TEST_BLUESKY_*; see bluesky.mjs.
source "$(dirname "$0")/lib.sh"
run="$1"
[ -d "$TOOLS/servers/node_modules" ] || die "Bluesky's packages are not installed: tests/servers/install.sh bluesky"
command -v redis-server >/dev/null || die "Redis is not installed (Debian: apt-get install redis-server)"
home="$(mktemp -d "${TMPDIR:-/tmp}/parvis-bsky.XXXXXX")"
mkdir "$home/pg" "$home/tmp"
cleanup() {
  trap '' TERM INT
  for pid in "${network:-}" "${redis:-}" "${pg:-}"; do [ -z "$pid" ] || stop "$pid"; done
  rm -rf "$home"
}
trap cleanup EXIT
trap 'exit 0' TERM INT

"$HERE/postgres.sh" "$home/pg" &
pg=$!
redis_port="$(free_port)"
redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --appendonly no --dir "$home" >/dev/null &
redis=$!
wait_for 60 test -s "$home/pg/postgres.env" || die "the database of the Bluesky network did not start"
source "$home/pg/postgres.env"

TMPDIR="$home/tmp" DB_POSTGRES_URL="$PARVIS_TEST_POSTGRES_URL" DB_POSTGRES_SCHEMA=bsky \
  REDIS_HOST="127.0.0.1:$redis_port" NODE_ENV=test LOG_ENABLED="${LOG_ENABLED:-false}" \
  node "$HERE/bluesky.mjs" "$TOOLS/servers" "$run/bluesky.env" &
network=$!
wait "$network"
