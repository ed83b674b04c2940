// SPDX-License-Identifier: BSD-3-Clause
// Scopes without a name of their own: layer, layer_1, ... and when the numbers begin again.
#include "../support/probe.hpp"

namespace default_name {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;

template <xs::fixed_string Name>
constexpr auto v = xs::get_variable<Name, xs::shape<>>;
constexpr auto c = xs::constant<"c", xs::values<>>;

/// with tf.variable_scope(None, default_name=Name): ...
template <xs::fixed_string Name, auto... Options>
constexpr auto unnamed = xs::variable_scope<xs::none, xs::default_name<Name>, Options...>;

namespace counted_under_their_parent {
constexpr auto parent = unnamed<"p">(unnamed<"c">(v<"v">), unnamed<"c">(v<"v">));
static_assert(named(xs::graph(xs::seq(parent, parent)).variables(),
                    {"p/c/v:0", "p/c_1/v:0", "p_1/c/v:0", "p_1/c_1/v:0"}));
}  // namespace counted_under_their_parent

namespace nested_inside_itself {
constexpr auto program = xs::seq(unnamed<"x">(unnamed<"x">(v<"v">)), unnamed<"x">(v<"u">));
static_assert(named(xs::graph(program).variables(), {"x/x/v:0", "x_1/u:0"}));
}  // namespace nested_inside_itself

namespace many {
constexpr auto layer = unnamed<"layer">(v<"w">);
constexpr auto program =
    xs::seq(layer, layer, layer, layer, layer, layer, layer, layer, layer, layer, layer, layer);
constexpr auto g = xs::graph(program);
static_assert(g.variables()[9].name() == "layer_9/w:0");
static_assert(g.variables()[10].name() == "layer_10/w:0");
static_assert(g.variables()[11].name() == "layer_11/w:0");
}  // namespace many

namespace explicit_names_count {
// A default name avoids what was opened before by its name; an explicit name avoids nothing.
constexpr auto program =
    xs::pack(xs::variable_scope<"d">(), unnamed<"d">(), unnamed<"d">(), xs::variable_scope<"d_3">(),
             xs::variable_scope<"d">(), unnamed<"d">(), unnamed<"d">());
static_assert(named(results(xs::graph(program)), {"d", "d_1", "d_2", "d_3", "d", "d_4", "d_5"}));
}  // namespace explicit_names_count

namespace the_name_wins_over_the_default {
constexpr auto program = xs::variable_scope<"a", xs::default_name<"b">>(v<"v">);
static_assert(xs::name_of(program) == "a/v:0");
}  // namespace the_name_wins_over_the_default

namespace a_parent_opened_again_starts_anew {
constexpr auto children = xs::seq(unnamed<"d">(v<"w">), unnamed<"d">(v<"w">));
// By its name, or by the scope itself.
constexpr auto program = xs::let(xs::variable_scope<"o">(children, xs::get_variable_scope()), [](auto o) {
  return xs::seq(xs::variable_scope<o, xs::reuse>(children), xs::variable_scope<"o", xs::reuse>(children));
});
static_assert(named(xs::graph(program).variables(), {"o/d/w:0", "o/d_1/w:0"}));

constexpr auto one_too_many = xs::let(xs::variable_scope<"o">(unnamed<"d">(v<"w">), xs::get_variable_scope()),
                                      [](auto o) { return xs::variable_scope<o, xs::reuse>(children); });
static_assert(refused(one_too_many, xs::errc::variable_missing, {"o/d_1/w", "does not exist"}));

// Prefixes end at slashes: leaving `layer` does not touch what is below `layer1`.
constexpr auto alike = xs::variable_scope<"n">(
    xs::variable_scope<"layer1">(unnamed<"d">(), xs::variable_scope<"layer">(),
                                 xs::pack(unnamed<"d">(), xs::variable_scope<"n">(), unnamed<"d">())));
static_assert(named(results(xs::graph(alike)), {"n/layer1/d_1", "n/layer1/n", "n/layer1/d_2"}));
}  // namespace a_parent_opened_again_starts_anew

namespace numbering_survives_a_jump {
constexpr auto program = xs::variable_scope<"default">(xs::as([](auto self) {
  return xs::seq(unnamed<"layer">(v<"w">), unnamed<"layer">(v<"w">), xs::variable_scope<self>(),
                 unnamed<"layer">(v<"w">));
}));
static_assert(named(xs::graph(program).variables(),
                    {"default/layer/w:0", "default/layer_1/w:0", "default/layer_2/w:0"}));
}  // namespace numbering_survives_a_jump

namespace numbers_used_inside_a_jump_are_forgotten {
constexpr auto program = xs::variable_scope<"d">(xs::as([](auto d) {
  return xs::seq(unnamed<"layer">(v<"w">), xs::variable_scope<d>(unnamed<"layer">(v<"w">)),
                 unnamed<"layer">(v<"u">));
}));
static_assert(named(xs::graph(program).variables(), {"d/layer/w:0", "d/layer_1/w:0", "d/layer_1/u:0"}));

constexpr auto clash = xs::variable_scope<"d">(xs::as([](auto d) {
  return xs::seq(xs::variable_scope<d>(unnamed<"layer">(v<"w">)), unnamed<"layer">(v<"w">));
}));
static_assert(refused(clash, xs::errc::variable_exists, {"d/layer/w", "already exists"}));

constexpr auto through_the_root = xs::let(xs::get_variable_scope(), [](auto root) {
  return xs::pack(xs::variable_scope<root>(unnamed<"layer">(v<"w">, xs::get_variable_scope())),
                  unnamed<"layer">(v<"u">, xs::get_variable_scope()));
});
constexpr auto g = xs::graph(through_the_root);
static_assert(named(results(g), {"layer", "layer"}));
static_assert(named(g.variables(), {"layer/w:0", "layer/u:0"}));
static_assert(g.result<1>().original_name_scope() == "layer_1/");
}  // namespace numbers_used_inside_a_jump_are_forgotten

namespace numbers_found_inside_a_jump_are_free_again {
// What was found last is kept for each name; a jump puts that back too, and an explicit name is passed by.
constexpr auto program = xs::variable_scope<"d">(xs::as([](auto d) {
  return xs::pack(unnamed<"l">(), unnamed<"l">(), xs::variable_scope<"l_3">(),
                  xs::variable_scope<d>(unnamed<"l">(), unnamed<"l">()), unnamed<"l">(), unnamed<"l">());
}));
static_assert(named(results(xs::graph(program)), {"d/l", "d/l_1", "d/l_3", "d/l_4", "d/l_2", "d/l_4"}));
}  // namespace numbers_found_inside_a_jump_are_free_again

namespace a_jump_within_a_jump {
// Each one puts the numbers back to what they were when it began.
constexpr auto program = xs::variable_scope<"d">(xs::as([](auto d) {
  return xs::pack(
      unnamed<"l">(),
      xs::variable_scope<d>(xs::pack(unnamed<"l">(), xs::variable_scope<d>(unnamed<"l">()), unnamed<"l">())),
      unnamed<"l">());
}));
constexpr auto g = xs::graph(program | [](auto all) {
  auto [first, inside, last] = all;
  auto [second, third, fourth] = inside;
  return xs::pack(first, second, third, fourth, last);
});
static_assert(named(results(g), {"d/l", "d/l_1", "d/l_2", "d/l_2", "d/l_1"}));
}  // namespace a_jump_within_a_jump

namespace scope_and_name_scope_number_apart {
constexpr auto program = xs::seq(xs::name_scope<"layer">(), xs::name_scope<"layer">(),
                                 unnamed<"layer">(v<"w">, c, xs::get_variable_scope()));
constexpr auto g = xs::graph(program);
static_assert(g.result().name() == "layer");
static_assert(g.result().original_name_scope() == "layer_2/");
static_assert(named(g.operations(), {"layer/w:0", "layer_2/c:0"}));
}  // namespace scope_and_name_scope_number_apart

namespace counters_mind_the_case_of_letters {
// layer, Layer and layer_1 get the name scopes layer, Layer_1 and layer_2.
constexpr auto g = xs::graph(xs::pack(unnamed<"layer">(), unnamed<"Layer">(), unnamed<"layer">()));
static_assert(named(results(g), {"layer", "Layer", "layer_1"}));
static_assert(g.result<1>().original_name_scope() == "Layer_1/");
static_assert(g.result<2>().original_name_scope() == "layer_2/");
}  // namespace counters_mind_the_case_of_letters

namespace slashes_in_default_names {
// a/b counts as a child of a: the default name b in a becomes b_1, and leaving a begins both anew.
constexpr auto program =
    xs::seq(unnamed<"a/b">(v<"v">), xs::variable_scope<"a">(unnamed<"b">(v<"u">)), unnamed<"a/b">(v<"t">));
static_assert(named(xs::graph(program).variables(), {"a/b/v:0", "a/b_1/u:0", "a/b/t:0"}));
}  // namespace slashes_in_default_names

namespace without_a_name_scope {
constexpr auto layer = unnamed<"d", xs::auxiliary_name_scope<false>>(c, xs::get_variable_scope());
constexpr auto g = xs::graph(xs::pack(layer, layer));
static_assert(named(results(g), {"d", "d_1"}));
static_assert(named(g.operations(), {"c:0", "c_1:0"}));
}  // namespace without_a_name_scope

namespace reuse_needs_a_name {
static_assert(refused(unnamed<"d", xs::reuse>(v<"v">), xs::errc::reuse_needs_name,
                      {"`d`", "cannot be used without the name of a scope"}));
static_assert(refused(unnamed<"d", xs::auto_reuse>(v<"v">), xs::errc::reuse_needs_name, {"`d`"}));
// Inherited it is fine.
static_assert(xs::diagnose(xs::variable_scope<"a", xs::auto_reuse>(unnamed<"d">(v<"v">))).ok());
static_assert(refused(xs::variable_scope<"a">(xs::variable_scope<xs::none>(v<"v">)),
                      xs::errc::invalid_scope_name, {"variable_scope<none> in `a`", "default_name"}));
}  // namespace reuse_needs_a_name

}  // namespace default_name
