#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-3-Clause
# Installs what is needed (Debian 12), builds and tests with each compiler, then checks the sources themselves.
# The last line is "N passed, M failed".
#
# usage: tests/run.sh [--quick | --full]
#   --quick   GCC only: no Clang, no sanitizers, no clang-tidy
#   --full    each compiler builds all runtime tests, and the sanitizers watch all of them; long ones are whole: for a release
# JOBS=n limits how many things run at a time, FUZZ_SECONDS=n how long each reader of files is fuzzed.

set -uo pipefail
cd "$(dirname "$0")/.." || exit
exec < /dev/null
# shellcheck source=tests/support/steps.sh
source tests/support/steps.sh

quick=false
full=false
for argument in "$@"; do
  case $argument in
    --quick) quick=true ;;
    --full) full=true ;;
    *) sed -n 's/^# \?//; 6,9p' "$0" >&2; exit 2 ;;
  esac
done

root=$PWD
jobs=${JOBS:-$(nproc)}
passed=0
failed=0
failures=()
tested=()  # the folders that were built and tested
skipped=()
clients_come=  # the process that installs clients

# Nothing is left outside the checkout, neither by ccache nor by the compilers.
export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}
export TMPDIR=$root/build/tmp
mkdir -p "$TMPDIR"

section() { printf '\n=== %s (at %d s)\n' "$*" "$SECONDS"; }

count() { # name status
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
    echo "--- ok: $1"
  else
    failed=$((failed + 1))
    failures+=("$1")
    echo "--- FAILED: $1"
  fi
}

check() { # name command...
  local name=$1
  shift
  "$@"
  count "$name" $?
}

