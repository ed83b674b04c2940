// SPDX-License-Identifier: BSD-3-Clause
// A gated recurrent unit over all time steps (Cho et al. 2014), with the reset gate behind the product, as
#pragma once

#include "../ops/gru.hpp"
#include "recurrence.hpp"
#include "recurrent_gradient.hpp"

namespace xscope::kernels {

//   z = sigmoid(x Kz + h Rz + bz)    r = sigmoid(x Kr + h Rr + br)
//   n = tanh(x Kn + bn + r * (h Rn + b'n))    h' = z * h + (1 - z) * n
// Gates lie in memory in the order z, r, n. In registers r stands first: it is needed first, and the lower
// half of a register can be had at once.
struct gru_cell {
  static constexpr std::size_t gates = 3;
  static constexpr std::size_t order[] = {1, 0, 2};
  static constexpr bool has_c = false;
  static constexpr bool is_halved(std::size_t) { return false; }

  template <class G>
  XSCOPE_INLINE static auto& candidate(G& g, std::size_t part) {
    if constexpr (G::pairs) return g.single;
    else return g.w[2 * G::parts + part];
  }

  template <class G, class S>
  XSCOPE_INLINE static G bias(const S* b, std::size_t all, std::size_t first) {
    G sum = G::load(b + first, all);
    G more = G::load(b + gates * all + first, all);
    for (std::size_t i = 0; i < G::parts; ++i) candidate(more, i) = typename G::narrow{};
    sum.add(more);
    return sum;
  }
  template <class G, class S>
  XSCOPE_INLINE static G other_bias(const S* b, std::size_t all, std::size_t first) {
    return G::load(b + gates * all + first, all);
  }
  /// What the recurrent products are added to: the candidate's is kept apart from its inputs.
  template <class G>
  XSCOPE_INLINE static G start(const G& inputs, G other) {
    G out = inputs;
    for (std::size_t i = 0; i < G::parts; ++i) candidate(out, i) = candidate(other, i);
    return out;
  }

  /// From (2r - 1, 2z - 1) as quotients, the candidate's input and its recurrent part.
  template <class T, class V>
  XSCOPE_INLINE static V next_state(quotient<V> r, quotient<V> z, V x, V recurrent, V h) {
    const V over_r = T(1) / r.below;
    const V over_z = T(1) / z.below;
    const V half = recurrent * T(0.5);
    const auto n = tanh_quotient<false, T>((x + half) + ((half * r.factor) * r.above) * over_r);
    const V rest = T(0.5) - ((T(0.5) * z.factor) * z.above) * over_z;  // 1 - z
    return (h - rest * h) + ((rest * n.factor) * n.above) * (T(1) / n.below);
  }
  template <class T, class G, class V>
  XSCOPE_INLINE static void next(G& total, G& inputs, V* h, V*) {
    if constexpr (G::pairs) {
      const auto both = tanh_quotient<true, T>(total.w[0]);
      *h = next_state<T>(G::template half_of<false>(both), G::template half_of<true>(both), inputs.single,
                         total.single, *h);
    } else {
      for (std::size_t i = 0; i < G::parts; ++i)
        h[i] =
            next_state<T>(tanh_quotient<true, T>(total.w[i]), tanh_quotient<true, T>(total.w[G::parts + i]),
                          candidate(inputs, i), candidate(total, i), h[i]);
    }
  }

  // With samples in the lanes: sums in memory's order, and the candidate's recurrent part.
  static constexpr std::size_t sums = 4;
  static constexpr std::size_t recurrent_sum(std::size_t gate) { return gate == 2 ? 3 : gate; }
  template <class T, class S>
  XSCOPE_INLINE static T bias_of_sum(const S* b, std::size_t all, std::size_t sum, std::size_t unit) {
    const S* other = b + gates * all;
    if (sum == 3) return static_cast<T>(other[2 * all + unit]);
    const T own = static_cast<T>(b[sum * all + unit]);
    return sum == 2 ? own : own + static_cast<T>(other[sum * all + unit]);
  }
  template <class T, class V>
  XSCOPE_INLINE static V next_of(const V (&s)[sums], V h, V*) {
    return next_state<T>(tanh_quotient<true, T>(s[1]), tanh_quotient<true, T>(s[0]), s[2], s[3], h);
  }
};

struct gru {
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* x, const T* kernel, const T* recurrent, const T* bias, const T* h) {
    recurrence<gru_cell, recurrent_size_of(Spec.in[0], Spec.in[2]), Spec.attrs.sequences, T>::run(
        y, nullptr, {x, kernel, recurrent, bias, h, nullptr});
  }
};

