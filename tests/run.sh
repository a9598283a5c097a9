#!/usr/bin/env bash
# Runs the named steps one after the other and sums them up. A step that fails does not stop the
# others, but the run fails. Logs: test-results/logs/STEP.log.
# Usage: tests/run.sh STEP…     Steps: frontend format lint rust servers faults journeys
source "$(dirname "$0")/servers/lib.sh"
cd "$ROOT"

# Cargo's profile: `ci` where nothing is kept between runs, `dev` on a developer's machine.
profile="${PROFILE:-$([ -n "${CI:-}" ] && echo ci || echo dev)}"
logs="$ROOT/test-results/logs"
mkdir -p "$logs"
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-never}" FORCE_COLOR=0 RUST_BACKTRACE=0

step_frontend() {
  command -v npm >/dev/null || { say "npm is not installed (Node 20 or newer brings it)"; return 1; }
  make --no-print-directory frontend \
    && (cd crates/web/frontend && npm run --silent check && npm test --silent)
}

step_format() { cargo fmt --all -- --check --color never; }

step_lint() { cargo clippy --workspace --all-targets --profile "$profile" --quiet -- -D warnings; }

# cargo_tests [--integration] : every test of the workspace, or those of the crates' tests/ folders only.
cargo_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    local only=()
    [ "${1:-}" != --integration ] || only=(-E 'kind(test)')
    cargo nextest run --workspace --cargo-profile "$profile" --config-file tests/nextest.toml \
      --no-tests=pass --cargo-quiet "${only[@]}"
  else
    local only=()
    [ "${1:-}" != --integration ] || only=(--test '*')
    cargo test --workspace --profile "$profile" --no-fail-fast --quiet "${only[@]}"
  fi
}

# On embedded SQLite, with no server about: what a developer runs all day.
step_rust() {
  env -u PARVIS_TEST_POSTGRES_URL -u PARVIS_TEST_BLUESKY_PDS -u PARVIS_TEST_MASTODON_URL -u PARVIS_TEST_FEED_URL -u PARVIS_TEST_MAIL_IMAP \
    bash -c "$(declare -f cargo_tests); profile='$profile'; cargo_tests"
}

with_servers() {
  local servers=("$@")
  # shellcheck disable=SC2016
  tests/servers/with.sh "${servers[@]}" -- bash -c "$(declare -f cargo_tests); profile='$profile'; cargo_tests --integration"
}

# The stories again on PostgreSQL, and the connectors against real servers of their networks.
step_servers() { tests/install.sh postgres bluesky mastodon mail && with_servers postgres bluesky mastodon mail feeds; }
step_postgres() { tests/install.sh postgres && with_servers postgres; }

# The fault matrix, whole, on both engines. PARVIS_WRITE_REPORT=1 keeps its report in docs/.
step_faults() {
  tests/install.sh postgres || return 1
  PARVIS_FAULTS=full tests/servers/with.sh postgres -- \
    cargo test --profile "$profile" --quiet -p app --test faults -- --nocapture
}

# The program that the journeys start.
build_parvis() {
  cargo build --profile "$profile" -p app --bin parvis --quiet --message-format=json-render-diagnostics \
    | node -e 'let t="";process.stdin.on("data",c=>t+=c).on("end",()=>{const f=t.split("\n").filter(Boolean).map(l=>JSON.parse(l)).filter(m=>m.executable).pop();if(!f)process.exit(1);console.log(f.executable)})'
}

step_journeys() {
  local program
  tests/install.sh bluesky mastodon journeys || return 1
  program="$(build_parvis)" || return 1
  PARVIS_BIN="$program" tests/servers/with.sh bluesky mastodon feeds -- tests/journeys/run.sh
}

# counts LOG : "passed failed skipped" as the test runners said in their closing lines.
counts() {
  sed -E 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /Summary \[/ {
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed/) p += $(i-1)
        if ($i ~ /^failed/) f += $(i-1)
        if ($i ~ /^timed/) f += $(i-1)
      }
    }
    /^test result:/ {
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed/) p += $(i-1)
        if ($i ~ /^failed/) f += $(i-1)
        if ($i ~ /^ignored/) s += $(i-1)
      }
    }
    /^(ℹ|#) pass [0-9]+$/ { p += $3 }
    /^(ℹ|#) (fail|cancelled) [0-9]+$/ { f += $3 }
    /^(ℹ|#) (skipped|todo) [0-9]+$/ { s += $3 }
    END { print p + 0, f + 0, s + 0 }'
}

passed=0 failed=0 skipped=0 table=()
for step in "$@"; do
  declare -F "step_$step" >/dev/null || die "no step is called $step"
  printf '\n── %s ──\n' "$step"
  began=$SECONDS status=0
  # In a condition `set -e` would be off inside the step; a shell of its own keeps it on.
  set +e
  (set -e; "step_$step") 2>&1 < /dev/null | tee "$logs/$step.log"
  status=${PIPESTATUS[0]}
  set -e
  read -r p f s < <(counts "$logs/$step.log")
  # A step without tests of its own counts as one check; a failure before any test counts too.
  if ((p + f + s == 0 && status == 0)); then p=1; fi
  if ((status != 0 && f == 0)); then f=1; fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  word=ok; if ((status != 0)); then word=FAILED; fi
  table+=("$(printf '%-7s %-10s %5d s   %d passed, %d failed, %d skipped' "$word" "$step" $((SECONDS - began)) "$p" "$f" "$s")")
done

printf '\n── summary (%d s) ──\n' "$SECONDS"
printf '%s\n' "${table[@]}"
printf '\nTotal: %d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
((failed == 0))
