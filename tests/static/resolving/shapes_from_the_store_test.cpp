// SPDX-License-Identifier: BSD-3-Clause
// A variable asked for without its shape has the shape of the one that exists: its handle says so, and layers
// may be built on it.
#include "../support/probe.hpp"

namespace shapes_from_the_store {

namespace xs = xscope;
using namespace xs::literals;
using probe::named;
using probe::refused;
using xs::errc;

namespace without_a_shape {
constexpr auto program = xs::seq(xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<2, 3>>),
                                 xs::variable_scope<"a", xs::reuse>(xs::get_variable<"v">));
constexpr auto g = xs::graph(program);
static_assert(g.result() == g.variables()[0]);
static_assert(g.result().shape() == xs::shape<2, 3>);
}  // namespace without_a_shape

namespace the_handle_has_it {
constexpr auto tied = [](auto v) {
  static_assert(v.shape() == std::array<std::size_t, 2>{2, 3});
  static_assert(v.size() == 6);
  return xs::get_variable<"w", xs::shape<v.shape()[1], v.shape()[0]>>;
};
constexpr auto program = xs::variable_scope<"a", xs::auto_reuse>(xs::get_variable<"v", xs::shape<2, 3>>,
                                                                 xs::get_variable<"v"> | tied);
static_assert(xs::graph(program).result().name() == "a/w:0");
static_assert(xs::graph(program).result().shape() == xs::shape<3, 2>);
}  // namespace the_handle_has_it

namespace with_unknown_dimensions {
constexpr auto first = xs::get_variable<"v", xs::shape<2, 3>>;
template <auto Shape>
constexpr auto again = xs::variable_scope<"", xs::reuse>(xs::get_variable<"v", Shape>);
constexpr auto tied = [](auto v) { return xs::get_variable<"w", xs::shape<v.shape()[0]>>; };
static_assert(xs::graph(xs::seq(first, again<xs::shape<xs::unknown, 3>> | tied)).result().shape() ==
              xs::shape<2>);
static_assert(refused(xs::seq(first, again<xs::shape<xs::unknown, 4>>), errc::shape_mismatch,
                      {"(None, 4)", "(2, 3)"}));
static_assert(refused(xs::seq(first, again<xs::shape<xs::unknown>>), errc::shape_mismatch,
                      {"(None,)", "(2, 3)"}));
}  // namespace with_unknown_dimensions

namespace of_every_kind_of_statement {
// The second trace, with a history, gives what the quick one would have given.
template <auto... Shape>
constexpr auto program = xs::let(
    xs::variable_scope<"a", xs::dtype<double>>(xs::get_variable<"v", xs::shape<2>>, xs::get_variable_scope()),
    [](auto s) {
      return xs::seq(
          xs::thread(xs::variable_scope<"b">(xs::variable<"t", xs::value<1>>)),
          xs::variable_scope<s, xs::reuse>(xs::get_variable<"v", Shape...> | [](auto v) {
            return xs::let(
                xs::placeholder<"x", xs::shape<4, v.shape()[0]>, xs::dtype<typename decltype(v)::value_type>>,
                [=](auto x) {
                  return xs::seq(xs::name_scope<"n">(xs::relu(x * v + 1_c)), xs::get_name_scope(),
                                 xs::minimize<xs::gradient_descent_optimizer<0.1>>(xs::reduce_mean(x + v)),
                                 xs::sparse_softmax_cross_entropy_with_logits(
                                     xs::constant<"l", xs::values<0, 1, 0, 1>>, x));
                });
          }));
    });
constexpr auto quick = xs::graph(program<xs::shape<2>>);
constexpr auto slow = xs::graph(program<>);
static_assert([] {
  const auto a = quick.operations();
  const auto b = slow.operations();
  if (a.size() != b.size() || a.size() < 12) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].name() != b[i].name() || a[i].type() != b[i].type()) return false;
    if (a[i].kind() != xs::dsl::result_kind::operation && a[i].repr() != b[i].repr()) return false;
  }
  return true;
}());
}  // namespace of_every_kind_of_statement

namespace there_is_none {
static_assert(refused(xs::get_variable<"v">, errc::shape_required, {"new variable `v`"}));
static_assert(refused(xs::variable_scope<"a", xs::auto_reuse>(xs::get_variable<"v">), errc::shape_required,
                      {"`a/v`"}));
static_assert(refused(xs::get_variable<"v", xs::shape<xs::unknown, 3>>, errc::shape_required,
                      {"(None, 3)", "`v`", "fully defined"}));
static_assert(refused(xs::variable_scope<"a", xs::reuse>(xs::get_variable<"v">), errc::variable_missing,
                      {"`a/v`"}));
static_assert(refused(xs::seq(xs::get_variable<"v", xs::shape<1>>, xs::get_variable<"v">),
                      errc::variable_exists, {"`v`"}));

// A layer that would need the shape is not called, and a mistake after it is not told.
constexpr auto tied = [](auto v) { return xs::get_variable<"v", xs::shape<v.shape()[0]>>; };
static_assert(refused(xs::seq(xs::get_variable<"v"> | tied, xs::variable_scope<"_">()), errc::shape_required,
                      {"`v`"}));
// One before it is.
static_assert(refused(xs::seq(xs::variable_scope<"_">(), xs::get_variable<"v"> | tied),
                      errc::invalid_scope_name, {"`_`"}));
}  // namespace there_is_none

}  // namespace shapes_from_the_store
