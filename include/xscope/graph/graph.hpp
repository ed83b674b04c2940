// SPDX-License-Identifier: BSD-3-Clause
// A resolved program: queries in constant expressions, or a compile error that says what TensorFlow's
// ValueError would.
//   constexpr auto g = graph(program);    static_assert(g.result().name() == "foo/bar/v:0");
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "../diag/refuse.hpp"
#include "../name/nearest.hpp"
#include "info.hpp"

namespace xscope {

/// TensorFlow's keys of the standard collections.
struct GraphKeys {
  static constexpr std::string_view GLOBAL_VARIABLES = "variables";
  static constexpr std::string_view LOCAL_VARIABLES = "local_variables";
  static constexpr std::string_view TRAINABLE_VARIABLES = "trainable_variables";
};

namespace graphs {

template <class Program>
struct selection {
  static constexpr const auto& events = events_of<Program>;
  static constexpr const auto& resolved = resolution_of<Program>;
  static constexpr std::size_t size = std::remove_cvref_t<decltype(events)>::size;

  static constexpr bool is_new_variable(std::size_t i) {
    const auto what = events.list[i].what;
    return (what == tracing::event_kind::get_variable || what == tracing::event_kind::variable) &&
           resolved.facts[i].creator == static_cast<int>(i);
  }
  static constexpr bool is_operation(std::size_t i) {
    const auto what = events.list[i].what;
    if (what == tracing::event_kind::get_variable || what == tracing::event_kind::variable)
      return is_new_variable(i);
    return what >= tracing::event_kind::placeholder && what != tracing::event_kind::fault;
  }
  static constexpr dsl::result_kind kind_of(std::size_t i) {
    const auto what = events.list[i].what;
    if (what == tracing::event_kind::get_variable || what == tracing::event_kind::variable) {
      return dsl::result_kind::variable;
    }
    return what == tracing::event_kind::minimize ? dsl::result_kind::operation : dsl::result_kind::tensor;
  }

  template <class Predicate>
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    for (std::size_t i = 0; i < size; ++i) n += Predicate{}(i) ? 1U : 0U;
    return n;
  }();
  template <class Predicate>
  static constexpr selected_events<count<Predicate>> chosen = [] {
    selected_events<count<Predicate>> out;
    std::size_t n = 0;
    for (std::size_t i = 0; i < size; ++i) {
      if (Predicate{}(i)) out.list[n++] = i;
    }
    return out;
  }();

  /// The infos of all events that the predicate takes, in the order of creation.
  template <class Predicate>
  static constexpr auto where(Predicate) {
    constexpr const auto& picked = chosen<Predicate>;
    std::array<info<Program>, picked.count> out{};
    if constexpr (picked.count > 0) {
      constexpr const auto& names = pool<Predicate>;
      for (std::size_t i = 0; i < picked.count; ++i) {
        out[i] = info<Program>(picked.list[i], kind_of(picked.list[i]), names.at(i));
      }
    }
    return out;
  }
  template <class Predicate>
  static constexpr auto pool =
      write_names<count_characters(resolved, chosen<Predicate>)>(resolved, chosen<Predicate>);

  /// The info of one event.
  template <std::size_t Event>
  static constexpr info<Program> one(dsl::result_kind kind) {
    return {Event, kind, names_of<Program, only<Event>>.at(0)};
  }
};

/// Whether a name begins as the text says; `.` stands for any character, as in the regular expression
/// that TensorFlow makes of a scope's name.
constexpr bool begins_with(std::string_view name, std::string_view scope) {
  if (name.size() < scope.size()) return false;
  for (std::size_t i = 0; i < scope.size(); ++i) {
    if (scope[i] != '.' && scope[i] != name[i]) return false;
  }
  return true;
}

template <std::size_t I>
struct no_result
    : diag::refused_with<
          "the program has no result of that number: it has one, or those of the pack that it ends with"> {};

/// A resolved program; empty, all of it is in its type.
template <class Program>
class graph_t {
  using selected = selection<Program>;
  using result_handle = typename traced<Program>::result;

