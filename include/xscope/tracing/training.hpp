// SPDX-License-Identifier: BSD-3-Clause
// Tracing of gradients and training: what they are given is traced, and one event takes it all down. What it
// comes to, a pass puts in its place.
#pragma once

#include "../dsl/gradients.hpp"
#include "../dsl/optimizer_rule.hpp"
#include "../naming/regex_parser.hpp"
#include "leaves.hpp"

namespace xscope::tracing {

/// The parts of packs in the places of the packs.
template <class Done, class... H>
struct flattened {
  using type = Done;
};
template <class... Done, class H, class... Rest>
struct flattened<lists::list<Done...>, H, Rest...> : flattened<lists::list<Done..., H>, Rest...> {};
template <class... Done, class... Part, class... Rest>
struct flattened<lists::list<Done...>, dsl::pack_handle<Part...>, Rest...>
    : flattened<lists::list<Done...>, Part..., Rest...> {};
template <class L>
struct flat;
template <class... H>
struct flat<lists::list<H...>> : flattened<lists::list<>, H...> {};

/// An event of any number of operands, and behind it K events for its results.
template <class E, class... H>
struct over_operands {
  static constexpr std::size_t operands = sizeof...(H);
  static constexpr std::size_t events = operands < 2 ? 1 : (operands + 1) / 2;
  static constexpr description told = [] {
    recorder r;
    E::put(r);
    r.out.arg_count = operands;
    return r.out;
  }();
  static constexpr void place(placer& r) {
    constexpr std::size_t ids[] = {H::id..., no_id, no_id};
    r.apply_to(told, ids, operands);
  }
};

/// What is wrong with tensors that training is given.
struct tensor_check {
  diag::evidence evidence{};

  constexpr bool ok() const { return evidence.what == diag::fault::none; }
  template <class H>
  constexpr void floating() {
    if (!ok()) return;
    if constexpr (!dsl::is_tensor_handle<H>) {
      evidence.what = diag::fault::not_a_tensor;
    } else if constexpr (!H::dtype().is_floating()) {
      evidence.what = diag::fault::no_gradient;
      evidence.dtype = H::dtype();
    }
  }
  template <class H>
  constexpr void variable() {
    if (ok() && H::result != dsl::result_kind::variable) evidence.what = diag::fault::not_a_variable;
  }
  /// What flows into y in the place of ones: a tensor like it, or nothing that is given.
  template <class G, class Y>
  constexpr void flows_into() {
    if constexpr (G::result == dsl::result_kind::nothing || !dsl::is_tensor_handle<Y>) return;
    else if constexpr (!dsl::is_tensor_handle<G>) tensor<G>();
    else if (ok()) {
      if (!(G::dtype() == Y::dtype())) evidence.what = diag::fault::operands_differ_in_dtype;
      else if (!(*extents_for<typename G::shape_type> == *extents_for<typename Y::shape_type>))
        evidence.what = diag::fault::shapes_differ;
      evidence.dtype = G::dtype();
      evidence.other_dtype = Y::dtype();
      evidence.shape = extents_for<typename G::shape_type>;
      evidence.other_shape = extents_for<typename Y::shape_type>;
    }
  }
  template <class H>
  constexpr void tensor() {
    if (ok() && !dsl::is_tensor_handle<H>) evidence.what = diag::fault::not_a_tensor;
  }
};

template <class Name, const tensor_check& Check, fixed_string Type>
struct faulty_training {
  static constexpr diag::evidence evidence = [] {
    diag::evidence out = Check.evidence;
    out.call = Type.text;
    return out;
  }();
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::fault);
    e.name = Name::text();
    e.evidence = &evidence;
  }
};

template <fixed_string Text>
struct usual_name {
  static constexpr const naming::literal* text() { return &naming::literal_of<Text>; }
};
/// The name that options give, or the usual one.
template <class Options, fixed_string Usual>
using name_given = typename Options::template get<option::name, usual_name<Usual>>;

