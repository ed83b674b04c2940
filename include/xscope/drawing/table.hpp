// SPDX-License-Identifier: BSD-3-Clause
// Variables as a table: the tree of their scopes, each with the sum of what is in it.
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../files/stored.hpp"
#include "../graph_records/operation.hpp"
#include "terminal.hpp"

namespace xscope::drawing {

using graph_records::operation;

/// 1234567 as "1,234,567".
inline std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, 1, ',');
  return text;
}

/// The sum over some variables.
struct sizes {
  std::uint64_t parameters = 0;
  std::uint64_t bytes = 0;
  void add(const sizes& more) {
    parameters += more.parameters;
    bytes += more.bytes;
  }
};

/// The tree of scopes over variables, then the table of it.
class summary_table {
 public:
  summary_table(std::span<const operation> variables, bool boxes) : boxes_(boxes) {
    nodes_.emplace_back();
    for (const operation& v : variables) {
      fixed_ = fixed_ || !v.trainable;
      shared_ = shared_ || v.requests > 1;
      insert(v);
    }
  }

  /// Without a workspace where there is none: a negative number.
  std::string text(std::ptrdiff_t workspace_bytes) {
    line({"variable", "shape", "dtype", fixed_ ? "trainable" : "", shared_ ? "shared" : "", "parameters",
          "bytes"});
    rule();
    children(0, "");
    rule();
    total("trainable", trained_);
    total("not trainable", untrained_);
    sizes all = trained_;
    all.add(untrained_);
    total("total", all);
    if (workspace_bytes >= 0)
      line({"workspace of a run", "", "", "", "", "", grouped(static_cast<std::uint64_t>(workspace_bytes))});
    return lay_out();
  }

 private:
  static constexpr std::size_t columns = 7;
  static constexpr std::size_t first_right = 5;  // numbers stand to the right
  using cells = std::array<std::string, columns>;

  /// A scope, or what is found in one: a variable, or slices of equal shape that follow each other.
  struct node {
    std::string_view piece{};
    std::string_view last{};  // of several slices: the last one's name
    const operation* variable = nullptr;
    const operation* slice = nullptr;  // of a partitioned variable: one of its slices
    std::size_t count = 1;
    sizes sum{};
    std::vector<std::size_t> children{};
  };

  void insert(const operation& v) {
    const std::uint64_t elements = v.shape.elements();
    const sizes own{elements, elements * v.dtype.size()};
    (v.trainable ? trained_ : untrained_).add(own);
    std::size_t at = 0;
    std::size_t begin = 0;
    for (;;) {
      const std::size_t slash = v.name.find('/', begin);
      // A variable's row has its own size; what goes with it has rows below.
      const bool is_variable =
          nodes_[at].variable != nullptr || (nodes_[at].slice != nullptr && slash != std::string_view::npos);
      if (!is_variable) nodes_[at].sum.add(own);
      if (slash == std::string_view::npos) break;
      at = scope(at, v.name.substr(begin, slash - begin));
      begin = slash + 1;
    }
    const std::string_view piece = v.name.substr(begin);
    if (v.whole != nullptr) {
      nodes_[at].slice = &v;
      if (!nodes_[at].children.empty()) {
        node& before = nodes_[nodes_[at].children.back()];
        if (before.variable != nullptr && before.variable->whole != nullptr &&
            before.variable->shape == v.shape) {
          ++before.count;
          before.last = piece;
          before.sum.add(own);
          return;
        }
      }
    }
    const std::size_t leaf = child(at, piece);
    nodes_[leaf].variable = &v;
    nodes_[leaf].sum = own;
  }
  std::size_t scope(std::size_t in, std::string_view piece) {
    for (const std::size_t c : nodes_[in].children) {
      if (nodes_[c].piece == piece && nodes_[c].count == 1) return c;
    }
    return child(in, piece);
  }
  std::size_t child(std::size_t in, std::string_view piece) {
    const std::size_t made = nodes_.size();
    nodes_.emplace_back().piece = piece;
    nodes_[in].children.push_back(made);
    return made;
  }

