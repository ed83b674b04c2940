// SPDX-License-Identifier: BSD-3-Clause
// Scopes in a trace: blocks, layers with a scope around them, `as`, re-entry, threads.
#include <xscope/dsl/scopes.hpp>

#include "../support/trace_text.hpp"

namespace scopes {

namespace xs = xscope;
using probe::trace_of;

namespace blocks {
constexpr auto program =
    xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<1>>,
                              xs::variable_scope<"bar", xs::reuse>(xs::constant<"c", xs::values<1, 2>>),
                              xs::name_scope<"n">(xs::variable<"t", xs::value<0>>));
static_assert(trace_of(program) == "0 variable_scope foo\n"
                                   "1   get_variable v float32 (1,)\n"
                                   "2   variable_scope bar reuse\n"
                                   "3     constant c int32 (2,) = 1 2\n"
                                   "4   leave\n"
                                   "5   name_scope n\n"
                                   "6     variable t int32 () = 0\n"
                                   "7   leave\n"
                                   "8 leave\n");
}  // namespace blocks

namespace openings {
constexpr auto program = xs::seq(
    xs::variable_scope<"a", xs::auto_reuse>(), xs::variable_scope<"b", xs::no_reuse>(),
    xs::variable_scope<"c", xs::auxiliary_name_scope<false>, xs::reuse>(),
    xs::variable_scope<xs::none, xs::default_name<"layer">>(),
    xs::variable_scope<"d", xs::default_name<"layer">>(), xs::variable_scope<"">(), xs::name_scope<"e/">(),
    xs::name_scope<"">(), xs::name_scope<xs::none>(), xs::name_scope<xs::none, xs::default_name<"f">>());
static_assert(trace_of(program) == "0 variable_scope a auto_reuse\n"
                                   "1 leave\n"
                                   "2 variable_scope b\n"
                                   "3 leave\n"
                                   "4 variable_scope c reuse without name scope\n"
                                   "5 leave\n"
                                   "6 variable_scope none default_name=layer\n"
                                   "7 leave\n"
                                   "8 variable_scope d default_name=layer\n"
                                   "9 leave\n"
                                   "10 variable_scope \n"
                                   "11 leave\n"
                                   "12 name_scope e/\n"
                                   "13 leave\n"
                                   "14 name_scope \n"
                                   "15 leave\n"
                                   "16 name_scope none\n"
                                   "17 leave\n"
                                   "18 name_scope f\n"
                                   "19 leave\n");
}  // namespace openings

namespace arguments_run_outside_of_a_layers_scope {
// variable_scope("net") around the layer, not around what computes its argument.
constexpr auto layer = [](auto x) { return x * xs::get_variable<"w", xs::shape<3>>; };
constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
constexpr std::string_view expected = "0 placeholder x float32 (3,)\n"
                                      "1 variable_scope net\n"
                                      "2   get_variable w float32 (3,)\n"
                                      "3   apply mul Mul(#0, #2) float32 (3,)\n"
                                      "4 leave\n";
static_assert(trace_of(xs::variable_scope<"net">(layer)(x)) == expected);
static_assert(trace_of(x | xs::variable_scope<"net">(layer)) == expected);
static_assert(trace_of(xs::let(x, xs::variable_scope<"net">(layer))) == expected);

// A section holds everything.
static_assert(trace_of(xs::variable_scope<"net">(x | layer)) == "0 variable_scope net\n"
                                                                "1   placeholder x float32 (3,)\n"
                                                                "2   get_variable w float32 (3,)\n"
                                                                "3   apply mul Mul(#1, #2) float32 (3,)\n"
                                                                "4 leave\n");
}  // namespace arguments_run_outside_of_a_layers_scope

