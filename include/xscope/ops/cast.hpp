// SPDX-License-Identifier: BSD-3-Clause
// Another element type: towards zero from reals to integers.
#pragma once

#include "../math/convert.hpp"
#include "../math/primitives.hpp"
#include "add.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct cast {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    // Of packs there are only truth values and one type of numbers.
    if constexpr (math::is_pack<Out> && !math::is_pack<A>) return math::select(a, Out(1), Out(0));
    else if constexpr (math::is_pack<A> && !math::is_pack<Out>) return !(a == A(0));
    else return math::convert<Out>(a);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    attributes back;
    back.dtype = g.at(g.arg(n, 0)).dtype;
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), g.apply(info, {dy}, back));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return cast_operand(in, a); }
  static void spell(speller& s) {
    s.no_type();
    s.type("SrcT", s.in[0].dtype);
    s.type("DstT", s.dtype);
    s.flag("Truncate", false);
  }
  static constexpr op_info info{.type = "Cast",
                                .name = "Cast",
                                .operands = {"x", nullptr},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::dtype},
                                .spell = spell};
};
template <>
struct code_of<&cast::info> : cast {};

}  // namespace ops

/// x with another element type: cast(x, dtype<float>) (tf.cast). Reals become integers towards zero.
inline constexpr dsl::op_function<ops::cast> cast{};

}  // namespace xscope