  template <class H>
  static constexpr info<Program> info_of() {
    constexpr auto kind = H::result;
    if constexpr (kind == dsl::result_kind::variable) {
      return selected::template one<static_cast<std::size_t>(resolution_of<Program>.facts[H::id].creator)>(
          kind);
    } else if constexpr (kind == dsl::result_kind::scope) {
      return selected::template one < H::id == dsl::root_scope_id ? selected::size : H::id > (kind);
    } else if constexpr (H::id == tracing::no_id) {
      return {};
    } else {
      return selected::template one<H::id>(kind);
    }
  }

 public:
  using program = Program;
  using result_type = result_handle;

  /// How many results the program has: more than one only for a pack.
  static constexpr std::size_t result_count() {
    if constexpr (result_handle::result == dsl::result_kind::pack) return std::tuple_size_v<result_handle>;
    else return 1;
  }
  /// The program's result; of a pack the I-th.
  template <std::size_t I = 0>
    requires(I < result_count())
  static constexpr info<Program> result() {
    if constexpr (result_handle::result == dsl::result_kind::pack) {
      return info_of<std::tuple_element_t<I, result_handle>>();
    } else {
      return info_of<result_handle>();
    }
  }
  template <std::size_t I>
    requires(I >= result_count())
  static decltype(no_result<I>::make()) result();

  /// All variables in the order of their creation.
  static constexpr auto variables() {
    return selected::where([](std::size_t i) { return selected::is_new_variable(i); });
  }
  static constexpr auto global_variables() {
    return selected::where(
        [](std::size_t i) { return selected::is_new_variable(i) && !events_of<Program>.list[i].local; });
  }
  static constexpr auto trainable_variables() {
    return selected::where(
        [](std::size_t i) { return selected::is_new_variable(i) && events_of<Program>.list[i].trainable; });
  }
  static constexpr auto local_variables() {
    return selected::where(
        [](std::size_t i) { return selected::is_new_variable(i) && events_of<Program>.list[i].local; });
  }
  /// All operations in the order of their creation.
  static constexpr auto operations() {
    return selected::where([](std::size_t i) { return selected::is_operation(i); });
  }
  static constexpr auto placeholders() {
    return selected::where(
        [](std::size_t i) { return events_of<Program>.list[i].what == tracing::event_kind::placeholder; });
  }

  /// A collection by its key, as tf.get_collection; with a scope only what is named below it.
  template <fixed_string Key>
  static constexpr auto get_collection() {
    if constexpr (Key.view() == GraphKeys::TRAINABLE_VARIABLES) return trainable_variables();
    else if constexpr (Key.view() == GraphKeys::GLOBAL_VARIABLES) return global_variables();
    else if constexpr (Key.view() == GraphKeys::LOCAL_VARIABLES) return local_variables();
    else return selected::where([](std::size_t) { return false; });
  }
  template <fixed_string Key, fixed_string Scope>
  static constexpr auto get_collection() {
    constexpr auto all = get_collection<Key>();
    constexpr std::size_t n = [&] {
      std::size_t count = 0;
      for (const auto& v : all) count += begins_with(v.name(), Scope.view()) ? 1U : 0U;
      return count;
    }();
    std::array<info<Program>, n> out{};
    std::size_t at = 0;
    for (const auto& v : all) {
      if (begins_with(v.name(), Scope.view())) out[at++] = v;
    }
    return out;
  }

  /// What has that name: a tensor "foo/bar/v:0", or an operation "foo/bar/v"; nothing where nothing has.
  static constexpr std::optional<info<Program>> find(std::string_view name) {
    const bool of_tensor = name.ends_with(":0");
    if (of_tensor) name.remove_suffix(2);
    for (const info<Program>& i : operations()) {
      if (i.op_name() == name && (!of_tensor || i.kind() != dsl::result_kind::operation)) return i;
    }
    return std::nullopt;
  }

