// SPDX-License-Identifier: BSD-3-Clause
// The programs of the articles that TensorFlow's users learn scopes from, written as they are there.
#include <xscope/graph.hpp>

namespace xs = xscope;

namespace create_variable {
// with tf.variable_scope("foo"):
//   with tf.variable_scope("bar"):
//     v = tf.get_variable("v", [1])
constexpr auto program =
    xs::variable_scope<"foo">(xs::variable_scope<"bar">(xs::get_variable<"v", xs::shape<1>>));
constexpr auto g = xs::graph(program);
static_assert(g.result().name() == "foo/bar/v:0");
static_assert(g.result().shape() == xs::shape<1>);
static_assert(g.result().dtype() == xs::dtype<float>);
static_assert(g.result().dtype().name() == "float32");
static_assert(xs::name_of(program) == "foo/bar/v:0");
static_assert(g.result().repr() == "<xscope.Variable 'foo/bar/v:0' shape=(1,) dtype=float32_ref>");
}  // namespace create_variable

namespace scope_names_compose {
constexpr auto program = xs::let(
    xs::get_variable_scope(),
    xs::variable_scope<"a">(xs::let(
        xs::get_variable_scope(),  //
        xs::variable_scope<"b">(xs::pack(xs::get_variable_scope(), xs::get_variable<"v1", xs::shape<1>>)),
        xs::get_variable_scope(), xs::get_variable<"v2", xs::shape<1>>,
        [](auto a, auto b, auto mid, auto v2) {
          return xs::pack(a, b.template get<0>(), b.template get<1>(), mid, v2);
        })),
    xs::get_variable_scope(), xs::get_variable<"v3", xs::shape<1>>,
    [](auto before, auto inner, auto after, auto v3) {
      auto [a, b, v1, mid, v2] = inner;
      return xs::pack(before, a, b, v1, mid, v2, after, v3);
    });
constexpr auto g = xs::graph(program);
static_assert(g.result<2>().name() == "a/b");
static_assert(g.result<4>().name() == "a");
static_assert(g.result<3>().name() == "a/b/v1:0");
static_assert(g.result<5>().name() == "a/v2:0");
static_assert(g.result<7>().name() == "v3:0");
static_assert(g.result<1>() == g.result<4>());
static_assert(g.result<0>() == g.result<6>());
}  // namespace scope_names_compose

namespace share_with_reuse {
constexpr auto program = xs::pack(xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<1>>),
                                  xs::variable_scope<"foo", xs::reuse>(xs::get_variable<"v", xs::shape<1>>));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());
}  // namespace share_with_reuse

namespace share_with_reuse_variables {
// with tf.variable_scope("foo") as scope:
//   v = tf.get_variable("v", [1])
//   scope.reuse_variables()
//   v1 = tf.get_variable("v", [1])
constexpr auto program = xs::variable_scope<"foo">(xs::as([](auto scope) {
  return xs::let(xs::get_variable<"v", xs::shape<1>>, scope.reuse_variables(),
                 xs::get_variable<"v", xs::shape<1>>,
                 [=](auto v, auto, auto v1) { return xs::pack(v, v1, scope); });
}));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<2>().reuse() == xs::reuse);
}  // namespace share_with_reuse_variables

namespace reuse_is_inherited {
constexpr auto make = xs::variable_scope<"bar">(xs::let(
    xs::get_variable_scope(),
    xs::variable_scope<"baz">(xs::pack(xs::get_variable_scope(), xs::get_variable<"v", xs::shape<1>>)),
    [](auto bar, auto inner) {
      auto [baz, v] = inner;
      return xs::pack(bar, baz, v);
    }));
constexpr auto program =
    xs::let(xs::variable_scope<"foo">(make), xs::variable_scope<"foo", xs::reuse>(make), [](auto a, auto b) {
      return xs::pack(a.template get<2>(), b.template get<2>(), b.template get<0>(), b.template get<1>());
    });
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<2>().reuse() == xs::reuse);
static_assert(g.result<3>().reuse() == xs::reuse);
}  // namespace reuse_is_inherited

namespace auto_reuse_function {
// def foo():
//   with tf.variable_scope("foo", reuse=tf.AUTO_REUSE):
//     v = tf.get_variable("v", [1])
//     c = tf.constant([], name="c")
constexpr auto foo() {
  return xs::variable_scope<"foo", xs::auto_reuse>(
      xs::pack(xs::get_variable<"v", xs::shape<1>>, xs::constant<"c", xs::values<>>));
}
constexpr auto program = xs::let(foo(), foo(), [](auto one, auto two) {
  return xs::pack(one.template get<0>(), two.template get<0>(), two.template get<1>());
});
constexpr auto g = xs::graph(program);
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<0>().name() == "foo/v:0");
static_assert(g.result<2>().name() == "foo_1/c:0");
}  // namespace auto_reuse_function

namespace accidental_sharing {
constexpr auto program =
    xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<1>>, xs::get_variable<"v", xs::shape<1>>);
constexpr auto d = xs::diagnose(program);
static_assert(!d.ok());
static_assert(d.code() == xs::errc::variable_exists);
static_assert(
    d.message() ==
    "variable_exists: variable `foo/v` already exists; give each layer a scope of its own, `variable_scope<\"...\">`; to share it on purpose, use `reuse` or `auto_reuse`, or bind it once with `let`");
}  // namespace accidental_sharing

