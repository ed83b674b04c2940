// SPDX-License-Identifier: BSD-3-Clause
// Partitioned variables in a trace: a section with a request for each slice.
#include <xscope/graph.hpp>

#include "../support/trace_text.hpp"

namespace traces_of_partitions {

namespace xs = xscope;
using probe::trace_of;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;
constexpr auto mean = [](auto variable) { return xs::reduce_mean(variable); };

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

namespace slices {
constexpr auto program = xs::variable_scope<"a">(v<"w", cut<3>>);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   get_partitioned w float32 (4,) into (3,)\n"
                                   "2     get_variable part_0 float32 (2,) of #1\n"
                                   "3     get_variable part_1 float32 (1,) of #1\n"
                                   "4     get_variable part_2 float32 (1,) of #1\n"
                                   "5   leave\n"
                                   "6 leave\n");
}  // namespace slices

namespace one_slice {
constexpr auto program = v<"w", cut<1>>;
static_assert(trace_of(program) == "0 get_partitioned w float32 (4,) into (1,)\n"
                                   "1   get_variable part_0 float32 (4,) of #0\n"
                                   "2 leave\n");
}  // namespace one_slice

namespace a_scalar_is_not_cut {
constexpr auto program = xs::variable_scope<"a", cut<2>>(xs::get_variable<"w", xs::shape<>>);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   get_variable w float32 ()\n"
                                   "2 leave\n");
}  // namespace a_scalar_is_not_cut

namespace losses_of_slices {
constexpr auto program = v<"w", cut<2>, xs::regularizer<mean>>;
static_assert(trace_of(program) == "0 get_partitioned w float32 (4,) into (2,)\n"
                                   "1   get_variable part_0 float32 (2,) of #0\n"
                                   "2   regularizer #1\n"
                                   "3     apply Mean Mean(#1) float32 ()\n"
                                   "4     collect regularization_losses #3\n"
                                   "5   leave\n"
                                   "6   get_variable part_1 float32 (2,) of #0\n"
                                   "7   regularizer #6\n"
                                   "8     apply Mean Mean(#6) float32 ()\n"
                                   "9     collect regularization_losses #8\n"
                                   "10   leave\n"
                                   "11 leave\n");
}  // namespace losses_of_slices

namespace created_by_a_creator {
constexpr auto program =
    xs::variable_creator_scope<[](auto next, auto request) { return next(request); }>(v<"w", cut<2>>);
static_assert(trace_of(program) == "0 get_partitioned w float32 (4,) into (2,)\n"
                                   "1   get_created part_0 float32 (2,) of #0\n"
                                   "2     name_scope none\n"
                                   "3       note_name part_0 of #0\n"
                                   "4       create_variable #1 part_0 float32 (2,)\n"
                                   "5     leave\n"
                                   "6   leave\n"
                                   "7   get_created part_1 float32 (2,) of #0\n"
                                   "8     name_scope none\n"
                                   "9       note_name part_1 of #0\n"
                                   "10       create_variable #7 part_1 float32 (2,)\n"
                                   "11     leave\n"
                                   "12   leave\n"
                                   "13 leave\n");
}  // namespace created_by_a_creator

namespace as_tensor {
constexpr auto program = v<"w", cut<2>> | [](auto w) { return w.as_tensor(); };
static_assert(trace_of(program) == "0 get_partitioned w float32 (4,) into (2,)\n"
                                   "1   get_variable part_0 float32 (2,) of #0\n"
                                   "2   get_variable part_1 float32 (2,) of #0\n"
                                   "3 leave\n"
                                   "4 as_tensor #0\n"
                                   "5   apply concat ConcatV2(#1, #2) float32 (4,)\n"
                                   "6 leave\n"
                                   "7 apply Identity Identity(#5) float32 (4,)\n");
}  // namespace as_tensor

namespace as_tensor_of_one_slice {
constexpr auto program = v<"w", cut<1>> | [](auto w) { return w.as_tensor(); };
static_assert(trace_of(program) == "0 get_partitioned w float32 (4,) into (1,)\n"
                                   "1   get_variable part_0 float32 (4,) of #0\n"
                                   "2 leave\n"
                                   "3 apply Identity Identity(#1) float32 (4,)\n");
}  // namespace as_tensor_of_one_slice

namespace as_an_operand {
constexpr auto program = v<"w", cut<2>> * xs::value<2.0f>;
static_assert(trace_of(program) == "0 get_partitioned w float32 (4,) into (2,)\n"
                                   "1   get_variable part_0 float32 (2,) of #0\n"
                                   "2   get_variable part_1 float32 (2,) of #0\n"
                                   "3 leave\n"
                                   "4 as_tensor #0\n"
                                   "5   apply concat ConcatV2(#1, #2) float32 (4,)\n"
                                   "6 leave\n"
                                   "7 apply Identity Identity(#5) float32 (4,)\n"
                                   "8 op_scope mul\n"
                                   "9   constant y float32 () = 2\n"
                                   "10   apply_in_scope mul Mul(#7, #9) float32 (4,)\n");
}  // namespace as_an_operand

namespace what_is_refused {
// The event says why; its slices are not asked for.
constexpr auto program =
    xs::seq(v<"w", xs::partitioner<[](auto, auto) { return std::array<std::size_t, 1>{5}; }>>, v<"x">);
static_assert(trace_of(program) == "0 get_partitioned w float32 (4,) into (5,)\n");
}  // namespace what_is_refused

}  // namespace traces_of_partitions
