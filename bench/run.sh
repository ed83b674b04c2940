#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-3-Clause
# Installs what is needed (Debian 12), builds the benchmarks of run time with each compiler, runs them on one core
# and prints the table of ratios. Arguments go to the program, such as --rounds=31 or --benchmark_filter=softmax.
#
# usage: bench/run.sh [argument...]
# TORCH=1 installs LibTorch too, which is large: training steps are compared with its.
# COMPILERS="g++" leaves Clang out; CORE=n is the core that is used, by default the last.

set -euo pipefail
cd "$(dirname "$0")/.."
exec < /dev/null
# shellcheck source=tests/support/steps.sh
source tests/support/steps.sh

packages=(g++ clang-19 cmake ninja-build python3 libboost1.81-dev libxtensor-dev libxsimd-dev libbenchmark-dev
  libeigen3-dev libopenblas-dev libxtensor-blas-dev)
[ -z "${TORCH:-}" ] || packages+=(libtorch-dev)
install_packages "${packages[@]}"

results=()
for compiler in ${COMPILERS:-g++ clang++-19}; do
  folder=build/bench-$compiler
  mkdir -p build
  cmake -S . -B "$folder" -G Ninja -D CMAKE_CXX_COMPILER="$compiler" -D CMAKE_BUILD_TYPE=None \
    -D XSCOPE_BENCH=ON -D XSCOPE_TESTS=OFF -D XSCOPE_EXAMPLES=OFF > "$folder.log" 2>&1 || { cat "$folder.log"; exit 1; }
  build "$folder" -j "${JOBS:-$(nproc)}"
  printf '\n=== %s\n' "$("$compiler" --version | head -n 1)"
  taskset -c "${CORE:-$(($(nproc) - 1))}" "$folder/bench/runtime" --results="$folder/results.tsv" "$@"
  case $compiler in
    clang++*) name="Clang $("$compiler" -dumpversion | cut -d. -f1)" ;;
    *) name="GCC $("$compiler" -dumpversion | cut -d. -f1)" ;;
  esac
  results+=("$name=$folder/results.tsv")
done

printf '\n=== %s\n' "$(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(uname -sm)"
bench/runtime/table.py "${results[@]}"
bench/runtime/table.py --markdown "${results[@]}" > build/ratios.md
printf 'build/ratios.md has the same for a README.\n'
