// SPDX-License-Identifier: BSD-3-Clause
// The variables of a session for files, and what the compiler says of rules that do not fit them.
#pragma once

#include "../running/backend/xsimd.hpp"
#include "../running/backend/xtensor.hpp"

#include <array>
#include <cstddef>

#include "../running/session.hpp"
#include "names.hpp"

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

}  // namespace xscope::files
