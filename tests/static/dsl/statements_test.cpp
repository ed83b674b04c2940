// SPDX-License-Identifier: BSD-3-Clause
// Statements are values of empty types: a program is all in its type, and equal programs are one type.
#include <xscope/graph.hpp>

#include <type_traits>

namespace statements {

namespace xs = xscope;
using namespace xs::literals;

constexpr auto v = xs::get_variable<"v", xs::shape<2>>;
constexpr auto layer = [](auto x) { return x; };

namespace all_empty {
template <class... S>
constexpr bool empty(S...) {
  return (std::is_empty_v<S> && ...) && (xs::dsl::is_statement<S> && ...);
}
static_assert(empty(v, xs::placeholder<"x", xs::shape<2>>, xs::variable<"t", xs::value<1>>,
                    xs::constant<"c", xs::values<1>>));
static_assert(empty(xs::value<1>, xs::values<1, 2>, 2.5_c, xs::get_variable_scope(), xs::get_name_scope()));
static_assert(empty(v + v, v - v, v* v, v / v, -v, xs::add(v, v, xs::name<"sum">),
                    xs::reduce_sum(v, xs::axis<0>)));
static_assert(empty(xs::seq(), xs::seq(v, v), xs::pack(v, v), xs::let(v, layer), v | layer | layer));
static_assert(empty(xs::variable_scope<"a">(v, v), xs::variable_scope<"a">(layer)(v), xs::name_scope<"n">(),
                    xs::thread(v)));
static_assert(empty(xs::as(layer), xs::minimize<xs::gradient_descent_optimizer<0.1f>>(v)));

// A layer with a scope around it is a layer, no statement.
static_assert(!xs::dsl::is_statement<decltype(xs::variable_scope<"a">(layer))>);
static_assert(xs::dsl::is_layer<decltype(xs::variable_scope<"a">(layer))>);
static_assert(xs::dsl::is_layer<decltype(layer)> &&
              xs::dsl::is_layer<std::remove_const_t<decltype(xs::relu)>>);
static_assert(!xs::dsl::is_layer<decltype(v)> && !xs::dsl::is_layer<int> && !xs::dsl::is_layer<void (*)()>);
}  // namespace all_empty

namespace equal_programs_are_one_type {
template <class A, class B>
constexpr bool same(A, B) {
  return std::is_same_v<A, B>;
}
static_assert(same(xs::get_variable<"v", xs::shape<2>>, v));
static_assert(same(xs::variable_scope<"a">(v), xs::variable_scope<"a">(v)));
static_assert(!same(xs::variable_scope<"a">(v), xs::variable_scope<"b">(v)));
static_assert(!same(xs::get_variable<"v", xs::shape<2>>, xs::get_variable<"v", xs::shape<3>>));
static_assert(same(2_c, xs::value<2>) && same(2.5_c, xs::value<2.5>));
static_assert(same(v | layer | layer, (v | layer) | layer));
}  // namespace equal_programs_are_one_type

namespace options_in_any_order {
constexpr auto one = xs::get_variable<"v", xs::shape<2>, xs::dtype<double>, xs::trainable<false>>;
constexpr auto other = xs::get_variable<"v", xs::trainable<false>, xs::dtype<double>, xs::shape<2>>;
static_assert(xs::graph(one).result().repr() == xs::graph(other).result().repr());
static_assert(!xs::graph(one).result().trainable() && !xs::graph(other).result().trainable());

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
static_assert(xs::name_of(xs::reduce_sum(x, xs::keepdims, xs::axis<1>, xs::name<"s">)) == "s:0");
static_assert(xs::graph(xs::reduce_sum(x, xs::keepdims, xs::axis<1>)).result().shape() == xs::shape<2, 1>);
static_assert(xs::graph(xs::reduce_sum(x, xs::axis<1>, xs::keepdims)).result().shape() == xs::shape<2, 1>);
}  // namespace options_in_any_order

namespace shapes_and_literals_as_values {
static_assert(xs::shape<2, 3>.size() == 2 && xs::shape<2, 3>[1] == 3 && xs::shape<>.size() == 0);
static_assert(std::is_same_v<decltype(2_c)::value_type, int> &&
              std::is_same_v<decltype(2.0_c)::value_type, double>);
static_assert(std::is_same_v<decltype(xs::values<1, 2>)::value_type, int>);
static_assert(std::is_same_v<decltype(xs::values<>)::value_type, float>);
}  // namespace shapes_and_literals_as_values

}  // namespace statements
