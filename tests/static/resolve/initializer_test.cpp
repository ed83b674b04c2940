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
  return *xs::graphs::events_of<Program>.list[xs::graph(Program{}).variables()[0].id()].init;
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

}  // namespace initializer
