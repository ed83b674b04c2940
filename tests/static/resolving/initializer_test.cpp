// SPDX-License-Identifier: BSD-3-Clause
// Element types and initializers: whose count, and what a constant one decides.
#include "../support/probe.hpp"

namespace initializer {

namespace xs = xscope;
using probe::named;
using probe::refused;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<>, Options...>;

namespace dtype_is_inherited {
constexpr auto program =
    xs::seq(xs::variable_scope<"a", xs::dtype<double>>(xs::variable_scope<"b">(
                v<"v">, v<"w", xs::dtype<int>>, xs::variable_scope<"c", xs::dtype<bool>>(v<"x">), v<"y">)),
            v<"z">);
constexpr auto g = xs::graph(program);
static_assert(g.find("a/b/v:0")->dtype() == xs::dtype<double>);
static_assert(g.find("a/b/w:0")->dtype() == xs::dtype<int>);
static_assert(g.find("a/b/c/x:0")->dtype() == xs::dtype<bool>);
static_assert(g.find("a/b/y:0")->dtype() == xs::dtype<double>);
static_assert(g.find("z:0")->dtype() == xs::dtype<float>);
}  // namespace dtype_is_inherited

namespace all_element_types_have_a_default_initializer {
constexpr auto program = xs::seq(v<"f">, v<"d", xs::dtype<double>>, v<"i8", xs::dtype<std::int8_t>>,
                                 v<"u8", xs::dtype<std::uint8_t>>, v<"i16", xs::dtype<std::int16_t>>,
                                 v<"u16", xs::dtype<std::uint16_t>>, v<"i32", xs::dtype<std::int32_t>>,
                                 v<"u32", xs::dtype<std::uint32_t>>, v<"i64", xs::dtype<std::int64_t>>,
                                 v<"u64", xs::dtype<std::uint64_t>>, v<"b", xs::dtype<bool>>);
constexpr auto all = xs::graph(program).variables();
constexpr std::string_view names[] = {"float32", "float64", "int8",  "uint8",  "int16", "uint16",
                                      "int32",   "uint32",  "int64", "uint64", "bool"};
static_assert([] {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].dtype() != names[i]) return false;
  }
  return all.size() == 11;
}());
}  // namespace all_element_types_have_a_default_initializer

namespace a_constant_gives_shape_and_dtype {
constexpr auto g = xs::graph(xs::pack(xs::get_variable<"v", xs::initializer<xs::value<4>>, xs::dtype<int>>,
                                      xs::get_variable<"w", xs::initializer<xs::value<0.1f>>>,
                                      xs::get_variable<"t", xs::initializer<xs::values<1, 2, 3>>>));
static_assert(g.result<0>().dtype() == xs::dtype<int> && g.result<0>().shape() == xs::shape<>);
static_assert(g.result<1>().dtype() == xs::dtype<float> && g.result<1>().shape() == xs::shape<>);
static_assert(g.result<2>().dtype() == xs::dtype<int> && g.result<2>().shape() == xs::shape<3>);

// The scope's too; and a scope's dtype, unlike one that is given with it, does not contradict it.
constexpr auto of_the_scope =
    xs::graph(xs::variable_scope<"foo", xs::initializer<xs::values<0.1f, 0.2f>>, xs::dtype<double>>(
        xs::pack(xs::get_variable<"v">, v<"w", xs::initializer<xs::zeros_initializer>>)));
static_assert(of_the_scope.result<0>().shape() == xs::shape<2> &&
              of_the_scope.result<0>().dtype() == xs::dtype<float>);
static_assert(of_the_scope.result<1>().shape() == xs::shape<> &&
              of_the_scope.result<1>().dtype() == xs::dtype<double>);
}  // namespace a_constant_gives_shape_and_dtype

namespace a_constant_and_a_shape {
constexpr auto tenth = xs::initializer<xs::value<0.1f>>;
static_assert(refused(xs::get_variable<"u", xs::shape<1>, tenth>, errc::initializer_mismatch,
                      {"`u`", "do not specify shape (1,)"}));
static_assert(refused(xs::variable_scope<"foo", tenth>(v<"u">), errc::initializer_mismatch,
                      {"`foo/u`", "do not specify shape ()"}));
}  // namespace a_constant_and_a_shape

