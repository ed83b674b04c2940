// SPDX-License-Identifier: BSD-3-Clause
// Running a chain of elementwise operations: one loop nest, in which each element goes through all
// instructions in registers, as many at a time as a register holds. Chains that are alike share this code.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../math/registers.hpp"
#include "../planning/fused.hpp"
#include "backend/xsimd.hpp"
#include "backend/xtensor.hpp"

namespace xscope::running {

using planning::argument_kind;
using planning::fused_spec;

/// The whole chain as a function: of one element of each operand, or of a pack of each.
template <fused_spec Spec>
struct fused_function {
  template <class... A>
  XSCOPE_INLINE auto operator()(const A&... a) const {
    return run<pack_among<A...>>(no_stores{}, std::tie(a...), std::make_index_sequence<size>{});
  }
  /// The same; put.operator()<K>(value) writes what is to be written to operand K.
  template <class Put, class... A>
  XSCOPE_INLINE auto storing(const Put& put, const A&... a) const {
    return run<pack_among<A...>>(put, std::tie(a...), std::make_index_sequence<size>{});
  }
  static constexpr bool stores = [] {
    bool any = false;
    for (int i = 0; i < Spec.instructions; ++i) any = any || Spec.list[i].stores != 0;
    return any;
  }();

 private:
  static constexpr std::size_t size = static_cast<std::size_t>(Spec.instructions);
  struct no_stores {};

  /// The pack that one of some types belongs to, or void.
  template <class... A>
  struct first_pack {
    using type = void;
  };
  template <class A, class... More>
  struct first_pack<A, More...> {
    using behind = math::pack_behind<A>;
    using type =
        typename std::conditional_t<std::is_void_v<typename behind::type>, first_pack<More...>, behind>::type;
  };
  template <class... A>
  using pack_among = typename first_pack<A...>::type;

  /// What an instruction gives: an element, or a pack, or what comparing packs gives.
  template <class Pack, data_type Type>
  static auto value_type() {
    if constexpr (std::is_void_v<Pack>) return std::type_identity<element_t<Type.value>>{};
    else if constexpr (Type.is_bool()) return std::type_identity<math::mask_t<Pack>>{};
    else return std::type_identity<Pack>{};
  }
  template <class Pack, data_type Type>
  using value_t = typename decltype(value_type<Pack, Type>())::type;

  /// All instructions in order, each once.
  template <class Pack, class Put, class Elements, std::size_t... I>
  XSCOPE_INLINE static auto run(const Put& put, const Elements& elements, std::index_sequence<I...>) {
    std::tuple<value_t<Pack, Spec.list[I].dtype>...> done;
    ((std::get<I>(done) = value<Pack, I>(elements, done)), ...);
    if constexpr (stores) (store<I>(put, std::get<I>(done)), ...);
    return std::get<size - 1>(done);
  }
  template <std::size_t I, class Put, class V>
  XSCOPE_INLINE static void store(const Put& put, const V& result) {
    static_assert(!std::is_same_v<Put, no_stores>, "a chain that writes several variables is one of packs");
    constexpr int to = Spec.list[I].stores;
    if constexpr (to != 0) put.template operator()<static_cast<std::size_t>(to - 1)>(result);
  }

  template <class Pack, std::size_t I, std::size_t K, class Elements, class Values>
  XSCOPE_INLINE static auto argument(const Elements& elements, const Values& done) {
    constexpr planning::argument from = Spec.list[I].args[K];
    if constexpr (from.from == argument_kind::instruction) {
      return std::get<from.index>(done);
    } else if constexpr (from.from == argument_kind::operand) {
      return std::get<from.index>(elements);
    } else {
      using type = element_t<from.dtype.value>;
      if constexpr (from.dtype.is_integer())
        return value_t<Pack, from.dtype>(static_cast<type>(from.integer));
      else return value_t<Pack, from.dtype>(static_cast<type>(from.real));
    }
  }

