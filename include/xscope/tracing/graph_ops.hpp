// SPDX-License-Identifier: BSD-3-Clause
// Tracing of collections, of what reads scopes, and of what TensorFlow's graph does below the ops.
#pragma once

#include "../dsl/graph_ops.hpp"
#include "../dsl/losses.hpp"
#include "../naming/regex_parser.hpp"
#include "getters.hpp"

namespace xscope::tracing {

/// The item of a collection: what X gave, a number, or a text.
template <class S, class H>
struct collected {
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::collect);
    e.keys = S::keys;
    e.key_count = S::size;
    if constexpr (requires { H::text(); }) e.text = H::text();
    else e.source = H::id;
  }
};
template <class S>
struct collected_number {
  using item = typename S::item;
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::collect);
    e.keys = S::keys;
    e.key_count = S::size;
    e.data = item::data();
    e.data_size = extents_for<typename item::shape_type>->elements();
  }
};

template <>
struct tracer<dsl::kind::add_to_collection> {
  template <class S, class X>
  struct after {
    using result = dsl::nothing;
    using out = typename X::out::template next<collected<S, typename X::result>>;
    static constexpr void emit(placer& r) {
      X::emit(r);
      if constexpr (!X::out::is_cut) r.put<collected<S, typename X::result>>();
    }
  };
  template <class S, class Env, class In>
  static consteval auto pick() {
    if constexpr (dsl::is_literal<typename S::item>) {
      return std::type_identity<happening<collected_number<S>, dsl::nothing, In>>{};
    } else {
      return std::type_identity<after<S, typename In::template trace<typename S::item, Env>>>{};
    }
  }
  template <class S, class Env, class In>
  using step = typename decltype(pick<S, Env, In>())::type;
};

template <>
struct tracer<dsl::kind::get_collection> {
  template <class S>
  struct listed {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::listing);
      e.lists = S::what;
      e.at_end = S::when == dsl::listing_time::end;
      if constexpr (!std::same_as<typename S::key, dsl::no_option>) e.name = S::key::text();
      if constexpr (!std::same_as<typename S::filter, dsl::no_option>)
        e.filter = &naming::regex_of<typename S::filter>::value;
      if constexpr (!std::same_as<typename S::scope, dsl::no_option>) {
        e.source_is = source_kind::scope;
        e.source = S::scope::id;
      }
    }
  };
  template <class S, class Env, class In>
  using step = happening<listed<S>, dsl::listing_handle<In::count>, In>;
};

template <>
struct tracer<dsl::kind::unique_name> {
  template <class S>
  struct named {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::unique_name);
      e.name = S::text();
      e.marks = S::marks;
    }
  };
  template <class S, class Env, class In>
  using step = happening<named<S>, dsl::scope_text<In::count>, In>;
};

template <>
struct tracer<dsl::kind::create_op> {
  template <class S>
  struct made {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::create_op);
      e.name = S::name();
      note_scope_name<typename S::options>(e);
      e.text = S::type();
      e.arg_count = S::outputs;
      e.marks = S::is_generated;
      e.dtype = data_type_of<float>;
      e.shape = &extents_of<>;
    }
  };
  template <class S, class Env, class In>
  using step = happening<made<S>,
                         std::conditional_t<S::outputs == 0, dsl::operation_handle<In::count, float>,
                                            dsl::tensor<In::count, float>>,
                         In>;
};

template <>
struct tracer<dsl::kind::sum_collection> {
  template <class S>
  struct summed {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::sum_collection);
      e.name = S::name();
      e.text = S::key();
      e.dtype = data_type_of<typename S::value_type>;
      e.shape = &extents_of<>;
    }
  };
  template <class S, class Env, class In>
  using step = happening<summed<S>, dsl::tensor<In::count, typename S::value_type>, In>;
};

/// A property as it is here. Texts are read off the resolved program; the others are in the handle's type.
template <>
struct tracer<dsl::kind::read_property> {
  template <class S, bool Original>
  struct text_read {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::read_scope_text);
      e.source = S::scope::id;
      e.source_is = Original ? source_kind::original_name_scope : source_kind::scope;
    }
  };
  template <class S, class In>
  static consteval auto read() {
    using defaults = effective_defaults<typename S::scope, typename In::remembered_type>;
    using rare = typename defaults::rare;
    constexpr std::string_view name = S::property.view();
    if constexpr (name == "dtype") return dsl::dtype_t<typename defaults::dtype>{};
    else if constexpr (name == "initializer") {
      using init = typename defaults::initializer;
      return std::conditional_t<std::same_as<init, dsl::no_option>, init, dsl::initializer_t<init>>{};
    } else if constexpr (name == "regularizer") return typename rare::regularizer{};
    else if constexpr (name == "constraint") return typename rare::constraint{};
    else if constexpr (name == "partitioner") return typename rare::partitioner{};
    else if constexpr (name == "custom_getter") return typename rare::custom_getter{};
    else if constexpr (name == "caching_device") return typename rare::caching_device{};
    else if constexpr (name == "use_resource") return typename rare::use_resource{};
    else {
      static_assert(name == "reuse", "a scope has no property of that name");
      using flag = typename rare::reuse;
      return std::conditional_t<std::same_as<flag, dsl::no_option>, dsl::reuse_t<dsl::reuse_mode::inherit>,
                                flag>{};
    }
  }
  template <class S, class In>
  static consteval auto pick() {
    constexpr std::string_view name = S::property.view();
    if constexpr (name == "name" || name == "original_name_scope") {
      return std::type_identity<happening<text_read<S, name != "name">, dsl::scope_text<In::count>, In>>{};
    } else {
      return std::type_identity<unchanged<dsl::property_handle<decltype(read<S, In>())>, In>>{};
    }
  }
  template <class S, class Env, class In>
  using step = typename decltype(pick<S, In>())::type;
};

template <>
struct tracer<dsl::kind::resource_default> {
  template <class S, class Env, class In>
  struct step {
    using result = dsl::nothing;
    using out = typename In::template remember<resource_default<S::on>>;
    static constexpr void emit(placer&) {}
  };
};

/// The store called directly: a request with a flag of its own, under the root scope's defaults.
template <>
struct tracer<dsl::kind::store_get_variable> {
  template <dsl::reuse_mode Mode>
  using flag = std::conditional_t<Mode == dsl::reuse_mode::no, dsl::no_option, dsl::reuse_t<Mode>>;
  template <dsl::reuse_mode Mode>
  using defaults =
      dsl::scope_defaults<float, dsl::no_option,
                          dsl::rare_defaults<dsl::no_option, dsl::no_option, dsl::no_option, dsl::no_option,
                                             dsl::no_option, dsl::no_option, flag<Mode>>>;
  template <class S, class Env, class In>
  struct asked {
    using inherited = typename requested_with<defaults<S::mode>, typename In::remembered_type>::type;
    using request = dsl::variable_request<S::name_text(), typename S::options, inherited,
                                          dsl::in_store<S::mode>, false, no_id>;
    using step =
        typename get_variable_by<rare_ways<request, inherited>::value>::template step<request, inherited, Env,
                                                                                      In>;
  };
  template <class S, class Env, class In>
  using step = typename asked<S, Env, In>::step;
};

}  // namespace xscope::tracing