template <class Options, option Id>
struct statements_of {
  using type = lists::list<>;
};
template <class Options, option Id>
  requires(Options::template has<Id>)
struct statements_of<Options, Id> {
  using type = typename Options::template get<Id>::statements;
};

// ---- gradients ---------------------------------------------------------------------------------------

template <>
struct tracer<dsl::kind::gradients> {
  template <class S, class Y, class X, class Grads, class Stops>
  struct asked;
  template <class S, class... Y, class... X, class... G, class... T>
  struct asked<S, lists::list<Y...>, lists::list<X...>, lists::list<G...>, lists::list<T...>> {
    using options = typename S::options;
    using unconnected = typename options::template get<option::unconnected_gradients,
                                                       dsl::unconnected_t<dsl::unconnected::refused>>;
    static constexpr tensor_check check = [] {
      tensor_check out;
      (out.tensor<Y>(), ...);
      (out.tensor<X>(), ...);
      (out.tensor<T>(), ...);
      if constexpr (sizeof...(G) == sizeof...(Y)) {
        (out.flows_into<G, Y>(), ...);
      } else if (out.ok() && sizeof...(G) != 0) {
        out.evidence.what = diag::fault::grad_ys_count;
        out.evidence.count = sizeof...(G);
        out.evidence.other_count = sizeof...(Y);
      }
      return out;
    }();
    static constexpr training told{.ys = sizeof...(Y),
                                   .xs = sizeof...(X),
                                   .grads = sizeof...(G),
                                   .stops = sizeof...(T),
                                   .may_be_none = unconnected::how == dsl::unconnected::none,
                                   .zero = unconnected::how == dsl::unconnected::zero};
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::gradients);
      e.name = name_given<options, "gradients">::text();
      e.training_of = &told;
    }
    using event = over_operands<asked, Y..., X..., G..., T...>;

    /// The gradient of the K-th x, where event `First` has put the list.
    template <std::size_t First, std::size_t K, class H>
    struct result {
      static constexpr void put(recorder& r) {
        description& e = r.add(event_kind::made_by_pass);
        e.dtype = H::dtype();
        e.shape = extents_for<typename H::shape_type>;
        e.arg_count = K;
      }
    };
    template <std::size_t K, class H, class In>
    using handle = typename handles<typename H::value_type,
                                    typename H::shape_type>::template tensor<In::count + event::events + K>;
    template <class In, class... H>
    struct results_of {
      using type = dsl::pack_handle<H...>;
    };
    template <class In, class H>
    struct results_of<In, H> {
      using type = H;
    };
    template <class In, class I>
    struct happens;
    template <class In, std::size_t... K>
    struct happens<In, std::index_sequence<K...>> {
      using result = typename results_of<In, handle<K, X, In>...>::type;
      using out = typename In::template next<happens, event::events + sizeof...(X)>;
      static constexpr void place(placer& r) {
        event::place(r);
        (r.put<typename asked::template result<In::count, K, X>>(), ...);
      }
      static constexpr void emit(placer& r) { place(r); }
    };
    template <class In>
    static consteval auto pick() {
      if constexpr (In::is_cut) return std::type_identity<skipped<In>>{};
      else if constexpr (!check.ok())
        return std::type_identity<
            ending<faulty_training<name_given<options, "gradients">, check, "gradients">, In>>{};
      else return std::type_identity<happens<In, std::index_sequence_for<X...>>>{};
    }
  };

  template <class S, class Env, class In>
  struct step {
    using options = typename S::options;
    using ys = trace_all<lists::list<typename S::y>, Env, In>;
    using xs = trace_all<typename S::x, Env, typename ys::out>;
    using grads = trace_all<typename statements_of<options, option::grad_ys>::type, Env, typename xs::out>;
    using stops =
        trace_all<typename statements_of<options, option::stop_gradients>::type, Env, typename grads::out>;
    using all =
        asked<S, typename flat<typename ys::results>::type, typename flat<typename xs::results>::type,
              typename flat<typename grads::results>::type, typename flat<typename stops::results>::type>;
    using made = typename decltype(all::template pick<typename stops::out>())::type;
    using result = typename made::result;
    using out = typename made::out;
    static constexpr void emit(placer& r) {
      ys::emit(r);
      xs::emit(r);
      grads::emit(r);
      stops::emit(r);
      made::emit(r);
    }
  };
};