  /// Which operand of a sum is a product, or -1.
  template <std::size_t I>
  static constexpr int product_in = [] {
    const planning::instruction& sum = Spec.list[I];
    if (sum.copies || !sum.op->is_sum || !sum.dtype.is_floating()) return -1;
    for (int k = 0; k < 2; ++k) {
      const planning::argument& a = sum.args[k];
      if (a.from != argument_kind::instruction) continue;
      if (!Spec.list[a.index].copies && Spec.list[a.index].op->is_product) return k;
    }
    return -1;
  }();

  template <class Pack, std::size_t I, class Elements, class Values>
  XSCOPE_INLINE static auto value(const Elements& elements, const Values& done) {
    constexpr planning::instruction step = Spec.list[I];
    using type = value_t<Pack, step.dtype>;
    if constexpr (step.copies) {
      return static_cast<type>(argument<Pack, I, 0>(elements, done));
    } else if constexpr (!std::is_void_v<Pack> && math::fma_rounds_once && product_in<I> >= 0) {
      // GCC would do so by itself, Clang does not where both are functions of packs.
      constexpr std::size_t product = static_cast<std::size_t>(step.args[product_in<I>].index);
      return math::fma(argument<Pack, product, 0>(elements, done), argument<Pack, product, 1>(elements, done),
                       argument<Pack, I, 1 - product_in<I>>(elements, done));
    } else {
      using op = ops::code_of<step.op>;
      return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        const auto result = op::template forward<type>(argument<Pack, I, K>(elements, done)...);
        static_assert(std::is_same_v<decltype(result), const type>,
                      "every operation of a chain runs on packs");
        return result;
      }(std::make_index_sequence<static_cast<std::size_t>(step.count)>{});
    }
  }
};

/// The floating-point type that a chain's packs are of, or none: all that is no truth value must be of it,
/// and a chain of constants alone is no work for packs.
constexpr data_type packed_type(const fused_spec& spec) {
  if (spec.operands == 0) return {};
  data_type type{};
  bool one = true;
  const auto use = [&](data_type t) {
    if (t.is_bool()) return;
    one =
        one && (t == data_type_of<float> || t == data_type_of<double>) && (type == data_type{} || t == type);
    type = t;
  };
  use(spec.result);
  for (int k = 0; k < spec.operands; ++k) use(spec.dtypes[k]);
  for (int i = 0; i < spec.instructions; ++i) {
    const planning::instruction& step = spec.list[i];
    use(step.dtype);
    for (int k = 0; k < step.count; ++k) {
      if (step.args[k].from == argument_kind::constant) use(step.args[k].dtype);
    }
  }
  return one ? type : data_type{};
}

/// The innermost loop over packs: a few at a time, so that they need not wait for each other; the rest that
/// fills no pack last.
template <fused_spec Spec>
struct pack_loop {
  using number = element_t<packed_type(Spec).value>;
  using pack = math::pack_of<number>;
  static constexpr std::size_t lanes = math::lanes<pack>;
  static constexpr std::size_t last = Spec.rank == 0 ? 0 : Spec.rank - 1;
  static constexpr std::size_t size = Spec.rank == 0 ? 1 : Spec.size[last];
  static constexpr std::size_t at_a_time = math::vector_registers >= 32 ? (Spec.instructions <= 8 ? 4 : 2)
                                           : Spec.instructions <= 4     ? 2
                                                                        : 1;

  template <std::size_t K>
  static constexpr bool repeated = Spec.rank == 0 || Spec.stride[K][last] == 0;

  template <std::size_t K, class P, class... N>
  XSCOPE_INLINE static auto load(const P* from, std::size_t i, N... lanes_used) {
    const P* at = repeated<K> ? from : from + i;
    if constexpr (std::is_same_v<P, bool>) {
      if constexpr (repeated<K>) return pack(*at ? number(1) : number(0)) != pack(number(0));
      else return math::load_mask<pack>(at, lanes_used...);
    } else {
      if constexpr (repeated<K>) return pack(*at);
      else return math::load<pack>(at, lanes_used...);
    }
  }
  template <class T, class V, class... N>
  XSCOPE_INLINE static void store(T* to, const V& value, N... lanes_used) {
    if constexpr (std::is_same_v<T, bool>) math::store_mask<pack>(to, value, lanes_used...);
    else math::store<pack>(to, value, lanes_used...);
  }

