// SPDX-License-Identifier: BSD-3-Clause
// The nodes that are planned: equal pure operations are one, operations on single numbers are numbers, and
// an identity of an operation's result is that result.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "../ops/identity.hpp"
#include "../ops/node.hpp"

namespace xscope::planning {

using ops::form;
using ops::node;
using ops::node_kind;

/// One number in every element: it is part of the code, and needs no memory.
constexpr bool is_uniform(const node& n) { return n.kind == node_kind::constant && n.data_size == 1; }

/// What is known of the nodes that were looked at so far. A variable's values before and after a training
/// step are different nodes, so what reads them differs, too.
template <std::size_t Nodes>
struct simplification {
  static constexpr std::size_t slots = std::bit_ceil(2 * Nodes + 2);

  int stands_for[Nodes + 1]{};       // the node that has a node's value
  int table[slots]{};                // by hash: a node's number and one, or 0
  bool is_number[Nodes + 1]{};       // whether an operation was found to be a number
  dsl::number numbers[Nodes + 1]{};  // which one
};

template <std::size_t Nodes>
struct simplifier {
  const node* nodes;
  simplification<Nodes> known{};

  constexpr void run(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < Nodes; ++i)
      known.stands_for[i] = simplified(static_cast<int>(i));
  }

 private:
  static constexpr std::size_t slots = simplification<Nodes>::slots;

  constexpr const node& at(int i) const { return nodes[i]; }
  constexpr int arg(const node& n, int k) const { return known.stands_for[n.args[k]]; }

  constexpr int simplified(int i) {
    const node& n = at(i);
    if (n.kind == node_kind::apply) {
      if (is_copy(n)) return arg(n, 0);
      fold(n, i);
    } else if (n.kind != node_kind::constant) {
      return i;
    }
    return first_equal(i);
  }

  /// The identity of what an operation gives. That of a variable or of a feed is not the same thing: these
  /// may change behind the run.
  constexpr bool is_copy(const node& n) const {
    if (n.after >= 0) return false;  // it is more than a copy
    if (n.op->how != ops::identity::info.how || !ops::same(*n.op, ops::identity::info)) return false;
    const int of = arg(n, 0);
    return at(of).kind == node_kind::apply && !known.is_number[of];
  }

  /// An operation on single numbers is a number.
  constexpr void fold(const node& n, int i) {
    if (!n.op->fold.there && n.op->how != form::view) return;
    dsl::number numbers[ops::max_operands]{};
    for (int k = 0; k < n.arg_count; ++k) {
      const int a = arg(n, k);
      if (!is_number(a)) return;
      numbers[k] = number_of(a);
    }
    dsl::number& number = known.numbers[i];
    if (n.op->how == form::view) number = numbers[0];
    else if (!n.op->fold(at(arg(n, 0)).dtype, n.dtype, numbers, number)) return;
    known.is_number[i] = true;
  }
  constexpr bool is_number(int i) const { return known.is_number[i] || is_uniform(at(i)); }
  constexpr dsl::number number_of(int i) const {
    return known.is_number[i] ? known.numbers[i] : at(i).number;
  }

  constexpr int first_equal(int i) {
    std::size_t slot = hash(i) % slots;
    for (; known.table[slot] != 0; slot = (slot + 1) % slots) {
      if (equal(known.table[slot] - 1, i)) return known.table[slot] - 1;
    }
    known.table[slot] = i + 1;
    return i;
  }

  constexpr std::size_t hash(int i) const {
    const node& n = at(i);
    const bool number = is_number(i);
    std::uint64_t h = number ? 8 : n.data_size + 7;
    if (n.kind == node_kind::apply && !number) {
      // Two characters tell most operations apart; `equal` decides.
      h = static_cast<std::uint64_t>(n.op->type[0]) << 8U | static_cast<unsigned char>(n.op->type[1]);
      for (int k = 0; k < n.arg_count; ++k) h = mix(h, static_cast<std::uint64_t>(arg(n, k)));
      h = mix(h, static_cast<std::uint64_t>(n.attrs));  // slices of one tensor differ in these alone
    } else {
      h = mix(h, static_cast<std::uint64_t>(number_of(i).integer));
    }
    return mix(h, n.shape.elements());
  }
  static constexpr std::uint64_t mix(std::uint64_t h, std::uint64_t with) {
    h = (h ^ with) * 0x9E3779B97F4A7C15ULL;
    return h ^ (h >> 29U);
  }

  constexpr bool equal(int i, int j) const {
    const node& a = at(i);
    const node& b = at(j);
    if (is_number(i) != is_number(j) || !(a.dtype == b.dtype) || !(a.shape == b.shape)) return false;
    if (is_number(i)) {
      const dsl::number x = number_of(i);
      const dsl::number y = number_of(j);
      return same_bits(x.real, y.real) && x.integer == y.integer;
    }
    if (a.kind != b.kind || a.after != b.after) return false;
    if (a.kind == node_kind::constant) return same_data(a, b);
    if (a.arg_count != b.arg_count) return false;
    for (int k = 0; k < a.arg_count; ++k) {
      if (arg(a, k) != arg(b, k)) return false;
    }
    return a.attrs == b.attrs && ops::same(*a.op, *b.op);
  }
  /// By what is there: not every sanitizer lets addresses be compared in a constant expression.
  static constexpr bool same_data(const node& a, const node& b) {
    if (a.data_size != b.data_size) return false;
    for (std::size_t i = 0; i < a.data_size; ++i) {
      if (!same_bits(a.data[i].real, b.data[i].real) || a.data[i].integer != b.data[i].integer) return false;
    }
    return true;
  }
  /// -0 is not 0.
  static constexpr bool same_bits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
  }
};

/// So many nodes are looked at in one constant: compilers limit the steps that evaluating it may take.
inline constexpr std::size_t nodes_at_a_time = 2048;

template <const auto& Graph, std::size_t To>
inline constexpr auto simplified_up_to = [] {
  constexpr std::size_t from = To - nodes_at_a_time;
  simplifier<std::remove_cvref_t<decltype(Graph)>::size> simplify{Graph.nodes};
  if constexpr (from > 0) simplify.known = simplified_up_to<Graph, from>;
  simplify.run(from, To);
  return simplify.known;
}();

/// The list keeps its length: a node that another stands for is left behind, and nothing reads it.
template <const auto& Graph>
inline constexpr auto simplified = [] {
  auto out = Graph;
  constexpr std::size_t parts = (out.size + nodes_at_a_time - 1) / nodes_at_a_time;
  constexpr const auto& known = simplified_up_to<Graph, (parts == 0 ? 1 : parts) * nodes_at_a_time>;
  for (std::size_t i = 0; i < out.size; ++i) {
    node& n = out.nodes[i];
    for (int k = 0; k < n.arg_count; ++k) n.args[k] = known.stands_for[n.args[k]];
    if (known.is_number[i]) {
      n.kind = node_kind::constant;
      n.op = nullptr;
      n.attrs = 0;
      n.arg_count = 0;
      n.data = nullptr;
      n.data_size = 1;
      n.number = known.numbers[i];
    }
  }
  for (int& n : out.of_event) n = n < 0 ? n : known.stands_for[n];
  return out;
}();

}  // namespace xscope::planning
