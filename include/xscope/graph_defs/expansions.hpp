// SPDX-License-Identifier: BSD-3-Clause
// Operations that TensorFlow's nodes do only together: the last node has the operation's name, the others lie
// in a scope of that name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../ops/recurrent.hpp"
#include "op_types.hpp"

namespace xscope::graph_defs {

/// Nodes below an operation's name; all of one element type.
class expansion {
 public:
  explicit expansion(const application& a) : make_(a.make), type_(a.op.dtype), scope_(a.below("")) {}
  expansion(const expansion& around, std::string_view scope)
      : make_(around.make_), type_(around.type_), scope_(join(around.scope_, scope, '/')) {}

  node_def& node(std::string_view op, std::vector<std::string> in) const {
    node_def& n = make_.extra(join(scope_, op), op, std::move(in));
    n.attr["T"] = type_;
    return n;
  }
  std::string operator()(std::string_view op, std::vector<std::string> in) const {
    return node(op, std::move(in)).name;
  }
  std::string constant(std::string_view name, double value) const {
    return make_.real(join(scope_, name), value, type_);
  }
  std::string reshape(std::string from, const extents& to) const {
    std::string shape = make_.integers(join(scope_, "Reshape/shape"), numbers_of(to));
    node_def& n = node("Reshape", {std::move(from), std::move(shape)});
    n.attr["Tshape"] = index_type;
    return n.name;
  }
  std::string transpose(std::string from, const std::vector<std::int64_t>& perm) const {
    std::string constant = make_.integers(join(scope_, "transpose/perm"), perm);
    node_def& n = node("Transpose", {std::move(from), std::move(constant)});
    n.attr["Tperm"] = index_type;
    return n.name;
  }
  std::string matmul(std::string x, std::string y) const {
    node_def& n = node("MatMul", {std::move(x), std::move(y)});
    n.attr["transpose_a"] = false;
    n.attr["transpose_b"] = false;
    return n.name;
  }
  std::string bias_add(std::string x, std::string bias) const {
    node_def& n = node("BiasAdd", {std::move(x), std::move(bias)});
    n.attr["data_format"] = std::string("NHWC");
    return n.name;
  }
  /// Its results: along the axis, which disappears.
  std::vector<std::string> unstack(std::string from, std::size_t count, std::int64_t axis) const {
    node_def& n = node("Unpack", {std::move(from)});
    n.attr["num"] = static_cast<std::int64_t>(count);
    n.attr["axis"] = axis;
    return outputs(n.name, count);
  }
  std::vector<std::string> split(std::string from, std::size_t count, std::int64_t axis) const {
    std::string along = make_.integer(join(scope_, "split_dim"), axis);
    node_def& n = node("Split", {std::move(along), std::move(from)});
    n.attr["num_split"] = static_cast<std::int64_t>(count);
    return outputs(n.name, count);
  }
  std::string stack(std::vector<std::string> values, std::int64_t axis) const {
    const auto count = static_cast<std::int64_t>(values.size());
    node_def& n = node("Pack", std::move(values));
    n.attr["N"] = count;
    n.attr["axis"] = axis;
    return n.name;
  }

 private:
  static std::vector<std::string> outputs(std::string_view name, std::size_t count) {
    std::vector<std::string> out;
    out.reserve(count);
    for (std::size_t k = 0; k < count; ++k) out.push_back(output_of(name, k));
    return out;
  }

  node_maker& make_;
  data_type type_{};
  std::string scope_;
};

/// What others have made, in the operation's shape and under its name.
inline void finish_in_shape(const application& a, std::string value) {
  node_def& n = a.node("Reshape", {std::move(value), a.integers("shape", numbers_of(a.op.shape))});
  n.attr["T"] = a.op.dtype;
  n.attr["Tshape"] = index_type;
}

/// x / 2 * (1 + erf(x / sqrt(2))), as tf.nn.gelu has it.
inline void gelu(const application& a) {
  const expansion e(a);
  const std::string& x = a.in[0].node;
  const std::string erf = e("Erf", {e("RealDiv", {x, e.constant("sqrt2", 1.4142135623730951)})});
  const std::string twice = e("Add", {erf, e.constant("one", 1)});
  const std::string half = e("Mul", {x, e.constant("half", 0.5)});
  a.node("Mul", {half, twice}).attr["T"] = a.op.dtype;
}

/// TensorFlow's softmax is over the last axis: another one is put there and back.
inline void softmax(const application& a) {
  const std::size_t rank = a.op.shape.rank();
  const auto axis = static_cast<std::size_t>(a.axis(rank, -1));
  if (axis + 1 == rank) {
    spelled(a);
    return;
  }
  std::vector<std::int64_t> swapped(rank);
  for (std::size_t i = 0; i < rank; ++i)
    swapped[i] = static_cast<std::int64_t>(i == axis ? rank - 1 : i + 1 == rank ? axis : i);
  const expansion e(a);
  std::string there = e(a.op.type, {e.transpose(a.in[0].node, swapped)});
  node_def& n = a.node("Transpose", {std::move(there), a.integers("perm", swapped)});
  n.attr["T"] = a.op.dtype;
  n.attr["Tperm"] = index_type;
}

/// TensorFlow's operation takes the logits first, and takes rows.
inline void sparse_softmax_cross_entropy(const application& a) {
  const extents& logits = a.shape_of(1);
  const auto typed = [&](node_def& n) {
    n.attr["T"] = a.in[1].dtype;
    n.attr["Tlabels"] = a.in[0].dtype;
  };
  if (logits.rank() == 2) {
    typed(a.node({a.in[1].node, a.in[0].node}));
    return;
  }
  const expansion e(a);
  const extents rows{a.op.shape.elements(), logits.back()};
  const std::string flat_logits = e.reshape(a.in[1].node, rows);
  const std::string shape = a.make.integers(a.below("labels/shape"), {numbers_of(rows)[0]});
  node_def& labels = a.make.extra(a.below("labels"), "Reshape", {a.in[0].node, shape});
  labels.attr["T"] = a.in[0].dtype;
  labels.attr["Tshape"] = index_type;
  const std::string flat_labels = labels.name;
  node_def& losses = e.node(a.op.type, {flat_logits, flat_labels});
  typed(losses);
  finish_in_shape(a, losses.name);
}

/// The parts that recurrent layers have in common: the inputs' product for all steps at once, then the steps
/// one by one.
struct recurrence_nodes {
  expansion e;
  ops::recurrent_size size;
  std::vector<std::string> inputs{};  // of each step: the products of its inputs

