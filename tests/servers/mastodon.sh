#!/usr/bin/env bash
# A Mastodon server by a third party (PyPI mastodon-mock), in memory, with two accounts.
# Tells: PARVIS_TEST_MASTODON_URL, …_TOKEN and …_USERNAME, and the same of a CUSTOMER.
source "$(dirname "$0")/lib.sh"
run="$1"
program="$TOOLS/mastodon/bin/mastodon_mock"
[ -x "$program" ] || die "mastodon-mock is not installed: tests/servers/install.sh mastodon"
port="${PARVIS_TEST_MASTODON_PORT:-$(free_port)}"
home="$(mktemp -d "${TMPDIR:-/tmp}/parvis-mastodon.XXXXXX")"
cleanup() { trap '' TERM INT; [ -z "${server:-}" ] || stop "$server"; rm -rf "$home"; }
trap cleanup EXIT
trap 'exit 0' TERM INT

cp "$HERE/mastodon.toml" "$home/config.toml"
mkdir "$home/tmp"
cd "$home"
TMPDIR="$home/tmp" "$program" serve --in-memory --config "$home/config.toml" \
  --host 127.0.0.1 --port "$port" --domain "127.0.0.1:$port" --log-level "${PARVIS_TEST_MASTODON_LOG:-warning}" &
server=$!
wait_for 60 node -e "fetch('http://127.0.0.1:$port/api/v2/instance').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))" \
  || die "mastodon-mock did not start"
publish_env "$run/mastodon.env" \
  PARVIS_TEST_MASTODON_URL "http://127.0.0.1:$port" \
  PARVIS_TEST_MASTODON_USERNAME boulangerie \
  PARVIS_TEST_MASTODON_TOKEN token-of-the-bakery \
  PARVIS_TEST_MASTODON_CUSTOMER_USERNAME camille \
  PARVIS_TEST_MASTODON_CUSTOMER_TOKEN token-of-the-customer
wait "$server"