  /// The chain for the elements from i on, or for the first few of them; it writes what it stores besides.
  template <std::size_t... K, class... P, class... N>
  XSCOPE_INLINE static auto compute(std::index_sequence<K...>, std::size_t i,
                                    const std::tuple<const P*...>& from, N... lanes_used) {
    if constexpr (fused_function<Spec>::stores) {
      const auto put = [&]<std::size_t To>(const pack& value) XSCOPE_INLINE_LAMBDA {
        // An operand that is stored to is a variable, which nobody else reads meanwhile.
        store(const_cast<number*>(std::get<To>(from)) + i, value, lanes_used...);
      };
      return fused_function<Spec>{}.storing(put, load<K>(std::get<K>(from), i, lanes_used...)...);
    } else {
      return fused_function<Spec>{}(load<K>(std::get<K>(from), i, lanes_used...)...);
    }
  }

  template <std::size_t... K, class T, class... P>
  XSCOPE_INLINE static void run(std::index_sequence<K...> all, T* to, const P*... operands) {
    constexpr std::size_t block = at_a_time * lanes;
    const std::tuple<const P*...> from{operands...};
    using value = decltype(compute(all, 0, from));
    std::size_t i = 0;
    if constexpr (size >= block) {
      for (; i + block <= size; i += block) {
        value computed[at_a_time];
        XSCOPE_UNROLL
        for (std::size_t u = 0; u < at_a_time; ++u) computed[u] = compute(all, i + u * lanes, from);
        XSCOPE_UNROLL
        for (std::size_t u = 0; u < at_a_time; ++u) store(to + i + u * lanes, computed[u]);
      }
    }
    if constexpr (size % block >= lanes) {
      for (; i + lanes <= size; i += lanes) store(to + i, compute(all, i, from));
    }
    if constexpr (size % lanes != 0) {
      constexpr std::size_t rest = size % lanes;
      store(to + i, compute(all, i, from, rest), rest);
    }
  }
};

/// The loops outside of the innermost one; P are the operands' element types.
template <fused_spec Spec, std::size_t Loop, class T, std::size_t... K, class... P>
XSCOPE_INLINE void run_loops(std::index_sequence<K...> all, T* to, const P*... from) {
  if constexpr (Loop + 1 >= Spec.rank) {
    constexpr std::size_t n = Spec.rank == 0 ? 1 : Spec.size[Spec.rank - 1];
    constexpr std::size_t last = Spec.rank == 0 ? 0 : Spec.rank - 1;
    if constexpr (packed_type(Spec) == data_type{}) {
      assign<n, fused_function<Spec>>(to, operand_of < n,
                                      Spec.rank == 0 || Spec.stride[K][last] == 0 > (from)...);
    } else {
      pack_loop<Spec>::run(all, to, from...);
    }
  } else {
    constexpr std::size_t inner = [] {
      std::size_t n = 1;
      for (std::size_t i = Loop + 1; i < Spec.rank; ++i) n *= Spec.size[i];
      return n;
    }();
    for (std::size_t i = 0; i < Spec.size[Loop]; ++i) {
      run_loops<Spec, Loop + 1>(all, to + i * inner, (from + i * Spec.stride[K][Loop])...);
    }
  }
}

/// Runs a chain: `to` may be one of the operands, since each element is read before it is written.
template <fused_spec Spec, class T, class... P>
[[gnu::noinline]] void run_chain(T* to, const P*... from) {
  run_loops<Spec, 0>(std::index_sequence_for<P...>{}, to, from...);
}

}  // namespace xscope::running
