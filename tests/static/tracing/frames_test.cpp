// SPDX-License-Identifier: BSD-3-Clause
// Layers are traced once for all calls that are alike; nothing of that may show in the trace.
#include <xscope/ops/all.hpp>

#include "../support/trace_text.hpp"

namespace frames {

namespace xs = xscope;
using probe::trace_of;

constexpr auto input = xs::placeholder<"x", xs::shape<2>>;
constexpr auto scale = [](auto x) { return x * xs::get_variable<"w", xs::shape<2>>; };

namespace equal_layers_one_after_the_other {
constexpr auto program = input | xs::variable_scope<"a">(scale) | xs::variable_scope<"b">(scale) | scale;
static_assert(trace_of(program) == "0 placeholder x float32 (2,)\n"
                                   "1 variable_scope a\n"
                                   "2   get_variable w float32 (2,)\n"
                                   "3   apply mul Mul(#0, #2) float32 (2,)\n"
                                   "4 leave\n"
                                   "5 variable_scope b\n"
                                   "6   get_variable w float32 (2,)\n"
                                   "7   apply mul Mul(#3, #6) float32 (2,)\n"
                                   "8 leave\n"
                                   "9 get_variable w float32 (2,)\n"
                                   "10 apply mul Mul(#7, #9) float32 (2,)\n");
}  // namespace equal_layers_one_after_the_other

namespace layers_in_layers_see_what_is_around_them {
// The inner layers use the outer one's argument and the first layer's result, which no call hands to them.
constexpr auto block = [](auto x) {
  return xs::let(x | xs::variable_scope<"a">(scale), [=](auto y) {
    return y | xs::variable_scope<"b">([=](auto z) { return z + x; }) | [=](auto z) { return z + y; };
  });
};
constexpr auto program = input | xs::variable_scope<"one">(block) | xs::variable_scope<"two">(block);
static_assert(trace_of(program) == "0 placeholder x float32 (2,)\n"
                                   "1 variable_scope one\n"
                                   "2   variable_scope a\n"
                                   "3     get_variable w float32 (2,)\n"
                                   "4     apply mul Mul(#0, #3) float32 (2,)\n"
                                   "5   leave\n"
                                   "6   variable_scope b\n"
                                   "7     apply add Add(#4, #0) float32 (2,)\n"
                                   "8   leave\n"
                                   "9   apply add Add(#7, #4) float32 (2,)\n"
                                   "10 leave\n"
                                   "11 variable_scope two\n"
                                   "12   variable_scope a\n"
                                   "13     get_variable w float32 (2,)\n"
                                   "14     apply mul Mul(#9, #13) float32 (2,)\n"
                                   "15   leave\n"
                                   "16   variable_scope b\n"
                                   "17     apply add Add(#14, #9) float32 (2,)\n"
                                   "18   leave\n"
                                   "19   apply add Add(#17, #14) float32 (2,)\n"
                                   "20 leave\n");
}  // namespace layers_in_layers_see_what_is_around_them

namespace results_that_come_from_outside {
// An argument, the scope around the layer and one that it opens, all handed out of it.
constexpr auto layer = [](auto x) {
  return xs::variable_scope<"in">(xs::as([=](auto in) { return xs::pack(x, in); }));
};
constexpr auto both = [](auto x) { return xs::pack(x | layer, xs::get_variable_scope()); };
constexpr auto program =
    xs::let(xs::let(input, [](auto x) { return x | xs::variable_scope<"out">(both); }), [](auto results) {
      auto [inner, out] = results;
      auto [x, in] = inner;
      return xs::seq(xs::variable_scope<decltype(in){}>(x + x), xs::variable_scope<decltype(out){}>(x - x));
    });
static_assert(trace_of(program) == "0 placeholder x float32 (2,)\n"
                                   "1 variable_scope out\n"
                                   "2   variable_scope in\n"
                                   "3   leave\n"
                                   "4 leave\n"
                                   "5 variable_scope #2\n"
                                   "6   apply add Add(#0, #0) float32 (2,)\n"
                                   "7 leave\n"
                                   "8 variable_scope #1\n"
                                   "9   apply sub Sub(#0, #0) float32 (2,)\n"
                                   "10 leave\n");
}  // namespace results_that_come_from_outside

namespace scopes_around_a_layer_are_entered_again_and_set {
constexpr auto layer = [](auto x) {
  return xs::let(xs::get_variable_scope(), [=](auto vs) {
    return xs::seq(vs.reuse_variables(), xs::variable_scope<decltype(vs){}>(x + x));
  });
};
constexpr auto program = input | xs::variable_scope<"a">(layer) | layer;
static_assert(trace_of(program) == "0 placeholder x float32 (2,)\n"
                                   "1 variable_scope a\n"
                                   "2   reuse_variables #1\n"
                                   "3   variable_scope #1\n"
                                   "4     apply add Add(#0, #0) float32 (2,)\n"
                                   "5   leave\n"
                                   "6 leave\n"
                                   "7 reuse_variables #root\n"
                                   "8 variable_scope #root\n"
                                   "9   apply add Add(#4, #4) float32 (2,)\n"
                                   "10 leave\n");
}  // namespace scopes_around_a_layer_are_entered_again_and_set

namespace different_defaults_are_different_layers {
constexpr auto make = [](auto) { return xs::get_variable<"v", xs::shape<2>>; };
constexpr auto program = xs::let(input, [](auto x) {
  return xs::pack(x | xs::variable_scope<"a", xs::dtype<double>>(make), x | xs::variable_scope<"b">(make));
});
static_assert(trace_of(program) == "0 placeholder x float32 (2,)\n"
                                   "1 variable_scope a\n"
                                   "2   get_variable v float64 (2,)\n"
                                   "3 leave\n"
                                   "4 variable_scope b\n"
                                   "5   get_variable v float32 (2,)\n"
                                   "6 leave\n");
}  // namespace different_defaults_are_different_layers

}  // namespace frames
