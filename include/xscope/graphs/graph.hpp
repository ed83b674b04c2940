// SPDX-License-Identifier: BSD-3-Clause
// A resolved program: queries in constant expressions, or a compile error that says what TensorFlow's
// ValueError would.
//   constexpr auto g = graph(program);    static_assert(g.result().name() == "foo/bar/v:0");
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>

#include "../diag/refuse.hpp"
#include "../naming/nearest.hpp"
#include "../optimizers/all.hpp"
#include "collections.hpp"

namespace xscope {

/// TensorFlow's keys of the standard collections.
struct GraphKeys {
  static constexpr fixed_string GLOBAL_VARIABLES{"variables"};
  static constexpr fixed_string LOCAL_VARIABLES{"local_variables"};
  static constexpr fixed_string MODEL_VARIABLES{"model_variables"};
  static constexpr fixed_string METRIC_VARIABLES{"metric_variables"};
  static constexpr fixed_string MOVING_AVERAGE_VARIABLES{"moving_average_variables"};
  static constexpr fixed_string CONCATENATED_VARIABLES{"concatenated_variables"};
  static constexpr fixed_string TRAINABLE_VARIABLES{"trainable_variables"};
  static constexpr fixed_string REGULARIZATION_LOSSES{"regularization_losses"};
  static constexpr fixed_string LOSSES{"losses"};
  static constexpr fixed_string UPDATE_OPS{"update_ops"};
  static constexpr fixed_string SUMMARIES{"summaries"};
  static constexpr fixed_string WEIGHTS{"weights"};
  static constexpr fixed_string BIASES{"biases"};
  static constexpr fixed_string ACTIVATIONS{"activations"};
  static constexpr fixed_string RESOURCES{"resources"};
  static constexpr fixed_string LOCAL_RESOURCES{"local_resources"};
  static constexpr fixed_string GLOBAL_STEP{"global_step"};
};

namespace graphs {

/// "foo/split:1" as an operation's name and the number of its output.
struct tensor_name {
  std::string_view op;
  std::size_t output = 0;
  bool is_tensor = false;
  constexpr explicit tensor_name(std::string_view name) : op(name) {
    std::size_t digits = 0;
    while (digits < name.size() && name[name.size() - 1 - digits] >= '0' &&
           name[name.size() - 1 - digits] <= '9')
      ++digits;
    if (digits == 0 || digits == name.size() || name[name.size() - 1 - digits] != ':') return;
    is_tensor = true;
    op.remove_suffix(digits + 1);
    for (std::size_t i = 0; i < digits; ++i)
      output = output * 10 + static_cast<std::size_t>(name[op.size() + 1 + i] - '0');
  }
};

template <std::size_t I>
struct no_result
    : diag::refused_with<
          "the program has no result of that number: it has one, or those of the pack that it ends with",
          std::integral_constant<std::size_t, I>> {};

/// A resolved program; empty, all of it is in its type.
template <class Program>
class graph_t {
  using selected = selection<Program>;
  using result_handle = typename traced<Program>::result;

  template <class First = void, class... Rest>
  static constexpr bool are_alike = !std::same_as<First, void> && lists::all<std::same_as<First, Rest>...>;

  /// What a pack within a pack stands for, where its parts are of several kinds.
  template <class Pack>
  struct part_infos {
    static constexpr std::size_t size() { return lists::size<typename Pack::parts>; }
    template <std::size_t I>
    static constexpr auto get() {
      return info_of<lists::at<typename Pack::parts, I>>();
    }
  };

  template <class H>
  static constexpr auto info_of() {
    constexpr auto kind = H::result;
    if constexpr (kind == dsl::result_kind::partitioned) {
      return partitioned_info<Program, H>(selected::template one<selected::meant_by(H::id)>(kind));
    } else if constexpr (kind == dsl::result_kind::scope) {
      constexpr std::size_t event = H::id == dsl::root_scope_id ? selected::size : H::id;
      using defaults = tracing::effective_defaults<H, typename traced<Program>::type::out::remembered_type>;
      return scope_info<Program, defaults>(selected::template one<event>(kind));
    } else if constexpr (kind == dsl::result_kind::listing) {
      return collections<Program>::template listed<H::id>();
    } else if constexpr (kind == dsl::result_kind::property) {
      using option = typename H::option_type;
      if constexpr (requires { option::mode; }) return reuse_property<option>{};
      else return property<option>{};
    } else if constexpr (kind == dsl::result_kind::pack) {
      return []<class... Part>(dsl::pack_handle<Part...> parts) {
        if constexpr (are_alike<decltype(info_of<Part>())...>) return std::array{info_of<Part>()...};
        else return part_infos<decltype(parts)>{};
      }(H{});
    } else if constexpr (selected::is_none(H::id)) {
      return info<Program>{};
    } else {
      return selected::template one<selected::meant_by(H::id)>(kind);
    }
  }

