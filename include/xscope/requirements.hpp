// SPDX-License-Identifier: BSD-3-Clause
// What every header needs of the compiler and of Boost. It is read before all else, and whoever lacks
// something gets one sentence: neither compiler stops at #error, so the include that follows it, of a file
// that does not exist, ends the compilation before thousands of lines about templates.
#pragma once

#if defined(__clang__)
#if __clang_major__ < 18
#error "xscope needs Clang 18 or later: older ones lack floating-point template arguments"
#include "the compilation ends here: see the error above"
#endif
#elif defined(__GNUC__)
#if __GNUC__ < 12
#error "xscope needs GCC 12 or later"
#include "the compilation ends here: see the error above"
#endif
#else
#error "xscope needs GCC 12 or Clang 18, or later ones"
#include "the compilation ends here: see the error above"
#endif

#if __cplusplus < 202002L
#error "xscope needs C++20: compile with -std=c++20"
#include "the compilation ends here: see the error above"
#endif

#if !__has_include(<boost/mp11.hpp>) || !__has_include(<boost/hana.hpp>)
#error "xscope needs Boost 1.81 or later, which is not on the include path (Debian: libboost1.81-dev)"
#include "the compilation ends here: see the error above"
#else
#include <boost/version.hpp>
#if BOOST_VERSION < 108100
#error "xscope needs Boost 1.81 or later; the Boost on the include path is older (Debian: libboost1.81-dev)"
#include "the compilation ends here: see the error above"
#endif
#endif
