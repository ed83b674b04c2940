// SPDX-License-Identifier: BSD-3-Clause
// A plan as text: each loop nest, what is fused in it, where its result goes and why; then what costs
// nothing.
//   static_assert(plan_of(g).loop_nests() == 2);    std::cout << plan_of(g).text();
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "../graphs/graph.hpp"
#include "result.hpp"

namespace xscope {

namespace planning {

/// Counts the characters of a text, and writes them where there is room for them.
struct text_sink {
  char* to = nullptr;
  std::size_t size = 0;

  constexpr text_sink& operator<<(char c) {
    if (to != nullptr) to[size] = c;
    ++size;
    return *this;
  }
  constexpr text_sink& operator<<(std::string_view text) {
    for (const char c : text) *this << c;
    return *this;
  }
  constexpr text_sink& operator<<(std::size_t n) {
    diag::writer digits;
    digits << n;
    return *this << digits.view();
  }
  constexpr text_sink& operator<<(const extents& shape) {
    diag::writer written;
    written << shape;
    return *this << written.view();
  }
};

template <class Program, auto Targets>
struct describer {
  static constexpr const auto& program = nodes_of<Program>;
  static constexpr const auto& planned = plan_for<Program, Targets>;
  static constexpr int count = static_cast<int>(program.size);
  text_sink out;

  constexpr void run() {
    for (std::size_t s = 0; s < planned.step_count; ++s) loop_nest(s + 1, planned.steps[s]);
    for (int i = 0; i < count; ++i) free_of_cost(i);
    shared();
    out << "variables: " << layout_of<Program>.bytes << " bytes, workspace: " << planned.workspace_bytes
        << " bytes\n";
  }

 private:
  static constexpr std::string_view name_of_event(std::size_t event) {
    constexpr auto all = graphs::graph_t<Program>::operations();
    for (const auto& i : all) {
      if (i.id() == event) return i.op_name();
    }
    return {};
  }
  constexpr void name(int i) {
    const node& n = program.nodes[i];
    if (n.kind == node_kind::update) {
      out << "update of " << name_of_event(n.event);
      return;
    }
    const std::string_view given = n.event == tracing::no_id ? std::string_view{} : name_of_event(n.event);
    if (!given.empty()) out << given;
    else if (n.op != nullptr) out << "gradient's " << n.op->type << " #" << static_cast<std::size_t>(i);
    else out << "number";
  }

  constexpr void loop_nest(std::size_t number, int root) {
    const node& n = program.nodes[root];
    const placement& p = planned.at[root];
    out << "loop nest " << number << ": ";
    name(root);
    out << ' ' << n.shape << ' ' << n.dtype.name() << '\n';
    bool first = true;
    for (int i = 0; i < root; ++i) {
      if (!planned.at[i].fused || runs_at(i) != root) continue;
      out << (first ? "  computes on the way: " : ", ");
      name(i);
      if (i == p.kernel) out << " (in registers)";
      first = false;
    }
    if (!first) out << '\n';
    if (p.in_block) out << "  takes blocks of rows, side by side in registers\n";
    if (n.kind == node_kind::update) {
      out << "  writes the variable\n";
      return;
    }
    const placement& home = planned.at[p.home];
    out << "  writes to the workspace at " << home.offset + p.shift << " ("
        << n.shape.elements() * n.dtype.size() << " bytes)";
    if (p.in_place_of >= 0) {
      out << ", over ";
      name(p.in_place_of);
    }
    if (p.home != root) {
      out << ", where it lies in ";
      name(p.home);
    }
    out << ": ";
    why(root, p.why);
    out << '\n';
  }
  static constexpr int runs_at(int i) {
    while (planned.at[i].root != i) i = planned.at[i].root;
    return i;
  }
  constexpr void why(int i, reason r) {
    switch (r) {
    case reason::handed_out: out << "it is a result"; return;
    case reason::several_loops: out << "several loop nests read it"; return;
    case reason::read_whole:
      reader(i);
      out << " reads it as a whole";
      return;
    case reason::no_epilogue: out << "its loops take no operation behind them"; return;
    case reason::another_shape:
      reader(i);
      out << " has another shape";
      return;
    case reason::another_type:
      reader(i);
      out << " is not of one floating-point type with it";
      return;
    case reason::chain_full: out << "the chain behind it is full"; return;
    case reason::variable_moves: out << "a variable that it reads is changed before it is read"; return;
    default: out << "a later step reads the value from before"; return;
    }
  }
  constexpr void reader(int i) {
    for (int r = i + 1; r < count; ++r) {
      if (!planned.at[r].needed) continue;
      for (const int a : program.nodes[r].operands()) {
        if (a == i) return name(r);
      }
    }
  }

  /// Views, and what is written in its place already.
  constexpr void free_of_cost(int i) {
    const node& n = program.nodes[i];
    const placement& p = planned.at[i];
    if (n.kind != node_kind::apply || !p.needed || p.fused || p.steps) return;
    out << "no work: ";
    name(i);
    if (p.home == i || p.stored) {
      out << ", whose parts are written in place\n";
    } else {
      out << ", a view of ";
      name(p.home);
      out << '\n';
    }
  }
  /// Operations that another stands for.
  constexpr void shared() {
    constexpr auto all = graphs::graph_t<Program>::operations();
    for (const auto& i : all) {
      const int stands = program.of_event[i.id()];
      if (stands < 0 || !planned.at[stands].needed || program.nodes[stands].event == i.id()) continue;
      const node& n = program.nodes[stands];
      if (n.kind != node_kind::apply && n.kind != node_kind::constant) continue;
      out << "no work: " << i.op_name() << ", equal to ";
      name(stands);
      out << '\n';
    }
  }
};

template <class Program, auto Targets>
inline constexpr auto plan_text = [] {
  constexpr std::size_t size = [] {
    describer<Program, Targets> d{{}};
    d.run();
    return d.out.size;
  }();
  std::array<char, size + 1> text{};
  describer<Program, Targets> d{{text.data()}};
  d.run();
  return text;
}();

/// The plan of a graph's run; all of it is in its type.
template <class Program>
struct plan_description {
  static constexpr const auto& planned = plan_for<Program, results_of<Program>>;

  /// Loop nests that a run executes, one after the other.
  static constexpr std::size_t loop_nests() { return planned.step_count; }
  static constexpr std::size_t workspace_bytes() { return planned.workspace_bytes; }
  static constexpr std::size_t variable_bytes() { return layout_of<Program>.bytes; }

  /// Which operations are one loop nest, which values are written to memory, where and why.
  static constexpr std::string_view text() {
    constexpr const auto& written = plan_text<Program, results_of<Program>>;
    return {written.data(), written.size() - 1};
  }
  constexpr operator std::string_view() const { return text(); }
};

}  // namespace planning

/// How a graph runs: which operations share a loop nest, what is kept in memory and why, as text().
template <class Program>
constexpr planning::plan_description<Program> plan_of(graphs::graph_t<Program>) {
  return {};
}

}  // namespace xscope
