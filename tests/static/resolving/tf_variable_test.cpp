// SPDX-License-Identifier: BSD-3-Clause
// tf.Variable: named by the name scope, always a new object, never in the variable store.
#include "../support/probe.hpp"

namespace tf_variable {

namespace xs = xscope;
using probe::named;

template <xs::fixed_string Name>
constexpr auto t = xs::variable<Name, xs::value<1.0f>>;

namespace a_name_that_is_taken_gets_a_number {
constexpr auto g = xs::graph(xs::pack(t<"v">, t<"v">, t<"v">));
static_assert(named(g.variables(), {"v:0", "v_1:0", "v_2:0"}));
static_assert(g.result<0>() != g.result<1>());
}  // namespace a_name_that_is_taken_gets_a_number

namespace default_names {
constexpr auto x = xs::variable<xs::none, xs::value<2.0f>>;
constexpr auto g = xs::graph(xs::seq(xs::name_scope<"scope_1">(x), xs::name_scope<"scope_2">(x), x, x));
static_assert(named(g.variables(),
                    {"scope_1/Variable:0", "scope_2/Variable:0", "Variable:0", "Variable_1:0"}));
static_assert(named(g.get_collection<"variables", "scope_1">(), {"scope_1/Variable:0"}));
static_assert(named(g.get_collection<"trainable_variables", "scope_2">(), {"scope_2/Variable:0"}));
}  // namespace default_names

namespace never_shared {
constexpr auto program = xs::let(xs::variable_scope<"a">(t<"v">, xs::get_variable_scope()), [](auto s) {
  return xs::seq(xs::variable_scope<s, xs::reuse>(t<"v">), xs::variable_scope<"a", xs::auto_reuse>(t<"v">));
});
static_assert(named(xs::graph(program).variables(), {"a/v:0", "a_1/v:0", "a_2/v:0"}));
}  // namespace never_shared

namespace it_follows_the_name_scope_and_get_variable_the_scope {
constexpr auto program = xs::seq(xs::variable_scope<"a">(xs::get_variable<"g", xs::shape<>>, t<"t">),
                                 xs::variable_scope<"a">(xs::get_variable<"h", xs::shape<>>, t<"t">));
static_assert(named(xs::graph(program).variables(), {"a/g:0", "a/t:0", "a/h:0", "a_1/t:0"}));
}  // namespace it_follows_the_name_scope_and_get_variable_the_scope

namespace a_slash_at_the_end_is_exact {
static_assert(xs::name_of(xs::name_scope<"s">(t<"abs/">)) == "abs:0");
}  // namespace a_slash_at_the_end_is_exact

namespace a_scopes_defaults_do_not_reach_it {
constexpr auto program =
    xs::variable_scope<"a", xs::dtype<double>, xs::initializer<xs::constant_initializer<0.3>>>(
        xs::variable<"t", xs::value<1>>);
static_assert(xs::graph(program).result().dtype() == xs::dtype<int>);
}  // namespace a_scopes_defaults_do_not_reach_it

namespace its_value_decides {
constexpr auto g = xs::graph(
    xs::pack(xs::variable<"i", xs::value<1>>, xs::variable<"f", xs::values<1.0f, 2.0f>>,
             xs::variable<"b", xs::value<true>>, xs::variable<"d", xs::values<1, 2>, xs::dtype<double>>,
             xs::variable<"s", xs::value<0.0f>, xs::shape<2, 3>, xs::trainable<false>>));
static_assert(g.result<0>().dtype() == "int32" && g.result<0>().shape() == xs::shape<>);
static_assert(g.result<1>().dtype() == "float32" && g.result<1>().shape() == xs::shape<2>);
static_assert(g.result<2>().dtype() == "bool");
static_assert(g.result<3>().dtype() == "float64" && g.result<3>().shape() == xs::shape<2>);
static_assert(g.result<4>().shape() == xs::shape<2, 3>);
static_assert(named(g.trainable_variables(), {"i:0", "f:0", "b:0", "d:0"}));
}  // namespace its_value_decides

}  // namespace tf_variable
