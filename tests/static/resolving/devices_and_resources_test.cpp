// SPDX-License-Identifier: BSD-3-Clause
// Caching devices, and resource variables: the request's word, then the scope's, then the program's.
#include "../support/probe.hpp"

namespace devices_and_resources {

namespace xs = xscope;
using probe::named;
using probe::refused;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<1>, Options...>;
template <xs::fixed_string Name, auto... Options>
constexpr auto t = xs::variable<Name, xs::value<1.0f>, Options...>;

namespace caching_devices {
// with tf.variable_scope("a", caching_device="/cpu:0"):
//   u = tf.get_variable("u", [1])
//   v = tf.get_variable("v", [1], caching_device="/gpu:0")
//   with tf.variable_scope("b", caching_device=""):
//     w = tf.get_variable("w", [1])
//   t = tf.Variable(1.0)
constexpr auto program = xs::variable_scope<"a", xs::caching_device<"/cpu:0">>(xs::pack(
    v<"u">, v<"v", xs::caching_device<"/gpu:0">>, xs::variable_scope<"b", xs::caching_device<"">>(v<"w">),
    xs::variable_scope<"c">(v<"x">), t<"t">));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().caching_device() == "/cpu:0");
static_assert(g.result<0>().caching_device() == xs::caching_device<"/cpu:0">);
static_assert(g.result<1>().caching_device() == "/gpu:0");
// An empty text is a value.
static_assert(g.result<2>().caching_device() == "" && !(g.result<2>().caching_device() == xs::none));
static_assert(g.result<3>().caching_device() == "/cpu:0");
static_assert(g.result<4>().caching_device() == xs::none);
static_assert(xs::graph(v<"v">).result().caching_device() == xs::none);

// Kept on re-entry, whatever the scope around it has.
constexpr auto again = xs::graph(xs::let(xs::variable_scope<"a", xs::caching_device<"/cpu:0">>(), [](auto a) {
  return xs::variable_scope<"b", xs::caching_device<"/gpu:0">>(
      xs::pack(xs::variable_scope<a>(v<"v">), xs::variable_scope<a, xs::caching_device<"/tpu:0">>(v<"w">)));
}));
static_assert(again.result<0>().caching_device() == "/cpu:0");
static_assert(again.result<1>().caching_device() == "/tpu:0");

// Ignored where the variable exists.
constexpr auto shared = xs::graph(
    xs::variable_scope<"a", xs::auto_reuse>(xs::pack(v<"v">, v<"v", xs::caching_device<"/cpu:0">>)));
static_assert(shared.result<1>().caching_device() == xs::none);
}  // namespace caching_devices

namespace no_device {
static_assert(xs::graph(v<"v">).result().device().empty());
}  // namespace no_device

namespace resource_variables {
// with tf.variable_scope("a", use_resource=True):
//   u = tf.get_variable("u", [1])
//   v = tf.get_variable("v", [1], use_resource=False)
//   with tf.variable_scope("b"):
//     w = tf.get_variable("w", [1])
//   t = tf.Variable(1.0)               # the one property of a scope that tf.Variable takes
//   s = tf.Variable(1.0, use_resource=False)
constexpr auto program = xs::variable_scope<"a", xs::use_resource<true>>(
    xs::pack(v<"u">, v<"v", xs::use_resource<false>>, xs::variable_scope<"b">(v<"w">), t<"t">,
             t<"s", xs::use_resource<false>>));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().use_resource());
static_assert(!g.result<1>().use_resource());
static_assert(g.result<2>().use_resource());
static_assert(g.result<3>().use_resource());
static_assert(!g.result<4>().use_resource());
static_assert(!xs::graph(v<"v">).result().use_resource());
}  // namespace resource_variables

namespace their_prints {
constexpr auto g = xs::graph(xs::pack(v<"v">, v<"w", xs::use_resource<true>>));
static_assert(g.result<0>().repr() == "<xscope.Variable 'v:0' shape=(1,) dtype=float32_ref>");
static_assert(g.result<1>().repr() == "<xscope.Variable 'w:0' shape=(1,) dtype=float32>");
static_assert(g.result<0>().type() == "VariableV2" && g.result<1>().type() == "VarHandleOp");
}  // namespace their_prints

namespace the_dtype_that_is_found {
// A reference variable's shows as a reference.
template <bool Resource>
constexpr auto program =
    xs::variable_scope<"a", xs::auto_reuse, xs::use_resource<Resource>>(v<"v">, v<"v", xs::dtype<int>>);
static_assert(refused(program<false>, errc::dtype_mismatch, {"found dtype float32_ref"}));
static_assert(refused(program<true>, errc::dtype_mismatch, {"found dtype float32;"}));
}  // namespace the_dtype_that_is_found

namespace the_programs_default {
// tf.enable_resource_variables() ... tf.disable_resource_variables()
constexpr auto program = xs::let(v<"u">, xs::enable_resource_variables(), v<"v">, t<"t">,
                                 xs::variable_scope<"a", xs::use_resource<false>>(v<"w">),
                                 v<"x", xs::use_resource<false>>, xs::disable_resource_variables(), v<"y">,
                                 [](auto u, auto, auto v_, auto t_, auto w, auto x, auto, auto y) {
                                   return xs::pack(u, v_, t_, w, x, y);
                                 });
constexpr auto g = xs::graph(program);
static_assert(!g.result<0>().use_resource());
static_assert(g.result<1>().use_resource() && g.result<2>().use_resource());
static_assert(!g.result<3>().use_resource() && !g.result<4>().use_resource());
static_assert(!g.result<5>().use_resource());

// It is the program's: scopes and threads that are open see it too.
constexpr auto anywhere = xs::graph(xs::variable_scope<"a">(
    xs::seq(xs::variable_scope<"b">(xs::enable_resource_variables()), xs::thread(v<"v">))));
static_assert(anywhere.result().use_resource());
}  // namespace the_programs_default

namespace set_on_a_scope {
constexpr auto g = xs::graph(xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::seq(v<"u">, a.template set_use_resource<true>(),
                 xs::pack(v<"v">, xs::variable_scope<"b">(v<"w">), a));
})));
static_assert(!g.find("a/u:0")->use_resource());
static_assert(g.result<0>().use_resource() && g.result<1>().use_resource());
static_assert(g.result<2>().use_resource() == xs::use_resource<true>);
}  // namespace set_on_a_scope

namespace of_slices {
constexpr auto g =
    xs::graph(xs::get_variable<"w", xs::shape<2>, xs::partitioner<xs::fixed_size_partitioner<2>>,
                               xs::use_resource<true>, xs::caching_device<"/cpu:0">>);
static_assert(g.variables()[0].use_resource() && g.variables()[1].use_resource());
static_assert(g.variables()[1].caching_device() == "/cpu:0");
}  // namespace of_slices

namespace validate_shape {
// Shapes are always known here: it is taken, and changes nothing.
constexpr auto g = xs::graph(xs::pack(v<"v", xs::validate_shape<false>>, t<"t", xs::validate_shape<false>>));
static_assert(g.result<0>().shape() == xs::shape<1>);
}  // namespace validate_shape

}  // namespace devices_and_resources
