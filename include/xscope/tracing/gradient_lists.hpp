// SPDX-License-Identifier: BSD-3-Clause
// Tracing of what is done with lists of gradients. A list has one number; what is in it, passes know.
#pragma once

#include "../dsl/gradient_lists.hpp"
#include "apply.hpp"
#include "training.hpp"

namespace xscope::tracing {

/// A tensor that a pass makes, the K-th one that event `asked` stands for.
template <std::size_t K, class H>
struct tensor_from_pass {
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::made_by_pass);
    e.dtype = H::dtype();
    e.shape = extents_for<typename H::shape_type>;
    e.arg_count = K;
  }
};

/// The event Asked over operands H..., and behind it one for each tensor that it makes.
template <class Asked, class Tensors, class... H>
struct list_event;
template <class Asked, class... Made, class... H>
struct list_event<Asked, lists::list<Made...>, H...> {
  using event = over_operands<Asked, H...>;
  static constexpr std::size_t events = event::events + sizeof...(Made);
  template <std::size_t First, std::size_t K, class T>
  using handle = typename handles<typename T::value_type,
                                  typename T::shape_type>::template tensor<First + event::events + K>;
  static constexpr void place(placer& r) {
    event::place(r);
    [&]<std::size_t... K>(std::index_sequence<K...>) {
      (r.put<tensor_from_pass<K, Made>>(), ...);
    }(std::index_sequence_for<Made...>{});
  }
};

/// What is wrong with operands: `list` one of gradients, ...
template <class H>
constexpr void expect_list(tensor_check& out) {
  if (out.ok() && H::result != dsl::result_kind::gradient_list)
    out.evidence.what = diag::fault::not_a_gradient_list;
}
/// ... or a pack of tensors, of which some may be none.
template <class Given, class... H>
constexpr void expect_members(tensor_check& out) {
  if constexpr (Given::result == dsl::result_kind::gradient_list) return;
  else if constexpr (Given::result != dsl::result_kind::pack || sizeof...(H) == 0 ||
                     !((H::result == dsl::result_kind::nothing || dsl::is_tensor_handle<H>) && ...))
    out.evidence.what = diag::fault::not_a_gradient_list;
}
template <class... H>
inline constexpr bool is_one_list =
    sizeof...(H) == 1 && ((H::result == dsl::result_kind::gradient_list) && ...);
/// Something of which a tensor of the same kind is made; what is none is like a number.
template <class H>
struct tensor_like {
  using type = H;
};
template <class H>
  requires(!dsl::is_tensor_handle<H>)
struct tensor_like<H> {
  using type = dsl::tensor<0, float>;
};

template <class Work>
struct list_tracer;

/// What all of them are made of: Rule<S, operands...> has check, told, event and result<In>.
template <class Rule>
struct list_result {
  template <class In>
  struct happens {
    using result = typename Rule::template result<In::count>;
    using out = typename In::template next<happens, Rule::event::events>;
    static constexpr void place(placer& r) { Rule::event::place(r); }
    static constexpr void emit(placer& r) { place(r); }
  };
  template <class In>
  static consteval auto pick() {
    if constexpr (In::is_cut) return std::type_identity<skipped<In>>{};
    else if constexpr (!Rule::check.ok())
      return std::type_identity<
          ending<faulty_training<typename Rule::name, Rule::check, Rule::callee>, In>>{};
    else return std::type_identity<happens<In>>{};
  }
};
template <class Rule, const training& Told>
constexpr description& put_list_event(recorder& r) {
  description& e = r.add(event_kind::change_gradients);
  e.name = Rule::name::text();
  e.training_of = &Told;
  return e;
}