namespace a_constant_of_another_dtype {
// Converted by itself first, and then compared: nothing is cast.
static_assert(refused(xs::get_variable<"s", xs::initializer<xs::value<1>>, xs::dtype<double>>,
                      errc::initializer_mismatch, {"`s`", "int32", "float64", "do not match"}));
static_assert(refused(xs::get_variable<"s", xs::initializer<xs::value<4>>, xs::dtype<float>>,
                      errc::initializer_mismatch, {"int32", "float32", "do not match"}));
// Before the shape is looked at.
static_assert(refused(v<"s", xs::initializer<xs::value<4>>, xs::dtype<float>>, errc::initializer_mismatch,
                      {"do not match"}));
}  // namespace a_constant_of_another_dtype

namespace callables_take_what_they_are_given {
constexpr auto filled = xs::initializer<xs::constant_initializer<0.3f>>;
constexpr auto g = xs::graph(xs::variable_scope<"a", filled>(
    xs::pack(xs::get_variable<"v", xs::shape<2, 3>, xs::dtype<double>>, xs::variable_scope<"b">(v<"w">))));
static_assert(g.result<0>().shape() == xs::shape<2, 3> && g.result<0>().dtype() == xs::dtype<double>);
static_assert(g.result<1>().shape() == xs::shape<>);
static_assert(refused(xs::get_variable<"v", filled>, errc::shape_required, {"`v`"}));
}  // namespace callables_take_what_they_are_given

namespace the_initializer_that_is_used {
// What a variable's event says, which is what `run` will draw from.
template <class Program>
constexpr auto& info_of(Program) {
  return *xs::graphs::events_of<Program>.list[xs::graph(Program{}).variables()[0].id()].is->init;
}
using xs::dsl::fill;
static_assert(info_of(v<"v">).how == fill::variance_scaling && info_of(v<"v">).a == 1.0);
static_assert(info_of(v<"v">).mode == xs::fan_mode::avg && info_of(v<"v">).from == xs::distribution::uniform);
static_assert(info_of(v<"v", xs::dtype<int>>).how == fill::zeros);
static_assert(info_of(v<"v", xs::dtype<bool>>).how == fill::zeros);
static_assert(info_of(v<"v", xs::initializer<xs::constant_initializer<0.5f>>>).a == 0.5);
static_assert(info_of(xs::variable_scope<"a", xs::initializer<xs::ones_initializer>>(v<"v">)).how ==
              fill::ones);
static_assert(info_of(xs::variable_scope<"a", xs::initializer<xs::ones_initializer>>(
                          v<"v", xs::initializer<xs::random_normal_initializer<1.0, 2.0>>>))
                  .how == fill::normal);
static_assert(info_of(xs::get_variable<"v", xs::initializer<xs::values<5, 6>>>).data[1].integer == 6);
}  // namespace the_initializer_that_is_used

namespace arrays_and_numbers {
// initializer=numpy.array(...), initializer=0.5
constexpr auto g = xs::graph(xs::pack(
    xs::get_variable<"a", xs::initializer<std::array<float, 3>{1, 2, 3}>>,
    xs::get_variable<"b", xs::initializer<std::array<std::array<int, 2>, 3>{{{1, 2}, {3, 4}, {5, 6}}}>>,
    xs::get_variable<"c", xs::initializer<0.5>>, xs::get_variable<"d", xs::initializer<true>>,
    xs::get_variable<"e", xs::initializer<xs::tensor_of<xs::shape<2, 2>, 1, 2, 3, 4>>>));
static_assert(g.result<0>().shape() == xs::shape<3> && g.result<0>().dtype() == xs::dtype<float>);
static_assert(g.result<1>().shape() == xs::shape<3, 2> && g.result<1>().dtype() == xs::dtype<int>);
static_assert(g.result<2>().shape() == xs::shape<> && g.result<2>().dtype() == xs::dtype<double>);
static_assert(g.result<3>().shape() == xs::shape<> && g.result<3>().dtype() == xs::dtype<bool>);
static_assert(g.result<4>().shape() == xs::shape<2, 2>);
static_assert(g.result<0>().initializer() == xs::initializer<xs::values<1.0f, 2.0f, 3.0f>>);
static_assert(g.result<4>().initializer() == xs::initializer<xs::tensor_of<xs::shape<2, 2>, 1, 2, 3, 4>>);
// They are constants like any other.
static_assert(refused(xs::get_variable<"a", xs::shape<3>, xs::initializer<std::array{1, 2, 3}>>,
                      errc::initializer_mismatch, {"`a`", "do not specify shape (3,)"}));
static_assert(refused(xs::get_variable<"a", xs::dtype<float>, xs::initializer<std::array{1, 2, 3}>>,
                      errc::initializer_mismatch, {"`a`", "int32", "float32", "do not match"}));
}  // namespace arrays_and_numbers

