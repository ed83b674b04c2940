// SPDX-License-Identifier: BSD-3-Clause
// Scopes in scopes: what a variable's full name is.
#include "../support/probe.hpp"

namespace nesting {

namespace xs = xscope;
using probe::named;
using probe::results;

template <xs::fixed_string Name>
constexpr auto v = xs::get_variable<Name, xs::shape<1>>;
template <xs::fixed_string Name>
constexpr auto c = xs::constant<Name, xs::values<>>;

namespace at_the_root {
constexpr auto g = xs::graph(xs::pack(v<"v">, xs::get_variable_scope()));
static_assert(g.result<0>().name() == "v:0");
static_assert(g.result<1>().name().empty());
static_assert(g.result<1>().original_name_scope().empty());
static_assert(g.result<1>().reuse() == false);
}  // namespace at_the_root

namespace names_compose_and_come_back {
constexpr auto program = xs::seq(xs::variable_scope<"a">(xs::variable_scope<"b">(v<"v1">), v<"v2">), v<"v3">);
static_assert(named(xs::graph(program).variables(), {"a/b/v1:0", "a/v2:0", "v3:0"}));
}  // namespace names_compose_and_come_back

namespace deep {
constexpr auto program = xs::variable_scope<"a">(xs::variable_scope<"b">(xs::variable_scope<"c">(
    xs::variable_scope<"d">(xs::pack(xs::get_variable<"v", xs::shape<2, 3>>, xs::get_variable_scope())))));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "a/b/c/d/v:0");
static_assert(g.result<0>().shape() == xs::shape<2, 3>);
static_assert(g.result<1>().name() == "a/b/c/d");
static_assert(g.result<1>().original_name_scope() == "a/b/c/d/");
}  // namespace deep

namespace the_current_scope_is_the_one_that_was_opened {
constexpr auto program = xs::variable_scope<"a">(
    xs::as([](auto s) { return xs::let(xs::get_variable_scope(), [=](auto c) { return xs::pack(s, c); }); }));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());

// A block without statements gives its scope.
static_assert(xs::graph(xs::variable_scope<"a">(xs::variable_scope<"b">())).result().name() == "a/b");
static_assert(xs::graph(xs::name_scope<"a">(xs::name_scope<"b">())).result().name() == "a/b/");
}  // namespace the_current_scope_is_the_one_that_was_opened

namespace a_slash_in_a_scopes_name {
constexpr auto g = xs::graph(xs::variable_scope<"a/b">(xs::pack(v<"v">, c<"c">, xs::get_variable_scope())));
static_assert(g.result<0>().name() == "a/b/v:0");
static_assert(g.result<1>().name() == "a/b/c:0");
static_assert(g.result<2>().name() == "a/b");
static_assert(g.result<2>().original_name_scope() == "a/b/");
}  // namespace a_slash_in_a_scopes_name

namespace where_the_slashes_came_from_does_not_matter {
constexpr auto program = xs::pack(xs::variable_scope<"a">(v<"b/c">),
                                  xs::variable_scope<"a", xs::reuse>(xs::variable_scope<"b">(v<"c">)));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "a/b/c:0");
static_assert(g.result<0>() == g.result<1>());
}  // namespace where_the_slashes_came_from_does_not_matter

namespace a_slash_at_the_end {
// The trap of opening a scope again by the text of its original_name_scope.
constexpr auto g = xs::graph(xs::variable_scope<"foo/">(xs::pack(v<"v">, c<"c">, xs::get_variable_scope())));
static_assert(g.result<0>().name() == "foo//v:0");
static_assert(g.result<1>().name() == "foo/c:0");
static_assert(g.result<2>().name() == "foo/");
static_assert(g.result<2>().original_name_scope() == "foo/");
}  // namespace a_slash_at_the_end

namespace the_empty_name {
// variable_scope("") adds a slash to the names below it, and opens no name scope.
constexpr auto inside = xs::variable_scope<"">(xs::pack(v<"v">, c<"c">, xs::get_variable_scope()));
constexpr auto at_root = xs::graph(inside);
static_assert(named(results(at_root), {"v:0", "c:0", ""}));
static_assert(at_root.result<2>().original_name_scope().empty());
constexpr auto below = xs::graph(xs::variable_scope<"foo">(inside));
static_assert(named(results(below), {"foo//v:0", "foo/c:0", "foo/"}));
static_assert(below.result<2>().original_name_scope().empty());
}  // namespace the_empty_name

namespace a_variable_named_like_a_scope {
// The variable took the name, so the scope's name scope becomes foo_1; the variable scope stays foo.
constexpr auto program = xs::seq(v<"foo">, xs::variable_scope<"foo">(v<"bar">, c<"c">));
static_assert(named(xs::graph(program).operations(), {"foo:0", "foo/bar:0", "foo_1/c:0"}));
}  // namespace a_variable_named_like_a_scope

namespace equal_pieces_in_different_places {
constexpr auto program =
    xs::seq(xs::variable_scope<"ab">(v<"c">),
            xs::variable_scope<"a">(v<"bc">, xs::variable_scope<"b">(v<"c">)), v<"abc">, v<"a_b_c">);
static_assert(named(xs::graph(program).variables(), {"ab/c:0", "a/bc:0", "a/b/c:0", "abc:0", "a_b_c:0"}));
}  // namespace equal_pieces_in_different_places

}  // namespace nesting
