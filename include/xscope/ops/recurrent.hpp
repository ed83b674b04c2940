// SPDX-License-Identifier: BSD-3-Clause
// What the kernels of recurrent layers share. A single sample is bound by latency, from one step's state to
// the next one's, so all gates of all units stand side by side in as few vectors as they fill, weights and
// state stay in registers, and tanh is a quotient whose parts are used before it is divided. Many samples are
// bound by throughput: they lie in the lanes, one vector for each unit.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <utility>

#include "../math/library.hpp"
#include "gemm.hpp"
#include "rules.hpp"
#include "wide.hpp"

#if defined(__AVX512VL__) && !defined(__clang__)
#include "../math/intrinsics.hpp"
#endif

namespace xscope::ops {

/// The sizes of a recurrent layer: x [batch, time, features], or [time, features] for one sample.
struct recurrent_size {
  std::size_t batch = 1;
  std::size_t time = 0;
  std::size_t features = 0;
  std::size_t units = 0;
  std::size_t gates = 0;
  friend constexpr bool operator==(const recurrent_size&, const recurrent_size&) = default;
};
constexpr recurrent_size recurrent_size_of(const extents& x, const extents& recurrent) {
  const std::size_t rank = x.rank();
  return {rank == 3 ? x[0] : 1, x[rank - 2], x[rank - 1], recurrent[0],
          recurrent[0] == 0 ? 0 : recurrent[1] / recurrent[0]};
}

/// The shape rule: operands are x, the kernel [features, gates * units], the recurrent kernel [units, gates *
/// units], the bias (gates * units numbers, or twice as many), and the states [batch, units], without the
/// batch where x has none.
constexpr inferred recurrent_shape(operands in, const attributes& a, std::size_t gates, std::size_t biases) {
  using diag::fault;
  if (!in[0].dtype.is_floating()) return wrong(fault::dtype_not_allowed);
  for (std::size_t k = 1; k < in.size(); ++k) {
    if (!(in[k].dtype == in[0].dtype)) return wrong(fault::operands_differ_in_dtype, static_cast<int>(k));
  }
  const extents& x = in[0].shape;
  if (x.rank() != 2 && x.rank() != 3) return wrong(fault::rank_not_allowed);
  const std::size_t units = in[2].shape[0];
  const std::size_t row = gates * units;
  if (!(in[1].shape == extents{x.back(), row})) return wrong(fault::inner_dimensions);
  if (!(in[2].shape == extents{units, row})) return wrong(fault::inner_dimensions, 2);
  if (in[3].shape.elements() != biases * row) return wrong(fault::inner_dimensions, 3);
  extents state = x;
  state.rank_ -= 2;
  state.push_back(units);
  for (std::size_t k = 4; k < in.size(); ++k) {
    if (!(in[k].shape == state)) return wrong(fault::state_shape, static_cast<int>(k));
  }
  extents out = x;
  out.rank_ -= a.sequences ? 1 : 2;
  out.push_back(units);
  return {in[0].dtype, out};
}

/// N numbers in one register.
template <class T, std::size_t N>
struct packed {
  using type [[gnu::vector_size(N * sizeof(T))]] = T;
};
template <class T, std::size_t N>
using packed_t = typename packed<T, N>::type;

/// Lanes of a, and behind them those of b.
template <class To, class V, std::size_t... I>
XSCOPE_INLINE To picked(V a, V b, std::index_sequence<I...>) {
  return __builtin_shufflevector(a, b, static_cast<int>(I)...);
}
/// Lane K in every lane.
template <std::size_t K, class To, class V, std::size_t... I>
XSCOPE_INLINE To spread_lane(V v, std::index_sequence<I...>) {
  return __builtin_shufflevector(v, v, static_cast<int>(K + 0 * I)...);
}

/// The first `Used` lanes from memory, converted where the memory holds half precision; zeros behind.
template <class V, std::size_t Used, class T, class S>
XSCOPE_INLINE V load_lanes(const S* from) {
  V v{};
  if constexpr (std::is_same_v<S, T>) {
    std::memcpy(&v, from, Used * sizeof(T));
  } else {
    for (std::size_t i = 0; i < Used; ++i) v[i] = static_cast<T>(from[i]);
  }
  return v;
}
template <std::size_t Used, class T, class V, class S>
XSCOPE_INLINE void store_lanes(S* to, V v) {
  if constexpr (std::is_same_v<S, T>) {
    std::memcpy(to, &v, Used * sizeof(T));
  } else {
    for (std::size_t i = 0; i < Used; ++i) to[i] = static_cast<S>(v[i]);
  }
}

/// Lane by lane a < b ? a : b, and a > b ? a : b: of NaN and a number the second. GCC 12 makes of that a
/// comparison and a masked move where there are masks, which take as long as two products.
template <class V>
XSCOPE_INLINE V lesser_of(V a, V b) {
#if defined(__AVX512VL__) && !defined(__clang__)
  constexpr __mmask16 all = 0xffff;  // GCC 12 warns of the others' undefined registers
  constexpr bool whole = std::is_same_v<decltype(a[0] + 0), int>;
  if constexpr (whole && sizeof(V) == 64)
    return std::bit_cast<V>(
        _mm512_maskz_min_epi32(all, std::bit_cast<__m512i>(a), std::bit_cast<__m512i>(b)));
  else if constexpr (whole && sizeof(V) == 32)
    return std::bit_cast<V>(_mm256_min_epi32(std::bit_cast<__m256i>(a), std::bit_cast<__m256i>(b)));
  else if constexpr (whole)
    return std::bit_cast<V>(_mm_min_epi32(std::bit_cast<__m128i>(a), std::bit_cast<__m128i>(b)));
  else if constexpr (sizeof(V) == 64)
    return std::bit_cast<V>(_mm512_maskz_min_ps(all, std::bit_cast<__m512>(a), std::bit_cast<__m512>(b)));
  else if constexpr (sizeof(V) == 32)
    return std::bit_cast<V>(_mm256_min_ps(std::bit_cast<__m256>(a), std::bit_cast<__m256>(b)));
  else return std::bit_cast<V>(_mm_min_ps(std::bit_cast<__m128>(a), std::bit_cast<__m128>(b)));
#else
  return a < b ? a : b;
#endif
}
template <class V>
XSCOPE_INLINE V greater_of(V a, V b) {
#if defined(__AVX512VL__) && !defined(__clang__)
  constexpr __mmask16 all = 0xffff;
  if constexpr (sizeof(V) == 64)
    return std::bit_cast<V>(_mm512_maskz_max_ps(all, std::bit_cast<__m512>(a), std::bit_cast<__m512>(b)));
  else if constexpr (sizeof(V) == 32)
    return std::bit_cast<V>(_mm256_max_ps(std::bit_cast<__m256>(a), std::bit_cast<__m256>(b)));
  else return std::bit_cast<V>(_mm_max_ps(std::bit_cast<__m128>(a), std::bit_cast<__m128>(b)));
#else
  return a > b ? a : b;
#endif
}

/// factor * above / below.
template <class V>
struct quotient {
  V factor;
  V above;
  V below;
};

// The best quotient of polynomials in x^2 (of degrees 6 and 3) for tanh(x) / x up to 9.01, where tanh rounds
// to 1: before rounding it is off by 1e-8 of the value at most.
inline constexpr double tanh_above[] = {1.0,
                                        0.13083582701367466,
                                        0.0031034779054210353,
                                        1.1149272810751557e-05,
                                        -2.0204555507954798e-08,
                                        5.2678403431672993e-11,
                                        -8.4623044348209632e-14};
inline constexpr double tanh_below[] = {1.0, 0.4641690973207494, 0.024493276223237416,
                                        0.00025454469189868396};
inline constexpr double tanh_end = 9.01;

/// tanh(x), or tanh(x / 2), which is 2 sigmoid(x) - 1, in as few steps one after another as can be. `below`
/// is there first, so that who divides takes its reciprocal at once; meanwhile the factor is multiplied by
/// whatever the result is to be multiplied by, and that by `above`.
template <bool Half, class T, class V>
XSCOPE_INLINE quotient<V> tanh_quotient(V x) {
  if constexpr (std::is_same_v<T, float>) {
    constexpr double s = Half ? 0.25 : 1.0;  // of x^2
    constexpr auto above = [](int i, double power) { return static_cast<float>(tanh_above[i] * power); };
    constexpr auto below = [](int i, double power) { return static_cast<float>(tanh_below[i] * power); };
    constexpr float end = static_cast<float>(Half ? 2 * tanh_end : tanh_end);
    const V last = end - V{};
    // Squares are ordered as the integers that they look like, whose minimum takes one cycle.
    using bits = packed_t<int, sizeof(V) / sizeof(int)>;
    const V t = std::bit_cast<V>(lesser_of(std::bit_cast<bits>(end * end - V{}), std::bit_cast<bits>(x * x)));
    const V bound = greater_of(-last, lesser_of(last, x));
    const V t2 = t * t;
    const V t4 = t2 * t2;
    const V denominator = (below(0, 1) + below(1, s) * t) + t2 * (below(2, s * s) + below(3, s * s * s) * t);
    constexpr double first = Half ? 0.5 : 1.0;
    constexpr double s4 = s * s * s * s;
    const V low = (above(0, first) + above(1, first * s) * t) +
                  t2 * (above(2, first * s * s) + above(3, first * s * s * s) * t);
    const V high = (above(4, first * s4) + above(5, first * s4 * s) * t) + t2 * above(6, first * s4 * s * s);
    return {bound, low + t4 * high, denominator};
  } else {
    V y = x;
    for (std::size_t i = 0; i < sizeof(V) / sizeof(T); ++i)
      y[i] = math::library::tanh(Half ? x[i] / 2 : x[i]);
    return {y, T(1) - V{}, T(1) - V{}};
  }
}

/// The gates of some units in registers. Where two gates fit into a register they share one; the gate that is
/// then left over has half of one.
template <class Cell, class T, std::size_t Units, bool MayPair = true>
struct gate_vectors {
  static constexpr std::size_t gates = Cell::gates;
  static constexpr std::size_t most = vector_bytes / sizeof(T);
  static constexpr std::size_t least = 16 / sizeof(T);
  static constexpr std::size_t fitting = std::bit_ceil(Units) < least ? least : std::bit_ceil(Units);
  static constexpr std::size_t width = fitting < most ? fitting : most;
  static constexpr std::size_t parts = (Units + width - 1) / width;
  static constexpr bool pairs = MayPair && parts == 1 && 2 * width <= most;
  static constexpr std::size_t lanes = pairs ? 2 * width : width;
  using narrow = packed_t<T, width>;
  using wide = packed_t<T, lanes>;
  static constexpr std::size_t wides = pairs ? gates / 2 : gates * parts;
  static constexpr bool has_single = pairs && gates % 2 == 1;

