// SPDX-License-Identifier: BSD-3-Clause
// Long lists: of pipes, statements, operands, values. Nothing walks them one by one into the depth, so that
// the compilers' limits on templates and on folds are far away.
#include <utility>

#include "../support/probe.hpp"

namespace long_lists {

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<4>>;

/// f with N constants.
template <std::size_t N, class F>
constexpr auto with(F f) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return f((static_cast<void>(I), xs::constant<"c", xs::values<1.0f>>)...);
  }(std::make_index_sequence<N>{});
}
constexpr auto packed = [](auto... c) { return xs::pack(c...); };
constexpr auto in_sequence = [](auto... c) { return xs::seq(c...); };
constexpr auto in_scope = [](auto... c) { return xs::variable_scope<"s">(c...); };
constexpr auto added = [](auto... c) { return xs::add_n(c...); };
constexpr auto joined = [](auto... c) { return xs::concat(c..., xs::axis<0>); };
constexpr auto bound = [](auto... c) { return xs::let(c..., added); };

namespace pipes {
// A function that appends layer by layer, as one writes a network whose depth is a parameter.
template <int N>
constexpr auto appended(auto from) {
  if constexpr (N == 0) return from;
  else return appended<N - 1>(from) | xs::relu;
}
static_assert(xs::name_of(appended<300>(x)) == "Relu_299:0");

template <int N>
constexpr auto halved(auto from) {
  if constexpr (N == 1) return from | xs::relu;
  else return halved<N / 2>(halved<N - N / 2>(from));
}
static_assert(xs::name_of(halved<1000>(x)) == "Relu_999:0");
static_assert(xs::name_of(x | [](auto inside) { return halved<300>(inside); }) == "Relu_299:0");

// A chain is cut into shorter ones where it is long: at each length it is the same program.
static_assert(xs::name_of(halved<32>(x)) == "Relu_31:0");
static_assert(xs::name_of(halved<33>(x)) == "Relu_32:0");
static_assert(xs::name_of(halved<65>(x)) == "Relu_64:0");
}  // namespace pipes

namespace statements {
constexpr auto all = xs::graph(with<2000>(packed));
static_assert(all.result_count() == 2000);
static_assert(all.result<0>().name() == "c:0" && all.result<1999>().name() == "c_1999:0");
// Around the lengths of the pieces, in order.
static_assert(xs::graph(with<63>(packed)).result<62>().name() == "c_62:0");
static_assert(xs::graph(with<64>(packed)).result<63>().name() == "c_63:0");
static_assert(xs::graph(with<65>(packed)).result<32>().name() == "c_32:0");
static_assert(xs::graph(with<96>(packed)).result_count() == 96);
static_assert(xs::graph(with<97>(packed)).result<96>().name() == "c_96:0");

static_assert(xs::name_of(with<2000>(in_sequence)) == "c_1999:0");
static_assert(xs::name_of(with<300>(in_scope)) == "s/c_299:0");
static_assert(xs::name_of(with<64>(in_sequence)) == "c_63:0");
static_assert(xs::name_of(with<65>(in_sequence)) == "c_64:0");
}  // namespace statements

namespace operands {
static_assert(xs::graph(with<300>(added)).operations().size() == 301);
static_assert(xs::name_of(with<300>(bound)) == "AddN:0");
static_assert(xs::graph(with<300>(joined)).result().shape() == xs::shape<300>);
}  // namespace operands

namespace values {
constexpr auto counted = []<std::size_t... I>(std::index_sequence<I...>) {
  return xs::constant<"c", xs::values<static_cast<float>(I)...>>;
}(std::make_index_sequence<1000>{});
static_assert(xs::graph(counted).result().shape() == xs::shape<1000>);
}  // namespace values

}  // namespace long_lists
