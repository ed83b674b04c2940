// SPDX-License-Identifier: BSD-3-Clause
// A mistake ends a trace: what stands after it is not looked at, so that one mistake gives one error.
#include <xscope/dsl/scopes.hpp>

#include "../support/trace_text.hpp"
#include <xscope/optimizers/all.hpp>

namespace faults {

namespace xs = xscope;
using probe::trace_of;

namespace after_a_misfit {
constexpr auto misfit = xs::get_variable<"a", xs::shape<2>> + xs::get_variable<"b", xs::shape<3>>;
constexpr auto after = xs::get_variable<"c", xs::shape<4>>;
constexpr std::string_view expected = "0 get_variable a float32 (2,)\n"
                                      "1 get_variable b float32 (3,)\n"
                                      "2 fault add shape_error\n";
static_assert(trace_of(misfit) == expected);
static_assert(trace_of(xs::seq(misfit, after)) == expected);
static_assert(trace_of(xs::pack(misfit, after, after)) == expected);
static_assert(trace_of(misfit * after) == expected);
static_assert(trace_of(misfit | xs::relu | [](auto x) { return x + after; }) == expected);
static_assert(trace_of(xs::let(misfit, after, [](auto x, auto y) { return x + y; })) == expected);
static_assert(trace_of(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(misfit)) == expected);
static_assert(trace_of(xs::variable_scope<"s">([](auto x) { return x + after; })(misfit)) == expected);

// A scope that was open stays open.
static_assert(trace_of(xs::variable_scope<"s">(misfit, after)) == "0 variable_scope s\n"
                                                                  "1   get_variable a float32 (2,)\n"
                                                                  "2   get_variable b float32 (3,)\n"
                                                                  "3   fault add shape_error\n");
}  // namespace after_a_misfit

namespace layers_after_a_mistake_are_not_called {
// The layer would not compile with what stands for the missing result.
constexpr auto layer = [](auto x) { return xs::get_variable<"w", xs::shape<x.shape()[0]>>; };
static_assert(trace_of(xs::matmul(xs::get_variable<"v", xs::shape<2>>, xs::get_variable<"v", xs::shape<2>>) |
                       layer) == "0 get_variable v float32 (2,)\n"
                                 "1 get_variable v float32 (2,)\n"
                                 "2 fault MatMul shape_error\n");
}  // namespace layers_after_a_mistake_are_not_called

namespace other_faults {
static_assert(trace_of(xs::constant<"c", xs::values<1, 2, 3, 4>, xs::shape<3>>) == "0 fault c shape_error\n");
static_assert(trace_of(xs::get_variable<"v", xs::shape<1>, xs::initializer<xs::value<1.0f>>>) ==
              "0 fault v initializer_mismatch\n");
static_assert(trace_of(xs::get_variable<"v", xs::dtype<float>, xs::initializer<xs::value<1>>>) ==
              "0 fault v initializer_mismatch\n");
static_assert(trace_of(xs::relu(xs::get_variable_scope())) == "0 fault Relu shape_error\n");
}  // namespace other_faults

namespace a_shape_that_only_the_store_knows {
// The quick trace stops before the event; `resolve` traces such programs again, with a history.
constexpr auto program =
    xs::seq(xs::get_variable<"v", xs::shape<1>>, xs::get_variable<"w">, xs::get_variable<"u", xs::shape<1>>);
static_assert(trace_of(program) == "0 get_variable v float32 (1,)\n");
using quick = xs::tracing::trace_from<std::remove_const_t<decltype(program)>, xs::tracing::at<0>>;
static_assert(quick::out::is_cut && quick::out::reason == xs::tracing::cut_reason::needs_history);
}  // namespace a_shape_that_only_the_store_knows

}  // namespace faults
