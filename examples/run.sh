#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-3-Clause
# Installs what is needed (Debian 12), builds the examples at full speed and runs them: the small ones first,
# then the training on Fashion-MNIST, which writes files for other programs to build/fashion_mnist. Arguments go to the latter.

set -euo pipefail
cd "$(dirname "$0")/.."
exec < /dev/null
# shellcheck source=tests/support/steps.sh
source tests/support/steps.sh

packages=(g++ cmake ninja-build python3 libboost1.81-dev libxtensor-dev libxsimd-dev libcli11-dev zlib1g-dev
  nlohmann-json3-dev libprotozero-dev libzip-dev graphviz dataset-fashion-mnist)
install_packages "${packages[@]}"

folder=build/examples
mkdir -p build
printf '=== Building the examples\n'
cmake -S . -B $folder -G Ninja -D CMAKE_CXX_COMPILER=g++ -D CMAKE_BUILD_TYPE=Release \
  -D CMAKE_CXX_FLAGS_RELEASE="-O3 -march=native -DNDEBUG" -D XSCOPE_TESTS=OFF > $folder.log 2>&1 || { cat $folder.log; exit 1; }
build $folder -j "${JOBS:-$(nproc)}"

for source in examples/*.cpp; do
  name=$(basename "$source" .cpp)
  printf '\n=== %s\n' "$name"
  (cd "$folder/examples" && "./$name")  # where it may leave a picture
done

printf '\n=== fashion_mnist\n'
data=$(dirname "$(dpkg -L dataset-fashion-mnist | grep 'train-images-idx3-ubyte.gz$')")
if [[ " $* " != *" --save"* ]]; then
  rm -rf build/fashion_mnist  # or TensorBoard would show older trainings as well
  set -- --save build/fashion_mnist "$@"
fi
"$folder/examples/fashion_mnist" --data "$data" "$@"

printf '\n=== Made\n'
printf '%-26s %s\n' $folder/examples/ 'the programs, and what they have written: 06_drawing.svg is a picture of a graph' \
  build/fashion_mnist/ 'what the training has written, as listed above, unless --save named another folder' \
  'Look at' 'tensorboard --logdir build/fashion_mnist/logs' \
  'Next' 'change examples/01_hello_scope.cpp, and: g++ -std=c++20 -O3 -march=native -Iinclude examples/01_hello_scope.cpp'
