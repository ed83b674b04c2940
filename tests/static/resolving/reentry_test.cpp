// SPDX-License-Identifier: BSD-3-Clause
// Captured scopes entered again: their names, their name scopes, whose properties they have.
#include "../support/probe.hpp"

namespace reentry {

namespace xs = xscope;
using probe::named;
using probe::results;

template <xs::fixed_string Name>
constexpr auto v = xs::get_variable<Name, xs::shape<>>;
template <xs::fixed_string Name>
constexpr auto c = xs::constant<Name, xs::values<>>;
template <xs::fixed_string Name>
constexpr auto t = xs::variable<Name, xs::value<1.0f>>;

namespace variables_go_to_the_captured_scope {
constexpr auto program = xs::let(xs::variable_scope<"a">(), [](auto s) {
  return xs::variable_scope<"b">(xs::variable_scope<s>(v<"v">), v<"w">);
});
static_assert(named(xs::graph(program).variables(), {"a/v:0", "b/w:0"}));
}  // namespace variables_go_to_the_captured_scope

namespace operations_go_to_a_new_name_scope {
// The last part of the scope's name, made unique where it is entered.
constexpr auto program =
    xs::let(xs::variable_scope<"a">(xs::variable_scope<"b">(c<"c">, xs::get_variable_scope())), [](auto s) {
      return xs::seq(xs::variable_scope<s>(c<"c">, t<"t">, v<"v">), xs::variable_scope<s>(c<"c">),
                     xs::name_scope<"n">(xs::variable_scope<s>(c<"c">)));
    });
static_assert(named(xs::graph(program).operations(),
                    {"a/b/c:0", "b/c:0", "b/t:0", "a/b/v:0", "b_1/c:0", "n/b/c:0"}));
}  // namespace operations_go_to_a_new_name_scope

namespace a_new_object_each_time {
constexpr auto program = xs::let(xs::variable_scope<"a">(), [](auto s) {
  return xs::variable_scope<s>(xs::as([=](auto again) {
    return xs::let(xs::get_variable_scope(), [=](auto inside) { return xs::pack(s, again, inside); });
  }));
});
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() != g.result<1>());
static_assert(g.result<1>() == g.result<2>());
static_assert(named(results(g), {"a", "a", "a"}));
}  // namespace a_new_object_each_time

namespace its_properties_not_the_surrounding_ones {
constexpr auto captured =
    xs::variable_scope<"a", xs::dtype<double>, xs::initializer<xs::constant_initializer<0.3>>>();
constexpr auto program = xs::let(captured, [](auto s) {
  return xs::variable_scope<"b", xs::dtype<int>, xs::initializer<xs::value<7>>>(xs::pack(
      xs::variable_scope<s>(v<"v">), xs::get_variable<"w">, xs::variable_scope<s, xs::dtype<float>>(v<"x">)));
});
constexpr auto g = xs::graph(program);
static_assert(named(results(g), {"a/v:0", "b/w:0", "a/x:0"}));
static_assert(g.result<0>().dtype() == xs::dtype<double>);
static_assert(g.result<1>().dtype() == xs::dtype<int>);
static_assert(g.result<2>().dtype() == xs::dtype<float>);
}  // namespace its_properties_not_the_surrounding_ones

namespace the_root_entered_again {
constexpr auto program = xs::let(xs::get_variable_scope(), [](auto root) {
  return xs::variable_scope<"a", xs::dtype<double>>(
      xs::pack(xs::variable_scope<root>(xs::pack(v<"v">, c<"c">, xs::get_variable_scope())), v<"w">));
});
constexpr auto g = xs::graph(program | [](auto all) {
  auto [inside, w] = all;
  return xs::pack(inside.template get<0>(), inside.template get<1>(), inside.template get<2>(), w);
});
static_assert(named(results(g), {"v:0", "a/c:0", "", "a/w:0"}));
static_assert(g.result<0>().dtype() == xs::dtype<float>);
static_assert(g.result<3>().dtype() == xs::dtype<double>);
}  // namespace the_root_entered_again

namespace with_children_of_default_name {
constexpr auto child =
    xs::variable_scope<xs::none, xs::default_name<"default">>(v<"w">, xs::name_scope<"scope2">());
template <auto Scope, auto... Options>
constexpr auto again = xs::variable_scope<Scope, xs::default_name<"ignored">, Options...>;

constexpr auto program = xs::let(xs::variable_scope<"outer">(), [](auto outer) {
  return xs::let(again<outer>(v<"w">, xs::pack(xs::name_scope<"scope2">(), child)),
                 again<outer, xs::reuse>(v<"w">, xs::pack(xs::name_scope<"scope2">(), child)),
                 [](auto first, auto second) {
                   return xs::pack(first.template get<0>(), first.template get<1>(), second.template get<0>(),
                                   second.template get<1>());
                 });
});
constexpr auto g = xs::graph(program);
static_assert(named(g.variables(), {"outer/w:0", "outer/default/w:0"}));
static_assert(named(results(g), {"outer_1/scope2/", "outer_1/default/scope2/", "outer_2/scope2/",
                                 "outer_2/default/scope2/"}));
}  // namespace with_children_of_default_name

namespace inside_itself {
constexpr auto child =
    xs::variable_scope<xs::none, xs::default_name<"default">>(v<"w">, xs::name_scope<"scope2">());
constexpr auto program = xs::let(
    xs::variable_scope<"outer">(xs::as([](auto outer) {
      return xs::pack(outer, xs::variable_scope<outer>(v<"w">, xs::name_scope<"scope2">()), child);
    })),
    [](auto first) {
      auto [outer, s1, s2] = first;
      return xs::pack(s1, s2,
                      xs::variable_scope<decltype(outer){}, xs::reuse>(v<"w">, xs::name_scope<"scope2">()));
    });
constexpr auto g = xs::graph(program);
static_assert(named(g.variables(), {"outer/w:0", "outer/default/w:0"}));
static_assert(named(results(g), {"outer/outer/scope2/", "outer/default/scope2/", "outer_1/scope2/"}));
}  // namespace inside_itself

