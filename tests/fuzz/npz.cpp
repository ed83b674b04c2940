// SPDX-License-Identifier: BSD-3-Clause
#include <xscope/files/npz.hpp>

#include "loading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::bytes all = std::as_bytes(std::span(data, size));
  try {
    fuzz::npz_file file(all, "fuzz");
    fuzz::load(file, size);
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
      const auto& t = file.describe(i);
      // Bombs are not unpacked: nobody wants so much.
      constexpr std::size_t wanted = 1 << 16;
      if (!t.unusable.empty() || *fuzz::byte_size(t.shape, t.format.size()) > wanted) continue;
      fuzz::require(file.values(i).size() == *fuzz::byte_size(t.shape, t.format.size()));
    }
  } catch (const xscope::io::error&) {
  }
  return 0;
}
