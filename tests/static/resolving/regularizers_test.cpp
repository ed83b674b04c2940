// SPDX-License-Identifier: BSD-3-Clause
// Regularizers: which variables they make a loss of, how often, and how the loss is called.
#include "../support/probe.hpp"

namespace regularizers {

namespace xs = xscope;
using probe::named;
using probe::refused;
using xs::errc;
using namespace xs::literals;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<3>, Options...>;

// def mean_plus(x): return lambda v: tf.reduce_mean(v) + x
constexpr auto mean_plus_1 = [](auto variable) { return xs::reduce_mean(variable) + 1.0_c; };
constexpr auto mean_plus_2 = [](auto variable) { return xs::reduce_mean(variable) + 2.0_c; };
constexpr auto with_loss = xs::regularizer<mean_plus_1>;

template <class Graph>
constexpr auto losses(Graph g) {
  return g.template get_collection<"regularization_losses">();
}

namespace a_loss_for_each_new_variable {
// with tf.variable_scope("net", regularizer=f):
//   tf.get_variable("a", [3])
//   tf.get_variable("b", [3])
// tf.get_variable("c", [3])
constexpr auto g = xs::graph(xs::seq(xs::variable_scope<"net", with_loss>(v<"a">, v<"b">), v<"c">));
static_assert(named(g.variables(), {"net/a:0", "net/b:0", "c:0"}));
static_assert(named(losses(g), {"net/a/Regularizer/add:0", "net/b/Regularizer/add:0"}));
static_assert(losses(g)[0].shape() == xs::shape<> && losses(g)[0].dtype() == xs::dtype<float>);
}  // namespace a_loss_for_each_new_variable

namespace inherited_by_scopes_within {
// with tf.variable_scope("tower", regularizer=f):
//   with tf.variable_scope("foo"):
//     tf.get_variable("v", [3])
//     with tf.variable_scope("bar", regularizer=g):
//       tf.get_variable("w", [3])
//     tf.get_variable("x", [3])
constexpr auto g = xs::graph(xs::variable_scope<"tower", with_loss>(xs::variable_scope<"foo">(
    v<"v">, xs::variable_scope<"bar", xs::regularizer<mean_plus_2>>(v<"w">), v<"x">)));
static_assert(named(losses(g), {"tower/foo/v/Regularizer/add:0", "tower/foo/bar/w/Regularizer/add:0",
                                "tower/foo/x/Regularizer/add:0"}));
}  // namespace inherited_by_scopes_within

namespace the_variables_own_comes_first {
// with tf.variable_scope("a", regularizer=mean):
//   tf.get_variable("v", [3], regularizer=lambda v: tf.reduce_sum(v, name="own"))
constexpr auto own = [](auto variable) { return xs::reduce_sum(variable, xs::name<"own">); };
constexpr auto g = xs::graph(xs::variable_scope<"a", with_loss>(v<"v", xs::regularizer<own>>));
static_assert(named(losses(g), {"a/v/Regularizer/own:0"}));
}  // namespace the_variables_own_comes_first

namespace switched_off {
// no_regularizer is a regularizer that returns None; a missing argument is none at all, and inherits.
constexpr auto off = xs::regularizer<xs::no_regularizer>;
constexpr auto g = xs::graph(xs::variable_scope<"a", with_loss>(
    v<"u", off>, xs::variable_scope<"b", off>(v<"v">, v<"w", with_loss>), v<"x">));
static_assert(named(g.variables(), {"a/u:0", "a/b/v:0", "a/b/w:0", "a/x:0"}));
static_assert(named(losses(g), {"a/b/w/Regularizer/add:0", "a/x/Regularizer/add:0"}));

constexpr auto nothing = [](auto) { return xs::none; };
static_assert(losses(xs::graph(v<"v", xs::regularizer<nothing>>)).empty());
}  // namespace switched_off

namespace not_for_what_is_shared {
// with tf.variable_scope("a", regularizer=f): tf.get_variable("v", [3])
// with tf.variable_scope("a", reuse=True): tf.get_variable("v", [3], regularizer=g)
constexpr auto program = xs::seq(xs::variable_scope<"a", with_loss>(v<"v">),
                                 xs::variable_scope<"a", xs::reuse>(v<"v", xs::regularizer<mean_plus_2>>),
                                 xs::variable_scope<"a", xs::auto_reuse>(v<"v", with_loss>));
constexpr auto g = xs::graph(program);
static_assert(named(losses(g), {"a/v/Regularizer/add:0"}));

// Nor is the regularizer called: it leaves no operation, and takes no name.
static_assert(named(g.operations(),
                    {"a/v:0", "a/v/Regularizer/Mean:0", "a/v/Regularizer/add/y:0", "a/v/Regularizer/add:0"}));
}  // namespace not_for_what_is_shared

namespace called_once {
constexpr auto counting = [](auto variable) {
  return xs::seq(xs::add_to_collection<"calls">(variable), xs::reduce_mean(variable));
};
constexpr auto counted = xs::regularizer<counting>;
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(v<"v", counted>, v<"v", counted>,
                                                                     v<"w", counted>, v<"v", counted>));
static_assert(named(g.get_collection<"calls">(), {"a/v:0", "a/w:0"}));
}  // namespace called_once

