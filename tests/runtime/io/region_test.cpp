// SPDX-License-Identifier: BSD-3-Clause
// Elements of one type as elements of another, and where a variable's elements stand in a file's tensor.
#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>
#include <xscope/files/region.hpp>

namespace {

using namespace xscope::files;
using xscope::data_type;
using xscope::data_type_of;
using xscope::extents;
using code = data_type::code;

/// x as To, where To has it.
template <class To, class From>
std::optional<To> converted(From x, element_format format = {data_type_of<From>}) {
  // As large as any: GCC 12 suspects a read of types that the format rules out.
  std::byte from[8]{};
  std::memcpy(from, &x, sizeof x);
  std::byte to[8];
  if (!store(number_at(from, format), data_type_of<To>, to)) return std::nullopt;
  return load_as<To>(to);
}

// ---- regions, as the compiler sees them -----------------------------------------------------------

constexpr region all_of(const extents& shape, axes order = {}) { return region_of(shape, {}, shape, order); }

// What lies in the file as in memory is one row.
static_assert(all_of(extents{2, 3, 4}).rank == 1 && all_of(extents{2, 3, 4}).shape[0] == 24);
static_assert(all_of(extents{}).rank == 1 && all_of(extents{}).shape[0] == 1);
// So are rows of a matrix.
constexpr region rows = region_of(extents{2, 3}, extents{1, 0}, extents{5, 3}, {});
static_assert(rows.rank == 1 && rows.shape[0] == 6 && rows.begin == 3);
constexpr region columns = region_of(extents{5, 2}, extents{0, 1}, extents{5, 3}, {});
static_assert(columns.rank == 2 && columns.stride[0] == 3 && columns.begin == 1);
constexpr region turned = all_of(extents{2, 3}, axes{1, 0});
static_assert(turned.rank == 2 && turned.stride[0] == 1 && turned.stride[1] == 2);

static_assert(axes{1, 0}.fit(2) && axes{3, 2, 0, 1}.fit(4) && axes{}.fit(7));
static_assert(!axes{1, 0}.fit(3) && !axes{0, 0}.fit(2) && !axes{1, 2}.fit(2));
static_assert(axes{3, 2, 0, 1}.shape_of(extents{5, 6, 7, 8}) == extents{8, 7, 5, 6});

}  // namespace

TEST_CASE("a variable is where the definition of a transposition says") {
  const extents shape{2, 3, 4, 5};
  const axes order{3, 2, 0, 1};
  const extents in_file = order.shape_of(shape);
  std::vector<float> file(shape.elements());
  std::iota(file.begin(), file.end(), 0.0F);
  std::vector<float> memory(shape.elements());
  const region r = all_of(shape, order);
  const auto* from = reinterpret_cast<const std::byte*>(file.data());
  read_region(r, from, {data_type_of<float>}, reinterpret_cast<std::byte*>(memory.data()),
              data_type_of<float>);
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      for (std::size_t k = 0; k < 4; ++k)
        for (std::size_t l = 0; l < 5; ++l)
          CHECK(memory[((i * 3 + j) * 4 + k) * 5 + l] ==
                file[((l * in_file[1] + k) * in_file[2] + i) * in_file[3] + j]);
  // And written back it is what was read.
  std::vector<float> again(shape.elements());
  write_region(r, reinterpret_cast<std::byte*>(again.data()),
               reinterpret_cast<const std::byte*>(memory.data()), data_type_of<float>);
  CHECK(again == file);
}

TEST_CASE("slices of all sizes of elements") {
  const extents whole{3, 4};
  const auto check = [&]<class T>(T) {
    std::vector<T> file(12);
    std::iota(file.begin(), file.end(), T(1));
    std::vector<T> left(3);
    std::vector<T> right(9);
    const region of_left = region_of(extents{3, 1}, extents{0, 0}, whole, {});
    const region of_right = region_of(extents{3, 3}, extents{0, 1}, whole, {});
    const auto* from = reinterpret_cast<const std::byte*>(file.data());
    read_region(of_left, from, {data_type_of<T>}, reinterpret_cast<std::byte*>(left.data()), data_type_of<T>);
    read_region(of_right, from, {data_type_of<T>}, reinterpret_cast<std::byte*>(right.data()),
                data_type_of<T>);
    CHECK(left == std::vector<T>{1, 5, 9});
    CHECK(right == std::vector<T>{2, 3, 4, 6, 7, 8, 10, 11, 12});
    std::vector<T> again(12);
    auto* to = reinterpret_cast<std::byte*>(again.data());
    write_region(of_left, to, reinterpret_cast<const std::byte*>(left.data()), data_type_of<T>);
    write_region(of_right, to, reinterpret_cast<const std::byte*>(right.data()), data_type_of<T>);
    CHECK(again == file);
  };
  check(std::uint8_t{});
  check(std::int16_t{});
  check(float{});
  check(double{});
}