  wide w[wides];
  narrow single;

  /// A row of weights, `all` units to a gate, from its unit that comes first here.
  template <class S>
  XSCOPE_INLINE static gate_vectors load(const S* row, std::size_t all) {
    gate_vectors out;
    out.single = narrow{};
    if constexpr (pairs) {
      const auto gate = [&](std::size_t j) XSCOPE_INLINE_LAMBDA {
        const narrow v = load_lanes<narrow, Units, T>(row + Cell::order[j] * all);
        return Cell::is_halved(j) ? v * T(0.5) : v;
      };
      XSCOPE_UNROLL
      for (std::size_t m = 0; m < wides; ++m)
        out.w[m] = picked<wide>(gate(2 * m), gate(2 * m + 1), std::make_index_sequence<lanes>{});
      if constexpr (has_single) out.single = gate(gates - 1);
    } else {
      XSCOPE_UNROLL
      for (std::size_t j = 0; j < gates; ++j) {
        const S* from = row + Cell::order[j] * all;
        XSCOPE_UNROLL
        for (std::size_t i = 0; i + 1 < parts; ++i)
          out.w[j * parts + i] = load_lanes<wide, width, T>(from + i * width);
        out.w[j * parts + parts - 1] =
            load_lanes<wide, Units - (parts - 1) * width, T>(from + (parts - 1) * width);
      }
    }
    return out;
  }