 public:
  using program = Program;
  using result_type = result_handle;

  /// How many results the program has: more than one only for a pack.
  static constexpr std::size_t result_count() {
    if constexpr (result_handle::result == dsl::result_kind::pack)
      return lists::size<typename result_handle::parts>;
    else return 1;
  }
  /// The program's result; of a pack the I-th.
  template <std::size_t I = 0>
    requires(I < result_count())
  static constexpr auto result() {
    if constexpr (result_handle::result == dsl::result_kind::pack) {
      return info_of<lists::at<typename result_handle::parts, I>>();
    } else {
      return info_of<result_handle>();
    }
  }
  template <std::size_t I>
    requires(I >= result_count())
  static decltype(no_result<I>::make()) result();

  /// All variables in the order of their creation.
  static constexpr const auto& variables() {
    return selected::template infos<typename selected::new_variables>;
  }
  static constexpr auto global_variables() { return get_collection<"variables">(); }
  static constexpr auto trainable_variables() { return get_collection<"trainable_variables">(); }
  static constexpr auto local_variables() { return get_collection<"local_variables">(); }
  /// All operations in the order of their creation.
  static constexpr const auto& operations() {
    return selected::template infos<typename selected::operations>;
  }
  /// The results of operations that have several, but for the first ones.
  static constexpr const auto& later_outputs() {
    return selected::template infos<typename selected::later_outputs>;
  }
  static constexpr const auto& placeholders() {
    return selected::template infos<typename selected::placeholders>;
  }
  /// The names of all variables in the variable store, without partitioned ones, sorted; each has text().
  static constexpr auto store_keys() { return collections<Program>::store_keys(); }

  /// A collection by its key, as tf.get_collection; with a scope only what has a name that matches it, as a
  /// regular expression, from its beginning.
  template <fixed_string Key>
  static constexpr auto get_collection() {
    return collections<Program>::template at_end<Key>();
  }
  template <fixed_string Key, fixed_string Scope>
    requires(collections<Program>::template at_end_in<Key, Scope>::refusal.size == 0)
  static constexpr auto get_collection() {
    return collections<Program>::template at_end_in<Key, Scope>::infos();
  }
  template <fixed_string Key, fixed_string Scope>
    requires(collections<Program>::template at_end_in<Key, Scope>::refusal.size > 0)
  static decltype(diag::refusal<collections<Program>::template at_end_in<Key, Scope>::refusal>::make())
  get_collection();

  /// The bytes that the variables of a session take, and the temporaries of its run: the planner knows them.
  static constexpr std::size_t variable_bytes();
  static constexpr std::size_t workspace_bytes();

  /// What has that name: a tensor "foo/bar/v:0", or an operation "foo/bar/v"; nothing where nothing has.
  static constexpr std::optional<info<Program>> find(std::string_view name) {
    const tensor_name wanted(name);
    if (wanted.output > 0) {
      for (const info<Program>& i : later_outputs()) {
        if (i.name() == name) return i;
      }
      return std::nullopt;
    }
    for (const info<Program>& i : operations()) {
      if (i.op_name() == wanted.op && (!wanted.is_tensor || i.kind() != dsl::result_kind::operation))
        return i;
    }
    return std::nullopt;
  }

  /// The number of the event that makes the tensor of that name, or no_id. Looks at hashes only where they
  /// differ, and writes no name out.
  static constexpr std::size_t event_named(std::string_view name) {
    const tensor_name given(name);
    const naming::literal wanted = naming::describe(given.op);
    const auto& resolved = resolution_of<Program>;
    for (std::size_t i = 0; i < selected::size; ++i) {
      if (resolved.facts[i].output != given.output || !(given.output == 0 ? selected::is_operation(i) : true))
        continue;
      const auto& path = resolved.paths[static_cast<std::size_t>(resolved.facts[i].name)];
      if (path.hash == wanted.hash && path.size() == given.op.size()) {
        if (resolving::spells(resolved.paths, resolved.facts[i].name, given.op)) return i;
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
  static constexpr diag::writer compose_missing(diag::fault what, std::string_view name) {
    constexpr std::size_t shown = 3;
    constexpr std::size_t too_far = 1000;
    const std::string_view plain = tensor_name(name).op;
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
    return diag::compose({.what = what, .name = name, .names = list.view()});
  }
};

template <class Program>
inline constexpr bool sound = resolution_of<Program>.ok();

/// What `diagnose` says.
template <class Program>
struct diagnosis {
  static constexpr bool ok() { return resolution_of<Program>.ok(); }
  static constexpr errc code() { return diag::message_of(resolution_of<Program>.fault.what).code; }
  /// "code: sentence", empty where nothing is wrong.
  static constexpr std::string_view message() { return refusal_of<Program>.view(); }
};

}  // namespace graphs

/// Resolves a program. A fault is a compile error whose first line says which and what to do.
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
