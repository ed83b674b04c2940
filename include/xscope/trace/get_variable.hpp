// SPDX-License-Identifier: BSD-3-Clause
// Tracing of get_variable. Shape and element type come from the options, from the scope's defaults, or,
// where the variable exists and no shape is given, from the variable: only then is the program's history
// asked.
#pragma once

#include "leaves.hpp"

namespace xscope::tracing {

/// Which way a request goes: decided once for all equal requests.
enum class request_kind : unsigned char { refused, by_history, known };

/// The handle types of a variable whose shape is fully known.
template <class T, class Shape>
struct handles_if {
  static constexpr bool known = false;
};
template <class T, std::size_t... D>
struct handles_if<T, dsl::shape_t<D...>> : handles<T, dsl::shape_t<D...>> {
  static constexpr bool known = ((D != unknown) && ...);
};

/// What S asks for in a scope with these defaults. Equal statements in equal scopes share it.
template <class S, class Defaults>
struct request {
  using options = typename S::options;
  using own_init =
      typename options::template get<option::initializer, dsl::initializer_t<dsl::no_option>>::type;
  using init = typename options::template get<option::initializer,
                                              dsl::initializer_t<typename Defaults::initializer>>::type;
  static constexpr bool has_init = !std::same_as<init, dsl::no_option>;
  static constexpr bool constant_init = dsl::is_literal<init>;
  static constexpr bool has_shape = options::template has<option::shape>;
  static constexpr bool has_dtype = options::template has<option::dtype>;
  /// The element type that is asked for, which is what an existing variable is compared with.
  using asked = dtype_option<options, typename Defaults::dtype>;

  static consteval auto pick_type() {
    if constexpr (constant_init) return std::type_identity<typename init::value_type>{};
    else return std::type_identity<asked>{};
  }
  static consteval auto pick_shape() {
    if constexpr (has_shape) return typename options::template get<option::shape>{};
    else if constexpr (constant_init) return typename init::shape_type{};
    else return dsl::no_option{};
  }
  /// What a new variable has.
  using type = typename decltype(pick_type())::type;
  using shape = decltype(pick_shape());
  static constexpr bool shape_known = !std::same_as<shape, dsl::no_option>;

  using handle_types = handles_if<type, shape>;

  static consteval diag::fault check() {
    if constexpr (dsl::is_literal<own_init> && has_dtype) {
      if (!std::same_as<typename own_init::value_type, asked>) return diag::fault::initializer_dtype;
    }
    if (constant_init && has_shape) return diag::fault::initializer_and_shape;
    return diag::fault::none;
  }

  static constexpr request_kind kind = check() != diag::fault::none ? request_kind::refused
                                       : !handle_types::known       ? request_kind::by_history
                                                                    : request_kind::known;

  static constexpr void put(recorder& r) {
    event& e = r.add(event_kind::get_variable);
    e.name = S::text();
    e.dtype = data_type_of<type>;
    e.asked = data_type_of<asked>;
    if constexpr (shape_known) e.shape = extents_for<shape>;
    if constexpr (has_init) e.init = &dsl::info_of<init>;
    else e.init = data_type_of<asked>.is_floating() ? &dsl::glorot_uniform : &dsl::zeros;
    if constexpr (options::template has<option::trainable>) {
      e.trainable = options::template get<option::trainable>::on;
    }
    if constexpr (S::is_local) {
      e.local = true;
      e.trainable = false;
    }
  }
};

template <class S, class Request>
struct refused_request {
  static consteval complaint explain() {
    complaint c{.what = Request::check()};
    if constexpr (Request::check() == diag::fault::initializer_and_shape)
      c.shapes[0] = extents_for<typename Request::shape>;
    c.dtypes[0] = data_type_of<typename Request::type>;
    c.dtypes[1] = data_type_of<typename Request::asked>;
    return c;
  }
  static constexpr complaint why = explain();
  static constexpr void put(recorder& r) {
    event& e = r.add(event_kind::fault);
    e.name = S::text();
    e.why = &why;
  }
};

/// A variable without a (full) shape. Without a history the trace starts again with one; with it, the
/// variable that exists gives the shape, and where there is none the resolver will say so.
template <class R, class In>
struct by_history {
  using result = dsl::nothing;
  using out = cut<In::count, cut_reason::needs_history>;
  static constexpr void emit(recorder&) {}
};

template <class R, class In>
  requires(In::has_history)
struct by_history<R, In> {
  static constexpr extents found = In::template shape_of<R>();

  template <std::size_t... I>
  static auto build(std::index_sequence<I...>)
      -> dsl::variable_handle<In::count, typename R::type, found[I]...>;
  static consteval auto pick() {
    if constexpr (found.rank_ == max_rank + 1) return dsl::nothing{};
    else return decltype(build(std::make_index_sequence<found.rank()>{})){};
  }
  static constexpr bool exists = found.rank_ != max_rank + 1;

  using result = decltype(pick());
  using out =
      std::conditional_t<exists, typename In::template next<R>, cut<In::count + 1, cut_reason::fault>>;
  static constexpr void emit(recorder& r) { R::put(r); }
};

template <request_kind Kind>
struct requested;
template <>
struct requested<request_kind::refused> {
  template <class S, class R, class In>
  using step = ending<refused_request<S, R>, In>;
};
template <>
struct requested<request_kind::by_history> {
  template <class S, class R, class In>
  using step = by_history<R, In>;
};
template <>
struct requested<request_kind::known> {
  template <class S, class R, class In>
  using step = happening<R, typename R::handle_types::template variable<In::count>, In>;
};

template <>
struct tracer<dsl::kind::get_variable> {
  template <class S, class Env, class In>
  using step = typename requested<
      request<S, effective_defaults<typename Env::scope, typename In::memory_type>>::kind>::
      template step<S, request<S, effective_defaults<typename Env::scope, typename In::memory_type>>, In>;
};

}  // namespace xscope::tracing
