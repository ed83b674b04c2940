// SPDX-License-Identifier: BSD-3-Clause
#include <xscope/files/safetensors.hpp>

#include "loading.hpp"

namespace {

/// What was accepted lies in the file, without overlap; and written again it is the same.
void check(fuzz::safetensors_file& file, fuzz::bytes all) {
  std::size_t size = 0;
  bool known = true;
  std::vector<fuzz::tensor_to_store> tensors;
  for (std::size_t i = 0; i < file.tensors().size(); ++i) {
    const auto& t = file.tensors()[i];
    const fuzz::bytes values = file.values(i);
    size += values.size();
    fuzz::require(values.data() >= all.data() && values.data() + values.size() <= all.data() + all.size());
    fuzz::require(file.find(t.name) == i);
    known = known && t.unusable.empty() && !t.format.is_bfloat16 && t.name != fuzz::safetensors_metadata;
    tensors.push_back({t.name, t.format.type, t.shape, values});
  }
  fuzz::require(size <= all.size());
  if (!known) return;
  std::string again;
  fuzz::write_safetensors(tensors, "copy", [&](fuzz::bytes part) {
    again.append(reinterpret_cast<const char*>(part.data()), part.size());
  });
  fuzz::safetensors_file copy(std::as_bytes(std::span(again)), "copy");
  fuzz::require(copy.tensors().size() == tensors.size());
  for (const auto& t : tensors) {
    const auto& found = copy.tensors()[*copy.find(t.name)];
    fuzz::require(found.shape == t.shape && found.format.type == t.type);
    const fuzz::bytes values = copy.values(*copy.find(t.name));
    fuzz::require(std::equal(values.begin(), values.end(), t.values.begin(), t.values.end()));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::bytes all = std::as_bytes(std::span(data, size));
  try {
    fuzz::safetensors_file file(all, "fuzz");
    check(file, all);
    fuzz::load(file, size);
  } catch (const xscope::io::error&) {
  }
  return 0;
}
