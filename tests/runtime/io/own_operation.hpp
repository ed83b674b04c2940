// SPDX-License-Identifier: BSD-3-Clause
#include <xscope/session.hpp>

namespace xscope {

// ops/reverse.hpp
namespace ops {

struct reverse {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(info, {dy}, g.attrs(n)));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].shape.rank() == 0) return wrong(diag::fault::rank_not_allowed);
    if (const diag::fault f = fault_of_axis(a, in[0].shape.rank()); f != diag::fault::none) return wrong(f);
    return same_as_operand(in, a);
  }
  static void spell(speller& s) {
    integers axes;
    axes.push_back(s.axis(s.shape.rank()));
    s.takes("axis", axes);
    s.index_type("Tidx");
  }
  static constexpr op_info info{.type = "ReverseV2",
                                .name = "ReverseV2",
                                .operands = {"tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::axis},
                                .spell = spell};
};

}  // namespace ops

inline constexpr dsl::op_function<ops::reverse> reverse{};

// kernels/moves.hpp
namespace kernels {

struct reverse {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank()));
    for (std::size_t o = 0; o < split.outer; ++o, x += split.along * split.inner) {
      for (std::size_t k = split.along; k-- > 0;) {
        for (std::size_t i = 0; i < split.inner; ++i) *y++ = x[k * split.inner + i];
      }
    }
  }
};

}  // namespace kernels
template <>
struct ops::code_of<&ops::reverse::info> : kernels::reverse {};

}  // namespace xscope
