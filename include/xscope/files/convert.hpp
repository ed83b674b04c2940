// SPDX-License-Identifier: BSD-3-Clause
// Elements of any type as elements of any other, with a word on those that do not fit.
//   number_at(x, format) -> number;    store(number, type, to) -> whether the type has it
#pragma once

#include "../config.hpp"

#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <string>

#include "../math/primitives.hpp"
#include "stored.hpp"

namespace xscope::files {

/// A number of any element type: a real one, or an integer as sign and magnitude.
struct number {
  bool is_real = false;
  bool is_negative = false;
  double real = 0;
  std::uint64_t magnitude = 0;
};

/// IEEE half precision, for compilers that do not have it.
inline double real_of_half(std::uint16_t bits) {
  const int exponent = bits >> 10 & 0x1f;
  const int fraction = bits & 0x3ff;
  double out = 0;
  if (exponent == 0x1f) {
    out = fraction == 0 ? math::layout<double>::infinity : math::layout<double>::nan;
  } else {
    // A subnormal has the exponent of the smallest normal number, and no leading one.
    out = std::ldexp(exponent == 0 ? fraction : fraction + 0x400, (exponent == 0 ? 1 : exponent) - 25);
  }
  return (bits & 0x8000) != 0 ? -out : out;
}
/// The upper half of a float.
inline double real_of_bfloat16(std::uint16_t bits) {
  return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16));
}

template <class T>
T load_as(const std::byte* from) {
  T out;
  std::memcpy(&out, from, sizeof out);
  return out;
}

template <std::integral T>
number integer(T n) {
  if (n >= 0) return {false, false, 0, static_cast<std::uint64_t>(n)};
  return {false, true, 0, 0 - static_cast<std::uint64_t>(n)};
}
inline number real(double x) { return {true, x < 0, x, 0}; }

/// The element at an address, which need not be aligned.
inline number number_at(const std::byte* from, element_format format) {
  using enum data_type::code;
  if (format.is_bfloat16) return real(real_of_bfloat16(load_as<std::uint16_t>(from)));
  switch (format.type.value) {
  case float16: return real(real_of_half(load_as<std::uint16_t>(from)));
  case float32: return real(static_cast<double>(load_as<float>(from)));
  case float64: return real(load_as<double>(from));
  case int8: return integer(load_as<std::int8_t>(from));
  case int16: return integer(load_as<std::int16_t>(from));
  case int32: return integer(load_as<std::int32_t>(from));
  case int64: return integer(load_as<std::int64_t>(from));
  case uint8: return integer(load_as<std::uint8_t>(from));
  case uint16: return integer(load_as<std::uint16_t>(from));
  case uint32: return integer(load_as<std::uint32_t>(from));
  case uint64: return integer(load_as<std::uint64_t>(from));
  // Any byte but 0 is true: one that is neither 0 nor 1 must not get into a bool.
  case boolean: return integer(load_as<std::uint8_t>(from) != 0 ? 1 : 0);
  default: return {};
  }
}

inline std::string text_of(const number& n) {
  char out[32];
  if (n.is_real) std::snprintf(out, sizeof out, "%.9g", n.real);
  else
    std::snprintf(out, sizeof out, "%s%llu", n.is_negative ? "-" : "",
                  static_cast<unsigned long long>(n.magnitude));
  return out;
}

template <class T>
void store_as(T value, std::byte* to) {
  std::memcpy(to, &value, sizeof value);
}
template <class T>
bool store_real(const number& n, std::byte* to) {
  if (n.is_real) {
    store_as(static_cast<T>(n.real), to);
  } else {
    const T size = static_cast<T>(n.magnitude);
    store_as(n.is_negative ? static_cast<T>(-size) : size, to);
  }
  return true;
}
template <class T>
bool store_integer(const number& n, std::byte* to) {
  constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
  if (n.is_real) {
    const double whole = std::trunc(n.real);
    // Both bounds are powers of two, or 0, so that doubles have them; NaN fails the comparison.
    const double end = std::ldexp(1.0, std::numeric_limits<T>::digits);
    if (!(whole >= (std::is_signed_v<T> ? -end : 0.0) && whole < end)) return false;
    store_as(static_cast<T>(whole), to);
    return true;
  }
  if (n.magnitude > largest + (n.is_negative ? 1U : 0U)) return false;
  if (n.is_negative && std::is_unsigned_v<T>) return false;
  store_as(static_cast<T>(n.is_negative ? 0 - n.magnitude : n.magnitude), to);
  return true;
}

/// Writes a number as an element: rounded where it becomes a real one, cut off where it becomes an integer,
/// any but 0 as true. False where an integer type does not reach so far.
inline bool store(const number& n, data_type type, std::byte* to) {
  using enum data_type::code;
  switch (type.value) {
#if XSCOPE_HAS_HALF
  case float16: return store_real<half>(n, to);
#endif
  case float32: return store_real<float>(n, to);
  case float64: return store_real<double>(n, to);
  case int8: return store_integer<std::int8_t>(n, to);
  case int16: return store_integer<std::int16_t>(n, to);
  case int32: return store_integer<std::int32_t>(n, to);
  case int64: return store_integer<std::int64_t>(n, to);
  case uint8: return store_integer<std::uint8_t>(n, to);
  case uint16: return store_integer<std::uint16_t>(n, to);
  case uint32: return store_integer<std::uint32_t>(n, to);
  case uint64: return store_integer<std::uint64_t>(n, to);
  case boolean: store_as(n.is_real ? n.real != 0 : n.magnitude != 0, to); return true;
  default: return false;
  }
}

}  // namespace xscope::files
