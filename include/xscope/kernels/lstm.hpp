// SPDX-License-Identifier: BSD-3-Clause
// Long short-term memory over all time steps (Hochreiter and Schmidhuber 1997; Gers et al. 2000).
#pragma once

#include "../ops/lstm.hpp"
#include "recurrence.hpp"
#include "recurrent_gradient.hpp"

namespace xscope::kernels {

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
    // In the order in which they are needed: a register of divisions takes as long as the rest of a gate.
    const V over_i = T(1) / i.below;
    const V over_g = T(1) / g.below;
    const V over_f = T(1) / f.below;
    const V over_o = T(1) / o.below;
    const V half = *c * T(0.5);
    const V input = T(0.5) + ((T(0.5) * i.factor) * i.above) * over_i;
    *c = (half + ((half * f.factor) * f.above) * over_f) + input * ((g.factor * g.above) * over_g);
    const V output = T(0.5) + ((T(0.5) * o.factor) * o.above) * over_o;
    const auto out = tanh_quotient<false, T>(*c);
    return ((output * out.factor) * out.above) * (T(1) / out.below);
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
        h[p] = next_state<T>(tanh_quotient<true, T>(total.w[p]),
                             tanh_quotient<true, T>(total.w[3 * G::parts + p]),
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
    return next_state<T>(tanh_quotient<true, T>(s[0]), tanh_quotient<true, T>(s[1]),
                         tanh_quotient<false, T>(s[2]), tanh_quotient<true, T>(s[3]), c);
  }
};

struct lstm {
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* x, const T* kernel, const T* recurrent, const T* bias, const T* h,
                      const T* c) {
    T* last_c = nullptr;
    if constexpr (Spec.attrs.state) last_c = y + (Spec.out.elements() - Spec.in[5].elements());
    recurrence<lstm_cell, recurrent_size_of(Spec.in[0], Spec.in[2]), Spec.attrs.sequences, T>::run(
        y, last_c, {x, kernel, recurrent, bias, h, c});
  }
};

struct lstm_grad {
  template <kernel_spec Spec, class S>
  static void forward(S* to, const S* x, const S* kernel, const S* recurrent, const S* bias, const S* h0,
                      const S* c0, const S* dy) {
    using T = math::wide_t<S>;
    constexpr recurrent_size size = recurrent_size_of(Spec.in[0], Spec.in[2]);
    constexpr std::size_t units = size.units;
    constexpr std::size_t features = size.features;
    constexpr std::size_t row = 4 * units;
    if constexpr (units == 0) return;
    S* const dx = to;
    S* const dkernel = dx + Spec.in[0].elements();
    S* const drecurrent = dkernel + Spec.in[1].elements();
    S* const dbias = drecurrent + Spec.in[2].elements();
    S* const dh0 = dbias + Spec.in[3].elements();
    S* const dc0 = dh0 + Spec.in[4].elements();
    S* const kept = dc0 + Spec.in[5].elements();
    const S* const last_c = dy + (Spec.in[6].elements() - Spec.in[5].elements());
    for (S* p = to; p != kept; ++p) *p = S(0);
    T* const h = numbers_at_work<T>(to, kept + size.time * 6 * units);
    T* const c = h + units;
    T* const sums = c + units;
    for (std::size_t b = 0; b < size.batch; ++b) {
      for (std::size_t u = 0; u < units; ++u) {
        h[u] = static_cast<T>(h0[b * units + u]);
        c[u] = static_cast<T>(c0[b * units + u]);
      }
      for (std::size_t t = 0; t < size.time; ++t) {
        S* const step = kept + t * 6 * units;
        for (std::size_t j = 0; j < row; ++j) sums[j] = static_cast<T>(bias[j]);
        add_product<T>(sums, x + (b * size.time + t) * features, kernel, features, row);
        add_product<T>(sums, h, recurrent, units, row);
        for (std::size_t u = 0; u < units; ++u) {
          const T i = sigmoid_of<T>(sums[u]);
          const T f = sigmoid_of<T>(sums[units + u]);
          const T g = math::library::tanh(sums[2 * units + u]);
          const T o = sigmoid_of<T>(sums[3 * units + u]);
          const T numbers[] = {h[u], c[u], i, f, g, o};
          for (std::size_t k = 0; k < 6; ++k) step[k * units + u] = static_cast<S>(numbers[k]);
          c[u] = f * c[u] + i * g;
          h[u] = o * math::library::tanh(c[u]);
        }
      }
      S* const carried_h = dh0 + b * units;
      S* const carried_c = dc0 + b * units;
      if constexpr (Spec.attrs.state) {
        for (std::size_t u = 0; u < units; ++u) carried_c[u] = last_c[b * units + u];
      }
      for (std::size_t t = size.time; t-- > 0;) {
        const S* const step = kept + t * 6 * units;
        const bool has_slope = Spec.attrs.sequences || t + 1 == size.time;
        const S* const slope = dy + (Spec.attrs.sequences ? b * size.time + t : b) * units;
        for (std::size_t u = 0; u < units; ++u) {
          const T before = static_cast<T>(step[units + u]);
          const T i = static_cast<T>(step[2 * units + u]);
          const T f = static_cast<T>(step[3 * units + u]);
          const T g = static_cast<T>(step[4 * units + u]);
          const T o = static_cast<T>(step[5 * units + u]);
          const T out = math::library::tanh(f * before + i * g);
          const T dh = static_cast<T>(carried_h[u]) + (has_slope ? static_cast<T>(slope[u]) : T(0));
          const T dc = static_cast<T>(carried_c[u]) + dh * o * (1 - out * out);
          sums[u] = dc * g * i * (1 - i);
          sums[units + u] = dc * before * f * (1 - f);
          sums[2 * units + u] = dc * i * (1 - g * g);
          sums[3 * units + u] = dh * out * o * (1 - o);
          carried_h[u] = S(0);
          carried_c[u] = static_cast<S>(dc * f);
        }
        const std::size_t place = (b * size.time + t) * features;
        add_outer(dkernel, x + place, sums, features, row);
        add_outer(drecurrent, step, sums, units, row);
        for (std::size_t j = 0; j < row; ++j) dbias[j] = static_cast<S>(static_cast<T>(dbias[j]) + sums[j]);
        add_transposed(dx + place, sums, kernel, features, row);
        add_transposed(carried_h, sums, recurrent, units, row);
      }
      if constexpr (size.time == 0 && !Spec.attrs.sequences) {
        for (std::size_t u = 0; u < units; ++u) carried_h[u] = dy[b * units + u];
      }
    }
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&lstm::info> : kernels::lstm {};
template <>
struct code_of<&lstm_grad::info> : kernels::lstm_grad {};

}  // namespace xscope::ops
