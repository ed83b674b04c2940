// SPDX-License-Identifier: BSD-3-Clause
// Long short-term memory over all time steps (Hochreiter and Schmidhuber 1997; Gers et al. 2000).
#pragma once

#include "recurrent.hpp"

namespace xscope::ops {

//   i, f, o = sigmoid(x K + h R + b)    g = tanh(x Kg + h Rg + bg)    c' = f * c + i * g    h' = o * tanh(c')
// Gates lie in memory in the order i, f, g, o (Keras calls g c). In registers i and g stand in lower halves,
// which can be had at once; o, which is needed last, beside i.
struct lstm_cell {
  static constexpr std::size_t gates = 4;
  static constexpr std::size_t order[] = {0, 3, 2, 1};
  static constexpr bool has_c = true;
  /// f shares a register with g, whose tanh is not that of the half.
  static constexpr bool is_halved(std::size_t place) { return place == 3; }

  template <class G, class S>
  XSCOPE_INLINE static G bias(const S* b, std::size_t all, std::size_t first) {
    return G::load(b + first, all);
  }
  template <class G, class S>
  XSCOPE_INLINE static G other_bias(const S*, std::size_t, std::size_t) {
    return G{};
  }
  template <class G>
  XSCOPE_INLINE static G start(const G& inputs, const G&) {
    return inputs;
  }

  /// From (2i - 1, 2f - 1, g, 2o - 1) as quotients.
  template <class T, class V>
  XSCOPE_INLINE static V next_state(quotient<V> i, quotient<V> f, quotient<V> g, quotient<V> o, V* c) {
    const V half = *c * T(0.5);
    const V kept = half + (half * f.numerator) * f.reciprocal;
    const V input = T(0.5) + (T(0.5) * i.numerator) * i.reciprocal;
    *c = kept + input * (g.numerator * g.reciprocal);
    const V output = T(0.5) + (T(0.5) * o.numerator) * o.reciprocal;
    const auto out = tanh_quotient<false, T>(*c);
    return (output * out.numerator) * out.reciprocal;
  }
  template <class T, class G, class V>
  XSCOPE_INLINE static void next(G& total, G&, V* h, V* c) {
    if constexpr (G::pairs) {
      const auto io = tanh_quotient<true, T>(total.w[0]);
      const auto gf = tanh_quotient<false, T>(total.w[1]);
      *h = next_state<T>(G::template half_of<false>(io), G::template half_of<true>(gf),
                         G::template half_of<false>(gf), G::template half_of<true>(io), c);
    } else {
      for (std::size_t p = 0; p < G::parts; ++p)
        h[p] = next_state<T>(tanh_quotient<true, T>(total.w[p]), tanh_quotient<true, T>(total.w[3 * G::parts + p]),
                             tanh_quotient<false, T>(total.w[2 * G::parts + p]),
                             tanh_quotient<true, T>(total.w[G::parts + p]), c + p);
    }
  }

  // With samples in the lanes: sums in memory's order.
  static constexpr std::size_t sums = 4;
  static constexpr std::size_t recurrent_sum(std::size_t gate) { return gate; }
  template <class T, class S>
  XSCOPE_INLINE static T bias_of_sum(const S* b, std::size_t all, std::size_t sum, std::size_t unit) {
    return static_cast<T>(b[sum * all + unit]);
  }
  template <class T, class V>
  XSCOPE_INLINE static V next_of(const V (&s)[sums], V, V* c) {
    return next_state<T>(tanh_quotient<true, T>(s[0]), tanh_quotient<true, T>(s[1]), tanh_quotient<false, T>(s[2]),
                         tanh_quotient<true, T>(s[3]), c);
  }
};

/// With its state the result is one row of numbers: the outputs, and behind them the last c.
struct lstm {
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* x, const T* kernel, const T* recurrent, const T* bias, const T* h,
                      const T* c) {
    T* last_c = nullptr;
    if constexpr (Spec.attrs.state) last_c = y + (Spec.out.elements() - Spec.in[5].elements());
    recurrence<lstm_cell, recurrent_size_of(Spec.in[0], Spec.in[2]), Spec.attrs.sequences, T>::run(
        y, last_c, {x, kernel, recurrent, bias, h, c});
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    inferred out = recurrent_shape(in, a, lstm_cell::gates, 1);
    if (out.fault == diag::fault::none && a.state)
      out.shape = extents{out.shape.elements() + in[5].shape.elements()};
    return out;
  }
  static constexpr op_info info{"LSTM",
                                &naming::literal_of<"LSTM">,
                                {"x", "kernel", "recurrent_kernel", "bias", "initial_h", "initial_c"},
                                form::kernel,
                                infer};
};
template <>
struct op_at<&lstm::info> {
  using type = lstm;
};

}  // namespace xscope::ops