template <>
struct list_tracer<dsl::zip_work> {
  template <class S, class Gradients, class Variables>
  struct over;
  template <class S, class... G, class... V>
  struct over<S, lists::list<G...>, lists::list<V...>> {
    static constexpr fixed_string callee{"zip"};
    using name = usual_name<"zip">;
    static constexpr tensor_check check = [] {
      tensor_check out;
      if constexpr (sizeof...(G) != sizeof...(V) || sizeof...(G) == 0) {
        out.evidence.what = diag::fault::zip_lengths;
        out.evidence.count = sizeof...(G);
        out.evidence.other_count = sizeof...(V);
      } else {
        (out.variable<V>(), ...);
        (out.flows_into<G, V>(), ...);
      }
      return out;
    }();
    static constexpr training told{.ys = sizeof...(G), .xs = sizeof...(V), .work = list_work::zip};
    static constexpr void put(recorder& r) { put_list_event<over, told>(r); }
    using event = list_event<over, lists::list<>, G..., V...>;
    template <std::size_t Id>
    using result = dsl::gradient_list_handle<Id>;
  };
  template <class S, class Env, class In>
  struct operands {
    using gradients = trace_all<lists::list<lists::at<typename S::operands, 0>>, Env, In>;
    using variables =
        trace_all<lists::list<lists::at<typename S::operands, 1>>, Env, typename gradients::out>;
    using out = typename variables::out;
    using rule = over<S, typename flat<typename gradients::results>::type,
                      typename flat<typename variables::results>::type>;
    static constexpr void emit(placer& r) {
      gradients::emit(r);
      variables::emit(r);
    }
  };
};

template <>
struct list_tracer<dsl::read_work> {
  template <class S, class H>
  struct over;
  template <class S, class List, class V>
  struct over<S, lists::list<List, V>> {
    static constexpr fixed_string callee{"gradient_of"};
    using name = usual_name<"gradient_of">;
    static constexpr tensor_check check = [] {
      tensor_check out;
      expect_list<List>(out);
      out.variable<V>();
      return out;
    }();
    static constexpr training told{.ys = 1, .xs = 1, .work = list_work::read};
    static constexpr void put(recorder& r) { put_list_event<over, told>(r); }
    using event = list_event<over, lists::list<typename tensor_like<V>::type>, List, V>;
    template <std::size_t Id>
    using result = typename event::template handle<Id, 0, V>;
  };
  template <class S, class Env, class In>
  struct operands : trace_all<typename S::operands, Env, In> {
    using rule = over<S, typename trace_all<typename S::operands, Env, In>::results>;
  };
};

template <>
struct list_tracer<dsl::read_named_work> {
  template <class S, class H>
  struct over;
  template <class S, class List>
  struct over<S, lists::list<List>> {
    static constexpr fixed_string callee{"gradient_of"};
    using name = usual_name<"gradient_of">;
    static constexpr tensor_check check = [] {
      tensor_check out;
      expect_list<List>(out);
      return out;
    }();
    static constexpr training told{.ys = 1, .work = list_work::read};
    static constexpr void put(recorder& r) { put_list_event<over, told>(r).text = S::variable(); }
    using made = typename handles<typename S::value_type, typename S::shape_type>::template tensor<0>;
    using event = list_event<over, lists::list<made>, List>;
    template <std::size_t Id>
    using result = typename event::template handle<Id, 0, made>;
  };
  template <class S, class Env, class In>
  struct operands : trace_all<typename S::operands, Env, In> {
    using rule = over<S, typename trace_all<typename S::operands, Env, In>::results>;
  };
};

/// The element type of a norm: that of the tensors.
template <class... H>
struct norm_of {
  using type = dsl::tensor<0, float>;
};
template <class H, class... Rest>
struct norm_of<H, Rest...> : norm_of<Rest...> {};
template <dsl::is_tensor_handle H, class... Rest>
struct norm_of<H, Rest...> {
  using type = dsl::tensor<0, typename H::value_type>;
};