  explicit recurrence_nodes(const application& a)
      : e(a), size(ops::recurrent_size_of(a.shape_of(0), a.shape_of(2))) {}

  extents state_shape() const { return extents{size.batch, size.units}; }
  /// The products of the inputs with the kernel, to which the bias is added; one result for each step.
  void multiply_inputs(const application& a, std::string bias) {
    if (size.time == 0) return;
    const std::size_t row = size.gates * size.units;
    const std::string all =
        e.matmul(e.reshape(a.in[0].node, extents{size.batch * size.time, size.features}), a.in[1].node);
    inputs = e.unstack(e.reshape(e.bias_add(all, std::move(bias)), extents{size.batch, size.time, row}),
                       size.time, 1);
  }
  /// The outputs of all steps, or the last one's, as [batch, time, units] or [batch, units].
  std::string outputs(const application& a, std::vector<std::string> h) const {
    if (!a.attrs().sequences) return h.back();
    h.erase(h.begin());  // the state before the first step
    return e.stack(std::move(h), 1);
  }
};

/// A GRU without steps has no outputs, which are a constant then.
inline bool finished_without_steps(const application& a, const ops::recurrent_size& size) {
  if (size.time != 0 || !a.attrs().sequences || a.attrs().state) return false;
  node_def& n = a.node("Const", {});
  n.attr["dtype"] = a.op.dtype;
  n.attr["value"] = tensor_proto{a.op.dtype, a.op.shape, {}};
  return true;
}

inline void gru(const application& a) {
  recurrence_nodes r(a);
  if (finished_without_steps(a, r.size)) return;
  const std::vector<std::string> bias =
      r.e.unstack(r.e.reshape(a.in[3].node, extents{2, r.size.gates * r.size.units}), 2, 0);
  r.multiply_inputs(a, bias[0]);
  std::vector<std::string> h{r.e.reshape(a.in[4].node, r.state_shape())};
  for (std::size_t t = 0; t < r.size.time; ++t) {
    const expansion e(r.e, join("step_", t));
    const auto x = e.split(r.inputs[t], 3, 1);
    const auto s = e.split(e.bias_add(e.matmul(h.back(), a.in[2].node), bias[1]), 3, 1);
    const std::string z = e("Sigmoid", {e("Add", {x[0], s[0]})});
    const std::string reset = e("Sigmoid", {e("Add", {x[1], s[1]})});
    const std::string n = e("Tanh", {e("Add", {x[2], e("Mul", {reset, s[2]})})});
    h.push_back(e("Add", {n, e("Mul", {z, e("Sub", {h.back(), n})})}));
  }
  finish_in_shape(a, r.outputs(a, std::move(h)));
}

inline void lstm(const application& a) {
  recurrence_nodes r(a);
  if (finished_without_steps(a, r.size)) return;
  r.multiply_inputs(a, a.in[3].node);
  std::vector<std::string> h{r.e.reshape(a.in[4].node, r.state_shape())};
  std::string c = r.e.reshape(a.in[5].node, r.state_shape());
  for (std::size_t t = 0; t < r.size.time; ++t) {
    const expansion e(r.e, join("step_", t));
    const auto gate = e.split(e("Add", {r.inputs[t], e.matmul(h.back(), a.in[2].node)}), 4, 1);
    const std::string in = e("Mul", {e("Sigmoid", {gate[0]}), e("Tanh", {gate[2]})});
    c = e("Add", {e("Mul", {e("Sigmoid", {gate[1]}), c}), in});
    h.push_back(e("Mul", {e("Sigmoid", {gate[3]}), e("Tanh", {c})}));
  }
  if (!a.attrs().state) return finish_in_shape(a, r.outputs(a, std::move(h)));
  // One row: the outputs, and behind them c.
  const std::size_t states = r.state_shape().elements();
  const extents outputs{a.op.shape.elements() - states};
  std::string last_c = r.e.reshape(std::move(c), extents{states});
  std::vector<std::string> parts;
  if (outputs[0] > 0) parts.push_back(r.e.reshape(r.outputs(a, std::move(h)), outputs));
  if (parts.empty()) return finish_in_shape(a, std::move(last_c));
  parts.push_back(std::move(last_c));
  parts.push_back(a.integer("axis", 0));
  node_def& n = a.node("ConcatV2", std::move(parts));
  n.attr["T"] = a.op.dtype;
  n.attr["N"] = std::int64_t{2};
  n.attr["Tidx"] = index_type;
}

}  // namespace xscope::graph_defs
