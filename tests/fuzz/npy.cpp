// SPDX-License-Identifier: BSD-3-Clause
// The header of an array without the archive around it, whose checksums hold mutations off.
#include <xscope/files/npy.hpp>

#include "loading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::bytes all = std::as_bytes(std::span(data, size));
  const fuzz::npy_preamble_info preamble(all.first(std::min(size, fuzz::npy_long_preamble)));
  if (!preamble.wrong.empty() || preamble.begin + preamble.size > size) return 0;
  fuzz::stored_tensor t;
  const char* text = reinterpret_cast<const char*>(data) + preamble.begin;
  const fuzz::npy_dictionary dictionary({text, preamble.size}, t);
  if (!dictionary.wrong.empty() || !t.unusable.empty()) return 0;
  // What was accepted says the same when it is written again.
  const std::string header = fuzz::npy_header({"", t.format.type, t.shape, {}});
  fuzz::stored_tensor again;
  const fuzz::npy_dictionary copy(std::string_view(header).substr(fuzz::npy_preamble), again);
  fuzz::require(copy.wrong.empty() && again.unusable.empty());
  fuzz::require(again.shape == t.shape && again.format.type == t.format.type);
  return 0;
}
