// SPDX-License-Identifier: BSD-3-Clause
// The order in which a program runs: seq, let, pack, pipes, operands; and what handles do not do.
#include "../support/trace_text.hpp"

namespace order {

namespace xs = xscope;
using probe::trace_of;

namespace sequence_runs_in_order {
constexpr auto program =
    xs::seq(xs::get_variable<"a", xs::shape<1>>, xs::get_variable<"b", xs::shape<2>>,
            xs::seq(xs::get_variable<"c", xs::shape<3>>), xs::get_variable<"d", xs::shape<4>>);
static_assert(trace_of(program) == "0 get_variable a float32 (1,)\n"
                                   "1 get_variable b float32 (2,)\n"
                                   "2 get_variable c float32 (3,)\n"
                                   "3 get_variable d float32 (4,)\n");
}  // namespace sequence_runs_in_order

namespace nothing_runs_nothing {
static_assert(trace_of(xs::seq()) == "");
static_assert(trace_of(xs::pack()) == "");
}  // namespace nothing_runs_nothing

namespace let_binds_from_left_to_right {
// b is bound after a and used before it: binding decides when it runs.
constexpr auto program = xs::let(xs::get_variable<"a", xs::shape<2>>, xs::get_variable<"b", xs::shape<2>>,
                                 [](auto a, auto b) { return xs::subtract(b, a); });
static_assert(trace_of(program) == "0 get_variable a float32 (2,)\n"
                                   "1 get_variable b float32 (2,)\n"
                                   "2 apply Sub Sub(#1, #0) float32 (2,)\n");
}  // namespace let_binds_from_left_to_right

namespace a_handle_runs_nothing_again {
constexpr auto program = xs::let(xs::get_variable<"v", xs::shape<2>>, [](auto v) {
  return xs::let(xs::square(v), [=](auto y) { return xs::seq(v, y, xs::pack(y, v), y + y); });
});
static_assert(trace_of(program) == "0 get_variable v float32 (2,)\n"
                                   "1 apply Square Square(#0) float32 (2,)\n"
                                   "2 apply add Add(#1, #1) float32 (2,)\n");
}  // namespace a_handle_runs_nothing_again

namespace a_statement_runs_each_time_it_stands {
constexpr auto y = xs::exp(xs::placeholder<"x", xs::shape<>>);
static_assert(trace_of(y * y) == "0 placeholder x float32 ()\n"
                                 "1 apply Exp Exp(#0) float32 ()\n"
                                 "2 placeholder x float32 ()\n"
                                 "3 apply Exp Exp(#2) float32 ()\n"
                                 "4 apply mul Mul(#1, #3) float32 ()\n");
}  // namespace a_statement_runs_each_time_it_stands

namespace operands_run_before_their_operation {
constexpr auto program =
    xs::matmul(xs::placeholder<"x", xs::shape<1, 2>>, xs::get_variable<"w", xs::shape<2, 3>>) +
    xs::get_variable<"b", xs::shape<3>>;
static_assert(trace_of(program) == "0 placeholder x float32 (1, 2)\n"
                                   "1 get_variable w float32 (2, 3)\n"
                                   "2 apply MatMul MatMul(#0, #1) float32 (1, 3)\n"
                                   "3 get_variable b float32 (3,)\n"
                                   "4 apply add Add(#2, #3) float32 (1, 3)\n");
}  // namespace operands_run_before_their_operation

namespace pack_keeps_all_results {
constexpr auto both = xs::pack(xs::placeholder<"a", xs::shape<3>>, xs::placeholder<"b", xs::shape<3>>);
constexpr auto by_position =
    xs::let(both, [](auto ab) { return ab.template get<1>() - ab.template get<0>(); });
constexpr auto by_name = xs::let(both, [](auto ab) {
  auto [a, b] = ab;
  return b - a;
});
constexpr std::string_view expected = "0 placeholder a float32 (3,)\n"
                                      "1 placeholder b float32 (3,)\n"
                                      "2 apply sub Sub(#1, #0) float32 (3,)\n";
static_assert(trace_of(by_position) == expected);
static_assert(trace_of(by_name) == expected);
}  // namespace pack_keeps_all_results

namespace pipe_is_let {
constexpr auto twice = [](auto x) { return x + x; };
constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
constexpr std::string_view expected = "0 placeholder x float32 (3,)\n"
                                      "1 apply add Add(#0, #0) float32 (3,)\n";
static_assert(trace_of(x | twice) == expected);
static_assert(trace_of(xs::let(x, twice)) == expected);
}  // namespace pipe_is_let

namespace pipes_run_through_layers {
constexpr auto bias = [](auto x) { return x + xs::get_variable<"bias", xs::shape<x.shape()[0]>>; };
constexpr auto chain = xs::placeholder<"x", xs::shape<4>> | bias | xs::relu | [](auto x) { return x; } |
                       xs::tanh | xs::softmax | xs::reduce_sum;
static_assert(trace_of(chain) == "0 placeholder x float32 (4,)\n"
                                 "1 get_variable bias float32 (4,)\n"
                                 "2 apply add Add(#0, #1) float32 (4,)\n"
                                 "3 apply Relu Relu(#2) float32 (4,)\n"
                                 "4 apply Tanh Tanh(#3) float32 (4,)\n"
                                 "5 apply Softmax Softmax(#4) float32 (4,)\n"
                                 "6 apply Sum Sum(#5) float32 ()\n");
}  // namespace pipes_run_through_layers

namespace more_than_the_tracer_takes_at_a_time {
template <std::size_t N>
constexpr auto p = xs::placeholder<"p", xs::shape<N>>;
constexpr std::string_view expected = "0 placeholder p float32 (1,)\n"
                                      "1 placeholder p float32 (2,)\n"
                                      "2 placeholder p float32 (3,)\n"
                                      "3 placeholder p float32 (4,)\n"
                                      "4 placeholder p float32 (5,)\n"
                                      "5 placeholder p float32 (6,)\n"
                                      "6 placeholder p float32 (7,)\n"
                                      "7 placeholder p float32 (8,)\n"
                                      "8 placeholder p float32 (9,)\n"
                                      "9 placeholder p float32 (10,)\n";
static_assert(trace_of(xs::seq(p<1>, p<2>, p<3>, p<4>, p<5>, p<6>, p<7>, p<8>, p<9>, p<10>)) == expected);
static_assert(trace_of(xs::pack(p<1>, p<2>, p<3>, p<4>, p<5>, p<6>, p<7>, p<8>, p<9>, p<10>)) == expected);
static_assert(trace_of(xs::let(p<1>, p<2>, p<3>, p<4>, p<5>, p<6>, p<7>, p<8>, p<9>, p<10>, [](auto... all) {
                static_assert(sizeof...(all) == 10);
                return xs::pack(all...);
              })) == expected);
}  // namespace more_than_the_tracer_takes_at_a_time

namespace layers_are_functions {
// A layer that is called twice runs twice; what it returns may be one of its handles.
constexpr auto layer() { return xs::get_variable<"v", xs::shape<1>>; }
constexpr auto second = [](auto, auto b) { return b; };
static_assert(trace_of(xs::square(xs::let(layer(), layer(), second))) ==
              "0 get_variable v float32 (1,)\n"
              "1 get_variable v float32 (1,)\n"
              "2 apply Square Square(#1) float32 (1,)\n");
}  // namespace layers_are_functions

}  // namespace order
