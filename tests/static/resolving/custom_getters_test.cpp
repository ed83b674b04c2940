// SPDX-License-Identifier: BSD-3-Clause
// Custom getters: what they are told, what they may change, how they compose, what they return.
#include "../support/probe.hpp"

namespace custom_getters {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<3>, Options...>;

/// A getter that logs the full name which it is asked for, and passes on.
template <xs::fixed_string Log>
constexpr auto noting = xs::custom_getter<[](auto getter, auto request) {
  return xs::seq(xs::add_to_collection<Log>(request.name()), getter(request));
}>;
/// A getter that appends to the name.
template <xs::fixed_string Suffix>
constexpr auto suffixing =
    xs::custom_getter<[](auto getter, auto request) { return getter(request, xs::name_suffix<Suffix>); }>;

namespace the_identity {
// def getter(getter, *args, **kwargs): return getter(*args, **kwargs)
// with tf.variable_scope("scope", custom_getter=getter):
//   v = tf.get_variable("v", [3])
// with tf.variable_scope("scope", reuse=True):
//   v2 = tf.get_variable("v", [3])
constexpr auto identity = xs::custom_getter<[](auto getter, auto request) { return getter(request); }>;
constexpr auto g = xs::graph(
    xs::pack(xs::variable_scope<"scope", identity>(v<"v">), xs::variable_scope<"scope", xs::reuse>(v<"v">)));
static_assert(g.result<0>() == g.result<1>());
static_assert(named(g.operations(), {"scope/v:0"}));
}  // namespace the_identity

namespace two_variables_for_one {
// def average(getter, name, *args, **kwargs):
//   g_0 = getter("%s/0" % name, ...)
//   g_1 = getter("%s/1" % name, ...)
//   with tf.name_scope("custom_getter"):
//     return g_0 + g_1
// with tf.variable_scope("my_scope", custom_getter=average):
//   v = tf.get_variable("v", [1, 2, 3])
constexpr auto average = [](auto getter, auto request) {
  return xs::let(getter(request, xs::name_suffix<"/0">), getter(request, xs::name_suffix<"/1">),
                 [](auto g_0, auto g_1) { return xs::name_scope<"custom_getter">(g_0 + g_1); });
};
constexpr auto program = xs::name_scope<"n">(
    xs::variable_scope<"my_scope", xs::custom_getter<average>>(xs::get_variable<"v", xs::shape<1, 2, 3>>));
constexpr auto g = xs::graph(program);
// Its operations are named from the root.
static_assert(g.result().name() == "custom_getter/add:0");
static_assert(g.result().shape() == xs::shape<1, 2, 3>);
static_assert(named(g.trainable_variables(), {"my_scope/v/0:0", "my_scope/v/1:0"}));

// On reuse as well: the same variables, another sum.
constexpr auto twice =
    xs::variable_scope<"my_scope", xs::auto_reuse, xs::custom_getter<average>>(xs::pack(v<"v">, v<"v">));
static_assert(named(results(xs::graph(twice)), {"custom_getter/add:0", "custom_getter_1/add:0"}));
static_assert(xs::graph(twice).variables().size() == 2);
}  // namespace two_variables_for_one

namespace what_it_is_told {
// All defaults of the scope are filled in already.
constexpr auto asking = [](auto getter, auto request) {
  using asked = decltype(request);
  static_assert(asked::requested_name() == "v" && asked::trainable());
  static_assert(std::same_as<typename asked::value_type, double>);
  static_assert(asked::shape()[0] == 3);
  static_assert(!asked::reuse() && asked::reuse() == xs::no_reuse && !(asked::reuse() == xs::reuse));
  return xs::seq(xs::add_to_collection<"log">(request.name()), getter(request));
};
constexpr auto g = xs::graph(
    xs::variable_scope<"a", xs::dtype<double>, xs::custom_getter<asking>>(xs::variable_scope<"b">(v<"v">)));
static_assert(named(g.get_collection<"log">(), {"a/b/v"}));
static_assert(g.result().dtype() == xs::dtype<double>);
}  // namespace what_it_is_told

namespace told_about_reuse {
// tf.identity(var, name="reused" if kwargs["reuse"] else "created")
constexpr auto telling = xs::custom_getter<[](auto getter, auto request) {
  return xs::let(getter(request), [](auto variable) {
    if constexpr (decltype(request)::reuse()) return xs::identity(variable, xs::name<"reused">);
    else return xs::identity(variable, xs::name<"created">);
  });
}>;
constexpr auto g = xs::graph(xs::pack(xs::variable_scope<"s", telling>(v<"v">),
                                      xs::variable_scope<"s", telling, xs::reuse>(v<"v">),
                                      xs::variable_scope<"s", telling, xs::auto_reuse>(v<"v">)));
static_assert(named(results(g), {"created:0", "reused:0", "reused_1:0"}));
}  // namespace told_about_reuse

namespace what_it_changes {
constexpr auto changing = xs::custom_getter<[](auto getter, auto request) {
  return getter(request, xs::trainable<false>, xs::dtype<double>, xs::shape<2, 2>,
                xs::initializer<xs::ones_initializer>, xs::collections<"mine">);
}>;
constexpr auto g = xs::graph(xs::variable_scope<"a", changing>(v<"v", xs::dtype<int>, xs::trainable<true>>));
static_assert(g.result().name() == "a/v:0");
static_assert(g.result().shape() == xs::shape<2, 2> && g.result().dtype() == xs::dtype<double>);
static_assert(g.result().initializer() == xs::initializer<xs::ones_initializer>);
static_assert(g.trainable_variables().empty() && g.global_variables().empty());
static_assert(named(g.get_collection<"mine">(), {"a/v:0"}));
}  // namespace what_it_changes

namespace renamed {
// The true getter adds no prefix.
constexpr auto elsewhere =
    xs::custom_getter<[](auto getter, auto request) { return getter(request, xs::rename<"else/where">); }>;
constexpr auto g = xs::graph(
    xs::pack(xs::variable_scope<"a", elsewhere>(v<"v">), xs::variable_scope<"else", xs::reuse>(v<"where">)));
static_assert(g.result<0>().name() == "else/where:0");
static_assert(g.result<0>() == g.result<1>());
}  // namespace renamed

namespace nested {
// The innermost getter runs first, and its inner calls go outwards until the store.
constexpr auto program = xs::variable_scope<"a", suffixing<"_a">>(xs::pack(
    xs::variable_scope<"b", suffixing<"_b">>(xs::pack(v<"v">, xs::variable_scope<"c">(v<"v">))), v<"v">));
constexpr auto g = xs::graph(program);
static_assert(named(g.variables(), {"a/b/v_b_a:0", "a/b/c/v_b_a:0", "a/v_a:0"}));

constexpr auto logged =
    xs::graph(xs::variable_scope<"a", noting<"outer">>(xs::variable_scope<"b", suffixing<"_b">>(v<"v">)));
static_assert(named(logged.get_collection<"outer">(), {"a/b/v_b"}));
}  // namespace nested

namespace one_of_the_request_replaces {
constexpr auto g = xs::graph(xs::variable_scope<"a", suffixing<"_a">>(v<"v", suffixing<"_own">>));
static_assert(g.result().name() == "a/v_own:0");
}  // namespace one_of_the_request_replaces

namespace entered_again {
// with tf.variable_scope("a", custom_getter=a) as vs: pass
// with tf.variable_scope("b", custom_getter=b):
//   with tf.variable_scope(vs, custom_getter=c): tf.get_variable("v", [3])
constexpr auto g = xs::graph(xs::let(xs::variable_scope<"a", suffixing<"_a">>(), [](auto vs) {
  return xs::variable_scope<"b", suffixing<"_b">>(
      xs::pack(xs::variable_scope<vs, suffixing<"_c">>(v<"v">), xs::variable_scope<vs>(v<"w">), v<"x">));
}));
static_assert(named(results(g), {"a/v_c_a:0", "a/w_a:0", "b/x_b:0"}));
}  // namespace entered_again

namespace set_on_a_scope {
// scope.set_custom_getter(g) replaces, it does not wrap.
constexpr auto g = xs::graph(xs::variable_scope<"a", suffixing<"_a">>(xs::as([](auto a) {
  return xs::seq(v<"v">, a.template set_custom_getter<[](auto getter, auto request) {
    return getter(request, xs::name_suffix<"_set">);
  }>(),
                 v<"v">, xs::variable_scope<"b", suffixing<"_b">>(v<"v">));
})));
static_assert(named(g.variables(), {"a/v_a:0", "a/v_set:0", "a/b/v_b_set:0"}));
}  // namespace set_on_a_scope

namespace where_it_is_used {
constexpr auto g = xs::graph(xs::variable_scope<"a", suffixing<"_g">>(
    xs::pack(xs::get_local_variable<"l", xs::shape<>>, xs::variable<"t", xs::value<1.0f>>)));
static_assert(named(results(g), {"a/l_g:0", "a/t:0"}));
static_assert(named(g.local_variables(), {"a/l_g:0"}));
}  // namespace where_it_is_used

namespace with_a_regularizer {
// The loss is that of the variable which the store makes.
constexpr auto mean = xs::regularizer<[](auto variable) { return xs::reduce_mean(variable); }>;
constexpr auto g = xs::graph(xs::variable_scope<"a", suffixing<"_g">, mean>(v<"v">));
static_assert(named(g.get_collection<"regularization_losses">(), {"a/v_g/Regularizer/Mean:0"}));
}  // namespace with_a_regularizer

namespace its_own_scopes {
// A getter may open scopes; the request keeps the name that it has.
constexpr auto opening = xs::custom_getter<[](auto getter, auto request) {
  return xs::variable_scope<"inner">(xs::pack(getter(request), xs::get_variable<"w", xs::shape<>>));
}>;
constexpr auto g = xs::graph(v<"v", opening>);
static_assert(named(g.variables(), {"v:0", "inner/w:0"}));
}  // namespace its_own_scopes

namespace not_callable {
static_assert(refused(xs::variable_scope<"a", xs::custom_getter<3>>(v<"v">), errc::invalid_argument,
                      {"`a/v`", "custom_getter is not callable"}));
static_assert(refused(v<"v", xs::custom_getter<3>>, errc::invalid_argument,
                      {"`v`", "custom_getter is not callable"}));
static_assert(
    xs::diagnose(xs::variable_scope<"a", xs::custom_getter<3>>(xs::variable<"t", xs::value<1>>)).ok());
}  // namespace not_callable

namespace the_stores_errors {
// They name what the store was asked for.
static_assert(refused(xs::variable_scope<"a", suffixing<"_g">>(v<"v">, v<"v">), errc::variable_exists,
                      {"`a/v_g` already exists"}));
static_assert(refused(xs::variable_scope<"a", suffixing<"_g">, xs::reuse>(v<"v">), errc::variable_missing,
                      {"`a/v_g` does not exist"}));
}  // namespace the_stores_errors

}  // namespace custom_getters
