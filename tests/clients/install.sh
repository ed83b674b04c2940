#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-3-Clause
# Puts those clients that come from npm into build/clients: packages at the versions of package-lock.json, and
# TensorFlow's messages as api.proto. What is there already is left alone.
#
# usage: tests/clients/install.sh

set -euo pipefail
cd "$(dirname "$0")/../.."

from=tests/clients
to=build/clients
# TensorFlow.js for Node.js is not installed, which would download TensorFlow: one file of its package is wanted.
messages=@tensorflow/tfjs-node@4.22.0
messages_sum=6bcfccc7dbf34f5a53fcd711f5ecdfeb59ff8cbd05d94d0ebaa3b33636724fe2

mkdir -p $to
if ! cmp -s $from/package-lock.json $to/installed.json || ! sha256sum --status -c <<< "$messages_sum  $to/api.proto"; then
  command -v npm > /dev/null || { echo "there is no npm"; exit 1; }
  # No scripts of packages are run. What npm keeps for another time is not kept.
  options=(--ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error --fetch-retries=1)
  cache=$(mktemp -d)
  trap 'rm -rf "$cache"' EXIT
  options+=(--cache="$cache")

  rm -f $to/installed.json
  cp $from/package.json $from/package-lock.json $to
  (cd $to && npm ci --omit=optional "${options[@]}")
  npm pack $messages --pack-destination="$cache" "${options[@]}" > /dev/null
  tar -xzOf "$cache"/tensorflow-tfjs-node-*.tgz package/src/proto/api.proto > "$cache"/api.proto
  sha256sum --quiet -c <<< "$messages_sum  $cache/api.proto"
  mv "$cache"/api.proto $to
  cp $from/package-lock.json $to/installed.json
fi
