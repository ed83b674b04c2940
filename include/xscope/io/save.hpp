// SPDX-License-Identifier: BSD-3-Clause
// save(session, "model.safetensors"): variables to a file, which is the old one or the new one at any moment.
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include "../lists/all.hpp"
#include "../running/backend/xsimd.hpp"
#include "../running/backend/xtensor.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "../files/format.hpp"
#include "../files/npz.hpp"
#include "../files/replacement.hpp"
#include "../files/safetensors.hpp"
#include "../files/weights.hpp"
#include "files.hpp"

namespace xscope::files {

/// Writes variables to a file that replaces the one of that name.
inline void save_values(const std::string& name, std::span<const weight> weights,
                        std::span<std::byte* const> from) {
  const file_format format = format_of(name);
  std::vector<std::vector<std::byte>> made;
  const std::vector<tensor_to_store> tensors = tensors_of(weights, from, made);
  replacement file(name);
  const auto write = [&](bytes part) { file.write(part); };
  if (format == file_format::npz) write_npz(tensors, name, write);
  else write_safetensors(tensors, name, write);
  file.commit();
}

}  // namespace xscope::files

namespace xscope {

template <class T>
  requires true
inline constexpr bool elsewhere::has_save<T> = true;

/// Writes the global variables of a session's graph to a file, .safetensors or .npz, by their names without
/// ":0"; a partitioned variable as the whole. Rules say how variables are called in the file. The file is
/// replaced as a whole, and is on the disk when this returns. Throws io::error; then the old file is there.
template <class Program, class Holder, class Storage, class... Rules>
  requires(lists::all<files::naming_rule<Rules>...>) && files::names_can_be_written<Program, Rules...>
void save(const session<graphs::graph_t<Program>, Holder, Storage>& s, const std::string& path, Rules...) {
  using named = files::named_variables<Program, files::rules_of<Rules...>>;
  files::save_values(path, named::weights, files::values_of<Program>(s));
}
template <class Program, class Holder, class Storage, class... Rules>
  requires(lists::all<files::naming_rule<Rules>...>) && (!files::names_can_be_written<Program, Rules...>)
files::refused_to_write<Program, Rules...> save(const session<graphs::graph_t<Program>, Holder, Storage>&,
                                                const std::string&, Rules...);

}  // namespace xscope

#include "../macros/restore.hpp"
