// SPDX-License-Identifier: BSD-3-Clause
// Fetching and feeding as the compiler settles them: which nodes a run is for, which feed is for which
// placeholder, and the sentences where that does not work out.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "../lists/all.hpp"
#include "../lists/list.hpp"
#include "execute.hpp"
#include "feed.hpp"

namespace xscope::running {

// ---- what is fetched ---------------------------------------------------------------------------------

template <class Program>
constexpr std::size_t event_of(std::string_view name) {
  return graphs::graph_t<Program>::event_named(name);
}

/// Each a constant of its own: hundreds of names in one would be more steps than Clang allows.
template <class Program, fixed_string Name>
inline constexpr std::size_t event_with_name = event_of<Program>(Name.view());

template <class Program, fixed_string... Names>
inline constexpr bool names_known = lists::all<(event_with_name<Program, Names> != tracing::no_id)...>;

/// Without names the program's own results are fetched: all must be tensors, or training steps.
template <class Program>
inline constexpr bool names_known<Program> =
    planning::first_no_tensor<Program> == graphs::graph_t<Program>::result_count();

/// The nodes of the program's own results, or those of named tensors.
template <class Program, fixed_string... Names>
constexpr auto targets_for() {
  if constexpr (!names_known<Program, Names...>) {
    return planning::targets<0>{};  // refused elsewhere
  } else if constexpr (sizeof...(Names) == 0) {
    return planning::results_of<Program>;
  } else {
    planning::targets<sizeof...(Names)> out;
    std::size_t n = 0;
    for (const std::size_t event : {event_with_name<Program, Names>...}) {
      out.nodes[n++] = planning::nodes_of<Program>.of_event[event];
      // An operation that is asked for by its name runs, with what it waits for, and no other.
      const int effect = planning::nodes_of<Program>.effect_of[event];
      if (effect >= 0) out.effects[out.effect_count++] = effect;
    }
    return out;
  }
}

/// The sentence about the first name that is not there, or the result that is no tensor.
template <class Program, fixed_string... Names>
inline constexpr diag::writer unknown_name = [] {
  const std::string_view names[] = {Names.view()...};
  const std::size_t events[] = {event_with_name<Program, Names>...};
  for (std::size_t i = 0; i < sizeof...(Names); ++i) {
    if (events[i] == tracing::no_id)
      return graphs::graph_t<Program>::compose_missing(diag::fault::unknown_name, names[i]);
  }
  return diag::writer{};
}();
template <class Program>
inline constexpr diag::writer unknown_name<Program> = [] {
  constexpr std::size_t first = planning::first_no_tensor<Program>;
  constexpr std::size_t count = graphs::graph_t<Program>::result_count();
  return diag::compose({.what = diag::fault::result_not_tensor,
                        .name = planning::name_of_result<Program, (first < count ? first : 0)>()});
}();

// ---- what is fed -------------------------------------------------------------------------------------

/// Which placeholders a plan reads.
template <class Program, auto Targets>
inline constexpr auto needed_inputs = [] {
  std::array<bool, placeholders<Program>::count + 1> out{};
  const auto& plan = planning::plan_for<Program, Targets>;
  for (std::size_t i = 0; i < placeholders<Program>::count; ++i) {
    const int node = planning::nodes_of<Program>.of_event[placeholders<Program>::list[i].id()];
    out[i] = plan.at[node].needed;
  }
  return out;
}();

/// For each feed the placeholder that it is for, or why there is none.
template <std::size_t Feeds>
struct matching {
  std::size_t input[Feeds + 1]{};
  diag::writer refusal{};
};

template <std::size_t Inputs>
constexpr std::size_t count_needed(const std::array<bool, Inputs>& needed) {
  std::size_t n = 0;
  for (std::size_t i = 0; i + 1 < Inputs; ++i) n += needed[i] ? 1U : 0U;
  return n;
}

/// The placeholders in the order in which they are fed: `x`, `y`.
template <class Program>
constexpr diag::writer placeholder_names() {
  diag::writer out;
  for (std::size_t i = 0; i < placeholders<Program>::count; ++i) {
    if (i > 0) out << std::string_view(", ");
    out << '`' << placeholders<Program>::list[i].op_name() << '`';
  }
  return out;
}

/// Positions: as many as the graph has placeholders, or as the fetch needs.
template <class Program, auto Targets, class... X>
constexpr auto match_by_position() {
  using inputs = placeholders<Program>;
  constexpr std::size_t n = sizeof...(X);
  matching<n> out;
  constexpr std::size_t needed = count_needed(needed_inputs<Program, Targets>);
  if (n != inputs::count && n != needed) {
    const diag::writer names = placeholder_names<Program>();
    out.refusal = diag::compose(
        {.what = diag::fault::feed_count, .names = names.view(), .count = n, .other_count = inputs::count});
    return out;
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < inputs::count && next < n; ++i) {
    if (n == inputs::count || needed_inputs<Program, Targets>[i]) out.input[next++] = i;
  }
  return out;
}

/// Names: each must be a placeholder's, and all that are needed must be there.
template <class Program, auto Targets, std::size_t N>
constexpr auto match_by_name(const std::array<std::string_view, N>& names) {
  using inputs = placeholders<Program>;
  matching<N> out;
  std::array<bool, inputs::count + 1> fed{};
  for (std::size_t k = 0; k + 1 < N; ++k) {
    const std::size_t i = inputs::index_of(names[k]);
    if (i == inputs::count) {
      out.refusal = graphs::graph_t<Program>::compose_missing(diag::fault::unknown_feed, names[k]);
      return out;
    }
    if (fed[i]) {
      out.refusal = diag::compose({.what = diag::fault::fed_twice, .name = inputs::list[i].op_name()});
      return out;
    }
    out.input[k] = i;
    fed[i] = true;
  }
  for (std::size_t i = 0; i < inputs::count; ++i) {
    if (!needed_inputs<Program, Targets>[i] || fed[i]) continue;
    out.refusal = diag::compose({.what = diag::fault::not_fed, .name = inputs::list[i].op_name()});
    return out;
  }
  return out;
}

/// The types and names of what is fed, whatever form it has. `with` calls a function with the values.
template <class... X>
struct feed_form {
  static constexpr bool by_name = false;
  using values = lists::list<X...>;
  template <class F>
  static void with(const F& f, const X&... x) {
    f(x...);
  }
};

template <fixed_string... Names, class... X>
struct feed_form<named_feed<Names, X>...> {
  static constexpr bool by_name = sizeof...(X) > 0;
  using values = lists::list<X...>;
  static constexpr std::array<std::string_view, sizeof...(X) + 1> names{Names.view()..., {}};
  template <class F>
  static void with(const F& f, const named_feed<Names, X>&... x) {
    f(x.value...);
  }
};

template <class M>
  requires lists::hana_map<M> || (lists::hana_struct<M> && !expression<M>)
struct feed_form<M> {
  using keys = lists::key_names<lists::keys_of<M>>;
  static constexpr bool by_name = true;
  static constexpr auto names = [] {
    std::array<std::string_view, keys::count + 1> out{};
    for (std::size_t i = 0; i < keys::count; ++i) out[i] = keys::list[i];
    return out;
  }();
  template <std::size_t... I>
  static auto types_of_parts(std::index_sequence<I...>)
      -> lists::list<std::remove_cvref_t<decltype(lists::part<I>(std::declval<const M&>()))>...>;
  using values = decltype(types_of_parts(std::make_index_sequence<keys::count>{}));
  template <class F>
  static void with(const F& f, const M& m) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      f(lists::part<I>(m)...);
    }(std::make_index_sequence<keys::count>{});
  }
};