// ---- minimize ----------------------------------------------------------------------------------------

/// The hyper-parameters of an optimizer that are tensors, and all of them as values.
template <class L, class... Tensors>
struct hyper_tensors {
  using type = lists::list<Tensors...>;
};
template <class H, class... Rest, class... Tensors>
struct hyper_tensors<lists::list<H, Rest...>, Tensors...> : hyper_tensors<lists::list<Rest...>, Tensors...> {
};
template <dsl::is_handle H, class... Rest, class... Tensors>
struct hyper_tensors<lists::list<H, Rest...>, Tensors...>
    : hyper_tensors<lists::list<Rest...>, Tensors..., H> {};

/// Writes them down: numbers are float32 first, as TensorFlow's are.
template <class Optimizer>
struct hypers_of;
template <class Rule, class Options, auto... Hypers>
struct hypers_of<dsl::optimizer_t<Rule, Options, Hypers...>> {
  static constexpr void note(training& to, unsigned first_tensor) {
    std::size_t k = 0;
    (
        [&] {
          if constexpr (dsl::is_number<std::remove_cv_t<decltype(Hypers)>>)
            to.hypers[k++].number = static_cast<double>(static_cast<float>(Hypers));
          else to.hypers[k++].operand = static_cast<int>(first_tensor++);
        }(),
        ...);
  }
};

/// The pattern of a var_list, or null.
template <class Options>
consteval naming::optional_ref<naming::regex> filter_of() {
  using list = typename Options::template get<option::var_list>;
  if constexpr (requires { list::filter::text(); }) return &naming::regex_of<typename list::filter>::value;
  else return nullptr;
}

/// The list among what an operation of lists gives: clip_by_global_norm gives the norm besides.
template <class L>
struct list_given {
  using type = L;
};
template <std::size_t Id, class Norm>
struct list_given<lists::list<dsl::pack_handle<dsl::gradient_list_handle<Id>, Norm>>> {
  using type = lists::list<dsl::gradient_list_handle<Id>>;
};

