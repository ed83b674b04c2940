// SPDX-License-Identifier: BSD-3-Clause
// Name scopes: they name operations and leave get_variable alone.
#include "../support/probe.hpp"

namespace name_scope {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

template <xs::fixed_string Name>
constexpr auto c = xs::constant<Name, xs::values<>>;

namespace variables_are_named_by_variable_scopes {
constexpr auto program = xs::variable_scope<"a">(xs::name_scope<"n">(
    xs::variable_scope<"b">(xs::get_variable<"v", xs::shape<1>>, c<"c">, xs::variable<"t", xs::value<1.0f>>,
                            xs::get_variable_scope())));
constexpr auto g = xs::graph(program);
static_assert(named(g.operations(), {"a/b/v:0", "a/n/b/c:0", "a/n/b/t:0"}));
static_assert(g.result().name() == "a/b");
static_assert(g.result().original_name_scope() == "a/n/b/");
}  // namespace variables_are_named_by_variable_scopes

namespace nested_and_restored {
constexpr auto program = xs::seq(xs::name_scope<"a">(xs::name_scope<"b">(c<"x">), c<"y">), c<"z">);
static_assert(named(xs::graph(program).operations(), {"a/b/x:0", "a/y:0", "z:0"}));
}  // namespace nested_and_restored

namespace opened_again_it_gets_a_number {
constexpr auto a = xs::name_scope<"a">(c<"c">);
static_assert(named(xs::graph(xs::seq(a, a, a)).operations(), {"a/c:0", "a_1/c:0", "a_2/c:0"}));
static_assert(named(xs::graph(xs::name_scope<"n">(a, a, xs::name_scope<"a_1">(a))).operations(),
                    {"n/a/c:0", "n/a_1/c:0", "n/a_1_1/a/c:0"}));
}  // namespace opened_again_it_gets_a_number

namespace none_and_empty_are_the_root {
constexpr auto program = xs::name_scope<"foo">(
    xs::pack(xs::as([](auto foo) { return foo; }), xs::name_scope<"foo2">(), xs::name_scope<xs::none>(),
             xs::name_scope<"">(), xs::name_scope<xs::none>(xs::name_scope<"foo3">()),
             xs::name_scope<"">(c<"c">), c<"d">));
static_assert(named(results(xs::graph(program)), {"foo/", "foo/foo2/", "", "", "foo3/", "c:0", "foo/d:0"}));
}  // namespace none_and_empty_are_the_root

namespace default_name_stands_in_for_none_only {
constexpr auto program = xs::pack(xs::name_scope<xs::none, xs::default_name<"default">>(
                                      xs::name_scope<xs::none, xs::default_name<"default2">>()),
                                  xs::name_scope<"my_scope", xs::default_name<"other">>(),
                                  xs::name_scope<"", xs::default_name<"other">>());
static_assert(named(results(xs::graph(program)), {"default/default2/", "my_scope/", ""}));
}  // namespace default_name_stands_in_for_none_only

namespace a_slash_at_the_end_is_absolute {
// Opened as it is, from wherever, and as often as one likes.
constexpr auto program =
    xs::seq(xs::name_scope<"bar">(c<"o">, c<"o">),
            xs::name_scope<"baz">(xs::name_scope<"quux">(c<"o">), xs::name_scope<"baz/">(c<"o">)),
            xs::name_scope<"bar">(c<"o">), xs::name_scope<"bar/">(c<"o">),
            xs::name_scope<"baz">(xs::name_scope<"bar/deep/">(c<"o">)));
static_assert(named(xs::graph(program).operations(), {"bar/o:0", "bar/o_1:0", "baz/quux/o:0", "baz/o:0",
                                                      "bar_1/o:0", "bar/o_2:0", "bar/deep/o:0"}));
// Only one slash goes.
static_assert(xs::name_of(xs::name_scope<"foo5//">(c<"c">)) == "foo5//c:0");
static_assert(xs::name_of(xs::name_scope<"foo5//">()) == "foo5//");
}  // namespace a_slash_at_the_end_is_absolute

namespace a_captured_name_scope_is_absolute {
constexpr auto program =
    xs::let(xs::name_scope<"a">(xs::name_scope<"b">(c<"c">, xs::as([](auto b) { return b; }))), [](auto b) {
      return xs::name_scope<"a">(xs::pack(xs::name_scope<b>(c<"c">), xs::name_scope<b>(), c<"c">));
    });
static_assert(named(results(xs::graph(program)), {"a/b/c_1:0", "a/b/", "a_1/c:0"}));
}  // namespace a_captured_name_scope_is_absolute

namespace get_name_scope {
constexpr auto program = xs::pack(
    xs::name_scope<"scope1">(xs::pack(
        xs::name_scope<"scope2">(xs::name_scope<"scope3">(xs::get_name_scope())), xs::get_name_scope())),
    xs::get_name_scope());
constexpr auto g = xs::graph(program | [](auto all) {
  auto [inside, outside] = all;
  return xs::pack(inside.template get<0>(), inside.template get<1>(), outside);
});
static_assert(named(results(g), {"scope1/scope2/scope3", "scope1", ""}));

// Variable scopes bring name scopes with them.
static_assert(xs::name_of(xs::variable_scope<"a">(xs::variable_scope<"b", xs::auxiliary_name_scope<false>>(
                  xs::variable_scope<"c">(xs::get_name_scope())))) == "a/c");
}  // namespace get_name_scope

namespace letters_case_makes_no_difference_to_uniqueness {
constexpr auto program = xs::seq(xs::name_scope<"bar">(c<"foo">), xs::name_scope<"Bar">(c<"foo">));
static_assert(named(xs::graph(program).operations(), {"bar/foo:0", "Bar_1/foo:0"}));
}  // namespace letters_case_makes_no_difference_to_uniqueness

namespace slashes_alone {
// with tf.name_scope("a"):
//   with tf.name_scope("/") as s: tf.constant([], name="c")         # "/", and the root is the name stack
//   with tf.name_scope("b//") as t: tf.constant([], name="c")       # "b//", and one slash is left
//   with tf.name_scope(s) as again: tf.constant([], name="d")
constexpr auto handed = xs::as([](auto s) { return s; });
constexpr auto g = xs::graph(xs::name_scope<"a">(xs::pack(
    xs::name_scope<"/">(handed), xs::name_scope<"/">(c<"c">), xs::name_scope<"b//">(handed),
    xs::name_scope<"b//">(c<"c">), xs::name_scope<"b//">(xs::get_name_scope()), xs::name_scope<"//">(handed),
    xs::name_scope<"/">(xs::as([](auto s) { return xs::name_scope<"n">(xs::name_scope<s>(handed)); })),
    xs::name_scope<xs::none>(handed))));
static_assert(named(results(g), {"/", "c:0", "b//", "b//c:0", "b/", "//", "/", ""}));
// At the root a name begins with a letter, a digit or a dot.
static_assert(refused(xs::name_scope<"/">(c<"c">), errc::invalid_scope_name,
                      {"`/` is not a valid scope name"}));
static_assert(refused(xs::variable_scope<"/">(c<"c">), errc::invalid_scope_name,
                      {"`/` is not a valid scope name"}));
// with tf.variable_scope("a"):
//   with tf.variable_scope("/") as vs: tf.get_variable("v", [1]); tf.constant([], name="c")
constexpr auto in_a = xs::graph(xs::variable_scope<"a">(xs::variable_scope<"/">(xs::as([](auto vs) {
  return xs::pack(vs, xs::get_variable<"v", xs::shape<1>>, c<"c">,
                  xs::variable_scope<vs>(xs::get_variable_scope()));
}))));
static_assert(named(results(in_a), {"a//", "a///v:0", "c:0", "a//"}));
static_assert(in_a.result<0>().original_name_scope() == "/" && in_a.result<3>().original_name_scope() == "/");
}  // namespace slashes_alone

}  // namespace name_scope