  XSCOPE_INLINE void add(const gate_vectors& other) {
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] += other.w[m];
    if constexpr (has_single) single += other.single;
  }
  XSCOPE_INLINE void add(const gate_vectors& row, T x) {
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] += row.w[m] * x;
    if constexpr (has_single) single += row.single * x;
  }
  /// The same for a number in lane K of a register.
  template <std::size_t K>
  XSCOPE_INLINE void add_lane(const gate_vectors& row, narrow h) {
    const wide x = spread_lane<K, wide>(h, std::make_index_sequence<lanes>{});
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] += row.w[m] * x;
    if constexpr (has_single) single += row.single * picked<narrow>(x, x, std::make_index_sequence<width>{});
  }
  template <std::size_t K>
  XSCOPE_INLINE void set_lane(const gate_vectors& row, narrow h) {
    const wide x = spread_lane<K, wide>(h, std::make_index_sequence<lanes>{});
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] = row.w[m] * x;
    if constexpr (has_single) single = row.single * picked<narrow>(x, x, std::make_index_sequence<width>{});
  }

  /// Which half of a register a gate has.
  template <bool High>
  XSCOPE_INLINE static narrow half_of(wide v) {
    if constexpr (High) return upper(v, std::make_index_sequence<width>{});
    else return picked<narrow>(v, v, std::make_index_sequence<width>{});
  }
  template <bool High>
  XSCOPE_INLINE static quotient<narrow> half_of(const quotient<wide>& q) {
    return {half_of<High>(q.factor), half_of<High>(q.above), half_of<High>(q.below)};
  }

 private:
  template <std::size_t... I>
  XSCOPE_INLINE static narrow upper(wide v, std::index_sequence<I...>) {
    return __builtin_shufflevector(v, v, static_cast<int>(I + width)...);
  }
};

