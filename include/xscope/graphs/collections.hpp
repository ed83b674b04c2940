// SPDX-License-Identifier: BSD-3-Clause
// Collections: which events add to them, and what a listing shows. Nothing keeps lists while a program is
// resolved: a collection is read off its events, up to where it is looked at.
#pragma once

#include <bit>

#include "../diag/refuse.hpp"
#include "../resolving/collections.hpp"
#include "pattern.hpp"
#include "selection.hpp"

namespace xscope::graphs {

/// A scope's info: what it has of each property when the program has ended.
template <class Program, class Defaults>
class scope_info : public info<Program> {
  using rare = typename Defaults::rare;

 public:
  constexpr scope_info(const info<Program>& base) : info<Program>(base) {}

  static constexpr data_type dtype() { return data_type_of<typename Defaults::dtype>; }
  // Each compares with its option, or with `none`.
  static constexpr auto initializer() {
    using init = typename Defaults::initializer;
    return property<std::conditional_t<std::same_as<init, dsl::no_option>, init, dsl::initializer_t<init>>>{};
  }
  static constexpr property<typename rare::regularizer> regularizer() { return {}; }
  static constexpr property<typename rare::constraint> constraint() { return {}; }
  static constexpr property<typename rare::partitioner> partitioner() { return {}; }
  static constexpr property<typename rare::custom_getter> custom_getter() { return {}; }
  static constexpr property<typename rare::caching_device> caching_device() { return {}; }
  static constexpr property<typename rare::use_resource> use_resource() { return {}; }
};

/// A partitioned variable's info: its slices, each with an offset.
template <class Program, class Handle>
class partitioned_info : public info<Program> {
  template <class H>
  static constexpr info<Program> slice() {
    constexpr std::size_t event = selection<Program>::meant_by(H::id);
    return selection<Program>::template one<event>(dsl::result_kind::variable);
  }

 public:
  constexpr partitioned_info(const info<Program>& base) : info<Program>(base) {}
  static constexpr auto parts() {
    return []<class... H>(lists::list<H...>) {
      return std::array<info<Program>, sizeof...(H)>{slice<H>()...};
    }(typename Handle::slices{});
  }
};

template <class Program>
struct collections {
  using selected = selection<Program>;
  static constexpr const auto& events = events_of<Program>;
  static constexpr const auto& resolved = resolution_of<Program>;

  /// Whether an event adds to a collection, and what.
  static constexpr bool adds(std::size_t i, const naming::literal& key) {
    return resolving::adds_to_collection(events.list[i], resolved.facts[i], i, key);
  }
  static constexpr const naming::literal& variables = naming::literal_of<"variables">;
  static constexpr const naming::literal& local_variables = naming::literal_of<"local_variables">;
  static constexpr const naming::literal& trainable_variables = naming::literal_of<"trainable_variables">;

  /// What the events that add to a collection have added.
  struct additions {
    static constexpr std::size_t item(std::size_t i) {
      return selected::meant_by(resolving::collected_by(events.list[i], i));
    }
  };

  /// The infos of what the events that a choice takes have added.
  template <class Choice>
  static constexpr const auto& infos() {
    return selected::template infos<Choice>;
  }
  /// Those of them that have a name which the pattern matches.
  template <class Choice, class Pattern>
  static constexpr auto filtered() {
    using matched = matches<Program, Choice, Pattern>;
    if constexpr (matched::refusal.size > 0) return diag::refusal<matched::refusal>::make();
    else return matched::infos();
  }

  template <fixed_string Key, std::size_t End>
  struct in_collection : additions {
    static constexpr bool takes(std::size_t i) {
      return selected::position(i) < End && adds(i, naming::literal_of<Key>);
    }
  };
  template <fixed_string Key>
  static constexpr auto at_end() {
    return infos<in_collection<Key, selected::size>>();
  }
  /// Only what has a name that Scope matches.
  template <fixed_string Key, fixed_string Scope>
  struct at_end_in
      : matches<Program, in_collection<Key, selected::size>, naming::regex_of<dsl::text_t<Scope>>> {};

  // ---- listings of a program -----------------------------------------------------------------------

  template <std::size_t Listing>
  struct in_listing : additions {
    static constexpr const tracing::event& asked = events.list[Listing];
    static constexpr bool takes(std::size_t i) {
      if (selected::position(i) >= selected::position(Listing) && !asked.is->at_end) return false;
      switch (asked.is->shows) {
      case tracing::shown::all: return adds(i, variables) || adds(i, local_variables);
      case tracing::shown::non_trainable: return adds(i, variables) && !adds(i, trainable_variables);
      case tracing::shown::nothing: return false;
      default: return adds(i, *asked.name);
      }
    }
  };
  /// The names in a scope: those that begin with its name and a slash, read as a regular expression.
  template <std::size_t Scope, bool Once>
  struct by_scope {
    static constexpr auto text = [] {
      constexpr std::size_t event = Scope == dsl::root_scope_id ? selected::size : Scope;
      constexpr std::string_view name = selected::template one<event>(dsl::result_kind::scope).name();
      std::array<char, name.size() + 2> out{};
      for (std::size_t i = 0; i < name.size(); ++i) out[i] = name[i];
      // A template's scope gets no second slash, any other one does.
      if (!name.empty() && !(Once && name.back() == '/')) out[name.size()] = '/';
      return out;
    }();
    static constexpr std::string_view view() { return text.data(); }
  };
  template <std::size_t Listing>
  struct by_event {
    static constexpr const naming::regex& value = *events.list[Listing].is->filter;
  };

