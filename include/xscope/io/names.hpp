// SPDX-License-Identifier: BSD-3-Clause
// How a graph's variables are called in files, and how they stand there: settled by the compiler.
//   rename<"hidden/kernel", "fc1.weight", transposed>
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../diag/refuse.hpp"
#include "../files/weights.hpp"
#include "../graphs/graph.hpp"
#include "../lists/list.hpp"
#include "../naming/literal.hpp"
#include "tensor_name.hpp"

namespace xscope::io {

/// The order of a tensor's axes in a file: axes{3, 2, 0, 1} is tf.transpose(variable, [3, 2, 0, 1]).
using files::axes;
/// As PyTorch stores the matrix of a layer: (out, in).
inline constexpr axes transposed{1, 0};
/// As PyTorch stores the filter of a convolution: (out, in, rows, columns).
inline constexpr axes oihw{3, 2, 0, 1};

/// What a callable may answer that is asked for a variable's name in a file.
struct stored_as {
  tensor_name name;
  axes order{};
};

/// What all rules are.
struct naming_rule_base {};

template <fixed_string Variable, fixed_string Name, axes Order>
struct rename_t : naming_rule_base {};
/// The variable of that name has another one in the file, and perhaps its axes in another order.
template <fixed_string Variable, fixed_string Name, axes Order = axes{}>
inline constexpr rename_t<Variable, Name, Order> rename{};

template <auto F>
struct rename_by_t : naming_rule_base {};
/// All other variables are called in the file what a callable makes of their names, or of their names and
/// shapes: rename_by<[](auto name) { return "model." + name.replaced("/", "."); }>. It answers with a text,
/// or with stored_as{text, order of axes}.
template <auto F>
inline constexpr rename_by_t<F> rename_by{};

template <class... Rules>
struct names_t : naming_rule_base {};
/// Several rules as one, for `save` and `load` to share.
template <class... Rules>
constexpr names_t<Rules...> names(Rules...) {
  return {};
}

}  // namespace xscope::io

namespace xscope::files {

/// What a rule says of a variable. A rule for one variable comes before those for all.
template <class Rule>
struct rule;
template <fixed_string Variable, fixed_string Name, axes Order>
struct rule<io::rename_t<Variable, Name, Order>> {
  static constexpr bool is_for_one = true;
  static constexpr std::string_view variable = Variable.view();
  static constexpr io::stored_as apply(const io::tensor_name&, const extents&) {
    return {Name.view(), Order};
  }
};
template <auto F>
struct rule<io::rename_by_t<F>> {
  static constexpr bool is_for_one = false;
  static constexpr std::string_view variable{};
  static constexpr io::stored_as apply(const io::tensor_name& name, const extents& shape) {
    const auto answer = [&] {
      if constexpr (std::invocable<decltype(F), const io::tensor_name&, const extents&>)
        return F(name, shape);
      else return F(name);
    }();
    if constexpr (std::same_as<std::remove_cv_t<decltype(answer)>, io::stored_as>) return answer;
    else return {std::string_view(answer), {}};
  }
};

template <class T>
concept naming_rule = std::derived_from<T, io::naming_rule_base>;

// The rules among options, in one row.
template <class Option>
struct rules_in {
  using type = io::names_t<>;
};
template <fixed_string Variable, fixed_string Name, axes Order>
struct rules_in<io::rename_t<Variable, Name, Order>> {
  using type = io::names_t<io::rename_t<Variable, Name, Order>>;
};
template <auto F>
struct rules_in<io::rename_by_t<F>> {
  using type = io::names_t<io::rename_by_t<F>>;
};
template <class... Rules>
struct rules_in<io::names_t<Rules...>> {
  using type = lists::joined<io::names_t<>, typename rules_in<Rules>::type...>;
};
template <class... Options>
using rules_of = typename rules_in<io::names_t<std::remove_cv_t<Options>...>>::type;

/// The variables that files hold: the global ones, as TensorFlow's Saver takes them.
template <class Program>
struct saved_variables {
  static constexpr const auto& all = graphs::graph_t<Program>::variables();
  static constexpr auto is_saved = [] {
    std::array<bool, graphs::selection<Program>::size + 1> out{};
    for (const auto& v : graphs::graph_t<Program>::global_variables()) {
      if (v.is_variable()) out[v.id()] = true;
    }
    return out;
  }();
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    for (const auto& v : all) n += is_saved[v.id()] ? 1U : 0U;
    return n;
  }();
  /// In the order of their creation.
  static constexpr auto list = [] {
    std::array<graphs::info<Program>, count> out{};
    std::size_t n = 0;
    for (const auto& v : all) {
      if (is_saved[v.id()]) out[n++] = v;
    }
    return out;
  }();