namespace its_operations_are_below_the_key {
// The name scope is absolute, whatever surrounds it, and goes by the key even where the operation of that
// name was taken:
//   with tf.name_scope("v"): pass
//   with tf.name_scope("n"): v = tf.get_variable("v", [3], regularizer=f)
constexpr auto program = xs::seq(xs::name_scope<"v">(), xs::name_scope<"n">(v<"v", with_loss>));
constexpr auto g = xs::graph(program);
static_assert(named(g.variables(), {"v_1:0"}));
static_assert(g.result().key() == "v");
static_assert(named(losses(g), {"v/Regularizer/add:0"}));
}  // namespace its_operations_are_below_the_key

namespace not_for_tf_variable {
constexpr auto g = xs::graph(xs::variable_scope<"a", with_loss>(xs::variable<"t", xs::value<1.0f>>));
static_assert(losses(g).empty());
}  // namespace not_for_tf_variable

namespace for_local_variables {
constexpr auto g = xs::graph(xs::variable_scope<"a", with_loss>(xs::get_local_variable<"v", xs::shape<3>>));
static_assert(named(losses(g), {"a/v/Regularizer/add:0"}));
}  // namespace for_local_variables

namespace entered_again {
// with tf.variable_scope("a", regularizer=f) as vs: pass
// with tf.variable_scope("b", regularizer=no_regularizer):
//   with tf.variable_scope(vs):
//     tf.get_variable("v", [3])
constexpr auto g = xs::graph(xs::let(xs::variable_scope<"a", with_loss>(), [](auto vs) {
  return xs::variable_scope<"b", xs::regularizer<xs::no_regularizer>>(xs::variable_scope<vs>(v<"v">));
}));
static_assert(named(losses(g), {"a/v/Regularizer/add:0"}));
}  // namespace entered_again

namespace a_new_scope_of_the_same_name_has_none {
constexpr auto g = xs::graph(xs::seq(xs::variable_scope<"a", with_loss>(), xs::variable_scope<"a">(v<"v">)));
static_assert(losses(g).empty());
}  // namespace a_new_scope_of_the_same_name_has_none

namespace a_loss_for_each_slice {
// tf.get_variable("w", [4], partitioner=tf.fixed_size_partitioner(2), regularizer=f)
constexpr auto g =
    xs::graph(xs::get_variable<"w", xs::shape<4>, xs::partitioner<xs::fixed_size_partitioner<2>>, with_loss>);
static_assert(named(losses(g), {"w/part_0/Regularizer/add:0", "w/part_1/Regularizer/add:0"}));
}  // namespace a_loss_for_each_slice

namespace losses_by_scope {
// tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES, scope="a/")
constexpr auto g = xs::graph(
    xs::seq(xs::variable_scope<"a", with_loss>(v<"v">), xs::variable_scope<"b", with_loss>(v<"v">)));
static_assert(xs::GraphKeys::REGULARIZATION_LOSSES == "regularization_losses");
static_assert(named(g.get_collection<"regularization_losses", "a/">(), {"a/v/Regularizer/add:0"}));
}  // namespace losses_by_scope

namespace layers_of_equal_calls {
// A layer that is called twice makes its own variables and its own losses.
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"w", xs::shape<x.shape()[1], 2>, with_loss>);
};
constexpr auto net = [](auto x) {
  return x | xs::variable_scope<"one">(dense) | xs::variable_scope<"two">(dense);
};
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 2>> | xs::variable_scope<"net">(net));
static_assert(named(losses(g), {"net/one/w/Regularizer/add:0", "net/two/w/Regularizer/add:0"}));
}  // namespace layers_of_equal_calls

namespace what_a_regularizer_asks_for {
// It may use variables itself; they are asked for in the scope that is current, by their own names.
constexpr auto scaled = [](auto variable) {
  return xs::reduce_mean(variable) * xs::get_variable<"scale", xs::shape<>>;
};
constexpr auto g = xs::graph(xs::variable_scope<"a">(v<"v", xs::regularizer<scaled>>));
static_assert(named(g.variables(), {"a/v:0", "a/scale:0"}));
static_assert(named(losses(g), {"a/v/Regularizer/mul:0"}));
}  // namespace what_a_regularizer_asks_for

}  // namespace regularizers
