// SPDX-License-Identifier: BSD-3-Clause
// The C library's functions of float and double, as the compiler knows them. <cmath> declares the special
// functions of physics too, a tenth of the time that including xscope takes, even for a file that asks for
// names alone.
#pragma once

#include "../config.hpp"

namespace xscope::math::library {

// Kept to these two: numbers of half precision are computed as float.
#define XSCOPE_LIBRARY_FUNCTION(name)                                                                        \
  XSCOPE_INLINE float name(float x) { return __builtin_##name##f(x); }                                       \
  XSCOPE_INLINE double name(double x) { return __builtin_##name(x); }

XSCOPE_LIBRARY_FUNCTION(sqrt)
XSCOPE_LIBRARY_FUNCTION(nearbyint)
XSCOPE_LIBRARY_FUNCTION(floor)
XSCOPE_LIBRARY_FUNCTION(ceil)
XSCOPE_LIBRARY_FUNCTION(sin)
XSCOPE_LIBRARY_FUNCTION(cos)
XSCOPE_LIBRARY_FUNCTION(tanh)
#undef XSCOPE_LIBRARY_FUNCTION

XSCOPE_INLINE float pow(float x, float y) { return __builtin_powf(x, y); }
XSCOPE_INLINE double pow(double x, double y) { return __builtin_pow(x, y); }
XSCOPE_INLINE float fma(float x, float y, float z) { return __builtin_fmaf(x, y, z); }
XSCOPE_INLINE double fma(double x, double y, double z) { return __builtin_fma(x, y, z); }

}  // namespace xscope::math::library