struct gru_grad {
  template <kernel_spec Spec, class S>
  static void forward(S* to, const S* x, const S* kernel, const S* recurrent, const S* bias, const S* h0,
                      const S* dy) {
    using T = math::wide_t<S>;
    constexpr recurrent_size size = recurrent_size_of(Spec.in[0], Spec.in[2]);
    constexpr std::size_t units = size.units;
    constexpr std::size_t features = size.features;
    constexpr std::size_t row = 3 * units;
    if constexpr (units == 0) return;
    S* const dx = to;
    S* const dkernel = dx + Spec.in[0].elements();
    S* const drecurrent = dkernel + Spec.in[1].elements();
    S* const dbias = drecurrent + Spec.in[2].elements();
    S* const dh0 = dbias + Spec.in[3].elements();
    S* const kept = dh0 + Spec.in[4].elements();
    for (S* p = to; p != kept; ++p) *p = S(0);
    T* const h = numbers_at_work<T>(to, kept + size.time * 5 * units);
    T* const inputs = h + units;
    T* const states = inputs + row;
    for (std::size_t b = 0; b < size.batch; ++b) {
      for (std::size_t u = 0; u < units; ++u) h[u] = static_cast<T>(h0[b * units + u]);
      for (std::size_t t = 0; t < size.time; ++t) {
        S* const step = kept + t * 5 * units;
        for (std::size_t j = 0; j < row; ++j) {
          inputs[j] = static_cast<T>(bias[j]);
          states[j] = static_cast<T>(bias[row + j]);
        }
        add_product<T>(inputs, x + (b * size.time + t) * features, kernel, features, row);
        add_product<T>(states, h, recurrent, units, row);
        for (std::size_t u = 0; u < units; ++u) {
          const T z = sigmoid_of<T>(inputs[u] + states[u]);
          const T r = sigmoid_of<T>(inputs[units + u] + states[units + u]);
          const T n = math::library::tanh(inputs[2 * units + u] + r * states[2 * units + u]);
          const T numbers[] = {h[u], z, r, n, states[2 * units + u]};
          for (std::size_t k = 0; k < 5; ++k) step[k * units + u] = static_cast<S>(numbers[k]);
          h[u] = z * h[u] + (1 - z) * n;
        }
      }
      S* const carried = dh0 + b * units;
      for (std::size_t t = size.time; t-- > 0;) {
        const S* const step = kept + t * 5 * units;
        const bool has_slope = Spec.attrs.sequences || t + 1 == size.time;
        const S* const slope = dy + (Spec.attrs.sequences ? b * size.time + t : b) * units;
        for (std::size_t u = 0; u < units; ++u) {
          const T before = static_cast<T>(step[u]);
          const T z = static_cast<T>(step[units + u]);
          const T r = static_cast<T>(step[2 * units + u]);
          const T n = static_cast<T>(step[3 * units + u]);
          const T dh = static_cast<T>(carried[u]) + (has_slope ? static_cast<T>(slope[u]) : T(0));
          const T dn = dh * (1 - z) * (1 - n * n);
          inputs[u] = states[u] = dh * (before - n) * z * (1 - z);
          inputs[units + u] = states[units + u] = dn * static_cast<T>(step[4 * units + u]) * r * (1 - r);
          inputs[2 * units + u] = dn;
          states[2 * units + u] = dn * r;
          carried[u] = static_cast<S>(dh * z);
        }
        const std::size_t place = (b * size.time + t) * features;
        add_outer(dkernel, x + place, inputs, features, row);
        add_outer(drecurrent, step, states, units, row);
        for (std::size_t j = 0; j < row; ++j) {
          dbias[j] = static_cast<S>(static_cast<T>(dbias[j]) + inputs[j]);
          dbias[row + j] = static_cast<S>(static_cast<T>(dbias[row + j]) + states[j]);
        }
        add_transposed(dx + place, inputs, kernel, features, row);
        add_transposed(carried, states, recurrent, units, row);
      }
      if constexpr (size.time == 0 && !Spec.attrs.sequences) {
        for (std::size_t u = 0; u < units; ++u) carried[u] = dy[b * units + u];
      }
    }
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&gru::info> : kernels::gru {};
template <>
struct code_of<&gru_grad::info> : kernels::gru_grad {};

}  // namespace xscope::ops
