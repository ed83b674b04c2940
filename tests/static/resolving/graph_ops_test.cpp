// SPDX-License-Identifier: BSD-3-Clause
// Below the ops: names for nothing, operations of any type, exact names.
#include "../support/probe.hpp"

namespace graph_ops {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

template <xs::fixed_string Name>
constexpr auto c = xs::constant<Name, xs::value<1>>;

namespace unique_names {
// g.unique_name("foo"), ...
constexpr auto g =
    xs::graph(xs::pack(xs::unique_name<"foo">, xs::unique_name<"foo">, xs::unique_name<"foo_1">,
                       xs::unique_name<"foo">, xs::unique_name<"FOO">));
static_assert(named(results(g), {"foo", "foo_1", "foo_1_1", "foo_2", "FOO_3"}));
}  // namespace unique_names

namespace below_the_name_scope {
// Parents are not claimed: after "a/b", "a" is free.
constexpr auto g =
    xs::graph(xs::pack(xs::name_scope<"n">(xs::unique_name<"foo">), xs::unique_name<"a/b">,
                       xs::unique_name<"a">, xs::unique_name<"a/b">, xs::unique_name<"n/foo">));
static_assert(named(results(g), {"n/foo", "a/b", "a", "a/b_1", "n/foo_1"}));
}  // namespace below_the_name_scope

namespace only_asked {
// mark_as_used=False says which name it would be.
template <xs::fixed_string Text>
constexpr auto asked = xs::unique_name<Text, xs::mark_as_used<false>>;
constexpr auto g = xs::graph(xs::pack(asked<"foo">, asked<"foo">, xs::unique_name<"foo">, asked<"foo">,
                                      asked<"foo">, xs::unique_name<"foo">));
static_assert(named(results(g), {"foo", "foo", "foo", "foo_1", "foo_1", "foo_1"}));
}  // namespace only_asked

namespace among_operations {
// Names of all kinds are the same names.
constexpr auto g = xs::graph(xs::pack(c<"x">, xs::unique_name<"x">, xs::get_variable<"x", xs::shape<>>,
                                      xs::name_scope<"x">(xs::get_name_scope())));
static_assert(named(results(g), {"x:0", "x_1", "x_2:0", "x_3"}));
}  // namespace among_operations

namespace made_operations {
// g.create_op("FloatOutput", [], [tf.float32], name="my_op")
constexpr auto g =
    xs::graph(xs::pack(xs::create_op<"FloatOutput", xs::name<"my_op">>, xs::create_op<"FloatOutput">,
                       xs::name_scope<"n">(xs::create_op<"FloatOutput">),
                       xs::create_op<"NoOp", xs::outputs<0>>, xs::create_op<"Two", xs::outputs<2>>));
static_assert(g.result<0>().name() == "my_op:0" && g.result<0>().op_name() == "my_op");
static_assert(g.result<0>().type() == "FloatOutput");
static_assert(g.result<0>().shape() == xs::shape<> && g.result<0>().dtype() == xs::dtype<float>);
static_assert(g.result<1>().op_name() == "FloatOutput" && g.result<2>().op_name() == "n/FloatOutput");
static_assert(g.result<3>().op_name() == "NoOp" && g.result<3>().outputs().size() == 0);
static_assert(named(g.result<4>().outputs(), {"Two:0", "Two:1"}));
}  // namespace made_operations

namespace with_inputs {
// The operands run first, and give no name.
constexpr auto g = xs::graph(xs::let(c<"a">, xs::get_variable<"b", xs::shape<2>>, [](auto a, auto b) {
  return xs::pack(xs::apply_op<"MyOp">(a, b), xs::apply_op<"MyOp", xs::name<"other">>(a),
                  xs::apply_op<"MyOp">(b));
}));
static_assert(named(results(g), {"MyOp:0", "other:0", "MyOp_1:0"}));
static_assert(g.result<0>().type() == "MyOp");
}  // namespace with_inputs

namespace which_rule_a_bad_name_meets {
// Generated operations enter a name scope, low-level ones do not: the other sentence.
static_assert(refused(xs::create_op<"A", xs::name<"_a">>, errc::invalid_op_name,
                      {"`_a`", "not a valid node name"}));
static_assert(refused(xs::apply_op<"A", xs::name<"_a">>(), errc::invalid_scope_name,
                      {"`_a`", "not a valid scope name"}));
static_assert(xs::name_of(xs::name_scope<"n">(xs::create_op<"A", xs::name<"_a">>)) == "n/_a:0");
static_assert(xs::name_of(xs::name_scope<"n">(xs::apply_op<"A", xs::name<"_a">>())) == "n/_a:0");
}  // namespace which_rule_a_bad_name_meets

namespace exact_names {
// A slash at the end: that name, whatever the name scope is, and only once.
constexpr auto exact = xs::create_op<"A", xs::name<"x/y/">>;
static_assert(xs::name_of(xs::name_scope<"n">(exact)) == "x/y:0");
static_assert(refused(xs::seq(exact, exact), errc::invalid_op_name, {"duplicate node name `x/y`"}));
static_assert(refused(xs::seq(xs::name_scope<"x">(c<"y">), exact), errc::invalid_op_name,
                      {"duplicate node name `x/y`"}));
// It is not marked: the next one that is made unique takes it for free, and is refused.
static_assert(refused(xs::seq(exact, xs::name_scope<"x">(c<"y">)), errc::invalid_op_name, {"`x/y`"}));
}  // namespace exact_names

namespace named_by_a_scope {
// with tf.name_scope("scope") as s: tf.multiply(a, b, name=s)
constexpr auto program = xs::let(c<"a">, [](auto a) {
  return xs::name_scope<"scope">(xs::as([=](auto s) {
    return xs::seq(xs::constant<"inside", xs::value<1>>, xs::multiply(a, a, xs::name<decltype(s){}>));
  }));
});
constexpr auto g = xs::graph(program);
static_assert(named(g.operations(), {"a:0", "scope/inside:0", "scope:0"}));
}  // namespace named_by_a_scope

}  // namespace graph_ops
