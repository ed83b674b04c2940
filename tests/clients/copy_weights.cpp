// SPDX-License-Identifier: BSD-3-Clause
// Copies all tensors of a file of weights to another one, whose name may end in another format.
#include <cstdio>
#include <string>
#include <vector>
#include <xscope/files/input.hpp>
#include <xscope/files/npz.hpp>
#include <xscope/files/replacement.hpp>
#include <xscope/files/safetensors.hpp>

namespace {

using namespace xscope::files;

template <class File>
void copy(File&& file, const std::string& to) {
  std::vector<tensor_to_store> tensors;
  for (std::size_t i = 0; i < file.tensors().size(); ++i) {
    const stored_tensor& t = file.describe(i);
    if (!t.unusable.empty())
      throw xscope::io::error(to, xscope::io::trouble::unsupported, t.name, t.unusable);
    tensors.push_back({t.name, t.format.type, t.shape, file.values(i)});
  }
  replacement out(to);
  const auto write = [&](bytes part) { out.write(part); };
  if (to.ends_with(".npz")) write_npz(tensors, to, write);
  else write_safetensors(tensors, to, write);
  out.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    const std::string from = argv[1];
    const input file(from);
    std::vector<std::byte> all(file.size());
    file.read(0, all);
    if (from.ends_with(".npz")) copy(npz_file(bytes(all), from), argv[2]);
    else copy(safetensors_file(bytes(all), from), argv[2]);
  } catch (const xscope::io::error& e) {
    std::puts(e.what());
    return 1;
  }
  return 0;
}