template <>
struct list_tracer<dsl::norm_work> {
  template <class S, class Given, class H>
  struct over;
  template <class S, class Given, class... H>
  struct over<S, Given, lists::list<H...>> {
    static constexpr fixed_string callee{"global_norm"};
    using name = name_given<typename S::options, "global_norm">;
    static constexpr tensor_check check = [] {
      tensor_check out;
      expect_members<Given, H...>(out);
      return out;
    }();
    static constexpr training told{.ys = sizeof...(H), .work = list_work::global_norm};
    static constexpr void put(recorder& r) { put_list_event<over, told>(r); }
    using norm = typename norm_of<H...>::type;
    using event = list_event<over, lists::list<norm>, H...>;
    template <std::size_t Id>
    using result = typename event::template handle<Id, 0, norm>;
  };
  template <class S, class Env, class In>
  struct operands : trace_all<typename S::operands, Env, In> {
    using results = typename trace_all<typename S::operands, Env, In>::results;
    using rule = over<S, lists::at<results, 0>, typename flat<results>::type>;
  };
};

template <>
struct list_tracer<dsl::clip_work> {

  template <class S, class Given, class H, class Norm, class Limit>
  struct over;
  template <class S, class Given, class... H, class... Norm, class Limit>
  struct over<S, Given, lists::list<H...>, lists::list<Norm...>, lists::list<Limit>> {
    static constexpr bool has_number = is_deferred<Limit>;
    static constexpr fixed_string callee{"clip_by_global_norm"};
    using name = name_given<typename S::options, "clip_by_global_norm">;
    static constexpr tensor_check check = [] {
      tensor_check out;
      expect_members<Given, H...>(out);
      (out.floating<Norm>(), ...);
      if constexpr (!has_number) out.floating<Limit>();
      return out;
    }();
    static constexpr training told = [] {
      training out{.ys = sizeof...(H), .grads = sizeof...(Norm), .work = list_work::clip};
      if constexpr (has_number) out.hypers[0].number = Limit::literal::data()->real;
      else out.hypers[0].operand = static_cast<int>(sizeof...(H) + sizeof...(Norm));
      return out;
    }();
    static constexpr void put(recorder& r) {
      description& e = put_list_event<over, told>(r);
      if constexpr (S::options::template has<option::name>) e.source_is = source_kind::other;
    }
    using norm = typename norm_of<Norm..., H...>::type;
    static consteval auto pick_event() {
      if constexpr (is_one_list<H...> && has_number)
        return std::type_identity<list_event<over, lists::list<norm>, H..., Norm...>>{};
      else if constexpr (is_one_list<H...>)
        return std::type_identity<list_event<over, lists::list<norm>, H..., Norm..., Limit>>{};
      else if constexpr (has_number)
        return std::type_identity<
            list_event<over, lists::list<norm, typename tensor_like<H>::type...>, H..., Norm...>>{};
      else
        return std::type_identity<
            list_event<over, lists::list<norm, typename tensor_like<H>::type...>, H..., Norm..., Limit>>{};
    }
    using event = typename decltype(pick_event())::type;
    template <std::size_t Id, std::size_t... K>
    static consteval auto pick_result(std::index_sequence<K...>) {
      using of_norm = typename event::template handle<Id, 0, norm>;
      if constexpr (is_one_list<H...>)
        return std::type_identity<dsl::pack_handle<dsl::gradient_list_handle<Id>, of_norm>>{};
      else
        return std::type_identity<dsl::pack_handle<
            dsl::pack_handle<typename event::template handle<Id, 1 + K, typename tensor_like<H>::type>...>,
            of_norm>>{};
    }
    template <std::size_t Id>
    using result = typename decltype(pick_result<Id>(std::index_sequence_for<H...>{}))::type;
  };
  template <class S, class Env, class In>
  struct operands {
    using all = trace_all<typename S::operands, Env, In>;
    using norm = trace_all<typename statements_of<typename S::options, option::use_norm>::type, Env,
                           typename all::out>;
    using limit = trace_all<lists::list<typename deferred<typename S::limit>::type>, Env, typename norm::out>;
    using out = typename limit::out;
    using rule = over<S, lists::at<typename all::results, 0>, typename flat<typename all::results>::type,
                      typename norm::results, typename limit::results>;
    static constexpr void emit(placer& r) {
      all::emit(r);
      norm::emit(r);
      limit::emit(r);
    }
  };
};

