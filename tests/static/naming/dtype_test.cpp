// SPDX-License-Identifier: BSD-3-Clause
// Element types under TensorFlow's names.
#include <xscope/naming/dtype.hpp>

#include <cstdint>
#include <type_traits>

using xscope::data_type;
using xscope::data_type_of;

// name, bytes, kind
template <class T>
constexpr bool is(std::string_view name, std::size_t size) {
  constexpr data_type type = data_type_of<T>;
  return type.name() == name && type == name && type.size() == size &&
         type.is_bool() + type.is_integer() + type.is_floating() == 1;
}
static_assert(is<float>("float32", 4));
static_assert(is<double>("float64", 8));
static_assert(is<std::int8_t>("int8", 1));
static_assert(is<std::int16_t>("int16", 2));
static_assert(is<std::int32_t>("int32", 4));
static_assert(is<std::int64_t>("int64", 8));
static_assert(is<std::uint8_t>("uint8", 1));
static_assert(is<std::uint16_t>("uint16", 2));
static_assert(is<std::uint32_t>("uint32", 4));
static_assert(is<std::uint64_t>("uint64", 8));
static_assert(is<bool>("bool", 1));
#if XSCOPE_HAS_HALF
static_assert(is<xscope::half>("float16", 2));
#endif

static_assert(data_type_of<float>.is_floating() && data_type_of<double>.is_floating());
static_assert(data_type_of<std::int8_t>.is_integer() && data_type_of<std::uint64_t>.is_integer());
static_assert(data_type_of<bool>.is_bool());

// C++ has several types of a size; TensorFlow has one.
static_assert(data_type_of<long long> == data_type_of<std::int64_t>);
static_assert(data_type_of<unsigned long> == data_type_of<std::uint64_t>);
static_assert(data_type_of<char> == (std::is_signed_v<char> ? "int8" : "uint8"));

static_assert(data_type_of<int> != data_type_of<unsigned>);
static_assert(data_type_of<float> != "float64");

// A code leads back to its type.
template <class T>
inline constexpr bool there_and_back = std::is_same_v<xscope::element_t<data_type_of<T>.value>, T>;
static_assert(there_and_back<float> && there_and_back<double> && there_and_back<bool>);
static_assert(there_and_back<std::int8_t> && there_and_back<std::int16_t> && there_and_back<std::int32_t> &&
              there_and_back<std::int64_t>);
static_assert(there_and_back<std::uint8_t> && there_and_back<std::uint16_t> &&
              there_and_back<std::uint32_t> && there_and_back<std::uint64_t>);

// What is no element type.
struct complex {};
static_assert(xscope::element<float> && xscope::element<bool>);
static_assert(!xscope::element<complex> && !xscope::element<void*> && !xscope::element<long double>);
static_assert(data_type_of<complex>.name() == "none");
