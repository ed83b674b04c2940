// SPDX-License-Identifier: BSD-3-Clause
// The nodes of a GraphDef: operations as TensorFlow's nodes, variables with the nodes that read them.
//   nodes_of(graph_records::graph_of(g).operations)
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gradients.hpp"
#include "updates.hpp"

namespace xscope::graph_defs {

using handler = void (*)(const application&);

/// What is done with operations of a type: most spell their node, some are several of TensorFlow's.
inline void write_operation(const application& a) {
  static const std::unordered_map<std::string_view, handler> several = {
      {"Conv2DBackpropInput", conv2d_input_gradient},
      {"GRU", gru},
      {"Gelu", gelu},
      {"LSTM", lstm},
      {"LogSoftmax", softmax},
      {"ProdGrad", product_gradient},
      {"Softmax", softmax},
      {"SparseSoftmaxCrossEntropyGrad", sparse_softmax_cross_entropy_gradient},
      {"SparseSoftmaxCrossEntropyWithLogits", sparse_softmax_cross_entropy},
      {"TileGrad", tile_gradient},
  };
  const auto found = several.find(a.op.type);
  if (found == several.end()) spelled(a);
  else found->second(a);
}

inline tensor_proto tensor_of(const operation& variable) {
  const std::size_t size = variable.shape.elements() * variable.dtype.size();
  return {variable.dtype, variable.shape, std::string(reinterpret_cast<const char*>(variable.values), size)};
}

/// A variable and the nodes that read it; gives the name of the last. With its values it is a constant.
inline std::string add_variable(node_maker& make, const operation& v) {
  const bool is_frozen = v.values != nullptr;
  const std::vector<std::string> beside{join("loc:@", v.name)};
  node_def& n = make.own(v.name, is_frozen ? "Const" : v.type, {});
  n.attr["dtype"] = v.dtype;
  if (is_frozen) {
    n.attr["value"] = tensor_of(v);
  } else {
    n.attr["shape"] = v.shape;
    n.attr["container"] = std::string();
    n.attr["shared_name"] = std::string(v.use_resource ? v.name : "");
    // TensorFlow says so for what the initializer makes, and thereby for the variable itself.
    if (v.use_resource || v.has_initializer_function) n.attr["_class"] = beside;
  }
  const auto read_as = [&](std::string_view name, std::string_view op, std::string from) -> node_def& {
    node_def& read = make.extra(join(v.name, name), op, {std::move(from)});
    read.attr[op == "Identity" ? "T" : "dtype"] = v.dtype;
    return read;
  };
  const std::string variable(v.name);
  if (v.use_resource) {
    const node_def& read =
        read_as("/Read/ReadVariableOp", is_frozen ? "Identity" : "ReadVariableOp", variable);
    if (v.caching_device.empty()) return read.name;
    // A resource is read where it lies; what is kept elsewhere is a copy.
    node_def& copy = read_as("/Read/Identity", "Identity", read.name);
    copy.device = v.caching_device;
    return copy.name;
  }
  node_def& read = read_as("/read", "Identity", variable);
  // TensorFlow keeps the copy where it is asked to, or else beside the variable.
  read.device = v.caching_device;
  if (v.caching_device.empty()) read.attr["_class"] = beside;
  return read.name;
}

/// A placeholder or a constant.
inline void add_leaf(node_maker& make, const operation& o) {
  node_def& n = make.own(o.name, o.type, {});
  n.attr["dtype"] = o.dtype;
  if (o.what == tracing::event_kind::placeholder) n.attr["shape"] = o.shape;
  else n.attr["value"] = tensor_of(o.dtype, o.shape, o.data, o.data_size);
}

/// Which operations are written. Of a graph all are, but for constants that only say how something is done.
/// Where variables are constants, nothing is trained: what only training needs is left out.
inline std::vector<bool> written(const std::vector<operation>& operations) {
  using enum tracing::event_kind;
  const bool is_frozen = std::any_of(operations.begin(), operations.end(),
                                     [](const operation& o) { return o.values != nullptr; });
  std::vector<bool> out(operations.size(), !is_frozen);
  for (std::size_t i = operations.size(); i-- > 0;) {
    const operation& o = operations[i];
    out[i] = out[i] || !o.is_made;
    if (!out[i]) continue;
    for (const operand& from : o.operands) out[from.operation] = true;
  }
  for (const operation& o : operations) {
    if (o.type == "ApplyMomentum") out[o.operands[4].operation] = false;  // use_nesterov is an attribute
  }
  return out;
}

/// The nodes of all operations, operands before what takes them.
inline std::vector<node_def> nodes_of(const std::vector<operation>& operations) {
  using enum tracing::event_kind;
  node_maker make(operations);
  const std::vector<bool> is_written = written(operations);
  std::vector<std::string> read(operations.size());  // how each operation's first result is taken
  for (std::size_t i = 0; i < operations.size(); ++i) {
    const operation& o = operations[i];
    if (!is_written[i]) continue;
    read[i] = std::string(o.name);
    if (o.is_variable()) {
      read[i] = add_variable(make, o);
      continue;
    }
    application a{make, o, {}};
    a.in.reserve(o.operands.size());
    bool is_frozen = false;
    for (std::size_t k = 0; k < o.operands.size(); ++k) {
      const operand& from = o.operands[k];
      const operation& maker = operations[from.operation];
      const bool is_reference = k < o.references;
      a.in.push_back({is_reference ? std::string(maker.name) : output_of(read[from.operation], from.output),
                      from.dtype, from.shape, maker.data});
      if (k > 0 || !is_reference) continue;
      is_frozen = maker.values != nullptr;
      a.takes_resource = maker.use_resource && !is_frozen;
    }
    if (o.what == group || o.what == minimize || o.what == apply_gradients) {
      make.own(o.name, "NoOp", {});
    } else if (o.what == sum_collection && a.in.empty()) {
      const dsl::number zero(0);
      node_def& n = make.own(o.name, "Const", {});
      n.attr["dtype"] = o.dtype;
      n.attr["value"] = tensor_of(o.dtype, o.shape, &zero, 1);
    } else if (o.what == placeholder || o.what == constant) {
      add_leaf(make, o);
    } else if (o.what == create_op) {
      make.own(o.name, o.type, {});
    } else if (o.changes != ops::effect::none && is_frozen) {
      assigned_value(a);
    } else if (o.changes != ops::effect::none || (o.what == apply_update && o.type.starts_with("Assign"))) {
      read[i] = assignment(a);
    } else if (o.what == apply_update) {
      optimizer_update(a);
    } else if (a.takes_resource) {
      a.node("ReadVariableOp", a.inputs()).attr["dtype"] = o.dtype;
    } else {
      write_operation(a);
    }
    std::vector<std::string> before;
    for (const std::size_t other : o.waits_for) {
      if (is_written[other]) before.emplace_back(operations[other].name);
    }
    if (!before.empty()) make.wait(o.name, std::move(before));
  }
  return std::move(make).nodes();
}

}  // namespace xscope::graph_defs
