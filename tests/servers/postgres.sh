#!/usr/bin/env bash
# A PostgreSQL cluster of its own, on a free port, that forgets everything when it stops.
# Tells: PARVIS_TEST_POSTGRES_URL.
source "$(dirname "$0")/lib.sh"
run="$1"
bin="$(postgres_bin)" || die "PostgreSQL's server is not installed (Debian: apt-get install postgresql)"
port="${PARVIS_TEST_POSTGRES_PORT:-$(free_port)}"
data="$(mktemp -d "${TMPDIR:-/tmp}/parvis-pg.XXXXXX")"

# PostgreSQL refuses to run as root: an account without rights runs it then.
as=()
if [ "$(id -u)" = 0 ]; then
  account=nobody
  if id postgres >/dev/null 2>&1; then account=postgres; fi
  chown "$account" "$data"
  as=(setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups)
fi
cleanup() { trap '' TERM INT; [ -z "${server:-}" ] || stop "$server"; rm -rf "$data"; }
trap cleanup EXIT
trap 'exit 0' TERM INT

cd "$data"
"${as[@]}" "$bin/initdb" -D "$data/db" -U parvis --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
# Durability is not what is tested here; speed is welcome.
"${as[@]}" "$bin/postgres" -D "$data/db" -p "$port" -k "$data" -h 127.0.0.1 \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
  -c max_connections=400 -c shared_buffers=128MB -c timezone=UTC -c log_min_messages=warning &
server=$!
wait_for 30 "$bin/pg_isready" -h 127.0.0.1 -p "$port" -U parvis -d postgres || die "PostgreSQL did not start"
"${as[@]}" "$bin/createdb" -h 127.0.0.1 -p "$port" -U parvis parvis_test
publish_env "$run/postgres.env" \
  PARVIS_TEST_POSTGRES_URL "postgres://parvis@127.0.0.1:$port/parvis_test"
wait "$server"
