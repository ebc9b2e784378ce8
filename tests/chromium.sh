#!/bin/sh
# Make sure that a Chromium is there for the browser tests; install Debian's when we are root.
set -eu
for name in "${BALISE_CHROMIUM:-chromium}" chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Debian's chromium for the browser tests…"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
  exit 0
fi
cat >&2 <<'TEXT'
Les essais demandent Chromium. Installez-le, puis recommencez:
    sudo apt-get install chromium
ou donnez son chemin: BALISE_CHROMIUM=/chemin/vers/chromium make test
The tests need Chromium: install it (sudo apt-get install chromium) or set BALISE_CHROMIUM.
TEXT
exit 1