namespace layers_nest {
template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>>;
};
constexpr auto mlp = [](auto x) {
  return x | xs::variable_scope<"hidden">(dense<128>) | xs::relu | xs::variable_scope<"logits">(dense<10>);
};
constexpr auto program = xs::placeholder<"x", xs::shape<1, 784>> | xs::variable_scope<"net">(mlp);
static_assert(trace_of(program) == "0 placeholder x float32 (1, 784)\n"
                                   "1 variable_scope net\n"
                                   "2   variable_scope hidden\n"
                                   "3     get_variable kernel float32 (784, 128)\n"
                                   "4     apply MatMul MatMul(#0, #3) float32 (1, 128)\n"
                                   "5     get_variable bias float32 (128,)\n"
                                   "6     apply add Add(#4, #5) float32 (1, 128)\n"
                                   "7   leave\n"
                                   "8   apply Relu Relu(#6) float32 (1, 128)\n"
                                   "9   variable_scope logits\n"
                                   "10     get_variable kernel float32 (128, 10)\n"
                                   "11     apply MatMul MatMul(#8, #10) float32 (1, 10)\n"
                                   "12     get_variable bias float32 (10,)\n"
                                   "13     apply add Add(#11, #12) float32 (1, 10)\n"
                                   "14   leave\n"
                                   "15 leave\n");
}  // namespace layers_nest

namespace scopes_around_scopes_of_a_layer {
constexpr auto layer = [](auto a, auto b) { return a - b; };
constexpr auto program = xs::name_scope<"outer">(xs::variable_scope<"inner", xs::reuse>(layer))(
    xs::placeholder<"a", xs::shape<>>, xs::placeholder<"b", xs::shape<>>);
static_assert(trace_of(program) == "0 placeholder a float32 ()\n"
                                   "1 placeholder b float32 ()\n"
                                   "2 name_scope outer\n"
                                   "3   variable_scope inner reuse\n"
                                   "4     apply sub Sub(#0, #1) float32 ()\n"
                                   "5   leave\n"
                                   "6 leave\n");
}  // namespace scopes_around_scopes_of_a_layer

namespace captured_scopes {
constexpr auto program =
    xs::let(xs::variable_scope<"a">(xs::get_variable_scope()), xs::get_variable_scope(),
            xs::name_scope<"n">(xs::as([](auto n) { return n; })), [](auto a, auto root, auto n) {
              return xs::seq(a.reuse_variables(), xs::variable_scope<a>(), xs::variable_scope<root>(),
                             xs::name_scope<n>(), xs::name_scope<a.original_name_scope()>());
            });
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1 leave\n"
                                   "2 name_scope n\n"
                                   "3 leave\n"
                                   "4 reuse_variables #0\n"
                                   "5 variable_scope #0\n"
                                   "6 leave\n"
                                   "7 variable_scope #root\n"
                                   "8 leave\n"
                                   "9 name_scope #2\n"
                                   "10 leave\n"
                                   "11 name_scope original #0\n"
                                   "12 leave\n");
}  // namespace captured_scopes

namespace as_gives_the_innermost_scope {
constexpr auto program = xs::variable_scope<"a">(
    xs::as([](auto a) { return a.reuse_variables(); }),
    xs::name_scope<"n">(xs::get_variable_scope(),
                        xs::variable_scope<"b">(xs::as([](auto b) { return b.reuse_variables(); }))));
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   reuse_variables #0\n"
                                   "2   name_scope n\n"
                                   "3     variable_scope b\n"
                                   "4       reuse_variables #3\n"
                                   "5     leave\n"
                                   "6   leave\n"
                                   "7 leave\n");
}  // namespace as_gives_the_innermost_scope

namespace the_root_has_a_scope_too {
static_assert(trace_of(xs::as([](auto root) { return root.reuse_variables(); })) ==
              "0 reuse_variables #root\n");
static_assert(trace_of(xs::let(xs::get_variable_scope(), [](auto root) { return root.reuse_variables(); })) ==
              "0 reuse_variables #root\n");
}  // namespace the_root_has_a_scope_too

namespace threads {
constexpr auto program = xs::variable_scope<"a">(
    xs::thread(xs::as([](auto root) { return root.reuse_variables(); }), xs::get_name_scope()),
    xs::get_name_scope());
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   thread\n"
                                   "2     reuse_variables #1\n"
                                   "3     get_name_scope\n"
                                   "4   leave\n"
                                   "5   get_name_scope\n"
                                   "6 leave\n");
}  // namespace threads

}  // namespace scopes