finish() {
  section "Result"
  [ ${#failures[@]} -eq 0 ] || printf 'failed: %s\n' "${failures[@]}"
  [ ${#skipped[@]} -eq 0 ] || printf 'SKIPPED: %s\n' "${skipped[@]}"
  local folder
  for folder in "${tested[@]}"; do
    echo "$folder/ctest.log holds all that was said; one test again: ctest --test-dir $folder -R NAME --output-on-failure"
  done
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

# Runs a ctest and adds its numbers; the last arguments select tests.
run_ctest() { # name folder arguments...
  local name=$1 folder=$2 log=$2/ctest.log total bad
  shift 2
  tested+=("$folder")
  # No test depends on how fast a machine is: a limit is there for what hangs.
  ctest --test-dir "$folder" -j "$jobs" --timeout 7200 --output-on-failure --no-tests=error --no-label-summary "$@" > "$log" 2>&1
  local status=$?
  local pattern='.*tests passed, ([0-9]+) tests? failed out of ([0-9]+).*'
  read -r bad total < <(sed -nE "s/$pattern/\1 \2/p" "$log")
  if [ -z "${total:-}" ]; then
    tail -n 20 "$log"
    count "$name: ctest" 1
    return
  fi
  # ctest counts as passed what was skipped.
  local not_run
  mapfile -t not_run < <(sed -nE 's/^\s*[0-9]+ - (.*) \(Skipped\)$/\1/p' "$log")
  total=$((total - ${#not_run[@]}))
  if [ ${#not_run[@]} -gt 0 ]; then
    skipped+=("${not_run[@]/#/$name: }")
    grep '^SKIPPED: ' "$folder/Testing/Temporary/LastTest.log"
  fi
  passed=$((passed + total - bad))
  failed=$((failed + bad))
  if [ "$status" -ne 0 ]; then
    # The lines of what passed would bury what failed, and so would the places where a program that was not built is not.
    grep -vE '^ +Start +[0-9]+: |^ *[0-9]+/[0-9]+ Test +#[0-9]+: .* Passed |^Internal ctest|^\s*$' "$log" |
      grep -vE "^(Looked in the following places:|Could not find executable .*|/?${root#/}/build/\S+)$"
    failures+=("$name: $bad of $total tests")
  fi
  echo "--- $name: $((total - bad)) of $total tests passed"
}

build_and_test() { # name compiler target ctest-arguments -- cmake-arguments...
  local name=$1 compiler=$2 target=$3 select=$4 folder=build/$1 launcher=
  shift 4
  command -v ccache > /dev/null && launcher=ccache
  section "$name: build"
  if ! cmake -S . -B "$folder" -G Ninja -D CMAKE_CXX_COMPILER="$compiler" -D CMAKE_CXX_COMPILER_LAUNCHER=$launcher \
    "$@" > "$folder.configure.log" 2>&1; then
    cat "$folder.configure.log"
    count "$name: configure" 1
    return
  fi
  # -k 0: one file that does not compile must not hide what the others do.
  check "$name: build" build "$folder" -j "$jobs" --target "$target" -- -k 0
  [ -z "$clients_come" ] || { wait "$clients_come"; clients_come=; cat build/clients.log; }
  section "$name: test"
  # shellcheck disable=SC2086
  run_ctest "$name" "$folder" $select
}

# Looks for input that breaks a reader of files, with memory and undefined behaviour watched. What it finds is in build/fuzz.
fuzz_seconds=${FUZZ_SECONDS:-15}
fuzz() { # name
  local name=$1 folder=build/fuzz/$1
  mkdir -p "$folder/found"
  clang++-19 -std=c++20 -O1 -gline-tables-only -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -Iinclude \
    "tests/fuzz/$name.cpp" -lzip -o "$folder/fuzz" > "$folder/log" 2>&1 &&
    "$folder/fuzz" -max_total_time="$fuzz_seconds" -malloc_limit_mb=64 -rss_limit_mb=1024 -timeout=120 -print_final_stats=1 \
      -artifact_prefix="$folder/" "$folder/found" "tests/fuzz/corpus/$name" > "$folder/log" 2>&1 ||
    { tail -n 40 "$folder/log"; return 1; }
  sed -nE "s/^stat::number_of_executed_units: *(.*)/$name: \1 inputs in $fuzz_seconds s/p" "$folder/log"
}

fuzz_all() {
  local file name
  local -A running=()
  for file in tests/fuzz/*.cpp; do
    name=$(basename "$file" .cpp)
    fuzz "$name" &
    running[$name]=$!
  done
  for name in "${!running[@]}"; do check "fuzz $name" wait "${running[$name]}"; done
}

sources() { find include tests examples bench -type f \( -name '*.hpp' -o -name '*.cpp' \) | sort; }

check_spdx() {
  local bad
  # The second line will do: the first may say who interprets the file or what a test expects of it.
  bad=$({
    sources
    find . .ci -maxdepth 1 \( -name '.clang-*' -o -name .gitignore -o -path ./.ci/run -o -path .ci/run \) -type f
    find CMakeLists.txt include tests examples bench -type f \
      \( -name CMakeLists.txt -o -name '*.cmake' -o -name '*.py' -o -name '*.sh' -o -name '*.mjs' -o -name '*.proto' \)
  } | sort -u | while read -r file; do
    head -n 3 "$file" | grep -qE '^(//|#) SPDX-License-Identifier: BSD-3-Clause$' || echo "$file: no SPDX line at its head"
  done)
  [ -z "$bad" ] || { echo "$bad"; return 1; }
}

# Tables of numbers in tests/golden keep the form in which they were generated.
check_format() {
  local bad
  bad=$(sources | grep -v '^tests/golden/' | xargs -r clang-format-19 --dry-run -Werror 2>&1 |
    sed -nE 's/^([^:]+:[0-9]+):.*error:.*/\1/p' | sort -u -t: -k1,1)
  [ -z "$bad" ] || { printf 'clang-format-19 -i FILE would change, first at:\n%s\n' "$bad"; return 1; }
}

# All headers in one unit, and the small examples, which make them into programs. The path is absolute, or the filter of
# .clang-tidy does not know the headers.
check_tidy() {
  printf '%s\n' build/clang/tests/headers/forward.cpp examples/*.cpp |
    xargs -P "$jobs" -n 1 sh -c '
      log=$(mktemp)
      clang-tidy-19 --quiet "$@" -- -std=c++20 -I"$PWD/include" > "$log" 2>&1 || { cat "$log"; status=1; }
      rm -f "$log"
      exit ${status:-0}' tidy
}

# Left out: what shellcheck takes for unreachable or for a mistake, and is meant.
check_scripts() { find tests examples bench -name '*.sh' -print0 | xargs -0 shellcheck -x -e SC1007,SC2015,SC2016,SC2317; }

section "Packages"
packages=(g++ cmake ninja-build ccache python3 python3-numpy libboost1.81-dev libxtensor-dev libxsimd-dev catch2
  libbenchmark-dev libcli11-dev libzip-dev nlohmann-json3-dev libprotozero-dev zlib1g-dev graphviz clang-format-19 shellcheck)
$quick || packages+=(clang-19 libclang-rt-19-dev clang-tidy-19)
check "packages" install_packages "${packages[@]}"
[ "$failed" -eq 0 ] || finish
# Programs of others that test what is written. Whichever cannot be had, the tests that want it are skipped. A Node.js that is
# there is left alone, wherever it is from: Debian's would take its place. What the build does not look for comes while it
# goes on.
clients=(protobuf-compiler dataset-fashion-mnist libopencv-dnn-dev)
install_packages "${clients[@]}" || echo "not installed: ${clients[*]}"
later=(python3-torch)
command -v node npm > /dev/null || later+=(nodejs npm)
{
  install_packages "${later[@]}" || echo "not installed: ${later[*]}"
  tests/clients/install.sh || echo "not installed: clients from npm"
} > build/clients.log 2>&1 &
clients_come=$!

# Building the runtime tests is most of the work, so each compiler gets a part of them: GCC with optimizations all but
# those in which no arithmetic is new; Clang those, and others in which memory is read and written in most ways, with
# sanitizers and without optimizations. What does not depend on the compiler was decided by GCC: that a header stands
# alone, that the project installs, that a page is true, that a mistake is all that is wrong with a file, that others read
# what is written; the examples are seen by clang-tidy, too.
plain="io/|session/(feeds|initializers|results|scopes)|ops/(axes|integers|masks|moves)|gradient/(constraints|joins|moves|pairs)"
watched="$plain|layers/blocks|session/(inline|no_copy|containers|values|memory)|ops/(conversions|gemm|images|narrow|packs)"
# What both compilers' sanitizers watch: GCC takes less for a constant then, so a few that reach most of the library.
by_both="layers/blocks|session/(containers|memory|results|values)"
not_gcc="$plain|ops/(image_sums|sums)"
clang="layers/blocks|ops/(image_sums|sums)"
if $quick || $full; then not_gcc=; fi
if $full; then clang= watched= by_both=; fi
build_and_test gcc g++ all "" -D CMAKE_BUILD_TYPE=Release -D CMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" \
  -D XSCOPE_NO_RUNTIME_TESTS="$not_gcc" -D XSCOPE_LONG_TESTS=$full
if ! $quick; then
  build_and_test clang clang++-19 all "-LE ^(headers|consumer|readme)$ -E \.twin$|^random/selftest$" \
    -D CMAKE_BUILD_TYPE=Release -D XSCOPE_EXAMPLES=$full -D XSCOPE_RUNTIME_TESTS="$clang" \
    -D XSCOPE_LONG_TESTS=$full
  sanitized="-O0 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
  build_and_test sanitizers clang++-19 programs "-L runtime|clients" -D CMAKE_BUILD_TYPE=None -D XSCOPE_EXAMPLES=OFF \
    -D XSCOPE_RUNTIME_TESTS="$watched" \
    -D CMAKE_CXX_FLAGS="$sanitized"
  build_and_test sanitizers-gcc g++ runtime_tests "-L runtime" -D CMAKE_BUILD_TYPE=None -D XSCOPE_EXAMPLES=OFF \
    -D XSCOPE_RUNTIME_TESTS="$by_both" -D CMAKE_CXX_FLAGS="$sanitized"
  # Fuzzing takes its time whatever else is done, and as good as no memory.
  section "Fuzzing and sources"
  check_tidy > build/tidy.log 2>&1 &
  tidy=$!
  fuzz_all
  wait "$tidy"
  tidied=$?
  cat build/tidy.log
  count "clang-tidy" "$tidied"
else
  section "Sources"
fi
check "SPDX lines" check_spdx
check "shellcheck" check_scripts
check "clang-format" check_format
finish