/// The memory of a layer's operands. State: h, and for an LSTM c.
template <class S>
struct recurrent_operands {
  const S* x;
  const S* kernel;
  const S* recurrent;
  const S* bias;
  const S* h;
  const S* c;
};

/// A recurrent layer over all time steps.
template <class Cell, recurrent_size Size, bool Sequences, class S>
struct recurrence {
  using T = wide_t<S>;
  using operands_type = recurrent_operands<S>;
  static constexpr std::size_t units = Size.units;
  static constexpr std::size_t features = Size.features;
  static constexpr std::size_t row = Cell::gates * units;
  static constexpr std::size_t most = vector_bytes / sizeof(T);
  static constexpr std::size_t steps_kept = Sequences ? Size.time : 1;

  /// y: the outputs of all steps, or of the last; last_c: the last c of an LSTM, or null.
  static void run(S* y, S* last_c, const operands_type& from) {
    if constexpr (Size.batch * units == 0) return;
    constexpr std::size_t in_lanes = 2 * Size.batch >= most && fits_in_lanes ? Size.batch : 0;
    for (std::size_t b = 0; b < in_lanes; b += most)
      samples_in_lanes(y, last_c, from, b, in_lanes - b < most ? in_lanes - b : most);
    std::size_t b = in_lanes;
    const auto by = [&]<std::size_t Samples>(std::integral_constant<std::size_t, Samples>) {
      for (; b + Samples <= Size.batch; b += Samples) {
        operands_type these = from;
        these.x += b * Size.time * features;
        these.h += b * units;
        if (these.c != nullptr) these.c += b * units;
        S* const c = last_c == nullptr ? nullptr : last_c + b * units;
        if constexpr (units <= most) in_registers(y + b * steps_kept * units, c, these);
        else in_blocks<Samples>(y + b * steps_kept * units, c, these);
      }
    };
    if constexpr (in_lanes == 0) {
      by(std::integral_constant<std::size_t, samples_at_once>{});
      if constexpr (Size.batch % samples_at_once != 0) by(std::integral_constant<std::size_t, 1>{});
    }
  }

 private:
  // ---- one sample ----

  // A kernel takes less than 16 KB of stack. In it lie the state, and what inputs add to the gates.
  static constexpr std::size_t stack_bytes = 13 * 1024;
  static constexpr std::size_t padded = (units + most - 1) / most * most;
  static constexpr std::size_t state_bytes = (Cell::has_c ? 3 : 2) * padded * sizeof(T);