  static constexpr bool is_slot(const graphs::info<Program>& v) {
    return graphs::events_of<Program>.list[v.id()].what == tracing::event_kind::get_slot;
  }
  /// What is said of a variable; of a slot, of the variable that it goes with: it is a slice where that is
  /// one.
  static constexpr const tracing::description& of(const graphs::info<Program>& v) {
    const tracing::event& e = graphs::events_of<Program>.list[v.id()];
    return is_slot(v) ? *graphs::events_of<Program>.list[e.source].is : *e.is;
  }
  static constexpr bool is_slice(const graphs::info<Program>& v) {
    return of(v).details.there && of(v).details->full_shape.there;
  }
  /// Of a slice: the piece of its name that says which, "/part_0". It comes last, and of a slot,
  /// "w/part_0/Adam", before the last.
  static constexpr std::string_view suffix(const graphs::info<Program>& v) {
    if (!is_slice(v)) return {};
    const std::string_view name = v.op_name();
    const std::size_t end = is_slot(v) ? name.rfind('/') : name.size();
    const std::size_t begin = name.rfind('/', end - 1);
    return name.substr(begin, end - begin);
  }
  /// The name of the whole, in two parts: what stands before the suffix, and behind it.
  static constexpr std::string_view before(const graphs::info<Program>& v) {
    const std::string_view part = suffix(v);
    return part.empty() ? v.op_name()
                        : v.op_name().substr(0, static_cast<std::size_t>(part.data() - v.op_name().data()));
  }
  static constexpr std::string_view behind(const graphs::info<Program>& v) {
    return v.op_name().substr(before(v).size() + suffix(v).size());
  }

  // Names in two parts are written as one: they are those of slots of slices.
  static constexpr std::size_t characters = [] {
    std::size_t n = 0;
    for (const auto& v : list) n += behind(v).empty() ? 0 : before(v).size() + behind(v).size();
    return n;
  }();
  struct whole_names {
    std::array<char, characters + 1> text{};
    std::array<std::size_t, count + 1> begin{};
  };
  static constexpr whole_names written = [] {
    whole_names out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
      out.begin[i] = at;
      if (behind(list[i]).empty()) continue;
      for (const char c : before(list[i])) out.text[at++] = c;
      for (const char c : behind(list[i])) out.text[at++] = c;
    }
    out.begin[count] = at;
    return out;
  }();
  /// The name of the whole.
  static constexpr std::string_view name(std::size_t i) {
    if (behind(list[i]).empty()) return before(list[i]);
    return {written.text.data() + written.begin[i], written.begin[i + 1] - written.begin[i]};
  }
  static constexpr extents shape(const graphs::info<Program>& v) {
    return is_slice(v) ? extents(*of(v).details->full_shape) : v.shape();
  }
  static constexpr extents offset(const graphs::info<Program>& v) { return *of(v).details->offset; }
};

template <class Program, class Rules>
struct named_variables;
template <class Program, class... Rules>
struct named_variables<Program, io::names_t<Rules...>> {
  using saved = saved_variables<Program>;
  static constexpr std::size_t count = saved::count;

  // The rules as tables; behind them stands the rule that variables have which are called the same in files.
  static constexpr std::size_t rules = sizeof...(Rules);
  static constexpr bool is_for_one[rules + 1] = {rule<Rules>::is_for_one..., false};
  static constexpr std::string_view renamed[rules + 1] = {rule<Rules>::variable..., std::string_view{}};
  static constexpr io::stored_as (*apply[rules + 1])(const io::tensor_name&,
                                                     const extents&) = {&rule<Rules>::apply..., nullptr};
  static constexpr std::size_t rule_for_all = [] {
    std::size_t r = 0;
    while (r < rules && is_for_one[r]) ++r;
    return r;
  }();

  /// Which rule each variable has, and which rules can be no variable's. Names are looked up by their hashes:
  /// there may be hundreds of both.
  struct rules_of_variables {
    std::size_t rule_of[count + 1]{};
    bool is_used[rules + 1]{};
    bool is_second[rules + 1]{};
  };
  static constexpr rules_of_variables matched = [] {
    constexpr std::size_t size = std::bit_ceil(2 * rules + 1);
    rules_of_variables out;
    std::size_t at[size];
    for (std::size_t& place : at) place = rules;
    const auto find = [&](std::string_view name) {
      std::size_t k = naming::describe(name).hash & (size - 1);
      while (at[k] != rules && renamed[at[k]] != name) k = (k + 1) & (size - 1);
      return k;
    };
    for (std::size_t r = 0; r < rules; ++r) {
      if (!is_for_one[r]) continue;
      const std::size_t k = find(renamed[r]);
      out.is_second[r] = at[k] != rules;
      if (at[k] == rules) at[k] = r;
    }
    for (std::size_t i = 0; rules > 0 && i < count; ++i) {
      const std::size_t r = at[find(saved::name(i))];
      out.rule_of[i] = r == rules ? rule_for_all : r;
      out.is_used[out.rule_of[i]] = true;
    }
    return out;
  }();

