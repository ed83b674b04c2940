// SPDX-License-Identifier: BSD-3-Clause
// The cross entropy of sigmoid(logits) with labels between 0 and 1, without overflow: TensorFlow's
// operations, max(x, 0) - x * label + log(1 + exp(-|x|)).
#pragma once

#include "add.hpp"
#include "composed.hpp"
#include "exp.hpp"
#include "greater_equal.hpp"
#include "log1p.hpp"
#include "multiply.hpp"
#include "negative.hpp"
#include "same_shape.hpp"
#include "subtract.hpp"
#include "where.hpp"
#include "zeros_like.hpp"

namespace xscope {

namespace ops {

struct sigmoid_cross_entropy {
  static constexpr option_set takes{};
  static constexpr bool takes_operands(std::size_t n) { return n == 2; }

  template <class Options, class Scope, class Labels, class Logits>
  static constexpr auto make(Scope, Labels labels, Logits logits) {
    return with_same_shape(labels, logits, [=] {
      return let(xscope::zeros_like(logits), [=](auto zeros_) {
        return let(logits >= zeros_, [=](auto positive_) {
          return let(xscope::where(positive_, logits, zeros_), xscope::where(positive_, -logits, logits),
                     [=](auto relu_, auto negative_) {
                       return xscope::add(relu_ - logits * labels, xscope::log1p(xscope::exp(negative_)),
                                          xscope::name<Scope{}>);
                     });
        });
      });
    });
  }
};

}  // namespace ops

/// The loss of each logit, given labels of the same shape: (labels, logits)
/// (tf.nn.sigmoid_cross_entropy_with_logits).
inline constexpr ops::composed_function<ops::sigmoid_cross_entropy, "logistic_loss">
    sigmoid_cross_entropy_with_logits{};

}  // namespace xscope
