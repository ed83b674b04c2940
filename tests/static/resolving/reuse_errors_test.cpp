// SPDX-License-Identifier: BSD-3-Clause
// Where sharing is refused: the variable is there and should not be, is not there and should be, or is
// another.
#include "../support/probe.hpp"

namespace reuse_errors {

namespace xs = xscope;
using probe::refused;
using xs::errc;

template <xs::fixed_string Name>
constexpr auto v = xs::get_variable<Name, xs::shape<1>>;

namespace it_exists {
static_assert(refused(xs::variable_scope<"foo">(v<"v">, v<"v">), errc::variable_exists,
                      {"foo/v", "already exists"}));
static_assert(refused(xs::seq(v<"v">, v<"v">), errc::variable_exists,
                      {"`v` already exists", "reuse", "auto_reuse"}));

// Opened again by its name, without reuse.
constexpr auto tower = xs::variable_scope<"towerA">(v<"v">);
static_assert(refused(xs::variable_scope<"root">(tower, tower), errc::variable_exists,
                      {"root/towerA/v", "already exists"}));

// A captured scope does not see that the scope around it reuses.
constexpr auto captured = xs::let(xs::variable_scope<"a">(v<"v">, xs::get_variable_scope()), [](auto s) {
  return xs::variable_scope<"b", xs::reuse>(xs::variable_scope<s>(v<"v">));
});
static_assert(refused(captured, errc::variable_exists, {"a/v", "already exists"}));

// A binding asks each time; a handle does not.
static_assert(refused(xs::let(v<"v">, v<"v">, [](auto a, auto b) { return a + b; }), errc::variable_exists,
                      {"`v`"}));
static_assert(xs::diagnose(xs::let(v<"v">, [](auto a) { return a + a; })).ok());
}  // namespace it_exists

namespace it_is_missing {
static_assert(refused(xs::variable_scope<"foo", xs::reuse>(v<"v">), errc::variable_missing,
                      {"foo/v", "does not exist"}));

constexpr auto below = xs::variable_scope<"root">(
    xs::let(xs::variable_scope<"towerA">(v<"v">, xs::get_variable_scope()),
            [](auto a) { return xs::variable_scope<a, xs::reuse>(xs::variable_scope<"baz">(v<"v">)); }));
static_assert(refused(below, errc::variable_missing, {"root/towerA/baz/v", "does not exist"}));

constexpr auto after = xs::variable_scope<"bar">(xs::get_variable<"v", xs::shape<>>,
                                                 xs::as([](auto s) { return s.reuse_variables(); }), v<"w">);
static_assert(refused(after, errc::variable_missing, {"bar/w", "does not exist"}));

constexpr auto from_the_root =
    xs::seq(xs::as([](auto root) { return root.reuse_variables(); }), xs::variable_scope<"a">(v<"v">));
static_assert(refused(from_the_root, errc::variable_missing, {"a/v", "does not exist"}));

// Not with its name, not in another case, not by tf.Variable.
static_assert(refused(xs::seq(v<"v">, xs::variable_scope<"", xs::reuse>(v<"V">)), errc::variable_missing,
                      {"`V`"}));
constexpr auto of_another_kind = xs::seq(xs::variable_scope<"a">(xs::variable<"v", xs::values<1.0f>>),
                                         xs::variable_scope<"a", xs::reuse>(v<"v">));
static_assert(refused(of_another_kind, errc::variable_missing, {"a/v", "was not created with get_variable"}));
}  // namespace it_is_missing

namespace it_has_another_shape {
template <auto Shape>
constexpr auto reused = xs::seq(xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<2, 3>>),
                                xs::variable_scope<"a", xs::reuse>(xs::get_variable<"v", Shape>));
static_assert(xs::diagnose(reused<xs::shape<2, 3>>).ok());
static_assert(refused(reused<xs::shape<3, 2>>, errc::shape_mismatch,
                      {"a/v", "specified shape (3, 2)", "found shape (2, 3)"}));
static_assert(refused(reused<xs::shape<6>>, errc::shape_mismatch,
                      {"specified shape (6,)", "found shape (2, 3)"}));
static_assert(refused(reused<xs::shape<>>, errc::shape_mismatch, {"specified shape ()"}));
static_assert(refused(reused<xs::shape<xs::unknown, 4>>, errc::shape_mismatch,
                      {"specified shape (None, 4)"}));

constexpr auto automatic = xs::variable_scope<"a", xs::auto_reuse>(xs::get_variable<"v", xs::shape<1>>,
                                                                   xs::get_variable<"v", xs::shape<2>>);
static_assert(refused(automatic, errc::shape_mismatch, {"a/v", "specified shape (2,)", "found shape (1,)"}));
}  // namespace it_has_another_shape

