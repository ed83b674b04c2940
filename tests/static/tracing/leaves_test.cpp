// SPDX-License-Identifier: BSD-3-Clause
// What leaves bring with them: default names, element types, shapes, values.
#include <xscope/dsl/scopes.hpp>

#include "../support/trace_text.hpp"

namespace leaves {

namespace xs = xscope;
using probe::trace_of;

namespace placeholders {
constexpr auto program =
    xs::seq(xs::placeholder<"x", xs::shape<1, 784>>, xs::placeholder<"i", xs::dtype<int>, xs::shape<3>>,
            xs::placeholder<xs::none, xs::shape<>>);
static_assert(trace_of(program) == "0 placeholder x float32 (1, 784)\n"
                                   "1 placeholder i int32 (3,)\n"
                                   "2 placeholder Placeholder float32 ()\n");
}  // namespace placeholders

namespace constants {
constexpr auto program = xs::seq(
    xs::constant<"c", xs::values<1, 2, 3, 4>>, xs::constant<"m", xs::values<1, 2, 3, 4>, xs::shape<2, 2>>,
    xs::constant<"f", xs::value<0.5f>, xs::shape<2, 2>>,
    xs::constant<"d", xs::values<1, 2>, xs::dtype<double>>, xs::constant<"e", xs::values<>>,
    xs::constant<"r", xs::values<1, 2>, xs::shape<3>>, xs::constant<"b", xs::values<true, false>>,
    xs::constant<xs::none, xs::value<-2.25f>>, xs::value<7>);
static_assert(trace_of(program) == "0 constant c int32 (4,) = 1 2 3 4\n"
                                   "1 constant m int32 (2, 2) = 1 2 3 4\n"
                                   "2 constant f float32 (2, 2) = 0.5\n"
                                   "3 constant d float64 (2,) = 1 2\n"
                                   "4 constant e float32 (0,) =\n"
                                   "5 constant r int32 (3,) = 1 2\n"
                                   "6 constant b bool (2,) = 1 0\n"
                                   "7 constant Const float32 () = -2.25\n"
                                   "8 constant Const int32 () = 7\n");
}  // namespace constants

namespace variables {
constexpr auto program =
    xs::seq(xs::variable<"t", xs::values<1>>, xs::variable<xs::none, xs::value<1.5f>, xs::trainable<false>>,
            xs::variable<"m", xs::value<0.0>, xs::shape<2, 3>>,
            xs::variable<"l", xs::value<3>, xs::dtype<std::int64_t>>,
            xs::variable<"i", xs::initializer<xs::ones_initializer>, xs::shape<4>>);
static_assert(trace_of(program) == "0 variable t int32 (1,) = 1\n"
                                   "1 variable Variable float32 () = 1.5 fixed\n"
                                   "2 variable m float64 (2, 3) = 0\n"
                                   "3 variable l int64 () = 3\n"
                                   "4 variable i float32 (4,)\n");
}  // namespace variables

namespace scope_defaults {
// A constant initializer brings shape and element type, and leaves alone what is asked for.
constexpr auto program = xs::variable_scope<"a", xs::dtype<double>, xs::initializer<xs::value<0.5f>>>(
    xs::get_variable<"v">, xs::get_variable<"w", xs::initializer<xs::values<1, 2>>>,
    xs::get_variable<"x", xs::shape<2>, xs::initializer<xs::ones_initializer>, xs::trainable<false>>,
    xs::variable_scope<"b", xs::dtype<int>>(
        xs::get_variable<"y", xs::shape<2>, xs::initializer<xs::zeros_initializer>>,
        xs::variable_scope<"c">(
            xs::get_variable<"z", xs::shape<>, xs::dtype<bool>, xs::initializer<xs::zeros_initializer>>)));
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   get_variable v float32 () asked float64\n"
                                   "2   get_variable w int32 (2,) asked float64\n"
                                   "3   get_variable x float64 (2,) fixed\n"
                                   "4   variable_scope b\n"
                                   "5     get_variable y int32 (2,)\n"
                                   "6     variable_scope c\n"
                                   "7       get_variable z bool ()\n"
                                   "8     leave\n"
                                   "9   leave\n"
                                   "10 leave\n");
}  // namespace scope_defaults

}  // namespace leaves
