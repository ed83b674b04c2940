// SPDX-License-Identifier: BSD-3-Clause
// Fused chains as loop nests: how many loops, how operands are walked, and that like layers have like loops.
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <type_traits>

#include "planned.hpp"

namespace loops {

namespace xs = xscope;
using namespace xs::literals;
using xs::shape;

/// The chain that ends in the program's result.
template <class Program>
constexpr auto chain_of(const Program&) {
  constexpr auto targets = probe::whole<Program>();
  return xs::planning::chain_of<xs::planning::nodes_of<Program>, xs::planning::this_machine, targets,
                                targets.nodes[0]>;
}
template <std::size_t... D>
constexpr auto x = xs::placeholder<"x", shape<D...>>;
template <std::size_t... D>
constexpr auto y = xs::placeholder<"y", shape<D...>>;
template <std::size_t... D>
constexpr auto z = xs::placeholder<"z", shape<D...>>;

using sizes = std::initializer_list<std::size_t>;
constexpr bool has_loops(const xs::planning::fused_spec& spec, sizes expected) {
  std::size_t i = 0;
  if (spec.rank != expected.size()) return false;
  for (const std::size_t n : expected) {
    if (spec.size[i++] != n) return false;
  }
  return true;
}
constexpr bool walks(const xs::planning::fused_spec& spec, int operand, sizes strides) {
  std::size_t i = 0;
  if (spec.rank != strides.size()) return false;
  for (const std::size_t s : strides) {
    if (spec.stride[operand][i++] != s) return false;
  }
  return true;
}

// ---- one loop for one shape
// --------------------------------------------------------------------------------

constexpr auto same = chain_of(x<64, 256> + y<64, 256>).spec;
static_assert(has_loops(same, {64 * 256}) && walks(same, 0, {1}) && walks(same, 1, {1}));
static_assert(has_loops(chain_of(xs::relu(x<2, 3, 4, 5>)).spec, {120}));
static_assert(has_loops(chain_of(x<> * y<>).spec, {}));
static_assert(has_loops(chain_of(x<1, 7, 1> * y<7, 1>).spec, {7}));

// ---- broadcasting
// ------------------------------------------------------------------------------------------

constexpr auto row = chain_of(x<64, 256> * y<256>).spec;
static_assert(has_loops(row, {64, 256}) && walks(row, 0, {256, 1}) && walks(row, 1, {0, 1}));
constexpr auto column = chain_of(x<64, 256> * y<64, 1>).spec;
static_assert(has_loops(column, {64, 256}) && walks(column, 0, {256, 1}) && walks(column, 1, {1, 0}));
constexpr auto outer = chain_of(x<64, 1> - y<1, 256>).spec;
static_assert(has_loops(outer, {64, 256}) && walks(outer, 0, {1, 0}) && walks(outer, 1, {0, 1}));
constexpr auto scalar = chain_of(x<64, 256> * y<>).spec;
static_assert(has_loops(scalar, {64 * 256}) && walks(scalar, 0, {1}) && walks(scalar, 1, {0}));
// Neighbouring dimensions that are walked alike are one: the two of the bias here, and the two before it.
constexpr auto joined = chain_of(x<2, 3, 4, 5> + y<4, 5>).spec;
static_assert(has_loops(joined, {6, 20}) && walks(joined, 0, {20, 1}) && walks(joined, 1, {0, 1}));
constexpr auto middle = chain_of(x<2, 3, 4> + y<3, 1>).spec;
static_assert(has_loops(middle, {2, 3, 4}) && walks(middle, 0, {12, 4, 1}) && walks(middle, 1, {0, 1, 0}));
constexpr auto three =
    chain_of(xs::let(x<2, 3, 4>, y<3, 4>, z<2, 1, 1>, [](auto a, auto b, auto c) { return a + b * c; })).spec;
static_assert(has_loops(three, {2, 12}) && three.operands == 3);
static_assert(has_loops(chain_of(x<3, 0> + y<3, 1>).spec, {3, 0}));

// ---- instructions
// ------------------------------------------------------------------------------------------

// An operand that stands twice is one; a literal is none.
constexpr auto twice = chain_of(xs::let(x<8>, [](auto a) { return a * a + a * 2.0_c; })).spec;
static_assert(twice.operands == 1 && twice.instructions == 3);
// What is broadcast out of the chain is read from a buffer; what has the result's shape is within.
constexpr auto within =
    chain_of(xs::let(x<8, 4>, y<4>, [](auto a, auto b) { return xs::exp(a) * xs::exp(b); })).spec;
static_assert(within.instructions == 2 && within.operands == 2);

// ---- layers that are alike share their code
// ----------------------------------------------------------------

namespace alike {
template <std::size_t Units>
constexpr auto dense = [](auto u) {
  return xs::tanh(xs::matmul(u, xs::get_variable<"kernel", shape<u.shape()[1], Units>>) +
                  xs::get_variable<"bias", shape<Units>>);
};
constexpr auto program = x<4, 16> | xs::variable_scope<"one">(dense<16>) |
                         xs::variable_scope<"two">(dense<16>) | xs::variable_scope<"three">(dense<8>);
constexpr auto p = probe::plan(program);
using type = std::remove_cv_t<decltype(program)>;
constexpr auto targets = probe::whole<type>();
constexpr auto one = xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets,
                                            p.id("one/Tanh")>;
constexpr auto two = xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets,
                                            p.id("two/Tanh")>;
constexpr auto other = xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine,
                                              targets, p.id("three/Tanh")>;
static_assert(one.spec == two.spec);
static_assert(one.operands[0] != two.operands[0] && one.operands[1] != two.operands[1]);
static_assert(!(one.spec == other.spec));
}  // namespace alike

namespace trained_alike {
// The loops of the updates, too: both kernels are of one shape.
constexpr auto program = x<4, 16> | xs::variable_scope<"one">(alike::dense<16>) |
                         xs::variable_scope<"two">(alike::dense<16>) | xs::reduce_mean |
                         xs::minimize<xs::gradient_descent_optimizer<0.1f>>;
using type = std::remove_cv_t<decltype(program)>;
constexpr auto p = probe::plan(program);
constexpr auto targets = probe::whole<type>();
constexpr int update_of(std::string_view variable) {
  for (int i = 0; i < static_cast<int>(p.count); ++i) {
    if (p.nodes.nodes[i].kind == probe::node_kind::update && p.name_of(p.nodes.nodes[i].event) == variable)
      return i;
  }
  return -1;
}
static_assert(xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets, update_of("one/kernel")>.spec ==
              xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets, update_of("two/kernel")>.spec);
static_assert(xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets, update_of("one/bias")>.spec ==
              xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets, update_of("two/bias")>.spec);
static_assert(!(xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets, update_of("one/bias")>.spec ==
                xs::planning::chain_of<xs::planning::nodes_of<type>, xs::planning::this_machine, targets, update_of("two/kernel")>.spec));
}  // namespace trained_alike

// Another literal, another operation, another element type or another order is another loop.
constexpr auto base = chain_of(x<8> * 2.0_c + y<8>).spec;
static_assert(base == chain_of(z<8> * 2.0_c + x<8>).spec);
static_assert(!(base == chain_of(x<8> * 3.0_c + y<8>).spec));
static_assert(!(base == chain_of(x<8> * 2.0_c - y<8>).spec));
static_assert(!(base == chain_of(y<8> + x<8> * 2.0_c).spec));
static_assert(!(base == chain_of(xs::placeholder<"x", shape<8>, xs::dtype<double>> * 2.0_c +
                                 xs::placeholder<"y", shape<8>, xs::dtype<double>>)
                            .spec));

}  // namespace loops
