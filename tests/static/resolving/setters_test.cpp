// SPDX-License-Identifier: BSD-3-Clause
// What is set on a scope, in the order of execution: who sees it, and who opened too early.
#include "../support/probe.hpp"

namespace setters {

namespace xs = xscope;
using probe::named;
using probe::results;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;

constexpr auto mean = [](auto variable) { return xs::reduce_mean(variable); };
constexpr auto halves = xs::fixed_size_partitioner<2>;

namespace from_here_on {
// with tf.variable_scope("a") as a:
//   u = tf.get_variable("u", [4])
//   a.set_dtype(tf.float64)
//   v = tf.get_variable("v", [4])
//   a.set_dtype(tf.int32)
//   w = tf.get_variable("w", [4])
constexpr auto program = xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::let(v<"u">, a.template set_dtype<double>(), v<"v">, a.template set_dtype<int>(), v<"w">,
                 [](auto u, auto, auto v_, auto, auto w) { return xs::pack(u, v_, w); });
}));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().dtype() == xs::dtype<float>);
static_assert(g.result<1>().dtype() == xs::dtype<double>);
static_assert(g.result<2>().dtype() == xs::dtype<int>);
}  // namespace from_here_on

namespace every_property {
constexpr auto getter = [](auto next, auto request) { return next(request, xs::name_suffix<"_g">); };
constexpr auto program = xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::seq(a.template set_initializer<xs::ones_initializer>(), a.template set_regularizer<mean>(),
                 a.template set_dtype<double>(), a.template set_use_resource<true>(),
                 a.template set_caching_device<"/cpu:0">(), a.template set_partitioner<halves>(),
                 a.template set_custom_getter<getter>(), xs::pack(a, v<"v">));
}));
constexpr auto g = xs::graph(program);
constexpr auto a = g.result<0>();
static_assert(a.initializer() == xs::initializer<xs::ones_initializer>);
static_assert(a.regularizer() == xs::regularizer<mean>);
static_assert(a.dtype() == xs::dtype<double>);
static_assert(a.use_resource() == xs::use_resource<true>);
static_assert(a.caching_device() == "/cpu:0");
static_assert(a.partitioner() == xs::partitioner<halves>);
static_assert(a.custom_getter() == xs::custom_getter<getter>);
static_assert(a.constraint() == xs::none);

static_assert(named(g.variables(), {"a/v_g/part_0:0", "a/v_g/part_1:0"}));
constexpr auto slice = g.variables()[1];
static_assert(slice.dtype() == xs::dtype<double> && slice.use_resource());
static_assert(slice.initializer() == xs::initializer<xs::ones_initializer>);
static_assert(slice.caching_device() == "/cpu:0");
static_assert(named(g.get_collection<"regularization_losses">(),
                    {"a/v_g/part_0/Regularizer/Mean:0", "a/v_g/part_1/Regularizer/Mean:0"}));
}  // namespace every_property

namespace unset {
constexpr auto g = xs::graph(xs::get_variable_scope());
constexpr auto root = g.result();
static_assert(root.name().empty() && root.original_name_scope().empty());
static_assert(root.reuse() == xs::no_reuse && root.dtype() == xs::dtype<float>);
static_assert(root.initializer() == xs::none && root.regularizer() == xs::none &&
              root.partitioner() == xs::none);
static_assert(root.custom_getter() == xs::none && root.caching_device() == xs::none);
static_assert(root.use_resource() == xs::none && root.constraint() == xs::none);
}  // namespace unset

namespace read_where_it_stands {
// with tf.variable_scope("a", initializer=zeros) as a:
//   before = a.initializer
//   a.set_initializer(ones)
//   after = a.initializer
constexpr auto program = xs::variable_scope<"a", xs::initializer<xs::zeros_initializer>>(xs::as([](auto a) {
  return xs::let(a.template read<"initializer">(), a.template set_initializer<xs::ones_initializer>(),
                 a.template read<"initializer">(),
                 [=](auto before, auto, auto after) { return xs::pack(before, after, a); });
}));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().value() == xs::initializer<xs::zeros_initializer>);
static_assert(g.result<1>().value() == xs::initializer<xs::ones_initializer>);
static_assert(g.result<2>().initializer() == xs::initializer<xs::ones_initializer>);
}  // namespace read_where_it_stands

namespace read_everything {
constexpr auto program =
    xs::name_scope<"n">(xs::variable_scope<"a", xs::regularizer<mean>, xs::auto_reuse>(xs::as([](auto a) {
      return xs::pack(a.template read<"name">(), a.template read<"original_name_scope">(),
                      a.template read<"reuse">(), a.template read<"dtype">(),
                      a.template read<"regularizer">(), a.template read<"partitioner">(),
                      a.template read<"custom_getter">(), a.template read<"caching_device">(),
                      a.template read<"use_resource">(), a.template read<"constraint">(),
                      a.template read<"initializer">());
    })));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "a");
