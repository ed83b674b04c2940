// SPDX-License-Identifier: BSD-3-Clause
// The version and the few macros.
#pragma once

#include "requirements.hpp"

#define XSCOPE_VERSION_MAJOR 0
#define XSCOPE_VERSION_MINOR 1
#define XSCOPE_VERSION_PATCH 0

// Kernels are inlined whatever else the file holds: unrelated code must not change their speed.
#define XSCOPE_INLINE [[gnu::always_inline]] inline
#define XSCOPE_INLINE_LAMBDA __attribute__((always_inline))

// The instructions of 512-bit processors for single lanes, which they have for all sizes of registers, and
// for tables that all lanes look up.
#if defined(__AVX512F__) && defined(__AVX512VL__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
#define XSCOPE_HAS_AVX512 1
#else
#define XSCOPE_HAS_AVX512 0
#endif

// Loops over registers: only an unrolled one keeps its arrays in them.
#if defined(__clang__)
#define XSCOPE_UNROLL _Pragma("clang loop unroll(full)")
#else
#define XSCOPE_UNROLL _Pragma("GCC unroll 64")
#endif
