// SPDX-License-Identifier: BSD-3-Clause
// Sharing variables: reuse, auto_reuse and reuse_variables(), in the order in which the program runs.
#include "../support/probe.hpp"

namespace reuse {

namespace xs = xscope;
using probe::named;
using probe::refused;

template <xs::fixed_string Name>
constexpr auto v = xs::get_variable<Name, xs::shape<1>>;

namespace reopened_with_reuse {
constexpr auto program =
    xs::pack(xs::variable_scope<"foo">(v<"v">), xs::variable_scope<"foo", xs::reuse>(v<"v">));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());
static_assert(named(g.variables(), {"foo/v:0"}));
static_assert(g.result<1>().key() == "foo/v");
}  // namespace reopened_with_reuse

namespace reuse_variables_from_here_on {
constexpr auto program = xs::variable_scope<"foo">(xs::as([](auto scope) {
  return xs::let(v<"v">, scope.reuse_variables(), v<"v">,
                 [=](auto a, auto, auto b) { return xs::pack(a, b, scope); });
}));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<2>().reuse() == true);
}  // namespace reuse_variables_from_here_on

namespace reuse_ends_with_its_scope {
constexpr auto program = xs::pack(xs::variable_scope<"a">(v<"v">), xs::variable_scope<"a", xs::reuse>(v<"v">),
                                  xs::variable_scope<"a">(v<"u">), xs::variable_scope<"a">());
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<2>().name() == "a/u:0");
static_assert(g.result<3>().reuse() == false);
}  // namespace reuse_ends_with_its_scope

namespace inherited_by_scopes_below {
constexpr auto inner = xs::variable_scope<"bar">(xs::pack(xs::get_variable_scope(),
                                                          xs::variable_scope<"baz">(xs::get_variable_scope()),
                                                          xs::variable_scope<"baz">(v<"v">)));
constexpr auto program =
    xs::seq(xs::variable_scope<"foo">(inner), xs::variable_scope<"foo", xs::reuse>(inner));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().reuse() == true);
static_assert(g.result<1>().reuse() == true);
static_assert(g.result<2>() == g.variables()[0]);
static_assert(named(g.variables(), {"foo/bar/baz/v:0"}));
}  // namespace inherited_by_scopes_below

namespace open_children_keep_their_flag {
// A child copies its parent's flag when it is opened; a change of the parent reaches those opened after it.
constexpr auto program = xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::pack(xs::variable_scope<"b">(a.reuse_variables(), xs::pack(v<"v">, xs::get_variable_scope())),
                  xs::variable_scope<"b">(xs::pack(v<"v">, xs::get_variable_scope())));
}));
constexpr auto g = xs::graph(xs::let(program, [](auto both) {
  auto [first, second] = both;
  return xs::pack(first.template get<0>(), first.template get<1>(), second.template get<0>(),
                  second.template get<1>());
}));
static_assert(g.result<0>().name() == "a/b/v:0");
static_assert(g.result<1>().reuse() == false);
static_assert(g.result<3>().reuse() == true);
static_assert(g.result<0>() == g.result<2>());
}  // namespace open_children_keep_their_flag

namespace seen_when_the_scope_is_entered_again {
constexpr auto program = xs::let(xs::variable_scope<"a">(v<"v">, xs::get_variable_scope()), [](auto s) {
  return xs::seq(s.reuse_variables(), xs::variable_scope<s>(xs::pack(v<"v">, xs::get_variable_scope(), s)));
});
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.variables()[0]);
static_assert(g.result<1>().reuse() == true);
static_assert(g.result<1>() != g.result<2>());
}  // namespace seen_when_the_scope_is_entered_again

namespace flags_of_scopes_entered_again {
// reuse=False means inherit: a captured scope that reuses can never be undone. A second scope of the same
// name knows nothing of the first one's flag.
constexpr auto entered_again = [](auto s) {
  return xs::pack(xs::variable_scope<s>(), xs::variable_scope<s, xs::reuse>(),
                  xs::variable_scope<s, xs::no_reuse>());
};
constexpr auto reusing = xs::graph(xs::variable_scope<"jump", xs::reuse>() | entered_again);
static_assert(reusing.result<0>().reuse() == true);
static_assert(reusing.result<1>().reuse() == true);
static_assert(reusing.result<2>().reuse() == true);
constexpr auto plain = xs::graph(xs::seq(xs::variable_scope<"jump", xs::reuse>(),
                                         xs::variable_scope<"jump", xs::no_reuse>() | entered_again));
static_assert(plain.result<0>().reuse() == false);
static_assert(plain.result<1>().reuse() == true);
static_assert(plain.result<2>().reuse() == false);
}  // namespace flags_of_scopes_entered_again

namespace surrounding_scopes_flag_is_ignored_by_reentry {
constexpr auto program = xs::let(xs::variable_scope<"a">(v<"v">, xs::get_variable_scope()), [](auto s) {
  return xs::variable_scope<"b", xs::reuse>(
      xs::variable_scope<s>(xs::pack(v<"u">, xs::get_variable_scope())));
});
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "a/u:0");
static_assert(g.result<1>().reuse() == false);
}  // namespace surrounding_scopes_flag_is_ignored_by_reentry

namespace auto_reuse_creates_and_then_shares {
constexpr auto foo =
    xs::variable_scope<"foo", xs::auto_reuse>(xs::pack(v<"v">, xs::constant<"c", xs::values<>>));
constexpr auto g = xs::graph(xs::let(foo, foo, [](auto one, auto two) {
  return xs::pack(one.template get<0>(), two.template get<0>(), two.template get<1>());
}));
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<0>().name() == "foo/v:0");
static_assert(g.result<2>().name() == "foo_1/c:0");
}  // namespace auto_reuse_creates_and_then_shares

