#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-3-Clause
# Installs what is needed (Debian 12), builds the examples at full speed and runs them: the small ones first,
# then the training on Fashion-MNIST, which writes files for other programs to build/fashion_mnist. Arguments go to the latter.

set -euo pipefail
cd "$(dirname "$0")/.."
exec < /dev/null

packages=(g++ cmake ninja-build python3 libboost1.81-dev libxtensor-dev libxsimd-dev libcli11-dev zlib1g-dev
  nlohmann-json3-dev libprotozero-dev libzip-dev graphviz dataset-fashion-mnist)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get -qq update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}"
fi

build=build/examples
mkdir -p build
cmake -S . -B $build -G Ninja -D CMAKE_CXX_COMPILER=g++ -D CMAKE_BUILD_TYPE=Release \
  -D CMAKE_CXX_FLAGS_RELEASE="-O3 -march=native -DNDEBUG" -D XSCOPE_TESTS=OFF > $build.log 2>&1 || { cat $build.log; exit 1; }
cmake --build $build -j "${JOBS:-$(nproc)}" -- --quiet

for source in examples/*.cpp; do
  name=$(basename "$source" .cpp)
  printf '\n=== %s\n' "$name"
  (cd "$build/examples" && "./$name")  # where it may leave a picture
done

printf '\n=== fashion_mnist\n'
data=$(dirname "$(dpkg -L dataset-fashion-mnist | grep 'train-images-idx3-ubyte.gz$')")
if [[ " $* " != *" --save"* ]]; then
  rm -rf build/fashion_mnist  # or TensorBoard would show older trainings as well
  set -- --save build/fashion_mnist "$@"
fi
exec "$build/examples/fashion_mnist" --data "$data" "$@"
