// SPDX-License-Identifier: BSD-3-Clause
// Templates: the scope of the first call, kept and shared by all later ones, wherever they stand.
#include "../support/probe.hpp"

namespace templates {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<2>, Options...>;
/// def dense(): return tf.get_variable("w", [2])
constexpr auto dense = [] { return v<"w">; };
constexpr auto twice = [](auto t) { return xs::pack(t(), t()); };

namespace shared_by_all_calls {
// t = tf.make_template("t", dense)
// t(); t()
constexpr auto g = xs::graph(xs::make_template<"t">(dense) | twice);
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<0>().name() == "t/w:0");
static_assert(g.variables().size() == 1);
}  // namespace shared_by_all_calls

namespace two_of_the_same_name {
// The scope is a default name: the second template gets another.
constexpr auto g = xs::graph(xs::let(xs::make_template<"t">(dense), xs::make_template<"t">(dense),
                                     [](auto a, auto b) { return xs::pack(b(), a(), b()); }));
static_assert(named(results(g), {"t/w:0", "t_1/w:0", "t/w:0"}));
}  // namespace two_of_the_same_name

namespace the_place_of_the_first_call {
// with tf.variable_scope("a"): t()           # chooses a/t
// with tf.variable_scope("b"): t()           # shares it
constexpr auto g = xs::graph(xs::let(xs::make_template<"t">(dense), [](auto t) {
  return xs::pack(xs::variable_scope<"a">(t()), xs::variable_scope<"b">(t()), t());
}));
static_assert(named(results(g), {"a/t/w:0", "a/t/w:0", "a/t/w:0"}));
}  // namespace the_place_of_the_first_call

namespace the_place_where_it_is_made {
// with tf.variable_scope("a"): t = tf.make_template("t", dense, create_scope_now_=True)
// with tf.variable_scope("b"): t()
constexpr auto in_a = xs::variable_scope<"a">(xs::make_template<"t", xs::create_scope_now>(dense));
constexpr auto g = xs::graph(in_a | [](auto t) { return xs::variable_scope<"b">(t()); });
static_assert(g.result().name() == "a/t/w:0");

// A call counts its scope, as any opening does, so a default name avoids it.
constexpr auto default_t =
    xs::variable_scope<"a">(xs::variable_scope<xs::none, xs::default_name<"t">>(v<"w">));
constexpr auto after = xs::graph(in_a | [](auto t) { return xs::pack(t(), default_t); });
static_assert(named(results(after), {"a/t/w:0", "a/t_1/w:0"}));
// Before the first call the counter is as it was when "a" was left: reset.
static_assert(refused(in_a | [](auto t) { return xs::pack(default_t, t()); }, errc::variable_exists,
                      {"`a/t/w`"}));
}  // namespace the_place_where_it_is_made

namespace a_name_taken_now {
constexpr auto g =
    xs::graph(xs::let(xs::make_template<"t", xs::create_scope_now>(dense), xs::make_template<"t">(dense),
                      [](auto now, auto later) { return xs::pack(later(), now()); }));
static_assert(named(results(g), {"t_1/w:0", "t/w:0"}));
}  // namespace a_name_taken_now

namespace unique_names {
// tf.make_template("t", dense, unique_name_="s"): taken as it is.
constexpr auto program = [](auto a, auto b) { return xs::pack(a(), b()); };
constexpr auto made = xs::make_template<"t", xs::unique_name<"s">>(dense);
static_assert(xs::graph(made | [](auto t) { return t(); }).result().name() == "s/w:0");
static_assert(refused(xs::let(made, made, program), errc::variable_exists, {"`s/w` already exists"}));
// Unless the surrounding scope reuses.
constexpr auto shared = xs::graph(xs::let(
    made, made, [](auto a, auto b) { return xs::variable_scope<"o", xs::auto_reuse>(xs::pack(a(), b())); }));
static_assert(shared.result<0>() == shared.result<1>() && shared.result<0>().name() == "o/s/w:0");
}  // namespace unique_names

