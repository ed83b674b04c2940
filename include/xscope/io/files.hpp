// SPDX-License-Identifier: BSD-3-Clause
// The variables of a session for files, and which format a file's name asks for.
#pragma once

#include "../running/backend/xsimd.hpp"
#include "../running/backend/xtensor.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "../matching/names.hpp"
#include "../running/session.hpp"

namespace xscope::files {

/// Whether options are rules that fit a graph: to read by, and to write by.
template <class Program, class... Options>
concept names_can_be_read = named_variables<Program, rules_of<Options...>>::refusal.size == 0;
template <class Program, class... Options>
concept names_can_be_written = named_variables<Program, rules_of<Options...>>::refusal_to_write.size == 0;

/// What the compiler says where they do not.
template <class Program, class... Options>
using refused_to_read =
    decltype(diag::refusal<named_variables<Program, rules_of<Options...>>::refusal>::make());
template <class Program, class... Options>
using refused_to_write =
    decltype(diag::refusal<named_variables<Program, rules_of<Options...>>::refusal_to_write>::make());

/// Where the variables of a session lie, in the order of `weights`.
template <class Program, class Session>
auto values_of(const Session& s) {
  using saved = saved_variables<Program>;
  std::array<std::byte*, saved::count> out{};
  for (std::size_t i = 0; i < saved::count; ++i) out[i] = s.bytes_of(saved::list[i]);
  return out;
}

enum class file_format : unsigned char { safetensors, npz };

/// The format of a file by the end of its name; throws where it is another one.
inline file_format format_of(std::string_view file) {
  if (file.ends_with(".safetensors")) return file_format::safetensors;
  if (file.ends_with(".npz")) return file_format::npz;
  diag::raise<io::error>(file, io::trouble::unsupported, "",
                         "is of no known format; name it .safetensors or .npz");
}

}  // namespace xscope::files
