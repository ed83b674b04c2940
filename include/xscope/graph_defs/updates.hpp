// SPDX-License-Identifier: BSD-3-Clause
// Operations that change variables: TensorFlow's nodes take the variable itself, and of a resource its
// handle.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "op_types.hpp"

namespace xscope::graph_defs {

/// Assign, AssignAdd, AssignSub; gives how the new value is taken.
inline std::string assignment(const application& a) {
  const std::string type(a.op.type);
  if (!a.takes_resource) {
    node_def& n = a.node(a.inputs());
    n.attr["T"] = a.in[0].dtype;
    // Python's functions and its variables differ in what they ask for; what optimizers do is not locked.
    n.attr["use_locking"] = type == "Assign" && !a.op.is_made;
    if (type == "Assign") n.attr["validate_shape"] = true;
    return n.name;
  }
  a.node(type + "VariableOp", a.inputs()).attr["dtype"] = a.in[0].dtype;
  node_def& read = a.make.extra(a.below("ReadVariableOp"), "ReadVariableOp", {a.in[0].node});
  read.input.push_back(join('^', a.op.name));
  read.attr["dtype"] = a.in[0].dtype;
  return read.name;
}

/// What an optimizer does to a variable. The operands are the variable, its slots, scalars that belong to the
/// optimizer, hyper-parameters and the gradient, which all have the variable's type.
inline void optimizer_update(const application& a) {
  std::vector<result> in = a.in;
  const std::string type(a.op.type);
  const bool is_momentum = type == "ApplyMomentum";
  bool nesterov = false;
  if (is_momentum) {
    // TensorFlow's order is: variable, slot, learning rate, gradient, momentum; Nesterov's form is no input.
    nesterov = in[4].number != nullptr && in[4].number->real != 0;
    in = {in[0], in[1], in[2], in[5], in[3]};
  }
  std::vector<std::string> inputs;
  for (const result& each : in) {
    inputs.push_back(each.node);
    if (each.dtype == in[0].dtype) continue;
    const std::string_view scope = a.op.name.substr(0, a.op.name.rfind('/'));
    node_def& n = a.make.extra(join(scope, "/Cast"), "Cast", {each.node});
    n.attr["SrcT"] = each.dtype;
    n.attr["DstT"] = in[0].dtype;
    n.attr["Truncate"] = false;
    inputs.back() = n.name;
  }
  node_def& n = a.node(a.takes_resource ? "Resource" + type : type, std::move(inputs));
  n.attr["T"] = a.in[0].dtype;
  n.attr["use_locking"] = false;
  if (is_momentum || type == "ApplyAdam") n.attr["use_nesterov"] = nesterov;
}

/// Where variables are constants, an assignment is the value that it would give.
inline void assigned_value(const application& a) {
  if (a.op.changes == ops::effect::assign) a.node("Identity", {a.in[1].node}).attr["T"] = a.op.dtype;
  else a.node(a.op.changes == ops::effect::add ? "Add" : "Sub", a.inputs()).attr["T"] = a.op.dtype;
}

}  // namespace xscope::graph_defs