  /// What the listing of that event shows.
  template <std::size_t Listing>
  static constexpr auto listed() {
    constexpr const tracing::event& asked = events.list[Listing];
    if constexpr (asked.is->lists == dsl::listing_of::keys) return keys<Listing>();
    else if constexpr (asked.is->lists == dsl::listing_of::store) return store_keys();
    else if constexpr (asked.is->source_is == tracing::source_kind::scope) {
      return filtered<in_listing<Listing>, naming::regex_of<by_scope<asked.source, asked.is->is_bare>>>();
    } else if constexpr (asked.is->filter != nullptr) {
      return filtered<in_listing<Listing>, by_event<Listing>>();
    } else {
      return infos<in_listing<Listing>>();
    }
  }

  // ---- keys ----------------------------------------------------------------------------------------

  /// Calls add(literal) with each key that the event adds to.
  template <class Add>
  static constexpr void each_key(std::size_t i, Add add) {
    const tracing::event& e = events.list[i];
    if (resolved.facts[i].skipped) return;
    if (e.what == tracing::event_kind::collect) {
      for (std::size_t k = 0; k < e.is->key_count; ++k) add(*e.is->keys[k]);
    } else if (e.what == tracing::event_kind::listing && e.is->at_end) {
      add(*e.name);
    } else if (resolving::trains(e.what)) {
      add(naming::literal_of<"train_op">);
    } else if (selected::is_new_variable(i)) {
      for (const naming::literal* key : {&variables, &local_variables, &trainable_variables}) {
        if (adds(i, *key)) add(*key);
      }
      if (!e.is->details.there) return;
      for (std::size_t k = 0; k < e.is->details->collection_count; ++k) add(*e.is->details->collections[k]);
    }
  }
  /// Keys without repetition, in a hash table and in order.
  template <std::size_t Most>
  struct key_list {
    static constexpr std::size_t slots = std::bit_ceil(2 * Most + 2);
    std::size_t at[slots]{};  // place in the list + 1; 0 is free
    const naming::literal* list[Most + 1]{};
    std::size_t count = 0;
    constexpr void add(const naming::literal& key) {
      std::size_t i = (key.hash >> 32) & (slots - 1);
      for (; at[i] != 0; i = (i + 1) & (slots - 1)) {
        if (list[at[i] - 1]->is(key)) return;
      }
      list[count++] = &key;
      at[i] = count;
    }
  };
  /// The keys of all collections that something was added to before an event, in that order.
  template <std::size_t End>
  static constexpr auto keys() {
    constexpr std::size_t end = selected::position(End);
    constexpr std::size_t most = [] {
      std::size_t n = 0;
      for (std::size_t i = 0; i < end; ++i)
        each_key(selected::in_order(i), [&](const naming::literal&) { ++n; });
      return n;
    }();
    constexpr auto found = [] {
      key_list<most> out;
      for (std::size_t i = 0; i < end; ++i)
        each_key(selected::in_order(i), [&](const naming::literal& key) { out.add(key); });
      return out;
    }();
    std::array<info<Program>, found.count> out{};
    for (std::size_t i = 0; i < found.count; ++i) {
      out[i] = info<Program>(0, dsl::result_kind::nothing, name_text(found.list[i]->view()));
    }
    return out;
  }

  struct stored : additions {
    static constexpr bool takes(std::size_t i) {
      return selected::is_new_variable(i) && events.list[i].what != tracing::event_kind::variable;
    }
  };
  static constexpr auto store_keys() {
    auto out = infos<stored>();
    for (auto& one : out) one = info<Program>(one.id(), dsl::result_kind::nothing, name_text(one.key()));
    // Merged by pairs, then by fours, ...: each name is compared with few others.
    auto from = out;
    for (std::size_t run = 1; run < out.size(); run *= 2) {
      from = out;
      for (std::size_t begin = 0; begin < out.size(); begin += 2 * run) {
        const std::size_t middle = begin + run < out.size() ? begin + run : out.size();
        const std::size_t end = middle + run < out.size() ? middle + run : out.size();
        std::size_t a = begin;
        std::size_t b = middle;
        for (std::size_t to = begin; to < end; ++to) {
          const bool first =
              b == end || (a < middle && !naming::comes_before(from[b].text(), from[a].text()));
          out[to] = first ? from[a++] : from[b++];
        }
      }
    }
    return out;
  }
};

}  // namespace xscope::graphs
