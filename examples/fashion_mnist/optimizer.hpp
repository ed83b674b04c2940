// SPDX-License-Identifier: BSD-3-Clause
//
// The optimizers that can be chosen.
#pragma once

#include <array>
#include <cstdint>

namespace fashion {

enum class optimizer : std::uint8_t { gradient_descent, momentum, adam };
inline constexpr std::array<const char*, 3> optimizer_names = {"gradient_descent", "momentum", "adam"};

/// How far its steps go, as long as they are large.
constexpr float rate_of(optimizer how) {
  return how == optimizer::gradient_descent ? 0.1f : how == optimizer::momentum ? 0.02f : 0.001f;
}

}  // namespace fashion