  /// The number of the event that makes the tensor of that name, or no_id. Looks at hashes only where they
  /// differ, and writes no name out.
  static constexpr std::size_t event_named(std::string_view name) {
    if (name.ends_with(":0")) name.remove_suffix(2);
    const naming::literal wanted = naming::describe(name);
    const auto& resolved = resolution_of<Program>;
    for (std::size_t i = 0; i < selected::size; ++i) {
      if (!selected::is_operation(i)) continue;
      const auto& path = resolved.paths[static_cast<std::size_t>(resolved.facts[i].name)];
      if (path.hash == wanted.hash && path.length == name.size()) {
        if (resolving::spells(resolved.paths, resolved.facts[i].name, name)) return i;
      }
    }
    return tracing::no_id;
  }

  /// Puts those infos that are nearer to the name among the nearest ones, which are sorted. (A function and
  /// no lambda: GCC reports names within lambdas of templates that a user's global has too.)
  template <class Infos, std::size_t N>
  static constexpr void keep_nearest(const Infos& infos, std::string_view name, info<Program> (&best)[N],
                                     std::size_t (&far)[N]) {
    for (info<Program> candidate : infos) {
      std::size_t d = naming::distance(name, candidate.op_name());
      for (std::size_t k = 0; k < N; ++k) {
        if (d >= far[k]) continue;
        const std::size_t pushed_from = far[k];
        const info<Program> pushed = best[k];
        far[k] = d;
        best[k] = candidate;
        d = pushed_from;
        candidate = pushed;
      }
    }
  }

  /// The sentence for a name that is not there, with the three nearest that are.
  static constexpr diag::writer explain_missing(diag::fault what, std::string_view name) {
    constexpr std::size_t shown = 3;
    constexpr std::size_t too_far = 1000;
    const std::string_view plain = name.ends_with(":0") ? name.substr(0, name.size() - 2) : name;
    info<Program> best[shown];
    std::size_t far[shown] = {too_far, too_far, too_far};
    if (what == diag::fault::unknown_feed) keep_nearest(placeholders(), plain, best, far);
    else if (what == diag::fault::unknown_variable || what == diag::fault::not_in_session)
      keep_nearest(variables(), plain, best, far);
    else keep_nearest(operations(), plain, best, far);
    diag::writer list;
    for (std::size_t k = 0; k < shown && far[k] < too_far; ++k) {
      if (k > 0) list << std::string_view(", ");
      list << '`' << best[k].name() << '`';
    }
    if (list.size == 0) list << std::string_view("none: there are none");
    const std::string_view facts[] = {name, list.view()};
    return diag::compose(what, facts);
  }
};

template <class Program>
inline constexpr bool sound = resolution_of<Program>.ok();

/// What `diagnose` says.
template <class Program>
struct diagnosis {
  static constexpr bool ok() { return resolution_of<Program>.ok(); }
  static constexpr errc code() { return diag::sentence_of(resolution_of<Program>.error.what).code; }
  /// "code: sentence", empty where nothing is wrong.
  static constexpr std::string_view message() { return refusal_of<Program>.view(); }
};

}  // namespace graphs

/// Resolves a program. A mistake is a compile error whose first line says which and what to do.
template <dsl::is_statement Program>
  requires graphs::sound<Program>
constexpr graphs::graph_t<Program> graph(Program) {
  return {};
}
template <dsl::is_statement Program>
  requires(!graphs::sound<Program>)
decltype(diag::refusal<graphs::refusal_of<Program>>::make()) graph(Program);

/// What is wrong with a program, if anything: never a compile error.
template <dsl::is_statement Program>
constexpr graphs::diagnosis<Program> diagnose(Program) {
  return {};
}

/// The name of a program's result: graph(program).result().name().
template <dsl::is_statement Program>
constexpr std::string_view name_of(Program program) {
  return graph(program).result().name();
}

}  // namespace xscope