namespace callables {
// def init(shape, dtype): return numpy.arange(...)
constexpr auto counting = [](auto shape, auto dtype) {
  std::array<typename decltype(dtype)::type, shape[0]> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<typename decltype(dtype)::type>(i);
  return out;
};
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::initializer<counting>>(
    xs::pack(xs::get_variable<"v", xs::shape<3>>, xs::get_variable<"w", xs::shape<2>, xs::dtype<int>>)));
static_assert(g.result<0>().shape() == xs::shape<3> && g.result<0>().dtype() == xs::dtype<float>);
static_assert(g.result<0>().initializer() == xs::initializer<xs::values<0.0f, 1.0f, 2.0f>>);
static_assert(g.result<1>().dtype() == xs::dtype<int>);
static_assert(g.result<1>().initializer() == xs::initializer<xs::values<0, 1>>);

// Without arguments: it decides shape and dtype where no shape is given, and only fills the shape where one
// is.
constexpr auto three = [] { return xs::values<1.0, 2.0, 3.0>; };
constexpr auto free_ = xs::graph(xs::get_variable<"v", xs::initializer<three>>);
static_assert(free_.result().shape() == xs::shape<3> && free_.result().dtype() == xs::dtype<double>);
static_assert(refused(xs::get_variable<"v", xs::initializer<counting>>, errc::shape_required,
                      {"`v`", "not valid", "callable with no arguments"}));
}  // namespace callables

namespace what_a_callable_returns {
// Values as many as the shape holds, a constant, or another initializer.
constexpr auto of_two = [](auto, auto) { return std::array{1.0f, 2.0f}; };
static_assert(refused(xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<3>, xs::initializer<of_two>>),
                      errc::shape_error, {"`a/v`", "values of shape (2,) do not fill shape (3,)"}));
static_assert(refused(v<"v", xs::initializer<of_two>>, errc::shape_error, {"do not fill shape ()"}));
constexpr auto constant = [](auto, auto) { return xs::constant<"c", xs::value<2.0f>, xs::shape<2, 2>>; };
constexpr auto initializer = [](auto, auto) { return xs::constant_initializer<3>; };
constexpr auto g = xs::graph(xs::pack(xs::get_variable<"v", xs::shape<2, 2>, xs::initializer<constant>>,
                                      xs::get_variable<"w", xs::shape<2, 2>, xs::initializer<initializer>>));
static_assert(g.result<0>().initializer() == xs::initializer<std::array{2.0f, 2.0f, 2.0f, 2.0f}>);
static_assert(g.result<1>().initializer() == xs::initializer<xs::constant_initializer<3>>);

constexpr auto nothing = [](auto, auto) {};
static_assert(refused(v<"v", xs::initializer<nothing>>, errc::shape_required, {"`v`", "not valid"}));
}  // namespace what_a_callable_returns

namespace what_is_no_initializer {
static_assert(refused(v<"v", xs::initializer<xs::text<"x">>>, errc::shape_required, {"`v`", "not valid"}));
}  // namespace what_is_no_initializer

namespace a_constant_as_an_initializer {
constexpr auto c = xs::initializer<xs::constant<"c", xs::value<1>, xs::dtype<double>, xs::shape<3>>>;
constexpr auto g = xs::graph(xs::get_variable<"v", c>);
static_assert(g.result().shape() == xs::shape<3> && g.result().dtype() == xs::dtype<double>);
static_assert(refused(xs::get_variable<"v", xs::shape<3>, c>, errc::initializer_mismatch,
                      {"do not specify shape"}));
static_assert(refused(xs::get_variable<"v", xs::dtype<int>, c>, errc::initializer_mismatch,
                      {"float64", "int32"}));
}  // namespace a_constant_as_an_initializer

