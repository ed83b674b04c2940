// SPDX-License-Identifier: BSD-3-Clause
// Partitioned variables: the partitioner is asked, and each slice is a variable of its own, in a section that
// the resolver passes over where the variable exists.
#pragma once

#include "creators.hpp"
#include "regularizers.hpp"

namespace xscope::tracing {

/// What a partitioner said: the number of parts along each axis, or what is wrong with it.
struct partitioning {
  diag::fault fault = diag::fault::none;
  extents parts{};
  std::size_t axis = 0;
  std::size_t count = 1;
};

/// P asked for a variable of element type T and shape D....
template <class P, class T, std::size_t... D>
struct partitioned_by {
  static constexpr std::size_t rank = sizeof...(D);
  static consteval partitioning ask() {
    partitioning out;
    if constexpr (rank == 0) {
      out.fault = diag::fault::partition_of_scalar;
    } else {
      if constexpr (requires { P::axis; }) {
        if (P::axis >= rank) out.fault = diag::fault::partition_rank;
        if (out.fault != diag::fault::none) return out;
      }
      const std::array<std::size_t, rank> shape{D...};
      if constexpr (requires(P p) {
                      p(shape, data_type_of<T>)[0];
                      p(shape, data_type_of<T>).size();
                    }) {
        const auto parts = P{}(shape, data_type_of<T>);
        if (parts.size() != rank) out.fault = diag::fault::partition_rank;
        if (out.fault != diag::fault::none) return out;
        bool split = false;
        out.parts.rank_ = static_cast<unsigned char>(rank);
        for (std::size_t i = 0; i < rank; ++i) {
          const auto n = static_cast<long long>(parts[i]);
          if (n < 1) {
            out.fault = diag::fault::partition_zero;
            return out;
          }
          out.parts.dims[i] = static_cast<std::size_t>(n);
          if (n == 1) continue;
          if (split) {
            out.fault = diag::fault::partition_two_axes;
            return out;
          }
          split = true;
          out.axis = i;
          out.count = static_cast<std::size_t>(n);
        }
        if (out.count > shape[out.axis]) out.fault = diag::fault::partition_too_many;
      } else {
        out.fault = diag::fault::partition_not_sequence;
      }
    }
    return out;
  }
  static constexpr partitioning value = ask();

  /// Size and offset of a slice along the axis: the first ones take what does not divide.
  static constexpr std::size_t size(std::size_t i) {
    constexpr std::size_t dims[] = {D..., 1};
    const std::size_t all = dims[value.axis];
    return all / value.count + (i < all % value.count ? 1 : 0);
  }
  static constexpr std::size_t offset(std::size_t i) {
    std::size_t at = 0;
    for (std::size_t k = 0; k < i; ++k) at += size(k);
    return at;
  }

  template <std::size_t Index, std::size_t... I>
  static auto cut(std::index_sequence<I...>) -> dsl::shape_t<(I == value.axis ? size(Index) : D)...>;
  template <std::size_t Index>
  using slice_shape = decltype(cut<Index>(std::make_index_sequence<sizeof...(D)>{}));
};

template <std::size_t N>
consteval auto part_name() {
  constexpr std::size_t digits = [] {
    std::size_t n = 1;
    for (std::size_t k = N; k >= 10; k /= 10) ++n;
    return n;
  }();
  fixed_string<5 + digits + 1> out;
  for (std::size_t i = 0; i < 5; ++i) out.text[i] = "part_"[i];
  std::size_t left = N;
  for (std::size_t i = 0; i < digits; ++i, left /= 10) {
    out.text[5 + digits - 1 - i] = static_cast<char>('0' + left % 10);
  }
  return out;
}

/// A constant's values that belong to a slice.
template <class Init, class Parted, std::size_t Index, std::size_t... D>
struct slice_of_values : dsl::statement {
  static constexpr dsl::kind statement_kind = dsl::kind::literal;
  static constexpr option id = option::value;
  using value_type = typename Init::value_type;
  using shape_type = typename Parted::template slice_shape<Index>;
  struct table {
    dsl::number all[(D * ... * std::size_t{1}) + 1]{};
  };
  static constexpr table numbers = [] {
    table out;
    constexpr std::size_t dims[] = {D..., 1};
    std::size_t inner = 1;
    for (std::size_t i = Parted::value.axis + 1; i < sizeof...(D); ++i) inner *= dims[i];
    const std::size_t rows = dims[Parted::value.axis];
    const std::size_t taken = Parted::size(Index) * inner;
    const std::size_t first = Parted::offset(Index) * inner;
    std::size_t to = 0;
    for (std::size_t from = first; from < (D * ... * std::size_t{1}); from += rows * inner) {
      for (std::size_t i = 0; i < taken; ++i) out.all[to++] = Init::data()[from + i];
    }
    return out;
  }();
  static constexpr const dsl::number* data() { return numbers.all; }
};

/// The request for a slice.
template <class S, class Defaults, class R, class Parted, std::size_t Id, std::size_t Index, class Dims>
struct slice_request;
template <class S, class Defaults, class R, class Parted, std::size_t Id, std::size_t Index, std::size_t... D>
struct slice_request<S, Defaults, R, Parted, Id, Index, dsl::shape_t<D...>> {
  using shape = typename Parted::template slice_shape<Index>;

