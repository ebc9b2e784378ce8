#!/bin/sh
# Make sure that Pango is there for the tests of the PDF; install Debian's when we are root.
# Without it those tests are skipped, and say why.
set -eu
libraries="libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation fonts-dejavu-core"
missing=""
for library in $libraries; do
  if ! ldconfig -p 2>/dev/null | grep -q "$library"; then missing="$missing $library"; fi
done
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Debian's Pango for the PDF tests…"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages >/dev/null
  exit 0
fi
cat >&2 <<TEXT
Les essais du PDF seront passés: il manque$missing. Pour les faire:
    sudo apt-get install $packages
The PDF tests will be skipped:$missing is missing; install the packages above to run them.
TEXT