  static constexpr io::stored_as stored(std::size_t i) {
    const std::size_t r = matched.rule_of[i];
    return r == rules ? io::stored_as{saved::name(i), {}}
                      : apply[r](saved::name(i), saved::shape(saved::list[i]));
  }

  // Names are asked for twice: how long they are, and what they are.
  static constexpr std::size_t characters = [] {
    std::size_t n = 0;
    for (std::size_t i = 0; rules > 0 && i < count; ++i)
      n += stored(i).name.size() + saved::suffix(saved::list[i]).size();
    return n;
  }();
  struct text_and_orders {
    std::array<char, characters + 1> text{};
    std::array<std::size_t, count + 1> begin{};
    std::array<axes, count + 1> order{};
  };
  static constexpr text_and_orders answers = [] {
    text_and_orders out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const io::stored_as said = stored(i);
      out.begin[i] = at;
      out.order[i] = said.order;
      for (const char c : said.name.view()) out.text[at++] = c;
      for (const char c : saved::suffix(saved::list[i])) out.text[at++] = c;
    }
    out.begin[count] = at;
    return out;
  }();
  /// With the suffix of a slice: the name where it stands alone. Without rules nothing is asked for, nor
  /// written again.
  static constexpr std::string_view own_name(std::size_t i) {
    if constexpr (rules == 0) return saved::list[i].op_name();
    else return {answers.text.data() + answers.begin[i], answers.begin[i + 1] - answers.begin[i]};
  }
  static constexpr axes order(std::size_t i) {
    if constexpr (rules == 0) return {};
    else return answers.order[i];
  }
  static constexpr std::string_view whole_name(std::size_t i) {
    if constexpr (sizeof...(Rules) == 0) return saved::name(i);
    else return own_name(i).substr(0, own_name(i).size() - saved::suffix(saved::list[i]).size());
  }

  /// The first variable that has the name of another one, or `count`. Names are looked up by their hashes: to
  /// sort them would take the compiler seconds.
  static constexpr std::size_t first_twice() {
    constexpr std::size_t size = std::bit_ceil(2 * count + 1);
    std::size_t at[size];
    for (std::size_t& place : at) place = count;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view name = whole_name(i);
      std::size_t k = naming::describe(name).hash & (size - 1);
      for (; at[k] != count; k = (k + 1) & (size - 1)) {
        if (whole_name(at[k]) != name) continue;
        // All slices of a variable have its name.
        const bool is_same = saved::is_slice(saved::list[i]) && saved::name(at[k]) == saved::name(i);
        if (!is_same) return i;
        break;
      }
      at[k] = i;
    }
    return count;
  }

  /// Why the rules cannot be, or an empty text.
  static constexpr diag::writer refusal = [] {
    diag::writer out;
    if (rules == 0) return out;
    for (std::size_t r = 0; r < rules; ++r) {
      if (!is_for_one[r]) continue;
      if (matched.is_second[r])
        return diag::compose({.what = diag::fault::renamed_twice, .name = renamed[r]});
      if (!matched.is_used[r])
        return graphs::graph_t<Program>::compose_missing(diag::fault::unknown_variable, renamed[r]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const extents shape = saved::shape(saved::list[i]);
      if (order(i).fit(shape.rank())) continue;
      return diag::compose({.what = diag::fault::axes_of_rank, .name = saved::name(i), .shape = &shape});
    }
    return out;
  }();
  /// Several variables may be read from one tensor, but not written into one.
  static constexpr diag::writer refusal_to_write = [] {
    if (refusal.size > 0) return refusal;
    diag::writer out;
    if (rules == 0) return out;
    const std::size_t twice = first_twice();
    if (twice == count) return out;
    return diag::compose({.what = diag::fault::stored_twice, .name = whole_name(twice)});
  }();

  /// What `save` and `load` know of the variables.
  static constexpr auto weights = [] {
    std::array<weight, count> out{};
    for (std::size_t i = 0; i < count; ++i) {
      const auto& v = saved::list[i];
      out[i] = saved::is_slice(v) ? slice_weight(whole_name(i), saved::shape(v), own_name(i), v.shape(),
                                                 saved::offset(v), v.dtype(), order(i))
                                  : whole_weight(own_name(i), v.shape(), v.dtype(), order(i));
    }
    return out;
  }();
};

}  // namespace xscope::files

#include "../macros/restore.hpp"