  /// What an initializer is told, and a session has to know.
  struct slice {
    static constexpr std::array<std::size_t, sizeof...(D)> begin = [] {
      std::array<std::size_t, sizeof...(D)> at{};
      at[Parted::value.axis] = Parted::offset(Index);
      return at;
    }();
    static constexpr extents whole = dsl::shape_t<D...>::value();
    static constexpr extents offset = [] {
      extents out = dsl::shape_t<D...>::value();
      for (std::size_t i = 0; i < sizeof...(D); ++i) out.dims[i] = begin[i];
      return out;
    }();
    static constexpr partition_info<sizeof...(D)> info() { return {{D...}, begin}; }
    template <class Options, class Rare>
    static constexpr variable_details details = [] {
      variable_details out = details_of<Options, Rare>::describe();
      out.full_shape = &whole;
      out.offset = &offset;
      return out;
    }();
    template <class Options, class Rare>
    static constexpr void note(description& e) {
      e.details = &details<Options, Rare>;
    }
  };

  using init = typename R::init;
  static consteval auto pick_options() {
    if constexpr (R::decides) {
      using sliced = slice_of_values<init, Parted, Index, D...>;
      using base = typename dsl::without<option::shape, typename S::options>::type;
      return typename dsl::merged<base, dsl::initializer_t<sliced>, slice_option<slice>>::type{};
    } else {
      return typename dsl::merged<typename S::options, shape, slice_option<slice>>::type{};
    }
  }
  using type = dsl::variable_request<part_name<Index>(), decltype(pick_options()), Defaults,
                                     dsl::slice_of<Id, Index>, S::is_local, no_id>;
};

/// The event of the variable as a whole.
template <class S, class R, class Defaults, class Parted>
struct partitioned_asked {
  static constexpr extents parts = Parted::value.parts;
  static constexpr variable_details details = [] {
    variable_details out = details_of<typename S::options, typename Defaults::rare>::describe();
    out.partitions = &parts;
    return out;
  }();
  static constexpr diag::evidence evidence{.what = Parted::value.fault};
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::get_partitioned);
    R::describe(e);
    e.details = &details;
    e.args[0] = Parted::value.axis;
    e.args[1] = Parted::value.count;
    e.evidence = {};  // the slices say what is wrong with them
    if constexpr (Parted::value.fault != diag::fault::none) e.evidence = &evidence;
  }
};

// Grants the request for a slice (tracing/getters.hpp).
template <class S, class Defaults, class Env, class In>
struct single_request;

/// The slices one after the other, each with its own regularizer.
template <class S, class Defaults, class R, class Parted, std::size_t Id, class Env, class In,
          std::size_t Index>
struct slices_from;

template <bool End>
struct next_slice {
  template <class S, class Defaults, class R, class Parted, std::size_t Id, class Env, class In,
            std::size_t Index>
  using type = slices_from<S, Defaults, R, Parted, Id, Env, In, Index>;
};
template <class In>
struct no_slices {
  using results = lists::list<>;
  using out = In;
  static constexpr void emit(placer&) {}
};
template <>
struct next_slice<true> {
  template <class S, class Defaults, class R, class Parted, std::size_t Id, class Env, class In,
            std::size_t Index>
  using type = no_slices<In>;
};

template <class S, class Defaults, class R, class Parted, std::size_t Id, class Env, class In,
          std::size_t Index>
struct slices_from {
  using request_type = typename slice_request<S, Defaults, R, Parted, Id, Index, typename R::shape>::type;
  using one = single_request<request_type, Defaults, Env, In>;
  using rest =
      typename next_slice<Index + 1 == Parted::value.count>::template type<S, Defaults, R, Parted, Id, Env,
                                                                           typename one::out, Index + 1>;
  using results = lists::prepend<typename rest::results, typename one::result>;
  using out = typename rest::out;
  static constexpr void emit(placer& r) {
    one::emit(r);
    rest::emit(r);
  }
};

/// A partitioned variable's shape must be fully known, also when it is shared.
template <class S, class R>
struct unknown_partitioned {
  static constexpr diag::evidence evidence{.what = diag::fault::partition_of_unknown};
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::get_partitioned);
    R::describe(e);
    e.evidence = &evidence;
  }
};

template <class S, class Defaults, class R, class P, class Env, class In, class Shape = typename R::shape>
struct partitioned_request;
template <class S, class Defaults, class R, class P, class Env, class In, std::size_t... D>
struct partitioned_request<S, Defaults, R, P, Env, In, dsl::shape_t<D...>> {
  using parted = partitioned_by<P, typename R::type, D...>;
  static constexpr bool serves = parted::value.fault == diag::fault::none;
  using asked = partitioned_asked<S, R, Defaults, parted>;
  template <class... Slices>
  using handle = dsl::partitioned_handle<In::count, dsl::tensor_spec<typename R::type, D...>,
                                         parted::value.axis, Slices...>;
  struct made {
    using slices = slices_from<S, Defaults, R, parted, In::count, Env, typename In::template next<asked>, 0>;
    using result = lists::rename<typename slices::results, handle>;
    using out = typename slices::out::template next<left>;
    static constexpr void emit(placer& r) {
      r.put<asked>();
      slices::emit(r);
      if constexpr (!slices::out::is_cut) r.leave();
    }
  };
  using chosen = std::type_identity<std::conditional_t<serves, made, ending<asked, In>>>;
};

}  // namespace xscope::tracing
