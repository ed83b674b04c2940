// SPDX-License-Identifier: BSD-3-Clause
// A layer is traced once for all calls that are alike: in a frame, where its arguments, the scope around it
// and its own events have numbers that do not depend on where it stands. Each call then puts those events in
// their place. So a network of many equal layers costs the compiler little more than their names.
#pragma once

#include "../dsl/apply.hpp"
#include "../dsl/arg_scope.hpp"
#include "../dsl/partitions.hpp"
#include "../dsl/scopes.hpp"
#include "../dsl/templates.hpp"
#include "defaults.hpp"
#include "sequence.hpp"

namespace xscope::tracing {

/// The numbers that a frame gives to what comes from outside: the variable scope, the innermost scope, the
/// arguments.
constexpr std::size_t outer_id(std::size_t depth, std::size_t which) {
  return depth * frame_size + outer_ids + which;
}
inline constexpr std::size_t outer_scope = 0;
inline constexpr std::size_t outer_innermost = 1;
inline constexpr std::size_t first_argument = 2;

/// A handle under another number.
template <class H, std::size_t Id>
struct renumbered;
template <std::size_t Old, class T, std::size_t... D, std::size_t Id>
struct renumbered<dsl::tensor<Old, T, D...>, Id> {
  using type = dsl::tensor<Id, T, D...>;
};
template <std::size_t Old, class T, std::size_t... D, std::size_t Id>
struct renumbered<dsl::variable_handle<Old, T, D...>, Id> {
  using type = dsl::variable_handle<Id, T, D...>;
};
template <std::size_t Old, class T, std::size_t... D, std::size_t Id>
struct renumbered<dsl::operation_handle<Old, T, D...>, Id> {
  using type = dsl::operation_handle<Id, T, D...>;
};
template <std::size_t Old, class Defaults, std::size_t Id>
struct renumbered<dsl::scope_handle<Old, Defaults>, Id> {
  using type = dsl::scope_handle<Id, Defaults>;
};
template <std::size_t Old, std::size_t Id>
struct renumbered<dsl::name_scope_handle<Old>, Id> {
  using type = dsl::name_scope_handle<Id>;
};
template <std::size_t Old, std::size_t Id>
struct renumbered<dsl::scope_text<Old>, Id> {
  using type = dsl::scope_text<Id>;
};

template <std::size_t Old, std::size_t Id>
struct renumbered<dsl::listing_handle<Old>, Id> {
  using type = dsl::listing_handle<Id>;
};

template <std::size_t Old, std::size_t Id>
struct renumbered<dsl::gradient_list_handle<Old>, Id> {
  using type = dsl::gradient_list_handle<Id>;
};

template <std::size_t Old, class Made, std::size_t Id>
struct renumbered<dsl::template_handle<Old, Made>, Id> {
  using type = dsl::template_handle<Id, Made>;
};
template <class... Settings, std::size_t Id>
struct renumbered<dsl::arg_scope_handle<Settings...>, Id> {
  using type = dsl::arg_scope_handle<Settings...>;
};

/// A scope around a layer as the frame knows it. What it was set to is in its defaults, because the settings
/// go by the number that it has outside.
template <class Scope, class Memory, std::size_t Id>
struct framed_scope : renumbered<Scope, Id> {};
template <std::size_t Old, class Defaults, class Memory, std::size_t Id>
struct framed_scope<dsl::scope_handle<Old, Defaults>, Memory, Id> {
  using type = dsl::scope_handle<Id, effective_defaults<dsl::scope_handle<Old, Defaults>, Memory>>;
};

/// The environment within a frame: the same but for the scopes' numbers.
template <class Env, class Memory, std::size_t Depth>
struct framed_environment {
  using type = environment<
      typename framed_scope<typename Env::scope, Memory, outer_id(Depth, outer_scope)>::type,
      typename framed_scope<typename Env::innermost, Memory, outer_id(Depth, outer_innermost)>::type,
      typename Env::around>;
};

/// The layer F, traced in a frame. Arguments are handles with a frame's numbers.
template <class F, class Env, std::size_t Depth, class Start, class... Arguments>
struct framed {
  using body = call<F, lists::list<Arguments...>, Env, Start>;
  using result = typename body::result;
  using out = typename body::out;
  /// What is remembered, or needs a history, is traced where it stands.
  static consteval bool can_serve() {
    if constexpr (out::is_cut) return out::reason == cut_reason::fault;
    else return std::same_as<typename out::remembered_type, typename Start::remembered_type>;
  }
  static constexpr bool serves = can_serve();
  static constexpr std::size_t count = out::count - Depth * frame_size;
};

/// A frame's handle as the caller's. Call: scope, innermost, arguments, and the number of the first event.
template <class H, std::size_t Depth, class Call>
struct landed;

template <bool Inside, bool Outer>
struct landing {
  template <class H, class Call>
  using type = H;
};
template <>
struct landing<true, false> {
  template <class H, class Call>
  using type = typename renumbered<H, Call::base + H::id % frame_size>::type;
};
template <>
struct landing<true, true> {
  template <class H, class Call>
  using type = lists::at<typename Call::outer, H::id % frame_size - outer_ids>;
};
template <class H, std::size_t Depth, class Call>
struct landed {
  static constexpr bool inside = H::id != no_id && depth_of(H::id) == Depth;
  using type = typename landing<inside, inside && H::id % frame_size >= outer_ids>::template type<H, Call>;
};
template <std::size_t Id, class Spec, std::size_t Axis, class... Slices, std::size_t Depth, class Call>
struct landed<dsl::partitioned_handle<Id, Spec, Axis, Slices...>, Depth, Call> {
  static constexpr std::size_t id = depth_of(Id) == Depth ? Call::base + Id % frame_size : Id;
  using type = dsl::partitioned_handle<id, Spec, Axis, typename landed<Slices, Depth, Call>::type...>;
};
template <class... H, std::size_t Depth, class Call>
struct landed<dsl::pack_handle<H...>, Depth, Call> {
  using type = dsl::pack_handle<typename landed<H, Depth, Call>::type...>;
};

/// A call of a layer that was traced in a frame.
template <class Framed, std::size_t Depth, class Env, class In, class... H>
struct placed_layer {
  using outer = lists::list<typename Env::scope, typename Env::innermost, H...>;
  static constexpr std::size_t base = In::count;
  using result = typename landed<typename Framed::result, Depth, placed_layer>::type;
  using out = std::conditional_t<Framed::out::is_cut, cut<base + Framed::count, cut_reason::fault>,
                                 typename In::template next<Framed, Framed::count>>;
  static constexpr void emit(placer& r) {
    const std::size_t given[] = {r.placed(Env::scope::id), r.placed(Env::innermost::id), r.placed(H::id)...};
    const frame here{r.inside, Depth, r.count, given};
    r.inside = &here;
    Framed::body::emit(r);
    r.inside = here.around;
  }
};

template <bool AsTensors>
struct layer_of {
  template <class F, class Env, class In, class Indices, class... H>
  using type = call<F, lists::list<H...>, Env, In>;
};
template <>
struct layer_of<true> {
  template <class Framed, std::size_t Depth, class F, class Env, class In, class... H>
  static consteval auto choose() {
    if constexpr (Framed::serves) return std::type_identity<placed_layer<Framed, Depth, Env, In, H...>>{};
    else return std::type_identity<call<F, lists::list<H...>, Env, In>>{};
  }
  template <class F, class Env, class In, class Indices, class... H>
  struct over;
  template <class F, class Env, class In, std::size_t... I, class... H>
  struct over<F, Env, In, std::index_sequence<I...>, H...> {
    static constexpr std::size_t depth = depth_of(In::count) + 1;
    using traced = framed<F, typename framed_environment<Env, typename In::remembered_type, depth>::type,
                          depth, typename In::template frame_start<depth * frame_size>,
                          typename renumbered<H, outer_id(depth, first_argument + I)>::type...>;
    using type = typename decltype(choose<traced, depth, F, Env, In, H...>())::type;
  };
  template <class F, class Env, class In, class Indices, class... H>
  using type = typename over<F, Env, In, Indices, H...>::type;
};

template <class F, class Handles, class Env, class In>
struct framed_layer;
template <class F, class... H, class Env, class In>
struct framed_layer<F, lists::list<H...>, Env, In>
    : layer_of<In::may_be_framed && lists::all<dsl::is_tensor(H::result)...>>::template type<
          F, Env, In, std::index_sequence_for<H...>, H...> {};

// An operation, or a scope around a layer, is not worth a frame: what is in the scope gets one.
template <bool Framed>
struct layer_by {
  template <class F, class Handles, class Env, class In>
  using type = call<F, Handles, Env, In>;
};
template <>
struct layer_by<true> {
  template <class F, class Handles, class Env, class In>
  using type = framed_layer<F, Handles, Env, In>;
};

/// F called with handles: as call<F, list<H...>, Env, In>, but traced only once for equal calls.
template <class F, class Handles, class Env, class In>
using layer = typename layer_by<!__is_base_of(dsl::layer_in_scope, F) &&
                                !__is_base_of(dsl::operation_layer, F)>::template type<F, Handles, Env, In>;

}  // namespace xscope::tracing