namespace auto_reuse_inherited {
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(
    xs::variable_scope<"b">(xs::pack(v<"v">, v<"v">, xs::get_variable_scope()))));
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<2>().reuse() == xs::auto_reuse);
static_assert(g.result<2>().reuse() != true && g.result<2>().reuse() != false && bool(g.result<2>().reuse()));
}  // namespace auto_reuse_inherited

namespace the_innermost_flag_counts {
// AUTO_REUSE inside reuse=True may create, ...
constexpr auto inside_true = xs::graph(xs::variable_scope<"a", xs::reuse>(
    xs::variable_scope<"b", xs::auto_reuse>(xs::pack(v<"new">, xs::get_variable_scope()))));
static_assert(inside_true.result<0>().name() == "a/b/new:0");
static_assert(inside_true.result<1>().reuse() == xs::auto_reuse);

// ... and reuse=True inside AUTO_REUSE may not.
constexpr auto inside_auto = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(
    xs::variable_scope<"b">(v<"v">),
    xs::variable_scope<"b", xs::reuse>(xs::pack(v<"v">, xs::get_variable_scope()))));
static_assert(inside_auto.result<0>() == inside_auto.variables()[0]);
static_assert(inside_auto.result<1>().reuse() == true);
static_assert(refused(xs::variable_scope<"a", xs::auto_reuse>(xs::variable_scope<"b", xs::reuse>(v<"v">)),
                      xs::errc::variable_missing, {"`a/b/v` does not exist"}));
}  // namespace the_innermost_flag_counts

namespace reuse_variables_overwrites_auto_reuse {
constexpr auto program = xs::variable_scope<"a", xs::auto_reuse>(
    xs::as([](auto s) { return xs::seq(v<"v">, s.reuse_variables(), v<"u">); }));
static_assert(refused(program, xs::errc::variable_missing, {"a/u", "does not exist"}));
}  // namespace reuse_variables_overwrites_auto_reuse

namespace unknown_dimensions_fit {
constexpr auto program = xs::pack(
    xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<2, 3>>),
    xs::variable_scope<"a", xs::reuse>(xs::pack(xs::get_variable<"v", xs::shape<xs::unknown, 3>>,
                                                xs::get_variable<"v", xs::shape<xs::unknown, xs::unknown>>)));
constexpr auto g = xs::graph(xs::let(program, [](auto all) {
  return xs::pack(all.template get<0>(), all.template get<1>().template get<0>(),
                  all.template get<1>().template get<1>());
}));
static_assert(g.result<0>() == g.result<1>() && g.result<0>() == g.result<2>());
static_assert(g.result<1>().shape() == xs::shape<2, 3>);
}  // namespace unknown_dimensions_fit

namespace only_creation_looks_at_initializer_and_trainable {
constexpr auto first = xs::get_variable<"v", xs::shape<>, xs::initializer<xs::constant_initializer<0.3f>>>;
constexpr auto again =
    xs::get_variable<"v", xs::shape<>, xs::initializer<xs::zeros_initializer>, xs::trainable<false>>;
constexpr auto g =
    xs::graph(xs::pack(xs::variable_scope<"a">(first), xs::variable_scope<"a", xs::reuse>(again)));
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<1>().trainable());
static_assert(named(g.trainable_variables(), {"a/v:0"}));
}  // namespace only_creation_looks_at_initializer_and_trainable

namespace keys_are_case_sensitive_but_names_of_operations_are_not {
constexpr auto program = xs::as([](auto root) {
  return xs::let(v<"v">, v<"V">, root.reuse_variables(), v<"V">,
                 [](auto a, auto b, auto, auto again) { return xs::pack(a, b, again); });
});
constexpr auto g = xs::graph(program);
static_assert(named(g.variables(), {"v:0", "V_1:0"}));
static_assert(g.result<1>().key() == "V");
static_assert(g.result<2>() == g.result<1>());
static_assert(g.result<0>() != g.result<1>());
}  // namespace keys_are_case_sensitive_but_names_of_operations_are_not

namespace towers {
// A flag given to an inner scope, then reuse_variables() of the outer one; numbers of default names start
// again.
constexpr auto body =
    xs::seq(xs::get_variable<"w", xs::shape<>>, xs::name_scope<"n">(xs::constant<"c", xs::values<>>));
template <auto... Options>
constexpr auto tower = xs::variable_scope<"tower", xs::default_name<"ignored">, Options...>(body);
constexpr auto unnamed = xs::variable_scope<xs::none, xs::default_name<"default">>(body);

constexpr auto program =
    xs::let(xs::variable_scope<"outer">(tower<>, unnamed, xs::get_variable_scope()), [](auto outer) {
      return xs::variable_scope<outer>(xs::as(
          [=](auto again) { return xs::seq(tower<xs::reuse>, again.reuse_variables(), unnamed, outer); }));
    });
constexpr auto g = xs::graph(program);
static_assert(named(g.operations(),
                    {"outer/tower/w:0", "outer/tower/n/c:0", "outer/default/w:0", "outer/default/n/c:0",  //
                     "outer_1/tower/n/c:0", "outer_1/default/n/c:0"}));
static_assert(g.result().reuse() == false);
}  // namespace towers

}  // namespace reuse