/// minimize and its halves: What says which.
template <event_kind What>
struct training_tracer {
  template <class S, class Y, class X, class Grads, class Step, class Rate, class Hypers>
  struct asked;
  template <class S, class Loss, class... X, class... G, class... N, class... R, class... P>
  struct asked<S, lists::list<Loss>, lists::list<X...>, lists::list<G...>, lists::list<N...>,
               lists::list<R...>, lists::list<P...>> {
    using optimizer = typename S::optimizer;
    using rule = typename optimizer::rule;
    static constexpr tensor_check check = [] {
      tensor_check out;
      if constexpr (What != event_kind::apply_gradients) out.floating<Loss>();
      else if constexpr (Loss::result != dsl::result_kind::gradient_list)
        out.evidence.what = diag::fault::not_a_gradient_list;
      (out.variable<X>(), ...);
      (out.flows_into<G, Loss>(), ...);
      (out.variable<N>(), ...);
      (out.floating<R>(), ...);
      return out;
    }();
    struct own_name {
      static constexpr naming::literal usual = naming::describe(rule::info.name);
      static constexpr const naming::literal* text() { return &usual; }
    };
    using optimizer_name = typename optimizer::options::template get<option::name, own_name>;
    using name = typename S::options::template get<option::name, optimizer_name>;
    static constexpr fixed_string type = [] {
      if constexpr (What == event_kind::compute_gradients) return fixed_string{"compute_gradients"};
      else if constexpr (What == event_kind::apply_gradients) return fixed_string{"apply_gradients"};
      else return fixed_string{"minimize"};
    }();

    static constexpr training told = [] {
      training out{.ys = 1,
                   .xs = sizeof...(X),
                   .grads = sizeof...(G),
                   .has_global_step = sizeof...(N) != 0,
                   .lists_variables =
                       S::options::template has<option::var_list> && !filter_of<typename S::options>().there,
                   .rule = &rule::info,
                   .optimizer_name = optimizer_name::text(),
                   .filter = filter_of<typename S::options>()};
      const unsigned rate = out.global_step() + sizeof...(N);
      hypers_of<optimizer>::note(out, rate + sizeof...(R));
      if (sizeof...(R) != 0) out.hypers[0].operand = static_cast<int>(rate);
      return out;
    }();
    static constexpr void put(recorder& r) {
      description& e = r.add(What);
      e.name = name::text();
      e.training_of = &told;
      e.dtype = data_type_of<float>;
      e.shape = &extents_of<>;
      if constexpr (What == event_kind::minimize) {
        e.dtype = Loss::dtype();
        e.shape = extents_for<typename Loss::shape_type>;
      }
    }
    using event = over_operands<asked, Loss, X..., G..., N..., R..., P...>;
    template <std::size_t Id>
    static consteval auto pick_result() {
      if constexpr (What == event_kind::compute_gradients)
        return std::type_identity<dsl::gradient_list_handle<Id>>{};
      else if constexpr (What == event_kind::apply_gradients)
        return std::type_identity<dsl::operation_handle<Id, float>>{};
      else
        return std::type_identity<
            typename handles<typename Loss::value_type, typename Loss::shape_type>::template operation<Id>>{};
    }
    template <class In>
    struct happens {
      using result = typename decltype(pick_result<In::count>())::type;
      using out = typename In::template next<happens, event::events>;
      static constexpr void place(placer& r) { event::place(r); }
      static constexpr void emit(placer& r) { place(r); }
    };
    template <class In>
    static consteval auto pick() {
      if constexpr (In::is_cut) return std::type_identity<skipped<In>>{};
      else if constexpr (!check.ok())
        return std::type_identity<ending<faulty_training<name, check, type>, In>>{};
      else return std::type_identity<happens<In>>{};
    }
  };

  template <class S, class Env, class In>
  struct step {
    using options = typename S::options;
    using losses = trace_all<lists::list<typename S::loss>, Env, In>;
    using xs = trace_all<typename statements_of<options, option::var_list>::type, Env, typename losses::out>;
    using grads = trace_all<typename statements_of<options, option::grad_loss>::type, Env, typename xs::out>;
    using count =
        trace_all<typename statements_of<options, option::global_step>::type, Env, typename grads::out>;
    using rate =
        trace_all<typename statements_of<options, option::learning_rate>::type, Env, typename count::out>;
    using all =
        asked<S, typename list_given<typename losses::results>::type,
              typename flat<typename xs::results>::type, typename grads::results, typename count::results,
              typename rate::results, typename hyper_tensors<typename S::optimizer::hypers>::type>;
    using made = typename decltype(all::template pick<typename rate::out>())::type;
    using result = typename made::result;
    using out = typename made::out;
    static constexpr void emit(placer& r) {
      losses::emit(r);
      xs::emit(r);
      grads::emit(r);
      count::emit(r);
      rate::emit(r);
      made::emit(r);
    }
  };
};

template <>
struct tracer<dsl::kind::minimize> : training_tracer<event_kind::minimize> {};
template <>
struct tracer<dsl::kind::compute_gradients> : training_tracer<event_kind::compute_gradients> {};
template <>
struct tracer<dsl::kind::apply_gradients> : training_tracer<event_kind::apply_gradients> {};

}  // namespace xscope::tracing
