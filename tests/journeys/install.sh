#!/usr/bin/env bash
# Installs what the journeys need under .tools; does nothing where it is already there.
source "$(dirname "$0")/../servers/lib.sh"
from="$ROOT/tests/journeys" dir="$TOOLS/journeys"
wanted="$(cat "$from/package.json" "$from/package-lock.json" | sha256sum | cut -d' ' -f1)"
if [ "$(cat "$dir/.installed" 2>/dev/null)" = "$wanted" ]; then exit 0; fi
say "installing the browser's driver"
mkdir -p "$dir"
cp "$from/package.json" "$from/package-lock.json" "$from/.npmrc" "$dir/"
(cd "$dir" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
echo "$wanted" > "$dir/.installed"