/// Whether none of them can throw when it is read.
template <class... Feeds>
inline constexpr bool feeds_are_quiet = []<class... X>(lists::list<X...>) {
  for (const bool quiet : {true, reads_quietly<X>()...}) {
    if (!quiet) return false;
  }
  return true;
}(typename feed_form<Feeds...>::values{});

/// Why a value of type X cannot feed a placeholder, as far as the compiler knows; or an empty text.
template <class Program, class X>
constexpr diag::writer refusal_of_feed(std::size_t placeholder) {
  const auto& input = placeholders<Program>::list[placeholder];
  if constexpr (!feedable<X>) {
    return diag::compose({.what = diag::fault::not_feedable, .name = input.op_name()});
  } else {
    if (narrows<X>(input.dtype())) {
      diag::writer type;
      if (input.dtype().is_bool()) type << std::string_view("bool");
      else type << std::string_view("std::") << input.dtype().name() << std::string_view("_t");
      return diag::compose({.what = diag::fault::feed_narrows,
                            .name = input.op_name(),
                            .taken = type.view(),
                            .dtype = input.dtype(),
                            .other_dtype = data_type_of<typename decltype(element_of_feed<X>())::type>});
    }
    if (shape_may_fit<X>(input.shape())) return {};
    const diag::writer given = describe_shape<X>();
    const extents wanted = input.shape();
    diag::writer remedy;
    if (placeholders<Program>::count > 1) {
      remedy << std::string_view("feeds go by the order ") << placeholder_names<Program>().view()
             << std::string_view(", or by name: feed<\"") << input.op_name() << std::string_view("\">(...)");
    } else {
      remedy << std::string_view("reshape it");
    }
    return diag::compose({.what = diag::fault::feed_shape,
                          .name = input.op_name(),
                          .given = given.view(),
                          .remedy = remedy.view(),
                          .shape = &wanted});
  }
}

/// Matches feeds with placeholders and checks the shapes that the compiler knows.
template <class Program, auto Targets, class... Feeds>
constexpr auto match_feeds() {
  using form = feed_form<Feeds...>;
  using values = typename form::values;
  constexpr std::size_t n = lists::size<values>;
  auto out = [] {
    if constexpr (form::by_name) return match_by_name<Program, Targets>(form::names);
    else return match_by_position<Program, Targets, Feeds...>();
  }();
  if (out.refusal.size != 0) return out;
  constexpr auto refusals = []<class... X>(lists::list<X...>) {
    using refusal_of_one = diag::writer (*)(std::size_t);
    return std::array<refusal_of_one, n + 1>{&refusal_of_feed<Program, X>..., nullptr};
  }(values{});
  for (std::size_t i = 0; i < n && out.refusal.size == 0; ++i) out.refusal = refusals[i](out.input[i]);
  return out;
}

template <class Program, auto Targets, class... Feeds>
inline constexpr auto matched = match_feeds<Program, Targets, Feeds...>();

template <class Program, auto Targets, class... Feeds>
inline constexpr diag::writer wrong_feed = matched<Program, Targets, Feeds...>.refusal;

template <class Program, auto Targets, class... Feeds>
inline constexpr bool feeds_fit = matched<Program, Targets, Feeds...>.refusal.size == 0;

}  // namespace xscope::running
