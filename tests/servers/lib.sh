# What every script of this folder shares. Source it; it defines functions and the paths below.
#
# A server script (postgres.sh, bluesky.sh, …) is started as `NAME.sh RUN_DIR`. It stays in the
# foreground, writes its addresses and credentials to RUN_DIR/NAME.env when it is ready
# (KEY='value' lines, written in one go), and ends on SIGTERM, leaving nothing behind.

set -euo pipefail

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
ROOT="$(cd "$HERE/../.." && pwd)"
# Test tools are installed here and nowhere else; git ignores it.
TOOLS="${PARVIS_TEST_TOOLS:-$ROOT/.tools}"

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

# A free port of the loopback address.
free_port() {
  node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

# publish_env FILE KEY VALUE [KEY VALUE]… : writes the file that says the server is ready.
publish_env() {
  local file="$1"; shift
  : > "$file.part"
  while (($#)); do printf "%s='%s'\n" "$1" "$2" >> "$file.part"; shift 2; done
  mv "$file.part" "$file"
}

# wait_for SECONDS COMMAND… : until the command succeeds.
wait_for() {
  local end=$((SECONDS + $1)); shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || return 1
    sleep 0.1
  done
}

# The folder with initdb, postgres, pg_ctl: the newest that Debian installed.
postgres_bin() {
  local newest
  newest="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)"
  if [ -x "${newest:-}/initdb" ]; then echo "$newest"; return; fi
  command -v initdb >/dev/null && command -v pg_ctl >/dev/null && dirname "$(command -v initdb)"
}

# stop PID : asks, waits up to ten seconds, then insists.
stop() {
  kill -TERM "$1" 2>/dev/null || return 0
  for _ in $(seq 100); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done
  kill -KILL "$1" 2>/dev/null || true
}