  /// What the inputs of a few steps add to the gates, where that is worth a product of matrices.
  static constexpr std::size_t product_rows = [] {
    const std::size_t other =
        units <= most ? 3 * 1024 : state_bytes;  // up to most rows of weights, or the state
    const std::size_t rows = other < stack_bytes ? (stack_bytes - other) / (row * sizeof(T) + 1) : 0;
    return rows > Size.time ? Size.time : rows;
  }();
  static constexpr bool by_product = std::is_same_v<S, T> && features > 4 && product_rows > 0;
  struct inputs {
    alignas(64) T gates[by_product ? product_rows * row : 1];

    XSCOPE_INLINE void fill(const operands_type& from, std::size_t t) {
      if constexpr (by_product) {
        if (t % product_rows != 0) return;
        constexpr std::size_t rest = Size.time % product_rows;
        if (t + product_rows <= Size.time) product<product_rows>(from, t);
        else if constexpr (rest != 0) product<rest>(from, t);
      }
    }
    template <std::size_t Rows>
    [[gnu::noinline]] void product(const operands_type& from, std::size_t t) {
      ops::product<T, gemm_size{Rows, row, features}>(gates, from.x + t * features, from.kernel);
    }
    template <class G>
    XSCOPE_INLINE void add_to(G& sum, const operands_type& from, std::size_t t, std::size_t first) const {
      if constexpr (by_product) {
        sum.add(G::load(gates + t % product_rows * row + first, units));
      } else {
        for (std::size_t f = 0; f < features; ++f)
          sum.add(G::load(from.kernel + f * row + first, units), static_cast<T>(from.x[t * features + f]));
      }
    }
  };

