// SPDX-License-Identifier: BSD-3-Clause
// Element types: the C++ type, its code, and TensorFlow's name for it.
//   dtype<float>    data_type_of<float>.name() == "float32"
#pragma once

#include "../config.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace xscope {

#if defined(__FLT16_MANT_DIG__)
#define XSCOPE_HAS_HALF 1
/// IEEE half precision, TensorFlow's float16.
using half = _Float16;
#else
#define XSCOPE_HAS_HALF 0
#endif

/// TensorFlow's DType as a value: prints as its name, compares with `dtype<T>` and with text.
struct data_type {
  enum class code : unsigned char {
    none,
    float16,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    uint64,
    boolean,
    complex64,
    complex128,
    string
  };
  code value;

  constexpr std::string_view name() const {
    constexpr std::string_view names[] = {"none",  "float16",   "float32",    "float64", "int8",   "int16",
                                          "int32", "int64",     "uint8",      "uint16",  "uint32", "uint64",
                                          "bool",  "complex64", "complex128", "string"};
    return names[static_cast<unsigned>(value)];
  }
  /// Bytes of one element.
  constexpr std::size_t size() const {
    constexpr unsigned char sizes[] = {0, 2, 4, 8, 1, 2, 4, 8, 1, 2, 4, 8, 1, 8, 16, 0};
    return sizes[static_cast<unsigned>(value)];
  }
  constexpr bool is_floating() const { return value >= code::float16 && value <= code::float64; }
  constexpr bool is_integer() const { return value >= code::int8 && value <= code::uint64; }
  constexpr bool is_bool() const { return value == code::boolean; }
  /// Of an integer.
  constexpr bool is_signed() const { return value <= code::int64; }
  /// Whether a session computes with it; complex numbers and strings exist in graphs only.
  constexpr bool is_computable() const { return value >= code::float16 && value <= code::boolean; }

  /// Whether a variable of it has a first value where nothing is said: all but complex numbers have.
  constexpr bool has_zero() const { return is_computable() || value == code::string; }

  friend constexpr bool operator==(data_type, data_type) = default;
  friend constexpr bool operator==(data_type a, std::string_view b) { return a.name() == b; }
};

// Element types that exist in graphs only: no session computes with them. (Tags, because <complex> and
// <string> would cost every program half a second.)
struct string {};
struct complex64 {};
struct complex128 {};

namespace naming {

template <class T>
consteval data_type code_of() {
  using enum data_type::code;
  if constexpr (std::same_as<T, float>) return {float32};
  else if constexpr (std::same_as<T, double>) return {float64};
#if XSCOPE_HAS_HALF
  else if constexpr (std::same_as<T, half>) return {float16};
#endif
  else if constexpr (std::same_as<T, bool>) return {boolean};
  else if constexpr (std::same_as<T, xscope::string>) return {data_type::code::string};
  else if constexpr (std::same_as<T, xscope::complex64>) return {data_type::code::complex64};
  else if constexpr (std::same_as<T, xscope::complex128>) return {data_type::code::complex128};
  else if constexpr (std::integral<T> && std::is_signed_v<T>) {
    return {sizeof(T) == 1 ? int8 : sizeof(T) == 2 ? int16 : sizeof(T) == 4 ? int32 : int64};
  } else if constexpr (std::integral<T>) {
    return {sizeof(T) == 1 ? uint8 : sizeof(T) == 2 ? uint16 : sizeof(T) == 4 ? uint32 : uint64};
  } else {
    return {};
  }
}

}  // namespace naming

template <class T>
inline constexpr data_type data_type_of = naming::code_of<T>();

/// C++ types that a tensor's elements may have.
template <class T>
concept element = data_type_of<T>.value != data_type::code::none;

namespace naming {

template <data_type::code C>
consteval auto type_for() {
  using enum data_type::code;
  if constexpr (C == float32) return std::type_identity<float>{};
  else if constexpr (C == float64) return std::type_identity<double>{};
#if XSCOPE_HAS_HALF
  else if constexpr (C == float16) return std::type_identity<half>{};
#endif
  else if constexpr (C == int8) return std::type_identity<std::int8_t>{};
  else if constexpr (C == int16) return std::type_identity<std::int16_t>{};
  else if constexpr (C == int32) return std::type_identity<std::int32_t>{};
  else if constexpr (C == int64) return std::type_identity<std::int64_t>{};
  else if constexpr (C == uint8) return std::type_identity<std::uint8_t>{};
  else if constexpr (C == uint16) return std::type_identity<std::uint16_t>{};
  else if constexpr (C == uint32) return std::type_identity<std::uint32_t>{};
  else if constexpr (C == uint64) return std::type_identity<std::uint64_t>{};
  else if constexpr (C == data_type::code::complex64) return std::type_identity<xscope::complex64>{};
  else if constexpr (C == data_type::code::complex128) return std::type_identity<xscope::complex128>{};
  else if constexpr (C == data_type::code::string) return std::type_identity<xscope::string>{};
  else return std::type_identity<bool>{};
}

template <data_type::code C>
struct element_type {
  using type = typename decltype(type_for<C>())::type;
};

}  // namespace naming

/// The C++ type of an element-type code.
template <data_type::code C>
using element_t = typename naming::element_type<C>::type;

}  // namespace xscope
