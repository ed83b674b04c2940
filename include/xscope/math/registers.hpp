// SPDX-License-Identifier: BSD-3-Clause
// The vector registers that the compiler may use.
#pragma once

#include <cstddef>

namespace xscope::math {

#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
inline constexpr std::size_t vector_registers = 32;
#elif defined(__AVX__)
inline constexpr std::size_t vector_bytes = 32;
inline constexpr std::size_t vector_registers = 16;
#else
inline constexpr std::size_t vector_bytes = 16;
inline constexpr std::size_t vector_registers = 16;
#endif

}  // namespace xscope::math