  /// All units in one register: the state never leaves it.
  static void in_registers(S* y, S* last_c, const operands_type& from) {
    using G = gate_vectors<Cell, T, units>;
    using V = typename G::narrow;
    G rows[units];
    for (std::size_t k = 0; k < units; ++k) rows[k] = G::load(from.recurrent + k * row, units);
    G kernel[by_product || features == 0 ? 1 : features];
    if constexpr (!by_product) {
      for (std::size_t f = 0; f < features; ++f) kernel[f] = G::load(from.kernel + f * row, units);
    }
    const G bias = Cell::template bias<G>(from.bias, units, 0);
    const G other = Cell::template other_bias<G>(from.bias, units, 0);
    V h = load_lanes<V, units, T>(from.h);
    V c{};
    if constexpr (Cell::has_c) c = load_lanes<V, units, T>(from.c);
    inputs in;
    for (std::size_t t = 0; t < Size.time; ++t) {
      in.fill(from, t);
      G sum = bias;
      if constexpr (by_product) {
        in.add_to(sum, from, t, 0);
      } else {
        for (std::size_t f = 0; f < features; ++f)
          sum.add(kernel[f], static_cast<T>(from.x[t * features + f]));
      }
      G total = Cell::start(sum, other);
      // Two sums: what comes one after another is half as long.
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        G second;
        (
            [&] {
              if constexpr (K == 1) second.template set_lane<K>(rows[K], h);
              else if constexpr (K % 2 == 1) second.template add_lane<K>(rows[K], h);
              else total.template add_lane<K>(rows[K], h);
            }(),
            ...);
        if constexpr (units > 1) total.add(second);
      }(std::make_index_sequence<units>{});
      Cell::template next<T>(total, sum, &h, &c);
      if constexpr (Sequences) store_lanes<units, T>(y + t * units, h);
    }
    if constexpr (!Sequences) store_lanes<units, T>(y, h);
    if (Cell::has_c && last_c != nullptr) store_lanes<units, T>(last_c, c);
  }

  // ---- more units ----

  /// The packs of units whose gates fill the registers.
  static constexpr std::size_t most_parts = vector_bytes == 64 ? 4 : 2;
  /// Samples that go over the weights together, so that these are read once for all of them.
  static constexpr std::size_t samples_at_once = [] {
    std::size_t n = units <= most ? 1 : most_parts;
    while (n > 1 && (n > Size.batch || n * state_bytes > stack_bytes)) n /= 2;
    return n;
  }();
  template <std::size_t Samples>
  struct state {
    alignas(64) T h[2][Samples][padded];
    alignas(64) T c[Samples][Cell::has_c ? padded : 1];
  };

  /// The next state of some units, while the whole state goes by.
  template <std::size_t Count, std::size_t Samples>
  XSCOPE_INLINE static void next_block(state<Samples>& now, std::size_t t, std::size_t first,
                                       const inputs* in, const operands_type& from) {
    using G = gate_vectors<Cell, T, Count, false>;
    using V = typename G::narrow;
    G sums[Samples];
    G totals[Samples];
    XSCOPE_UNROLL
    for (std::size_t n = 0; n < Samples; ++n) sums[n] = Cell::template bias<G>(from.bias, units, first);
    if constexpr (Samples == 1) {
      in->add_to(sums[0], from, t, first);
    } else {
      for (std::size_t f = 0; f < features; ++f) {
        const G weights = G::load(from.kernel + f * row + first, units);
        XSCOPE_UNROLL
        for (std::size_t n = 0; n < Samples; ++n)
          sums[n].add(weights, static_cast<T>(from.x[(n * Size.time + t) * features + f]));
      }
    }
    XSCOPE_UNROLL
    for (std::size_t n = 0; n < Samples; ++n)
      totals[n] = Cell::start(sums[n], Cell::template other_bias<G>(from.bias, units, first));
    for (std::size_t k = 0; k < units; ++k) {
      const G weights = G::load(from.recurrent + k * row + first, units);
      XSCOPE_UNROLL
      for (std::size_t n = 0; n < Samples; ++n) totals[n].add(weights, now.h[t % 2][n][k]);
    }
    XSCOPE_UNROLL
    for (std::size_t n = 0; n < Samples; ++n) {
      V h[G::parts];
      V c[G::parts]{};
      std::memcpy(h, now.h[t % 2][n] + first, sizeof h);
      if constexpr (Cell::has_c) std::memcpy(c, now.c[n] + first, sizeof c);
      Cell::template next<T>(totals[n], sums[n], h, c);
      std::memcpy(now.h[(t + 1) % 2][n] + first, h, sizeof h);
      if constexpr (Cell::has_c) std::memcpy(now.c[n] + first, c, sizeof c);
    }
  }

  /// Blocks of units, one after the other.
  template <std::size_t Samples>
  static void in_blocks(S* y, S* last_c, const operands_type& from) {
    constexpr std::size_t parts = Samples == 1 ? most_parts : 6 * most_parts / (Cell::gates * Samples);
    constexpr std::size_t block = most * parts;
    state<Samples> now{};
    if constexpr (Samples == 1) {
      inputs in;
      in_blocks<block>(now, &in, y, from);
    } else {
      in_blocks<block>(now, nullptr, y, from);
    }
    if (!Cell::has_c || last_c == nullptr) return;
    for (std::size_t n = 0; n < Samples; ++n) {
      for (std::size_t k = 0; k < units; ++k) last_c[n * units + k] = static_cast<S>(now.c[n][k]);
    }
  }
  template <std::size_t Block, std::size_t Samples>
  XSCOPE_INLINE static void in_blocks(state<Samples>& now, inputs* in, S* y, const operands_type& from) {
    for (std::size_t n = 0; n < Samples; ++n) {
      for (std::size_t k = 0; k < units; ++k) now.h[0][n][k] = static_cast<T>(from.h[n * units + k]);
      if constexpr (Cell::has_c) {
        for (std::size_t k = 0; k < units; ++k) now.c[n][k] = static_cast<T>(from.c[n * units + k]);
      }
    }
    const auto put = [&](S* to, const T* numbers) {
      for (std::size_t k = 0; k < units; ++k) to[k] = static_cast<S>(numbers[k]);
    };
    for (std::size_t t = 0; t < Size.time; ++t) {
      if constexpr (Samples == 1) in->fill(from, t);
      std::size_t first = 0;
      for (; first + Block <= units; first += Block) next_block<Block>(now, t, first, in, from);
      if constexpr (units % Block != 0) next_block<units % Block>(now, t, first, in, from);
      if constexpr (Sequences) {
        for (std::size_t n = 0; n < Samples; ++n) put(y + (n * Size.time + t) * units, now.h[(t + 1) % 2][n]);
      }
    }
    if constexpr (!Sequences) {
      for (std::size_t n = 0; n < Samples; ++n) put(y + n * units, now.h[Size.time % 2][n]);
    }
  }

  // ---- as many samples as a register has lanes ----

  using samples = packed_t<T, most>;
  static constexpr bool fits_in_lanes =
      (features + (Cell::has_c ? 3 : 2) * units) * sizeof(samples) <= stack_bytes;
  static constexpr std::size_t units_at_once = vector_bytes == 64 ? 4 : 2;

  /// The next state of units [first, first + Count).
  template <std::size_t Count>
  XSCOPE_INLINE static void next_units(std::size_t first, const samples* x, const samples* h, samples* next_h,
                                       samples* c, const operands_type& from) {
    samples sums[Cell::sums][Count];
    XSCOPE_UNROLL
    for (std::size_t s = 0; s < Cell::sums; ++s) {
      XSCOPE_UNROLL
      for (std::size_t u = 0; u < Count; ++u)
        sums[s][u] = Cell::template bias_of_sum<T>(from.bias, units, s, first + u) - samples{};
    }
    for (std::size_t f = 0; f < features; ++f) {
      XSCOPE_UNROLL
      for (std::size_t g = 0; g < Cell::gates; ++g) {
        XSCOPE_UNROLL
        for (std::size_t u = 0; u < Count; ++u)
          sums[g][u] += x[f] * static_cast<T>(from.kernel[f * row + g * units + first + u]);
      }
    }
    for (std::size_t k = 0; k < units; ++k) {
      XSCOPE_UNROLL
      for (std::size_t g = 0; g < Cell::gates; ++g) {
        XSCOPE_UNROLL
        for (std::size_t u = 0; u < Count; ++u)
          sums[Cell::recurrent_sum(g)][u] +=
              h[k] * static_cast<T>(from.recurrent[k * row + g * units + first + u]);
      }
    }
    XSCOPE_UNROLL
    for (std::size_t u = 0; u < Count; ++u) {
      samples gates[Cell::sums];
      XSCOPE_UNROLL
      for (std::size_t s = 0; s < Cell::sums; ++s) gates[s] = sums[s][u];
      next_h[first + u] = Cell::template next_of<T>(gates, h[first + u], c + (Cell::has_c ? first + u : 0));
    }
  }

  static void samples_in_lanes(S* y, S* last_c, const operands_type& from, std::size_t b, std::size_t count) {
    samples x[features + 1]{};
    samples h[2][units]{};
    samples c[Cell::has_c ? units : 1]{};
    const auto get = [&](samples* to, const S* rows, std::size_t stride, std::size_t columns) {
      for (std::size_t i = 0; i < columns; ++i) {
        for (std::size_t l = 0; l < count; ++l) to[i][l] = static_cast<T>(rows[l * stride + i]);
      }
    };
    const auto put = [&](S* rows, std::size_t stride, const samples* numbers) {
      for (std::size_t l = 0; l < count; ++l) {
        for (std::size_t i = 0; i < units; ++i) rows[l * stride + i] = static_cast<S>(numbers[i][l]);
      }
    };
    get(h[0], from.h + b * units, units, units);
    if constexpr (Cell::has_c) get(c, from.c + b * units, units, units);
    for (std::size_t t = 0; t < Size.time; ++t) {
      get(x, from.x + (b * Size.time + t) * features, Size.time * features, features);
      std::size_t u = 0;
      for (; u + units_at_once <= units; u += units_at_once)
        next_units<units_at_once>(u, x, h[t % 2], h[(t + 1) % 2], c, from);
      constexpr std::size_t rest = units % units_at_once;
      if constexpr (rest != 0) next_units<rest>(u, x, h[t % 2], h[(t + 1) % 2], c, from);
      if constexpr (Sequences) put(y + (b * Size.time + t) * units, Size.time * units, h[(t + 1) % 2]);
    }
    if constexpr (!Sequences) put(y + b * units, units, h[Size.time % 2]);
    if (Cell::has_c && last_c != nullptr) put(last_c + b * units, units, c);
  }
};

}  // namespace xscope::ops
