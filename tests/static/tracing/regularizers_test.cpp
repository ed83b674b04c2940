// SPDX-License-Identifier: BSD-3-Clause
// Regularizers in a trace: a section behind the variable, which resolving passes over where the variable is
// shared.
#include <xscope/graph.hpp>

#include "../support/trace_text.hpp"

namespace traces_of_regularizers {

namespace xs = xscope;
using probe::trace_of;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;
constexpr auto mean = [](auto variable) { return xs::reduce_mean(variable); };

namespace one_variable {
// The loss, and the collection that it joins.
constexpr auto program = v<"v", xs::regularizer<mean>>;
static_assert(trace_of(program) == "0 get_variable v float32 (4,)\n"
                                   "1 regularizer #0\n"
                                   "2   apply Mean Mean(#0) float32 ()\n"
                                   "3   collect regularization_losses #2\n"
                                   "4 leave\n");
}  // namespace one_variable

namespace of_a_scope {
// What switches it off leaves no event.
constexpr auto program =
    xs::variable_scope<"a", xs::regularizer<mean>>(v<"v">, v<"w", xs::regularizer<xs::no_regularizer>>,
                                                   v<"x", xs::regularizer<[](auto) { return xs::none; }>>);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   get_variable v float32 (4,)\n"
                                   "2   regularizer #1\n"
                                   "3     apply Mean Mean(#1) float32 ()\n"
                                   "4     collect regularization_losses #3\n"
                                   "5   leave\n"
                                   "6   get_variable w float32 (4,)\n"
                                   "7   get_variable x float32 (4,)\n"
                                   "8 leave\n");
}  // namespace of_a_scope

namespace asked_for_again {
// The trace does not know what exists: it holds the section each time.
constexpr auto program =
    xs::variable_scope<"a", xs::auto_reuse>(v<"v", xs::regularizer<mean>>, v<"v", xs::regularizer<mean>>);
static_assert(trace_of(program) == "0 variable_scope a auto_reuse\n"
                                   "1   get_variable v float32 (4,)\n"
                                   "2   regularizer #1\n"
                                   "3     apply Mean Mean(#1) float32 ()\n"
                                   "4     collect regularization_losses #3\n"
                                   "5   leave\n"
                                   "6   get_variable v float32 (4,)\n"
                                   "7   regularizer #6\n"
                                   "8     apply Mean Mean(#6) float32 ()\n"
                                   "9     collect regularization_losses #8\n"
                                   "10   leave\n"
                                   "11 leave\n");
}  // namespace asked_for_again

namespace the_variable_is_the_result {
// And not the loss.
constexpr auto program = xs::relu(v<"v", xs::regularizer<mean>>);
static_assert(trace_of(program) == "0 get_variable v float32 (4,)\n"
                                   "1 regularizer #0\n"
                                   "2   apply Mean Mean(#0) float32 ()\n"
                                   "3   collect regularization_losses #2\n"
                                   "4 leave\n"
                                   "5 apply Relu Relu(#0) float32 (4,)\n");
}  // namespace the_variable_is_the_result

namespace not_called_after_a_mistake {
constexpr auto program = xs::seq(v<"v", xs::initializer<xs::value<1.0f>>, xs::regularizer<mean>>, v<"w">);
static_assert(trace_of(program) == "0 fault v initializer_mismatch\n");
}  // namespace not_called_after_a_mistake

}  // namespace traces_of_regularizers