namespace told_where_the_slice_is {
// Only slices have partition info; a callable that takes none is called without.
constexpr auto told = [](auto shape, auto, auto info) {
  std::array<int, shape[0]> out{};
  for (int& one : out) one = static_cast<int>(info.full_shape()[0] * 10 + info.var_offset()[0]);
  return out;
};
constexpr auto thirds = xs::partitioner<xs::fixed_size_partitioner<3>>;
constexpr auto g =
    xs::graph(xs::get_variable<"v", xs::shape<6>, xs::dtype<int>, xs::initializer<told>, thirds>);
static_assert(g.variables()[0].initializer() == xs::initializer<xs::values<60, 60>>);
static_assert(g.variables()[2].initializer() == xs::initializer<xs::values<64, 64>>);
constexpr auto untold =
    xs::graph(xs::get_variable<"v", xs::shape<6>, xs::initializer<xs::constant_initializer<0.5f>>, thirds>);
static_assert(untold.variables()[1].initializer() == xs::initializer<xs::constant_initializer<0.5f>>);
}  // namespace told_where_the_slice_is

namespace by_dtype {
// Glorot for floating point, zeros for integers, bool and text; nothing for complex numbers.
template <class T>
constexpr auto of = xs::graph(v<"v", xs::dtype<T>>).result().initializer();
static_assert(of<float> == xs::initializer<xs::glorot_uniform_initializer>);
static_assert(of<double> == xs::initializer<xs::glorot_uniform_initializer>);
static_assert(of<std::int8_t> == xs::initializer<xs::zeros_initializer>);
static_assert(of<std::uint64_t> == xs::initializer<xs::zeros_initializer>);
static_assert(of<bool> == xs::initializer<xs::zeros_initializer>);
static_assert(of<xs::string> == xs::initializer<xs::zeros_initializer>);
static_assert(refused(xs::variable_scope<"a">(v<"v", xs::dtype<xs::complex64>>), errc::initializer_mismatch,
                      {"an initializer for variable `a/v`", "complex64", "is required"}));
static_assert(refused(v<"v", xs::dtype<xs::complex128>>, errc::initializer_mismatch, {"complex128"}));
static_assert(xs::diagnose(v<"v", xs::dtype<xs::complex64>, xs::initializer<xs::zeros_initializer>>).ok());
#if XSCOPE_HAS_HALF
static_assert(of<xs::half> == xs::initializer<xs::glorot_uniform_initializer>);
constexpr auto half = xs::graph(xs::variable_scope<"a", xs::dtype<_Float16>>(v<"v">));
static_assert(half.result().dtype() == xs::dtype<xs::half> && half.result().dtype().name() == "float16");
#endif
}  // namespace by_dtype

namespace nothing_at_all {
// tf.get_variable("v")
static_assert(refused(xs::variable_scope<"a">(xs::get_variable<"v">), errc::shape_required, {"`a/v`"}));
static_assert(refused(xs::get_variable<"v", xs::shape<xs::unknown, 2>>, errc::shape_required, {"`v`"}));
}  // namespace nothing_at_all

namespace what_a_variable_says_of_it {
// The one that was used: of the request, the scope, or the default.
constexpr auto ones = xs::initializer<xs::ones_initializer>;
constexpr auto g = xs::graph(xs::pack(v<"a">, v<"b", ones>,
                                      xs::variable_scope<"s", ones>(
                                          xs::pack(v<"c">, v<"d", xs::initializer<xs::zeros_initializer>>))) |
                             [](auto all) {
                               auto [a, b, both] = all;
                               return xs::pack(a, b, both.template get<0>(), both.template get<1>());
                             });
static_assert(g.result<0>().initializer() == xs::initializer<xs::glorot_uniform_initializer>);
static_assert(g.result<1>().initializer() == ones && g.result<2>().initializer() == ones);
static_assert(g.result<3>().initializer() == xs::initializer<xs::zeros_initializer>);
static_assert(!(g.result<3>().initializer() == ones));
}  // namespace what_a_variable_says_of_it

}  // namespace initializer
