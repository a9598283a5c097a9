#!/usr/bin/env bash
# Makes sure that the programs the tests need are on this machine: Debian's packages through apt-get
# when we may, the rest under .tools. Says what is missing when we may not.
# Usage: tests/install.sh [bluesky] [mastodon] [mail] [postgres] [journeys]     (all when none is named)
source "$(dirname "$0")/servers/lib.sh"

(($#)) || set -- postgres bluesky mastodon mail journeys
# Debian keeps servers where an ordinary person does not look.
PATH="$PATH:/usr/sbin"

missing=()
need() { local package="$1"; shift; "$@" >/dev/null 2>&1 || missing+=("$package"); }

for name in "$@"; do
  case "$name" in
    postgres) need postgresql postgres_bin ;;
    bluesky)
      need postgresql postgres_bin
      need redis-server command -v redis-server
      need g++ command -v g++
      need make command -v make
      need python3 command -v python3
      ;;
    mastodon) need python3-venv python3 -c 'import venv, ensurepip' ;;
    mail)
      need dovecot-imapd command -v dovecot
      need dovecot-lmtpd test -x /usr/lib/dovecot/lmtp
      need openssl command -v openssl
      need python3-venv python3 -c 'import venv, ensurepip'
      ;;
    journeys)
      need chromium command -v chromium
      need fonts-dejavu-core test -f /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
      need fonts-noto-core test -f /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf
      need fonts-noto-color-emoji test -f /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf
      ;;
    *) die "nothing is called $name" ;;
  esac
done

if ((${#missing[@]})); then
  mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
  as=()
  if [ "$(id -u)" != 0 ]; then as=(sudo -n); fi
  if ! command -v apt-get >/dev/null || { ((${#as[@]})) && ! sudo -n true 2>/dev/null; }; then
    die "the tests need these packages; please install them: ${missing[*]}"
  fi
  say "installing ${missing[*]}"
  "${as[@]}" apt-get update -qq > /dev/null
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

for name in "$@"; do
  case "$name" in
    bluesky | mastodon | mail) "$HERE/install.sh" "$name" ;;
    journeys) "$ROOT/tests/journeys/install.sh" ;;
  esac
done
