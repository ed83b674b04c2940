// SPDX-License-Identifier: BSD-3-Clause
// Nodes being made out of operations: names that are free, constants, references to results.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "../files/convert.hpp"
#include "../graph_records/operation.hpp"
#include "node_def.hpp"

namespace xscope::graph_defs {

using files::join;
using graph_records::operand;
using graph_records::operation;

/// A result as others take it: what a node's input says, and what it is.
struct result {
  std::string node{};
  data_type dtype{};
  extents shape{};
  const dsl::number* number = nullptr;  // of a constant: its first element
};

/// The k-th result of a node.
inline std::string output_of(std::string_view node, std::size_t k) {
  return k == 0 ? std::string(node) : join(node, ':', k);
}

/// Elements of one type, each a number.
inline tensor_proto tensor_of(data_type type, const extents& shape, const dsl::number* data,
                              std::size_t count) {
  tensor_proto out{type, shape, {}};
  const std::size_t all = shape.elements();
  out.content.resize(all * type.size());
  for (std::size_t i = 0; i < all && count > 0; ++i) {
    // One number fills the tensor; of several the last one does what they leave.
    const dsl::number& n = data[i < count ? i : count - 1];
    const bool is_signed = !type.name().starts_with("uint");
    const files::number as_number = type.is_floating() ? files::real(n.real)
                                    : is_signed        ? files::integer(n.integer)
                                                : files::integer(static_cast<std::uint64_t>(n.integer));
    files::store(as_number, type, reinterpret_cast<std::byte*>(out.content.data()) + i * type.size());
  }
  return out;
}

/// The nodes of a graph as far as they are made.
class node_maker {
 public:
  /// The names of a graph's operations are taken from the first: nodes that are put in go around them.
  explicit node_maker(const std::vector<operation>& operations) {
    for (const operation& o : operations) taken_.insert(lower(o.name));
  }

  /// A node with one of those names.
  node_def& own(std::string_view name, std::string_view op, std::vector<std::string> input) {
    return nodes_.emplace_back(node_def{std::string(name), std::string(op), std::move(input)});
  }
  /// A node of which the graph knows nothing; its name is the wanted one, or that one with a number.
  node_def& extra(const std::string& wanted, std::string_view op, std::vector<std::string> input) {
    return own(free_name(wanted), op, std::move(input));
  }

  /// A constant; gives its name.
  std::string constant(const std::string& wanted, tensor_proto value) {
    node_def& n = extra(wanted, "Const", {});
    n.attr["dtype"] = value.type;
    n.attr["value"] = std::move(value);
    return n.name;
  }
  /// Sizes and axes, as TensorFlow's Python gives them: int32.
  std::string integer(const std::string& wanted, std::int64_t value) {
    return constant(wanted, integers({value}, extents{}));
  }
  std::string integers(const std::string& wanted, const std::vector<std::int64_t>& values) {
    return constant(wanted, integers(values, extents{values.size()}));
  }
  static tensor_proto integers(const std::vector<std::int64_t>& values, const extents& shape) {
    const std::vector<dsl::number> numbers(values.begin(), values.end());
    return tensor_of(data_type_of<std::int32_t>, shape, numbers.data(), numbers.size());
  }
  std::string real(const std::string& wanted, double value, data_type type) {
    const dsl::number n(value);
    return constant(wanted, tensor_of(type, {}, &n, 1));
  }

  /// The node that was made last.
  node_def& last() { return nodes_.back(); }
  /// Nodes that have run before another one does.
  void wait(std::string_view name, std::vector<std::string> before) {
    std::sort(before.begin(), before.end());
    for (std::size_t i = nodes_.size(); i-- > 0;) {
      if (nodes_[i].name != name) continue;
      for (const std::string& each : before) nodes_[i].input.push_back(join('^', each));
      return;
    }
  }

  std::vector<node_def> nodes() && { return std::move(nodes_); }

 private:
  /// TensorFlow's names are unique whatever their case.
  static std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
  }
  std::string free_name(const std::string& wanted) {
    std::string name = wanted;
    for (int i = 1; !taken_.insert(lower(name)).second; ++i) name = join(wanted, '_', i);
    return name;
  }

  std::vector<node_def> nodes_;
  std::unordered_set<std::string> taken_;
};

inline std::vector<std::int64_t> numbers_of(const extents& shape) { return {shape.begin(), shape.end()}; }

}  // namespace xscope::graph_defs