namespace reuse_of_what_is_not_there {
constexpr auto d = xs::diagnose(xs::variable_scope<"foo", xs::reuse>(xs::get_variable<"v", xs::shape<1>>));
static_assert(d.code() == xs::errc::variable_missing);
static_assert(d.message().find("`foo/v` does not exist") != std::string_view::npos);
}  // namespace reuse_of_what_is_not_there

namespace name_scope_leaves_get_variable_alone {
constexpr auto body = xs::let(xs::get_variable<"testA1", xs::shape<3, 256, 256>>,
                              xs::get_variable<"testA2", xs::shape<3, 256, 256>>, [](auto a, auto b) {
                                return xs::pack(a, b, xs::multiply(a, b, xs::name<"Mul-testA12">),
                                                xs::variable<"testD", xs::values<1>>);
                              });
constexpr auto g = xs::graph(xs::name_scope<"Test1">(body));
static_assert(g.result<0>().name() == "testA1:0");
static_assert(g.result<1>().name() == "testA2:0");
static_assert(g.result<2>().name() == "Test1/Mul-testA12:0");
static_assert(g.result<3>().name() == "Test1/testD:0");
static_assert(g.result<0>().shape() == xs::shape<3, 256, 256>);
static_assert(g.result<2>().shape() == xs::shape<3, 256, 256>);
static_assert(g.result<3>().shape() == xs::shape<1>);
static_assert(g.result<2>().dtype() == xs::dtype<float>);
static_assert(g.result<3>().dtype() == xs::dtype<int>);
}  // namespace name_scope_leaves_get_variable_alone

namespace variable_scope_names_everything {
constexpr auto g = xs::graph(xs::variable_scope<"Test1">(name_scope_leaves_get_variable_alone::body));
static_assert(g.result<0>().name() == "Test1/testA1:0");
static_assert(g.result<1>().name() == "Test1/testA2:0");
static_assert(g.result<2>().name() == "Test1/Mul-testA12:0");
static_assert(g.result<3>().name() == "Test1/testD:0");
static_assert(g.result<0>().repr() ==
              "<xscope.Variable 'Test1/testA1:0' shape=(3, 256, 256) dtype=float32_ref>");
static_assert(g.result<3>().repr() == "<xscope.Variable 'Test1/testD:0' shape=(1,) dtype=int32_ref>");
static_assert(g.result<2>().repr() == "Tensor(\"Test1/Mul-testA12:0\", shape=(3, 256, 256), dtype=float32)");
}  // namespace variable_scope_names_everything

namespace reenter_a_premade_scope {
// with tf.variable_scope("foo") as vs: pass
// with tf.variable_scope(vs, auxiliary_name_scope=False) as vs1:
//   with tf.name_scope(vs1.original_name_scope):
//     v = tf.get_variable("v", [1])
//     c = tf.constant([1], name="c")
constexpr auto program = xs::let(xs::variable_scope<"foo">(xs::get_variable_scope()), [](auto vs) {
  return xs::variable_scope<vs, xs::auxiliary_name_scope<false>>(xs::as([](auto vs1) {
    return xs::name_scope<vs1.original_name_scope()>(
        xs::pack(xs::get_variable<"v", xs::shape<1>>, xs::constant<"c", xs::values<1>>));
  }));
});
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "foo/v:0");
static_assert(g.result<1>().name() == "foo/c:0");
static_assert(g.result<0>().dtype() == xs::dtype<float>);
static_assert(g.result<1>().dtype() == xs::dtype<int>);
static_assert(g.result<1>().repr() == "Tensor(\"foo/c:0\", shape=(1,), dtype=int32)");
}  // namespace reenter_a_premade_scope

namespace thread_reenters_the_main_scope {
constexpr auto program = xs::variable_scope<"main">(xs::as([](auto m) {
  return xs::thread(
      xs::pack(xs::variable_scope<m>(xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<>>)),
               xs::variable_scope<"bar">(xs::get_variable<"v", xs::shape<>>)));
}));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "main/foo/v:0");
static_assert(g.result<1>().name() == "bar/v:0");
}  // namespace thread_reenters_the_main_scope

#if XSCOPE_HAS_HALF
namespace thread_starts_at_its_root {
constexpr auto program = xs::variable_scope<"a", xs::dtype<xs::half>>(
    xs::let(xs::thread(xs::pack(xs::get_variable_scope(), xs::get_variable<"v", xs::shape<>>,
                                xs::constant<"c", xs::values<>>, xs::get_name_scope())),
            xs::get_variable<"w", xs::shape<>>, [](auto inner, auto w) {
              auto [s, v, c, n] = inner;
              return xs::pack(s, v, c, n, w);
            }));
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name().empty());
static_assert(g.result<1>().name() == "v:0");
static_assert(g.result<1>().dtype() == xs::dtype<float>);
static_assert(g.result<2>().name() == "c:0");
static_assert(g.result<3>().name().empty());
static_assert(g.result<4>().name() == "a/w:0");
static_assert(g.result<4>().dtype() == xs::dtype<xs::half>);
}  // namespace thread_starts_at_its_root
#endif
