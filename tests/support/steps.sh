# SPDX-License-Identifier: BSD-3-Clause
# shellcheck shell=bash
# What the scripts that a user runs have in common: packages, and builds that show how far they are. To be sourced.

# Installs what is missing of these packages of Debian. What apt says is shown if it fails.
install_packages() { # package...
  local missing=() as_root=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "installing: ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  mkdir -p build
  # /tmp, whatever TMPDIR is: apt's sandboxed user may not reach the checkout.
  "${as_root[@]}" env TMPDIR=/tmp apt-get -qq update > build/apt.log 2>&1 &&
    "${as_root[@]}" env TMPDIR=/tmp DEBIAN_FRONTEND=noninteractive \
      apt-get -qq install -y --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" >> build/apt.log 2>&1 ||
    { tail -n 30 build/apt.log; return 1; }
}

# cmake --build: on a terminal with ninja's own line, elsewhere with a line for each tenth of the way.
build() { # argument of cmake --build...
  if [ -t 1 ]; then
    cmake --build "$@"
    return
  fi
  (
    set -o pipefail
    cmake --build "$@" 2>&1 | awk '
      /^ninja: Entering directory / { next }
      /^\[[0-9]+\/[0-9]+\] / {
        split(substr($1, 2, length($1) - 2), at, "/")
        tenth = int(10 * at[1] / at[2])
        if (tenth != last || at[2] != of) { print; fflush() }
        last = tenth
        of = at[2]
        next
      }
      { print; fflush() }'
  )
}
