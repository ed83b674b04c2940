// SPDX-License-Identifier: BSD-3-Clause
// A row for each index: 1 at the index, 0 elsewhere.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

struct one_hot {
  template <kernel_spec Spec, class T, class Index>
  static constexpr void forward(T* y, const Index* indices) {
    constexpr std::size_t classes = Spec.attrs.shape[0];
    for (std::size_t r = 0; r < Spec.in[0].elements(); ++r) {
      for (std::size_t i = 0; i < classes; ++i)
        *y++ = static_cast<T>(static_cast<std::size_t>(indices[r]) == i);
    }
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!a.has_shape) return wrong(diag::fault::attribute_missing);
    if (!in[0].dtype.is_integer()) return wrong(diag::fault::dtype_not_allowed);
    if (in[0].shape.rank() == max_rank) return wrong(diag::fault::rank_not_allowed);
    inferred out{a.dtype == data_type{} ? data_type_of<float> : a.dtype, in[0].shape};
    out.shape.push_back(a.shape[0]);
    return out;
  }
  static constexpr op_info info{.type = "OneHot",
                                .name = "one_hot",
                                .operands = {"indices", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = no_gradient,
                                .needs = "`depth<...>`"};
};
template <>
struct op_at<&one_hot::info> {
  using type = one_hot;
};

}  // namespace ops

/// A row for each index, 1 at the index and 0 elsewhere: one_hot(labels, depth<10>), perhaps with a `dtype`
/// (tf.one_hot). An index that is no class has a row of zeros.
inline constexpr dsl::op_function<ops::one_hot> one_hot{};

}  // namespace xscope
