// SPDX-License-Identifier: BSD-3-Clause
// Shapes whose elements or bytes are no number that memory has: refused wherever one is made.
#include <cstddef>

#include "../support/probe.hpp"

namespace large_shapes {

namespace xs = xscope;
using probe::refused;
using xs::errc;
using xs::shape;

constexpr std::size_t half = std::size_t(1) << 32;
constexpr std::size_t top = std::size_t(1) << 63;
constexpr std::size_t most = std::size_t(1) << 45;  // so many floats

constexpr bool too_large(auto program, std::string_view name, std::string_view dimensions) {
  return refused(program, errc::shape_error, {name, dimensions, "more than an address space holds"});
}

template <std::size_t... D>
constexpr auto x = xs::placeholder<"x", shape<D...>>;
template <xs::fixed_string Name, std::size_t... D>
constexpr auto v = xs::get_variable<Name, shape<D...>>;

namespace leaves {
static_assert(xs::diagnose(x<most>).ok());
static_assert(too_large(x<most + 1>, "`x`", "(35184372088833,)"));
static_assert(too_large(xs::placeholder<"x", shape<most>, xs::dtype<double>>, "`x`", "(35184372088832,)"));
static_assert(too_large(x<half, half>, "`x`", "(4294967296, 4294967296)"));
static_assert(too_large(x<half, 0, half>, "`x`", "(4294967296, 0, 4294967296)"));  // its strides
static_assert(too_large(xs::variable_scope<"net">(v<"v", half, half>), "`net/v`",
                        "(4294967296, 4294967296)"));
static_assert(too_large(xs::variable<"v", xs::value<1.0f>, shape<half, half>>, "`v`",
                        "(4294967296, 4294967296)"));
static_assert(too_large(xs::constant<"c", xs::value<1.0f>, shape<half, half>>, "`c`",
                        "(4294967296, 4294967296)"));
static_assert(
    too_large(xs::get_variable<"v", shape<half, half>, xs::partitioner<xs::fixed_size_partitioner<4>>>,
              "`v/part_0`", "(1073741824, 4294967296)"));
}  // namespace leaves

namespace shape_rules {
static_assert(too_large(xs::tile(x<2, 3>, xs::multiples<half, half>), "`Tile`", "(8589934592, 12884901888)"));
// A dimension itself is more than a number.
static_assert(too_large(xs::tile(x<2, 3>, xs::multiples<top, 1>), "`Tile`", ", 3)"));
static_assert(too_large(xs::tile(x<2, 3>, xs::multiples<top, 0>), "`Tile`", ", 0)"));
static_assert(too_large(xs::pad(x<2, 3>, xs::paddings<0, half / 4, 0, half / 4>), "`Pad`",
                        "(1073741826, 1073741827)"));
static_assert(too_large(xs::stack(x<most>, v<"v", most>), "`stack`", "(2, 35184372088832)"));
static_assert(too_large(xs::concat(x<most>, v<"v", most>), "`concat`", "(70368744177664,)"));
static_assert(too_large(x<half, 1> + v<"v", 1, half>, "`add`", "(4294967296, 4294967296)"));
static_assert(too_large(xs::matmul(x<half, 1>, v<"v", 1, half>), "`MatMul`", "(4294967296, 4294967296)"));
static_assert(too_large(xs::one_hot(xs::argmax(x<2, 3>), xs::depth<top>), "`one_hot`", "(3, "));
static_assert(too_large(xs::broadcast_to(x<1>, shape<half, half>), "`BroadcastTo`",
                        "(4294967296, 4294967296)"));
// Its number of elements would be that of x.
static_assert(too_large(xs::reshape(x<0>, shape<half, half>), "`Reshape`", "(4294967296, 4294967296)"));
static_assert(too_large(xs::cast(x<most>, xs::dtype<double>), "`Cast`", "(35184372088832,)"));
}  // namespace shape_rules

namespace windows {
constexpr auto image = x<1, 8, 8, 1>;
constexpr auto filter = v<"f", 3, 3, 1, 1>;
constexpr std::size_t huge = static_cast<std::size_t>(-1);
constexpr auto g = xs::graph(xs::conv2d(image, filter, xs::strides<huge>, xs::padding<"SAME">));
static_assert(g.result().shape() == shape<1, 1, 1, 1>);
static_assert(refused(xs::conv2d(image, filter, xs::dilations<huge>, xs::padding<"VALID">), errc::shape_error,
                      {"the window does not fit"}));
}  // namespace windows

}  // namespace large_shapes