  void children(std::size_t of, const std::string& before) {
    for (std::size_t i = 0; i < nodes_[of].children.size(); ++i) {
      const std::size_t c = nodes_[of].children[i];
      const bool is_last = i + 1 == nodes_[of].children.size();
      const bool is_branch = boxes_ && of != 0;
      row(nodes_[c], before + (is_branch ? is_last ? "└─ " : "├─ " : ""));
      children(c, before + (is_branch ? is_last ? "   " : "│  " : boxes_ ? "" : "  "));
    }
  }
  void row(const node& n, const std::string& before) {
    cells out;
    out[0] = before + std::string(n.piece);
    if (n.count > 1) out[0] += " ... " + std::string(n.last);
    if (const operation* const v = n.variable != nullptr ? n.variable : n.slice; v != nullptr) {
      out[1] = files::text_of(n.variable != nullptr ? v->shape : *v->whole);
      if (n.count > 1) out[1] = std::to_string(n.count) + (boxes_ ? " × " : " x ") + out[1];
      out[2] = v->dtype.name();
      if (fixed_) out[3] = v->local ? "no, local" : v->trainable ? "yes" : "no";
      if (v->requests > 1) out[4] = (boxes_ ? "×" : "x") + std::to_string(v->requests);
    }
    out[5] = grouped(n.sum.parameters);
    out[6] = grouped(n.sum.bytes);
    line(out);
  }
  void total(std::string_view name, const sizes& of) {
    line({std::string(name), "", "", "", "", grouped(of.parameters), grouped(of.bytes)});
  }
  void line(const cells& c) { lines_.push_back(c); }
  void rule() { lines_.emplace_back(); }

  static std::size_t width_of(std::string_view text) {
    std::size_t n = 0;
    for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return n;
  }
  std::string lay_out() const {
    std::size_t widths[columns]{};
    std::size_t whole = 0;
    for (std::size_t k = 0; k < columns; ++k) {
      for (const cells& c : lines_) widths[k] = std::max(widths[k], width_of(c[k]));
      if (widths[k] > 0) whole += widths[k] + (k > 0 ? 2 : 0);
    }
    std::string out;
    for (const cells& c : lines_) {
      if (c[0].empty()) {
        for (std::size_t i = 0; i < whole; ++i) out += boxes_ ? "─" : "-";
      }
      for (std::size_t k = 0; k < columns && !c[0].empty(); ++k) {
        if (widths[k] == 0) continue;
        const std::string blank(widths[k] - width_of(c[k]), ' ');
        if (k > 0) out += "  ";
        out += k < first_right ? c[k] + blank : blank + c[k];
      }
      out.erase(out.find_last_not_of(' ') + 1);
      out += '\n';
    }
    return out;
  }

  bool boxes_;
  bool fixed_ = false;   // whether anything is not trained
  bool shared_ = false;  // whether anything is asked for twice
  sizes trained_{};
  sizes untrained_{};
  std::vector<node> nodes_{};
  std::vector<cells> lines_{};
};

/// "w/part_0/Adam" as "w/Adam/part_0".
inline std::string slice_last(std::string_view name) {
  const std::size_t slot = name.rfind('/');
  const std::size_t slice = name.rfind('/', slot - 1);
  return std::string(name.substr(0, slice))
      .append(name.substr(slot))
      .append(name.substr(slice, slot - slice));
}

/// The table of a graph's variables; without a workspace where that is negative.
inline std::string table_of(std::vector<operation> variables, std::ptrdiff_t workspace_bytes, bool boxes) {
  std::deque<std::string> names;
  for (operation& v : variables) {
    if (v.is_slot && v.whole != nullptr) v.name = names.emplace_back(slice_last(v.name));
  }
  return summary_table(variables, boxes).text(workspace_bytes);
}

}  // namespace xscope::drawing
