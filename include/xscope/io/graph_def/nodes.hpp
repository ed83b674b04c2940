// SPDX-License-Identifier: BSD-3-Clause
// The nodes of a GraphDef: operations as TensorFlow's nodes, variables with the nodes that read them.
//   nodes_of(operations_of(g))
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "expansions.hpp"

namespace xscope::graph_defs {

using handler = void (*)(const application&);

/// What is done with operations of a type.
inline handler handler_of(std::string_view type) {
  static const std::unordered_map<std::string_view, handler> known = {
      {"AddN", add_n},
      {"All", reduction},
      {"Any", reduction},
      {"ArgMax", arg_reduction},
      {"ArgMin", arg_reduction},
      {"AvgPool", pool},
      {"BatchMatMulV2", batch_matmul},
      {"BiasAdd", bias_add},
      {"BroadcastTo", broadcast_to},
      {"Cast", cast},
      {"ConcatV2", concat},
      {"Conv2D", conv2d},
      {"Equal", comparison},
      {"ExpandDims", expand_dims},
      {"GRU", gru},
      {"GatherV2", gather},
      {"Gelu", gelu},
      {"LSTM", lstm},
      {"LeakyRelu", leaky_relu},
      {"LogSoftmax", softmax},
      {"LogicalAnd", without_attributes},
      {"LogicalNot", without_attributes},
      {"LogicalOr", without_attributes},
      {"MatMul", matmul},
      {"Max", reduction},
      {"MaxPool", pool},
      {"Mean", reduction},
      {"Min", reduction},
      {"NotEqual", comparison},
      {"OneHot", one_hot},
      {"Pack", stack},
      {"Pad", pad},
      {"Prod", reduction},
      {"Reshape", reshape},
      {"Select", select},
      {"SelectV2", select},
      {"Slice", slice},
      {"Softmax", softmax},
      {"SparseSoftmaxCrossEntropyWithLogits", sparse_softmax_cross_entropy},
      {"Split", split},
      {"SplitV", split_v},
      {"Squeeze", squeeze},
      {"Sum", reduction},
      {"Tile", tile},
      {"Transpose", transpose},
      {"Unpack", unstack},
  };
  const auto found = known.find(type);
  return found == known.end() ? plain : found->second;
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

/// Something that has no operands, or whose operands have no part in what it is.
inline void add_leaf(node_maker& make, const operation& o, std::vector<std::string> control) {
  node_def& n = make.own(o.name, o.type, std::move(control));
  if (o.type != "NoOp") n.attr["dtype"] = o.dtype;
  if (o.what == tracing::event_kind::placeholder) n.attr["shape"] = o.shape;
  if (o.what == tracing::event_kind::constant)
    n.attr["value"] = tensor_of(o.dtype, o.shape, o.data, o.data_size);
}

/// The nodes of all operations, operands before what takes them.
inline std::vector<node_def> nodes_of(const std::vector<operation>& operations) {
  using enum tracing::event_kind;
  node_maker make(operations);
  std::vector<std::string> read(operations.size());  // how each operation's first result is taken
  for (std::size_t i = 0; i < operations.size(); ++i) {
    const operation& o = operations[i];
    read[i] = std::string(o.name);
    if (o.is_variable()) {
      read[i] = add_variable(make, o);
      continue;
    }
    application a{make, o, {}};
    a.in.reserve(o.operands.size());
    for (const operand_source& from : o.operands)
      a.in.push_back({output_of(read[from.operation], from.output), from.dtype, from.shape});
    if (o.what == minimize) {
      // A training step has no result; it comes after its loss.
      std::vector<std::string> control;
      control.reserve(o.operands.size());
      for (const operand_source& from : o.operands)
        control.push_back(join('^', operations[from.operation].name));
      add_leaf(make, o, std::move(control));
    } else if (o.what == sum_collection && a.in.empty()) {
      const dsl::number zero(0);
      node_def& n = make.own(o.name, "Const", {});
      n.attr["dtype"] = o.dtype;
      n.attr["value"] = tensor_of(o.dtype, o.shape, &zero, 1);
    } else if (o.what == placeholder || o.what == constant) {
      add_leaf(make, o, {});
    } else if (o.what == create_op) {
      make.own(o.name, o.type, {});
    } else {
      handler_of(o.type)(a);
    }
  }
  return std::move(make).nodes();
}

}  // namespace xscope::graph_defs
