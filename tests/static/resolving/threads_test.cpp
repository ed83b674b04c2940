// SPDX-License-Identifier: BSD-3-Clause
// Threads: each begins at a root of its own; the variable store and the names in use are shared.
#include "../support/probe.hpp"

namespace threads {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;

template <xs::fixed_string Name>
constexpr auto v = xs::get_variable<Name, xs::shape<>>;
constexpr auto c = xs::constant<"c", xs::values<>>;
template <auto... Options>
constexpr auto d = xs::variable_scope<xs::none, xs::default_name<"d">, Options...>;

namespace they_begin_at_their_root {
constexpr auto program = xs::variable_scope<"a", xs::dtype<double>>(
    xs::thread(v<"v">, c, xs::pack(xs::get_variable_scope(), xs::get_name_scope())), v<"w">, c);
constexpr auto g = xs::graph(program);
static_assert(named(g.operations(), {"v:0", "c:0", "a/w:0", "a/c:0"}));
static_assert(g.find("v:0")->dtype() == xs::dtype<float>);
static_assert(g.find("a/w:0")->dtype() == xs::dtype<double>);
constexpr auto inside = xs::graph(
    xs::variable_scope<"a", xs::reuse>(xs::thread(xs::pack(xs::get_variable_scope(), xs::get_name_scope()))));
static_assert(named(results(inside), {"", ""}));
static_assert(inside.result<0>().reuse() == false);
}  // namespace they_begin_at_their_root

namespace a_captured_scope_continues_in_them {
constexpr auto program = xs::variable_scope<"main">(xs::as([](auto m) {
  return xs::thread(xs::variable_scope<m>(xs::variable_scope<"foo">(v<"v">)),
                    xs::variable_scope<"bar">(v<"v">));
}));
static_assert(named(xs::graph(program).variables(), {"main/foo/v:0", "bar/v:0"}));
}  // namespace a_captured_scope_continues_in_them

namespace the_store_is_shared {
constexpr auto program =
    xs::seq(xs::thread(xs::variable_scope<"foo">(v<"v">)), xs::thread(xs::variable_scope<"foo">(v<"u">)),
            xs::thread(xs::variable_scope<"foo", xs::reuse>(v<"v">)));
constexpr auto g = xs::graph(program);
static_assert(named(g.variables(), {"foo/v:0", "foo/u:0"}));
static_assert(g.result() == g.variables()[0]);
static_assert(refused(xs::seq(xs::thread(v<"v">), xs::thread(v<"v">)), xs::errc::variable_exists,
                      {"`v` already exists"}));
}  // namespace the_store_is_shared

namespace the_root_of_one_is_not_that_of_another {
constexpr auto program =
    xs::seq(xs::as([](auto root) { return root.reuse_variables(); }), xs::thread(v<"v">), v<"v">);
constexpr auto g = xs::graph(program);
static_assert(g.result() == g.variables()[0]);
constexpr auto the_other_way =
    xs::seq(xs::thread(xs::as([](auto root) { return root.reuse_variables(); })), v<"v">);
static_assert(xs::name_of(the_other_way) == "v:0");
}  // namespace the_root_of_one_is_not_that_of_another

namespace default_names_count_apart {
// The scopes' counters are the thread's own, the names of operations are unique in the graph.
constexpr auto program = xs::pack(d<>(v<"v">, xs::get_variable_scope()),
                                  xs::thread(d<>(v<"u">, c, xs::get_variable_scope())), d<>());
constexpr auto g = xs::graph(program);
static_assert(named(results(g), {"d", "d", "d_1"}));
static_assert(named(g.operations(), {"d/v:0", "d/u:0", "d_1/c:0"}));

constexpr auto clash = xs::seq(d<>(v<"v">), xs::thread(d<>(v<"v">)));
static_assert(refused(clash, xs::errc::variable_exists, {"d/v", "already exists"}));

// A thread begun in the middle leaves the counters around it as they were.
constexpr auto in_the_middle = xs::variable_scope<"p">(
    d<>(v<"a">),
    xs::thread(d<>(v<"b">), xs::variable_scope<"p">(d<>(v<"c">)), xs::thread(d<>(v<"e">)), d<>(v<"f">)),
    d<>(v<"g">));
static_assert(named(xs::graph(in_the_middle).variables(),
                    {"p/d/a:0", "d/b:0", "p/d/c:0", "d/e:0", "d_1/f:0", "p/d_1/g:0"}));
}  // namespace default_names_count_apart

}  // namespace threads
