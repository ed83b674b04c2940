// SPDX-License-Identifier: BSD-3-Clause
// Constraints: the request's own, or that of the very scope around it. Unlike all else they are never
// inherited.
#include "../support/probe.hpp"

namespace constraints {

namespace xs = xscope;
using probe::named;
using probe::refused;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<3>, Options...>;

constexpr auto clip = [](auto variable) { return xs::relu(variable); };
constexpr auto shrink = [](auto variable) { return xs::tanh(variable); };
constexpr auto clipped = xs::constraint<clip>;
constexpr auto shrunk = xs::constraint<shrink>;

namespace of_the_request {
// v = tf.get_variable("v", [3], constraint=clip)
constexpr auto g = xs::graph(xs::pack(v<"v", clipped>, v<"w">));
static_assert(g.result<0>().constraint() == clipped);
static_assert(!(g.result<0>().constraint() == shrunk));
static_assert(g.result<1>().constraint() == xs::none);
// It is applied after updates only: nothing of it is in the graph.
static_assert(named(g.operations(), {"v:0", "w:0"}));
}  // namespace of_the_request

namespace of_the_scope {
// with tf.variable_scope("a", constraint=clip):
//   v = tf.get_variable("v", [3])
//   w = tf.get_variable("w", [3], constraint=shrink)
constexpr auto g = xs::graph(xs::variable_scope<"a", clipped>(xs::pack(v<"v">, v<"w", shrunk>)));
static_assert(g.result<0>().constraint() == clipped);
static_assert(g.result<1>().constraint() == shrunk);
}  // namespace of_the_scope

namespace not_of_a_scope_further_out {
// with tf.variable_scope("a", constraint=clip) as a:
//   with tf.variable_scope("b") as b:
//     v = tf.get_variable("v", [3])
//   with tf.variable_scope("c", constraint=shrink):
//     w = tf.get_variable("w", [3])
//   x = tf.get_variable("x", [3])
constexpr auto program = xs::variable_scope<"a", clipped>(
    xs::pack(xs::get_variable_scope(), xs::variable_scope<"b">(xs::get_variable_scope()),
             xs::variable_scope<"b">(v<"v">), xs::variable_scope<"c", shrunk>(v<"w">), v<"x">));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().constraint() == clipped);
static_assert(g.result<1>().constraint() == xs::none);
static_assert(g.result<2>().constraint() == xs::none);
static_assert(g.result<3>().constraint() == shrunk);
static_assert(g.result<4>().constraint() == clipped);
}  // namespace not_of_a_scope_further_out

namespace lost_on_re_entry {
// with tf.variable_scope("a", constraint=clip) as a: pass
// with tf.variable_scope(a) as again:
//   v = tf.get_variable("v", [3])
// with tf.variable_scope(a, constraint=shrink):
//   w = tf.get_variable("w", [3])
constexpr auto g = xs::graph(xs::let(xs::variable_scope<"a", clipped>(), [](auto a) {
  return xs::pack(a, xs::variable_scope<a>(xs::get_variable_scope()), xs::variable_scope<a>(v<"v">),
                  xs::variable_scope<a, shrunk>(v<"w">));
}));
static_assert(g.result<0>().constraint() == clipped);
static_assert(g.result<1>().constraint() == xs::none);
static_assert(g.result<2>().name() == "a/v:0" && g.result<2>().constraint() == xs::none);
static_assert(g.result<3>().name() == "a/w:0" && g.result<3>().constraint() == shrunk);
}  // namespace lost_on_re_entry

namespace ignored_where_the_variable_exists {
constexpr auto g = xs::graph(
    xs::pack(xs::variable_scope<"a">(v<"v", clipped>), xs::variable_scope<"a", xs::reuse>(v<"v", shrunk>)));
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<1>().constraint() == clipped);
}  // namespace ignored_where_the_variable_exists

namespace of_tf_variable {
// Its own only: a scope's has no effect.
constexpr auto g = xs::graph(xs::variable_scope<"a", clipped>(
    xs::pack(xs::variable<"t", xs::value<1.0f>>, xs::variable<"u", xs::value<1.0f>, shrunk>)));
static_assert(g.result<0>().constraint() == xs::none);
static_assert(g.result<1>().constraint() == shrunk);
}  // namespace of_tf_variable

namespace of_slices {
// Every slice has the constraint of the whole.
constexpr auto program =
    xs::get_variable<"w", xs::shape<4>, xs::partitioner<xs::fixed_size_partitioner<2>>, clipped>;
constexpr auto g = xs::graph(program);
static_assert(named(g.variables(), {"w/part_0:0", "w/part_1:0"}));
static_assert(g.variables()[0].constraint() == clipped && g.variables()[1].constraint() == clipped);
}  // namespace of_slices

namespace not_callable {
static_assert(refused(xs::variable_scope<"a">(v<"v", xs::constraint<3>>), errc::invalid_argument,
                      {"`a/v`", "the constraint must be a callable"}));
static_assert(refused(xs::variable_scope<"a", xs::constraint<3>>(v<"v">), errc::invalid_argument,
                      {"`a/v`", "the constraint must be a callable"}));
// A scope that no variable asks has made no mistake.
static_assert(xs::diagnose(xs::variable_scope<"a", xs::constraint<3>>(xs::variable_scope<"b">(v<"v">))).ok());
}  // namespace not_callable

}  // namespace constraints
