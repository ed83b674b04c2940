// SPDX-License-Identifier: BSD-3-Clause
// x86's intrinsics, for whoever names them or includes what does (xsimd): included from here before all else,
// or GCC 12 warns of them.
//   #include "../math/intrinsics.hpp"
#pragma once

#include "../config.hpp"

#if defined(__x86_64__) || defined(__i386__)
#if defined(__GNUC__) && !defined(__clang__)
// https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105593: GCC 12 suspects its own intrinsics for 512 bits. What
// counts is where they are included for the first time.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop
#else
#include <immintrin.h>
#endif
#endif
