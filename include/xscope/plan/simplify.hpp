// SPDX-License-Identifier: BSD-3-Clause
// The nodes that are planned: equal pure operations are one, operations on single numbers are numbers, and
// an identity of an operation's result is that result.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "../gradient/nodes.hpp"

namespace xscope::planning {

using ops::form;
using ops::node;
using ops::node_kind;

/// One number in every element: it is part of the code, and needs no memory.
constexpr bool is_uniform(const node& n) { return n.kind == node_kind::constant && n.data_size == 1; }

/// Rewrites a list of nodes. The list keeps its length: a node that another stands for is left behind, and
/// nothing reads it. A variable's values before and after a training step are different nodes, so what reads
/// them differs, too.
template <std::size_t Nodes, std::size_t Events>
struct simplifier {
  static constexpr std::size_t slots = std::bit_ceil(2 * Nodes + 2);

  gradients::node_list<Nodes, Events> out;
  int stands_for[Nodes + 1]{};  // the node that has a node's value
  int table[slots]{};           // by hash: a node's number and one, or 0

  constexpr explicit simplifier(const gradients::node_list<Nodes, Events>& from) : out(from) {
    for (int i = 0; i < static_cast<int>(Nodes); ++i) stands_for[i] = simplified(i);
    for (int& n : out.of_event) {
      if (n >= 0) n = stands_for[n];
    }
  }

 private:
  constexpr int simplified(int i) {
    node& n = out.nodes[i];
    for (int k = 0; k < n.arg_count; ++k) n.args[k] = stands_for[n.args[k]];
    if (n.kind == node_kind::apply) {
      if (is_copy(n)) return n.args[0];
      fold(n);
    } else if (n.kind != node_kind::constant) {
      return i;
    }
    return first_equal(i);
  }

  /// The identity of what an operation gives. That of a variable or of a feed is not the same thing: these
  /// may change behind the run.
  constexpr bool is_copy(const node& n) const {
    return ops::same(*n.op, ops::identity::info) && out.nodes[n.args[0]].kind == node_kind::apply;
  }

  /// An operation on single numbers is a number.
  constexpr void fold(node& n) const {
    if (!n.op->fold.there && n.op->how != form::view) return;
    dsl::number numbers[ops::max_operands];
    for (int k = 0; k < n.arg_count; ++k) {
      const node& arg = out.nodes[n.args[k]];
      if (!is_uniform(arg)) return;
      numbers[k] = arg.number;
    }
    if (n.op->how == form::view) n.number = numbers[0];
    else if (!n.op->fold(out.nodes[n.args[0]].dtype, n.dtype, numbers, n.number)) return;
    n.kind = node_kind::constant;
    n.op = nullptr;
    n.attrs = {};
    n.arg_count = 0;
    n.data = nullptr;
    n.data_size = 1;
  }

  constexpr int first_equal(int i) {
    std::size_t at = hash(out.nodes[i]) % slots;
    for (; table[at] != 0; at = (at + 1) % slots) {
      if (equal(out.nodes[table[at] - 1], out.nodes[i])) return table[at] - 1;
    }
    table[at] = i + 1;
    return i;
  }

  static constexpr std::size_t hash(const node& n) {
    // Two characters tell most operations apart; `equal` decides.
    std::uint64_t h = n.data_size + 7;
    if (n.kind == node_kind::apply)
      h = static_cast<std::uint64_t>(n.op->type[0]) << 8U | static_cast<unsigned char>(n.op->type[1]);
    for (int k = 0; k < n.arg_count; ++k) h = mix(h, static_cast<std::uint64_t>(n.args[k]));
    h = mix(h, n.shape.elements());
    if (n.kind == node_kind::constant) h = mix(h, static_cast<std::uint64_t>(n.number.integer));
    return h;
  }
  static constexpr std::uint64_t mix(std::uint64_t h, std::uint64_t with) {
    h = (h ^ with) * 0x9E3779B97F4A7C15ULL;
    return h ^ (h >> 29U);
  }

  static constexpr bool equal(const node& a, const node& b) {
    if (a.kind != b.kind || !(a.dtype == b.dtype) || !(a.shape == b.shape)) return false;
    if (a.kind == node_kind::constant) {
      return a.data_size == b.data_size && (a.data_size == 1 ? same_bits(a.number.real, b.number.real) &&
                                                                   a.number.integer == b.number.integer
                                                             : same_data(a, b));
    }
    if (!ops::same(*a.op, *b.op) || a.arg_count != b.arg_count) return false;
    for (int k = 0; k < a.arg_count; ++k) {
      if (a.args[k] != b.args[k]) return false;
    }
    return a.attrs == b.attrs;
  }
  /// By what is there: not every sanitizer lets addresses be compared in a constant expression.
  static constexpr bool same_data(const node& a, const node& b) {
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

template <class Program>
inline constexpr auto nodes_of = [] {
  using list = std::remove_cvref_t<decltype(gradients::nodes_of<Program>)>;
  constexpr std::size_t events = sizeof(list::of_event) / sizeof(int) - 1;
  return simplifier<list::size, events>(gradients::nodes_of<Program>).out;
}();

}  // namespace xscope::planning