static_assert(g.result<1>().name() == "n/a/");
static_assert(g.result<2>().value() == xs::auto_reuse);
static_assert(g.result<3>().value() == xs::dtype<float>);
static_assert(g.result<4>().value() == xs::regularizer<mean>);
static_assert(g.result<5>().value() == xs::none && g.result<6>().value() == xs::none);
static_assert(g.result<7>().value() == xs::none && g.result<8>().value() == xs::none);
static_assert(g.result<9>().value() == xs::none && g.result<10>().value() == xs::none);
}  // namespace read_everything

namespace reuse_read_before_and_after {
constexpr auto program = xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::let(a.template read<"reuse">(), a.reuse_variables(), a.template read<"reuse">(),
                 [](auto before, auto, auto after) { return xs::pack(before, after); });
}));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().value() == xs::no_reuse);
static_assert(g.result<1>().value() == xs::reuse);
}  // namespace reuse_read_before_and_after

namespace seen_by_scopes_opened_later {
// with tf.variable_scope("a") as a:
//   with tf.variable_scope("early"):
//     a.set_dtype(tf.float64)
//     u = tf.get_variable("u", [4])      # opened before
//   with tf.variable_scope("late"):
//     v = tf.get_variable("v", [4])
constexpr auto program = xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::let(xs::variable_scope<"early">(a.template set_dtype<double>(), v<"u">),
                 xs::variable_scope<"late">(v<"v">), [](auto u, auto v_) { return xs::pack(u, v_); });
}));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().dtype() == xs::dtype<float>);
static_assert(g.result<1>().dtype() == xs::dtype<double>);
}  // namespace seen_by_scopes_opened_later

namespace set_on_the_inner_one {
// It ends with its scope.
constexpr auto program = xs::variable_scope<"a">(xs::let(
    xs::variable_scope<"b">(xs::as([](auto b) { return xs::seq(b.template set_dtype<int>(), v<"u">); })),
    v<"v">, xs::variable_scope<"b">(v<"w">), [](auto u, auto v_, auto w) { return xs::pack(u, v_, w); }));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().dtype() == xs::dtype<int>);
static_assert(g.result<1>().dtype() == xs::dtype<float>);
static_assert(g.result<2>().dtype() == xs::dtype<float>);
}  // namespace set_on_the_inner_one

namespace seen_on_re_entry {
// Set after the scope was left: entering the object again sees it. What is set on the copy stays with the
// copy.
constexpr auto program = xs::let(xs::variable_scope<"a">(), [](auto a) {
  return xs::let(a.template set_dtype<double>(), xs::variable_scope<a>(xs::as([](auto again) {
                   return xs::let(v<"u">, again.template set_dtype<int>(), v<"v">,
                                  [](auto u, auto, auto v_) { return xs::pack(u, v_); });
                 })),
                 xs::variable_scope<a>(v<"w">), xs::variable_scope<"a">(v<"x">),
                 [=](auto, auto both, auto w, auto x) {
                   return xs::pack(both.template get<0>(), both.template get<1>(), w, x, a);
                 });
});
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "a/u:0" && g.result<0>().dtype() == xs::dtype<double>);
static_assert(g.result<1>().dtype() == xs::dtype<int>);
static_assert(g.result<2>().dtype() == xs::dtype<double>);
static_assert(g.result<3>().dtype() == xs::dtype<float>);
static_assert(g.result<4>().dtype() == xs::dtype<double>);
}  // namespace seen_on_re_entry

namespace set_on_the_root {
constexpr auto program = xs::as([](auto root) {
  return xs::let(root.template set_initializer<xs::value<7>>(), xs::get_variable<"v">,
                 xs::variable_scope<"a">(xs::get_variable<"w">), xs::thread(v<"x">),
                 [](auto, auto v_, auto w, auto x) { return xs::pack(v_, w, x); });
});
constexpr auto g = xs::graph(program);
static_assert(named(results(g), {"v:0", "a/w:0", "x:0"}));
static_assert(g.result<0>().initializer() == xs::initializer<xs::value<7>>);
static_assert(g.result<1>().dtype() == xs::dtype<int>);
// A thread has a root of its own.
static_assert(g.result<2>().dtype() == xs::dtype<float>);
}  // namespace set_on_the_root

namespace in_a_layer {
// A layer that sets something on the scope around it is not the same call twice.
constexpr auto layer = [](auto x) {
  return xs::seq(
      xs::get_variable_scope() | [](auto s) { return s.template set_dtype<double>(); }, v<"v">,
      xs::identity(x));
};
constexpr auto program = xs::let(xs::placeholder<"x", xs::shape<1>>, [](auto x) {
  return xs::variable_scope<"a">(xs::let(x, layer),
                                 xs::variable_scope<"b">(xs::get_variable<"w", xs::shape<1>>));
});
constexpr auto g = xs::graph(program);
static_assert(g.find("a/v:0")->dtype() == xs::dtype<double>);
static_assert(g.find("a/b/w:0")->dtype() == xs::dtype<double>);
}  // namespace in_a_layer

namespace no_setter_for_a_constraint {
template <class Scope>
concept has_set_constraint = requires(Scope s) { s.template set_constraint<mean>(); };
constexpr auto probe = [](auto s) {
  static_assert(!has_set_constraint<decltype(s)>);
  return s;
};
static_assert(xs::diagnose(xs::as(probe)).ok());
}  // namespace no_setter_for_a_constraint

}  // namespace setters