namespace with_arguments {
// Handles and texts.
constexpr auto layer = [](auto x, auto name) {
  return xs::variable_scope<name>(xs::matmul(x, xs::get_variable<"w", xs::shape<x.shape()[1], 2>>));
};
constexpr auto g = xs::graph(
    xs::let(xs::placeholder<"x", xs::shape<1, 3>>, xs::make_template<"t">(layer),
            [](auto x, auto t) { return xs::pack(t(x, xs::text<"inner">), t(x, xs::text<"inner">)); }));
static_assert(named(g.variables(), {"t/inner/w:0"}));
static_assert(named(results(g), {"t/inner/MatMul:0", "t_1/inner/MatMul:0"}));
}  // namespace with_arguments

namespace name_scopes_of_calls {
// Each call has its own, made unique where it stands: the last part of the scope's name.
constexpr auto op = [] { return xs::seq(v<"w">, xs::constant<"c", xs::value<1>>); };
constexpr auto g =
    xs::graph(xs::let(xs::make_template<"t">(op), xs::make_template<"t">(op),
                      [](auto a, auto b) { return xs::pack(a(), b(), a(), b(), xs::name_scope<"n">(a())); }));
static_assert(named(results(g), {"t/c:0", "t_1/c:0", "t_2/c:0", "t_1_1/c:0", "n/t/c:0"}));
}  // namespace name_scopes_of_calls

namespace what_a_later_call_may_not_make {
// A new name: the scope reuses.
constexpr auto other = [](auto name) { return xs::variable_scope<name>(v<"w">); };
static_assert(refused(xs::make_template<"t">(other) |
                          [](auto t) { return xs::seq(t(xs::text<"a">), t(xs::text<"b">)); },
                      errc::variable_missing, {"`t/b/w`"}));
// A tf.Variable that is trained; one that is not may be made.
constexpr auto own = [] { return xs::variable<"w", xs::value<1.0f>>; };
static_assert(refused(xs::make_template<"t">(own) | twice, errc::invalid_argument,
                      {"`t`", "trainable variable was created", "after the first time"}));
constexpr auto untrained = [] { return xs::variable<"w", xs::value<1.0f>, xs::trainable<false>>; };
constexpr auto g = xs::graph(xs::make_template<"t">(untrained) | twice);
static_assert(named(results(g), {"t/w:0", "t_1/w:0"}));
static_assert(xs::diagnose(xs::make_template<"t">(own) | [](auto t) { return t(); }).ok());
}  // namespace what_a_later_call_may_not_make

namespace reuse_inside {
// The first call creates, and may share what it made itself.
constexpr auto inner = [] {
  return xs::seq(v<"w">, xs::variable_scope<"", xs::auto_reuse>(v<"x">),
                 xs::as([](auto s) { return s.reuse_variables(); }), v<"w">);
};
constexpr auto g = xs::graph(xs::make_template<"t">(inner) | twice);
static_assert(named(g.variables(), {"t/w:0", "t//x:0"}));
static_assert(g.result<0>() == g.result<1>());
}  // namespace reuse_inside

namespace nested {
// A template that is made and called in another one, anew each time, is the same scope each time.
constexpr auto outer = [] {
  return xs::make_template<"inner">(dense) | [](auto t) { return xs::seq(v<"w">, t(), t()); };
};
constexpr auto g = xs::graph(xs::make_template<"outer">(outer) | twice);
static_assert(named(g.variables(), {"outer/w:0", "outer/inner/w:0"}));
static_assert(g.result<0>() == g.result<1>());
}  // namespace nested

namespace with_a_getter {
// On the first call and on later ones.
constexpr auto suffixing = xs::custom_getter<[](auto getter, auto request) {
  return xs::seq(xs::add_to_collection<"log">(request.name()), getter(request, xs::name_suffix<"_g">));
}>;
constexpr auto g = xs::graph(xs::make_template<"t", suffixing>(dense) | twice);
static_assert(named(results(g), {"t/w_g:0", "t/w_g:0"}));
static_assert(named(g.get_collection<"log">(), {"t/w", "t/w"}));
}  // namespace with_a_getter

