// SPDX-License-Identifier: BSD-3-Clause
// What a plan is made for: the same graph has another plan where registers are wider.
#pragma once

#include <cstddef>

#include "../math/registers.hpp"

namespace xscope::planning {

struct machine {
  std::size_t register_bytes = 16;  // of a vector register

  /// How many elements of so many bytes are worked on at a time.
  constexpr std::size_t lanes(std::size_t element_bytes) const { return register_bytes / element_bytes; }
};

/// The one that the compiler makes code for.
inline constexpr machine this_machine{math::vector_bytes};

}  // namespace xscope::planning