namespace it_has_another_dtype {
constexpr auto automatic =
    xs::variable_scope<"a", xs::auto_reuse>(v<"v">, xs::get_variable<"v", xs::shape<1>, xs::dtype<int>>);
static_assert(refused(automatic, errc::dtype_mismatch,
                      {"a/v", "specified dtype int32", "found dtype float32_ref"}));

// Without a dtype of its own a request asks for the scope's: an integer variable has to be asked for as one.
template <auto... Options>
constexpr auto reused =
    xs::pack(xs::variable_scope<"a">(xs::get_variable<"t", xs::initializer<xs::value<1>>>),
             xs::variable_scope<"a", xs::reuse>(xs::get_variable<"t", Options...>));
static_assert(refused(reused<>, errc::dtype_mismatch, {"specified dtype float32", "found dtype int32_ref"}));
static_assert(xs::graph(reused<xs::dtype<int>>).result<0>() == xs::graph(reused<xs::dtype<int>>).result<1>());
static_assert(xs::graph(reused<xs::dtype<int>>).result<1>().dtype() == xs::dtype<int>);
}  // namespace it_has_another_dtype

namespace the_first_mistake_is_told {
static_assert(refused(xs::seq(v<"v">, v<"v">, xs::variable_scope<"a", xs::reuse>(v<"w">)),
                      errc::variable_exists, {"`v`"}));
static_assert(refused(xs::seq(xs::variable_scope<"a", xs::reuse>(v<"w">), v<"v">, v<"v">),
                      errc::variable_missing, {"a/w"}));
// Shape before dtype.
constexpr auto both =
    xs::variable_scope<"a", xs::auto_reuse>(v<"v">, xs::get_variable<"v", xs::shape<2>, xs::dtype<int>>);
static_assert(refused(both, errc::shape_mismatch, {"a/v"}));
// A constant initializer with a shape is refused before anything is looked up.
constexpr auto constant_and_shape =
    xs::seq(xs::variable_scope<"a">(v<"v">),
            xs::variable_scope<"a", xs::reuse>(
                xs::get_variable<"v", xs::shape<1>, xs::initializer<xs::value<0.1f>>>));
static_assert(refused(constant_and_shape, errc::initializer_mismatch, {"a/v", "do not specify shape"}));
}  // namespace the_first_mistake_is_told

namespace its_initializer_says_otherwise {
// An initializer is looked at only where a variable is created: the one that exists keeps its shape and type.
template <auto Initializer, auto... Options>
constexpr auto reused = xs::seq(
    xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<3>>),
    xs::variable_scope<"a", xs::reuse, Options...>(xs::get_variable<"v", xs::initializer<Initializer>>));
static_assert(xs::diagnose(reused<xs::values<1.0f, 2.0f, 3.0f>>).ok());
static_assert(xs::graph(reused<xs::value<1.0f>>).result().shape() == xs::shape<3>);
static_assert(xs::graph(reused<xs::values<1, 2, 3>>).result().dtype() == xs::dtype<float>);
static_assert(refused(reused<xs::values<1, 2, 3>, xs::dtype<int>>, errc::dtype_mismatch,
                      {"specified dtype int32", "found dtype float32_ref"}));
}  // namespace its_initializer_says_otherwise

}  // namespace reuse_errors