namespace listings {
constexpr auto layer = [] {
  return xs::seq(v<"a">, v<"b", xs::trainable<false>>, xs::get_local_variable<"l", xs::shape<>>);
};
constexpr auto g = xs::graph(xs::let(v<"outside">, xs::make_template<"t">(layer), [](auto, auto t) {
  return xs::let(t.variables(), t(), [=](auto before, auto) {
    return xs::pack(before, t.global_variables(), t.trainable_variables(), t.local_variables(), t.variables(),
                    t.non_trainable_variables(), t.var_scope(), t.variable_scope_name());
  });
}));
static_assert(g.result<0>().empty());
static_assert(named(g.result<1>(), {"t/a:0", "t/b:0"}));
static_assert(named(g.result<2>(), {"t/a:0"}));
static_assert(named(g.result<3>(), {"t/l:0"}));
static_assert(named(g.result<4>(), {"t/a:0", "t/b:0", "t/l:0"}));
static_assert(named(g.result<5>(), {"t/b:0"}));
static_assert(g.result<6>().name() == "t");
static_assert(g.result<7>().name() == "t/");
}  // namespace listings

namespace in_a_reusing_scope {
// The scope's flag holds for the first call too.
static_assert(refused(xs::let(xs::make_template<"t">(dense),
                              [](auto t) { return xs::variable_scope<"a", xs::reuse>(t()); }),
                      errc::variable_missing, {"`a/t/w`"}));
}  // namespace in_a_reusing_scope

namespace in_a_thread {
constexpr auto g = xs::graph(xs::let(xs::make_template<"t">(dense), [](auto t) {
  return xs::pack(xs::variable_scope<"a">(t()), xs::thread(t()));
}));
static_assert(g.result<0>() == g.result<1>());
}  // namespace in_a_thread

namespace properties_of_the_first_place {
// The dtype of the scope around the first call is kept; later places have no say.
constexpr auto g = xs::graph(xs::let(xs::make_template<"t">(dense), [](auto t) {
  return xs::pack(xs::variable_scope<"a", xs::dtype<double>>(t()),
                  xs::variable_scope<"b", xs::dtype<int>>(t()));
}));
static_assert(g.result<1>().dtype() == xs::dtype<double>);
}  // namespace properties_of_the_first_place

namespace without_a_name {
static_assert(refused(xs::make_template<xs::none>(dense) | twice, errc::invalid_argument,
                      {"name cannot be none"}));
// An empty text is a name.
constexpr auto g =
    xs::graph(xs::variable_scope<"a">(xs::make_template<"">(dense) | [](auto t) { return t(); }));
static_assert(g.result().name() == "a//w:0");
}  // namespace without_a_name

namespace before_the_first_call {
// t = tf.make_template("t", dense); t.var_scope is None, t.variable_scope_name is None
constexpr auto g = xs::graph(xs::make_template<"t">(dense) | [](auto t) {
  return xs::pack(t.var_scope(), t.variable_scope_name(), xs::variable_scope<"a">(t()), t.var_scope(),
                  t.variable_scope_name());
});
static_assert(g.result<0>() == xs::none && g.result<1>() == xs::none);
static_assert(g.result<3>() != xs::none && g.result<3>().name() == "a/t");
static_assert(g.result<4>() != xs::none && g.result<4>().name() == "a/t/");
// One whose scope is chosen where it is made has it at once; its original_name_scope is its bare name, in
// calls, too.
constexpr auto now = xs::graph(xs::variable_scope<"a">(xs::make_template<"t", xs::create_scope_now>(
                                   [] { return xs::get_variable_scope(); })) |
                               [](auto t) { return xs::pack(t.var_scope(), t()); });
static_assert(now.result<0>() != xs::none && now.result<0>().name() == "a/t");
static_assert(now.result<1>().name() == "a/t" && now.result<1>().original_name_scope() == "t");
}  // namespace before_the_first_call

}  // namespace templates
