#!/usr/bin/env bash
# Installs what the named servers need, under .tools; does nothing where it is already there.
# Usage: install.sh [bluesky] [mastodon] [mail]      (all when none is named)
source "$(dirname "$0")/lib.sh"

# up_to_date FOLDER FILE… : whether the folder was installed from these very files.
fingerprint() { cat "$@" | sha256sum | cut -d' ' -f1; }
up_to_date() { local dir="$1"; shift; [ "$(cat "$dir/.installed" 2>/dev/null)" = "$(fingerprint "$@")" ]; }

# Node's own headers, to build the one package that is not made of script alone.
node_headers() {
  local prefix
  prefix="$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")"
  for dir in "$prefix" /usr /usr/local; do
    if [ -f "$dir/include/node/node.h" ]; then echo "$dir"; return; fi
  done
}

install_bluesky() {
  local dir="$TOOLS/servers" files=("$HERE/package.json" "$HERE/package-lock.json")
  if up_to_date "$dir" "${files[@]}"; then return; fi
  say "installing the Bluesky servers (about two minutes the first time)"
  mkdir -p "$dir"; rm -f "$dir/.installed"
  cp "${files[@]}" "$HERE/.npmrc" "$dir/"
  local headers; headers="$(node_headers)"
  [ -n "$headers" ] || die "Node's headers are missing (Debian: apt-get install libnode-dev)"
  # Install scripts would download ready-made programs; the only one needed is built here instead.
  (cd "$dir" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  (cd "$dir/node_modules/better-sqlite3" \
    && npm_config_nodedir="$headers" npm run build-release --loglevel=error > "$dir/build.log" 2>&1) \
    || { tail -n 30 "$dir/build.log" >&2; die "better-sqlite3 did not build"; }
  fingerprint "${files[@]}" > "$dir/.installed"
}

install_mastodon() {
  local dir="$TOOLS/mastodon"
  if up_to_date "$dir" "$HERE/mastodon.txt"; then return; fi
  say "installing mastodon-mock"
  rm -rf "$dir"
  python3 -m venv "$dir" || die "python3 cannot make an environment (Debian: apt-get install python3-venv)"
  "$dir/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$HERE/mastodon.txt" >&2
  fingerprint "$HERE/mastodon.txt" > "$dir/.installed"
}

install_mail() {
  local dir="$TOOLS/mail"
  if up_to_date "$dir" "$HERE/mail.txt"; then return; fi
  say "installing aiosmtpd"
  rm -rf "$dir"
  python3 -m venv "$dir" || die "python3 cannot make an environment (Debian: apt-get install python3-venv)"
  "$dir/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$HERE/mail.txt" >&2
  fingerprint "$HERE/mail.txt" > "$dir/.installed"
}

(($#)) || set -- bluesky mastodon mail
for name in "$@"; do "install_$name"; done