TEST_CASE("nothing is read of nothing") {
  const region none = region_of(extents{0, 3}, {}, extents{0, 3}, axes{1, 0});
  read_region(none, nullptr, {data_type_of<float>}, nullptr, data_type_of<float>);
  const region inner = region_of(extents{3, 0}, {}, extents{3, 0}, axes{1, 0});
  read_region(inner, nullptr, {data_type_of<float>}, nullptr, data_type_of<float>);
}

TEST_CASE("numbers become numbers of another type") {
  CHECK(converted<float>(1.5) == 1.5F);
  CHECK(converted<double>(0.1F) == static_cast<double>(0.1F));
  CHECK(converted<float>(0.1) == 0.1F);
  CHECK(converted<double>(std::int64_t{-3}) == -3.0);
  CHECK(converted<float>(std::numeric_limits<std::uint64_t>::max()) == 0x1p64F);
  CHECK(converted<double>(std::numeric_limits<std::int64_t>::min()) == -0x1p63);
  CHECK(converted<std::int32_t>(2.9) == 2);
  CHECK(converted<std::int32_t>(-2.9F) == -2);
  CHECK(converted<bool>(0.5F) == true);
  CHECK(converted<bool>(-0.0) == false);
  CHECK(converted<std::int8_t>(true) == std::int8_t{1});
  CHECK(converted<float>(std::uint8_t{2}, {data_type_of<bool>}) == 1.0F);
  CHECK(converted<bool>(std::uint8_t{255}, {data_type_of<bool>}) == true);
}

TEST_CASE("what an integer type does not have is no number of it") {
  CHECK(converted<std::int8_t>(127) == std::int8_t{127});
  CHECK(!converted<std::int8_t>(128));
  CHECK(converted<std::int8_t>(-128) == std::int8_t{-128});
  CHECK(!converted<std::int8_t>(-129));
  CHECK(converted<std::uint8_t>(255.9) == std::uint8_t{255});
  CHECK(!converted<std::uint8_t>(256.0));
  CHECK(converted<std::uint8_t>(-0.9) == std::uint8_t{0});
  CHECK(!converted<std::uint8_t>(-1.0));
  CHECK(!converted<std::uint8_t>(-1));
  CHECK(!converted<std::int64_t>(0x1p63));
  CHECK(converted<std::int64_t>(-0x1p63) == std::numeric_limits<std::int64_t>::min());
  CHECK(converted<std::int64_t>(std::numeric_limits<std::int64_t>::min()) ==
        std::numeric_limits<std::int64_t>::min());
  CHECK(!converted<std::int64_t>(std::numeric_limits<std::uint64_t>::max()));
  CHECK(!converted<std::int32_t>(std::numeric_limits<double>::quiet_NaN()));
  CHECK(!converted<std::int32_t>(std::numeric_limits<float>::infinity()));
  // Reals have them all, if need be as infinity.
  CHECK(converted<float>(1e300) == std::numeric_limits<float>::infinity());
}

TEST_CASE("halves and bfloat16") {
  const element_format half{{code::float16}};
  const auto of_half = [&](std::uint16_t bits) { return *converted<double>(bits, half); };
  CHECK(of_half(0x3c00) == 1.0);
  CHECK(of_half(0xc000) == -2.0);
  CHECK(of_half(0x7bff) == 65504.0);
  CHECK(of_half(0x0400) == 0x1p-14);
  CHECK(of_half(0x0001) == 0x1p-24);
  CHECK(of_half(0x83ff) == -1023 * 0x1p-24);
  CHECK(of_half(0x7c00) == std::numeric_limits<double>::infinity());
  CHECK(std::isnan(of_half(0x7c01)));
  CHECK(std::signbit(of_half(0x8000)));
#if XSCOPE_HAS_HALF
  // All of them, against the compiler's own.
  for (unsigned bits = 0; bits < 0x10000; ++bits) {
    xscope::half x;
    const auto pattern = static_cast<std::uint16_t>(bits);
    std::memcpy(&x, &pattern, sizeof x);
    const double wanted = static_cast<double>(x);
    const double found = of_half(pattern);
    if (found != wanted && !(std::isnan(found) && std::isnan(wanted))) FAIL(bits);
  }
  CHECK(converted<xscope::half>(0.1F) == static_cast<xscope::half>(0.1F));
#endif
  CHECK(converted<float>(std::uint16_t{0x4049}, {{}, true}) == 3.140625F);
}

TEST_CASE("the first element that does not fit is told") {
  const std::int32_t elements[] = {1, 255, -7, 256};
  const auto* from = reinterpret_cast<const std::byte*>(elements);
  const element_format format{data_type_of<std::int32_t>};
  CHECK(first_misfit(all_of(extents{2, 2}), from, format, data_type_of<std::uint8_t>) == "-7");
  CHECK(first_misfit(all_of(extents{2, 2}, axes{1, 0}), from, format, data_type_of<std::uint8_t>) == "-7");
  CHECK(!first_misfit(all_of(extents{2}), from, format, data_type_of<std::uint8_t>));
  CHECK(!first_misfit(all_of(extents{4}), from, format, data_type_of<float>));
}
