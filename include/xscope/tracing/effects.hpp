// SPDX-License-Identifier: BSD-3-Clause
// Tracing of groups, and of what waits for others.
#pragma once

#include "../dsl/effects.hpp"
#include "training.hpp"

namespace xscope::tracing {

/// Whether something can be waited for: a tensor, an operation, what a collection lists.
template <class H>
inline constexpr bool can_be_waited_for =
    dsl::is_tensor(H::result) || H::result == dsl::result_kind::operation ||
    H::result == dsl::result_kind::listing || H::result == dsl::result_kind::nothing;

template <class L>
struct waited_for;
template <class... H>
struct waited_for<lists::list<H...>> {
  static constexpr tensor_check check{
      {.what = (can_be_waited_for<H> && ...) ? diag::fault::none : diag::fault::not_an_input}};
  template <class Event>
  using event = over_operands<Event, H...>;
};

template <>
struct tracer<dsl::kind::group> {
  template <class S, class Inputs>
  struct grouped {
    using name = name_given<typename S::options, S::usual>;
    using given = waited_for<Inputs>;
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::group);
      e.name = name::text();
      e.dtype = data_type_of<float>;
      e.shape = &extents_of<>;
    }
    using event = typename given::template event<grouped>;
    template <class In>
    struct happens {
      using result = dsl::operation_handle<In::count, float>;
      using out = typename In::template next<happens, event::events>;
      static constexpr void place(placer& r) { event::place(r); }
      static constexpr void emit(placer& r) { place(r); }
    };
    template <class In>
    static consteval auto pick() {
      if constexpr (In::is_cut) return std::type_identity<skipped<In>>{};
      else if constexpr (!given::check.ok())
        return std::type_identity<ending<faulty_training<name, given::check, "group">, In>>{};
      else return std::type_identity<happens<In>>{};
    }
  };
  template <class S, class Env, class In>
  struct step {
    using inputs = trace_all<typename S::inputs, Env, In>;
    using made = typename decltype(grouped<S, typename flat<typename inputs::results>::type>::template pick<
                                   typename inputs::out>())::type;
    using result = typename made::result;
    using out = typename made::out;
    static constexpr void emit(placer& r) {
      inputs::emit(r);
      made::emit(r);
    }
  };
};

template <>
struct tracer<dsl::kind::control> {
  template <class S, class Inputs>
  struct waiting {
    using given = waited_for<Inputs>;
    static constexpr void put(recorder& r) { r.add(event_kind::enter_control).is_bare = S::clears; }
    using event = typename given::template event<waiting>;
    static constexpr void place(placer& r) { event::place(r); }
  };
  template <class Entered, class S, class Env, class In>
  struct inside {
    using body =
        sequence_of<typename S::body, Env, typename In::template next<Entered, Entered::event::events>>;
    using result = typename body::result;
    using out = typename body::out::template next<left>;
    static constexpr void emit(placer& r) {
      Entered::place(r);
      body::emit(r);
      if constexpr (!body::out::is_cut) r.leave();
    }
  };
  template <class S, class Inputs, class Env, class In>
  static consteval auto pick() {
    using entered = waiting<S, Inputs>;
    if constexpr (In::is_cut) return std::type_identity<skipped<In>>{};
    else if constexpr (!entered::given::check.ok())
      return std::type_identity<ending<
          faulty_training<usual_name<"control_dependencies">, entered::given::check, "control_dependencies">,
          In>>{};
    else return std::type_identity<inside<entered, S, Env, In>>{};
  }
  template <class S, class Env, class In>
  struct step {
    using inputs = trace_all<typename S::inputs, Env, In>;
    using made = typename decltype(pick<S, typename flat<typename inputs::results>::type, Env,
                                        typename inputs::out>())::type;
    using result = typename made::result;
    using out = typename made::out;
    static constexpr void emit(placer& r) {
      inputs::emit(r);
      made::emit(r);
    }
  };
};

}  // namespace xscope::tracing
