// SPDX-License-Identifier: BSD-3-Clause
// Literal operands: constants inside of the operation's own scope, of the type of the tensor beside them.
#include "../support/trace_text.hpp"

namespace literals {

namespace xs = xscope;
using namespace xs::literals;
using probe::trace_of;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
constexpr auto n = xs::placeholder<"n", xs::shape<3>, xs::dtype<int>>;

namespace beside_a_tensor {
static_assert(trace_of(x * 2.5_c) == "0 placeholder x float32 (3,)\n"
                                     "1 op_scope mul\n"
                                     "2   constant y float32 () = 2.5\n"
                                     "3   apply_in_scope mul Mul(#0, #2) float32 (3,)\n");
static_assert(trace_of(1_c - x) == "0 placeholder x float32 (3,)\n"
                                   "1 op_scope sub\n"
                                   "2   constant x float32 () = 1\n"
                                   "3   apply_in_scope sub Sub(#2, #0) float32 (3,)\n");
static_assert(trace_of(xs::add(n, xs::values<1, 2, 3>, xs::name<"sum">)) ==
              "0 placeholder n int32 (3,)\n"
              "1 op_scope sum\n"
              "2   constant y int32 (3,) = 1 2 3\n"
              "3   apply_in_scope sum Add(#0, #2) int32 (3,)\n");
}  // namespace beside_a_tensor

namespace the_shape_is_the_literals_own {
static_assert(trace_of(xs::value<1.0f> + xs::placeholder<"s", xs::shape<>> + xs::values<1, 2>) ==
              "0 placeholder s float32 ()\n"
              "1 op_scope add\n"
              "2   constant x float32 () = 1\n"
              "3   apply_in_scope add Add(#2, #0) float32 ()\n"
              "4 op_scope add\n"
              "5   constant y float32 (2,) = 1 2\n"
              "6   apply_in_scope add Add(#3, #5) float32 (2,)\n");
}  // namespace the_shape_is_the_literals_own

namespace among_themselves {
// As numbers are in TensorFlow: with a fraction float32, without one int32.
static_assert(trace_of(1.5_c + 2_c) == "0 op_scope add\n"
                                       "1   constant x float32 () = 1.5\n"
                                       "2   constant y float32 () = 2\n"
                                       "3   apply_in_scope add Add(#1, #2) float32 ()\n");
static_assert(trace_of(1_c * 2_c) == "0 op_scope mul\n"
                                     "1   constant x int32 () = 1\n"
                                     "2   constant y int32 () = 2\n"
                                     "3   apply_in_scope mul Mul(#1, #2) int32 ()\n");
static_assert(trace_of(xs::square(3_c)) == "0 op_scope Square\n"
                                           "1   constant x int32 () = 3\n"
                                           "2   apply_in_scope Square Square(#1) int32 ()\n");
}  // namespace among_themselves

namespace bound_by_let_a_literal_is_a_tensor {
static_assert(trace_of(xs::let(2_c, [](auto two) { return two * two; })) ==
              "0 constant Const int32 () = 2\n"
              "1 apply mul Mul(#0, #0) int32 ()\n");
}  // namespace bound_by_let_a_literal_is_a_tensor

namespace digits {
constexpr bool is(auto literal, double real, bool has_fraction) {
  return literal.data()->real == real &&
         std::is_same_v<typename decltype(literal)::value_type, double> == has_fraction;
}
static_assert(is(2_c, 2, false));
static_assert(is(1'000'000_c, 1000000, false));
static_assert(is(2.0_c, 2, true));
static_assert(is(0.1_c, 0.1, true));
static_assert(is(.5_c, .5, true));
static_assert(is(1e-3_c, 1e-3, true));
static_assert(is(2.5e2_c, 250, true));
static_assert(is(1E+2_c, 100, true));
static_assert(is(1'0.2'5_c, 10.25, true));
static_assert(is(0.3_c, 0.3, true));
static_assert(is(3.14159_c, 3.14159, true));
}  // namespace digits

}  // namespace literals