namespace original_name_scope {
// The name scope that came with the scope when it was first opened: absolute, never made unique.
constexpr auto opened =
    xs::name_scope<"scope1">(xs::variable_scope<"tower">(c<"first">, xs::get_variable_scope()));
constexpr auto program = xs::let(opened, [](auto tower) {
  constexpr auto back = xs::name_scope<tower.original_name_scope()>;
  return xs::seq(xs::name_scope<"scope2">(xs::variable_scope<tower>(c<"again">), back(c<"back">)),
                 xs::name_scope<"scope2">(xs::variable_scope<tower>(back(c<"back">))),
                 xs::name_scope<"scope2">(xs::pack(tower, xs::variable_scope<tower>())));
});
constexpr auto g = xs::graph(program);
static_assert(named(g.operations(), {"scope1/tower/first:0", "scope2/tower/again:0", "scope1/tower/back:0",
                                     "scope1/tower/back_1:0"}));
static_assert(named(results(g), {"tower", "tower"}));
static_assert(g.result<0>().original_name_scope() == "scope1/tower/");
static_assert(g.result<1>().original_name_scope() == "scope1/tower/");

// The root's is empty, wherever it is entered again.
constexpr auto of_the_root = xs::graph(xs::let(xs::get_variable_scope(), [](auto root) {
  return xs::name_scope<"n">(
      xs::pack(root, xs::variable_scope<root>(), xs::name_scope<root.original_name_scope()>(c<"c">)));
}));
static_assert(of_the_root.result<0>().original_name_scope().empty());
static_assert(of_the_root.result<1>().original_name_scope().empty());
static_assert(of_the_root.result<2>().name() == "c:0");

constexpr auto of_default_names = xs::graph(xs::pack(xs::variable_scope<xs::none, xs::default_name<"d">>(),
                                                     xs::variable_scope<xs::none, xs::default_name<"d">>()));
static_assert(of_default_names.result<0>().original_name_scope() == "d/");
static_assert(of_default_names.result<1>().original_name_scope() == "d_1/");
static_assert(of_default_names.result<1>().name() == "d_1");
}  // namespace original_name_scope

namespace without_a_name_scope {
template <xs::dsl::key Key>
constexpr auto bare = xs::variable_scope<Key, xs::auxiliary_name_scope<false>>;

constexpr auto block = xs::let(bare<"scope">(v<"w">, c<"c">, xs::get_variable_scope()), [](auto scope) {
  return xs::seq(bare<scope>(v<"w1">, c<"c1">), xs::name_scope<"scope">(c<"c">), scope);
});
constexpr auto g = xs::graph(xs::pack(block, xs::variable_scope<"outer">(block)));
static_assert(named(g.operations(),
                    {"scope/w:0", "c:0", "scope/w1:0", "c1:0", "scope/c:0",  //
                     "outer/scope/w:0", "outer/c:0", "outer/scope/w1:0", "outer/c1:0", "outer/scope/c:0"}));
static_assert(g.result<0>().original_name_scope().empty());
static_assert(g.result<1>().original_name_scope() == "outer/");

constexpr auto of_the_root = xs::graph(xs::let(xs::get_variable_scope(), [](auto root) {
  return xs::seq(bare<root>(v<"w">, c<"c">), xs::variable_scope<"outer">(bare<root>(v<"w1">, c<"c1">)));
}));
static_assert(named(of_the_root.operations(), {"w:0", "c:0", "w1:0", "outer/c1:0"}));
}  // namespace without_a_name_scope

namespace without_a_name_scope_and_back_in_the_original_one {
template <auto Scope, xs::fixed_string W, xs::fixed_string C>
constexpr auto again = xs::variable_scope<Scope, xs::auxiliary_name_scope<false>>(
    xs::name_scope<Scope.original_name_scope()>(v<W>, c<C>), xs::name_scope<"inner">(c<"c">));
constexpr auto program = xs::let(xs::variable_scope<"outer">(xs::variable_scope<"inner">()), [](auto inner) {
  return xs::seq(again<inner, "w", "c">, xs::variable_scope<"another">(again<inner, "w1", "c1">));
});
static_assert(named(xs::graph(program).operations(),
                    {"outer/inner/w:0", "outer/inner/c:0", "inner/c:0", "outer/inner/w1:0",
                     "outer/inner/c1:0", "another/inner/c:0"}));
}  // namespace without_a_name_scope_and_back_in_the_original_one

namespace the_last_part_has_to_be_a_valid_name {
// Opened below another scope `_b` was fine; entered again at the root it is not.
constexpr auto program = xs::let(xs::variable_scope<"a">(xs::variable_scope<"_b">()),
                                 [](auto s) { return xs::variable_scope<s>(); });
static_assert(probe::refused(program, xs::errc::invalid_scope_name, {"`_b` is not a valid scope name"}));
constexpr auto below = xs::let(xs::variable_scope<"a">(xs::variable_scope<"_b">()),
                               [](auto s) { return xs::name_scope<"n">(xs::variable_scope<s>(c<"c">)); });
static_assert(xs::name_of(below) == "n/_b/c:0");
}  // namespace the_last_part_has_to_be_a_valid_name

}  // namespace reentry