template <>
struct tracer<dsl::kind::gradient_list> {
  template <class S, class Env, class In>
  struct step {
    using operands = typename list_tracer<typename S::work>::template operands<S, Env, In>;
    using made = typename decltype(list_result<typename operands::rule>::template pick<
                                   typename operands::out>())::type;
    using result = typename made::result;
    using out = typename made::out;
    static constexpr void emit(placer& r) {
      operands::emit(r);
      made::emit(r);
    }
  };
};

// ---- an operation of lists -----------------------------------------------------------------------------

/// The operand that stands in the place of a number: any other one.
template <class H, class List>
using without_numbers = std::conditional_t<is_deferred<H>, List, H>;
template <class... H>
struct first_list;
template <class H, class... Rest>
struct first_list<H, Rest...> : first_list<Rest...> {};
template <std::size_t Id, class... Rest>
struct first_list<dsl::gradient_list_handle<Id>, Rest...> {
  using type = dsl::gradient_list_handle<Id>;
};

template <class S, class... H>
struct each_gradient {
  static constexpr std::size_t most_numbers = std::size(training{}.hypers);
  static constexpr fixed_string callee{"each"};
  struct name {
    static constexpr const naming::literal* text() { return op_name<typename S::options, typename S::op>(); }
  };
  static constexpr tensor_check check = [] {
    tensor_check out;
    if (S::op::info.results.there || S::op::info.each.there || S::op::info.join.there ||
        S::op::info.changes != ops::effect::none ||
        (lists::any<is_deferred<H>...> && sizeof...(H) > most_numbers) ||
        !((is_deferred<H> || dsl::is_tensor(H::result) || H::result == dsl::result_kind::gradient_list) &&
          ...))
      out.evidence.what = diag::fault::not_a_tensor;
    return out;
  }();
  static constexpr training told = [] {
    training out{.ys = sizeof...(H), .work = list_work::each};
    unsigned k = 0;
    (
        [&] {
          if constexpr (is_deferred<H>) {
            out.numbers |= 1U << k;
            if (k < most_numbers) out.hypers[k].number = H::literal::data()->real;
          }
          ++k;
        }(),
        ...);
    return out;
  }();
  static constexpr void put(recorder& r) {
    description& e = put_list_event<each_gradient, told>(r);
    e.op = &S::op::info;
    e.attributes = &ops::attributes_for<typename S::options>;
    note_scope_name<typename S::options>(e);
  }
  using event =
      list_event<each_gradient, lists::list<>, without_numbers<H, typename first_list<H...>::type>...>;
  template <std::size_t Id>
  using result = dsl::gradient_list_handle<Id>;
};

template <class S, diag::fault What>
struct faulty_for_lists {
  static consteval diag::evidence make_evidence() {
    return evidence_of_attributes<typename S::op, typename S::options, What>();
  }
};
/// Wrong attributes, operands that are none, or the operation of each.
template <>
struct outcome<manner::lists> {
  template <class S, class In, class... H>
  static consteval auto pick() {
    constexpr diag::fault unfit = [] {
      constexpr diag::fault in_attributes = fault_in_attributes<typename S::op, typename S::options>;
      if (in_attributes != diag::fault::none) return in_attributes;
      if (!S::op::info.takes_operands(sizeof...(H))) return diag::fault::operand_count;
      return each_gradient<S, H...>::check.evidence.what;
    }();
    if constexpr (unfit != diag::fault::none)
      return std::type_identity<ending<application_fault<S, faulty_for_lists<S, unfit>>, In>>{};
    else return list_result<each_gradient<S, H...>>::template pick<In>();
  }
  template <class S, class In, class Unused, class... H>
  using of = typename decltype(pick<S, In, H...>())::type;
};

}  // namespace xscope::tracing
