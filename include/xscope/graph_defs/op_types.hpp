// SPDX-License-Identifier: BSD-3-Clause
// What TensorFlow's nodes have beside their operands: attributes, and constants for axes, sizes and shapes.
// An operation that is not listed has the attribute T alone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../ops/rules.hpp"
#include "node_maker.hpp"

namespace xscope::graph_defs {

/// An operation whose operands have become nodes.
struct application {
  node_maker& make;
  const operation& op;
  std::vector<result> in;
  bool takes_resource = false;  // the first operand is a resource variable's handle

  const ops::attributes& attrs() const { return op.attributes; }
  const extents& shape_of(std::size_t k) const { return in[k].shape; }

  /// The names of the operands.
  std::vector<std::string> inputs() const {
    std::vector<std::string> out;
    out.reserve(in.size());
    for (const result& r : in) out.push_back(r.node);
    return out;
  }
  std::string below(std::string_view piece) const { return join(op.name, '/', piece); }

  /// Constants behind the operands, as TensorFlow's functions name them.
  std::string integer(std::string_view name, std::int64_t value) const {
    return make.integer(below(name), value);
  }
  std::string integers(std::string_view name, const std::vector<std::int64_t>& values) const {
    return make.integers(below(name), values);
  }

  /// The operation's node.
  node_def& node(std::string_view type, std::vector<std::string> with) const {
    return make.own(op.name, type, std::move(with));
  }
  node_def& node(std::vector<std::string> with) const { return node(op.type, std::move(with)); }

  /// The one axis that it works along, as it was given, or counted from the first.
  std::int64_t axis(std::size_t rank, int otherwise = 0) const {
    return static_cast<std::int64_t>(ops::one_axis(attrs(), rank, otherwise));
  }
};

inline const data_type index_type = data_type_of<std::int32_t>;

inline std::vector<std::string> joined(std::vector<std::string> a, std::vector<std::string> b) {
  std::move(b.begin(), b.end(), std::back_inserter(a));
  return a;
}

/// The operands, and one attribute for their type.
inline node_def& with_type(const application& a, std::vector<std::string> more = {}) {
  node_def& n = a.node(joined(a.inputs(), std::move(more)));
  n.attr["T"] = a.in.empty() ? a.op.dtype : a.in[0].dtype;
  return n;
}
inline void plain(const application& a) { with_type(a); }
inline void without_attributes(const application& a) { a.node(a.inputs()); }

inline void comparison(const application& a) { with_type(a).attr["incompatible_shape_error"] = true; }
inline void cast(const application& a) {
  node_def& n = a.node(a.inputs());
  n.attr["SrcT"] = a.in[0].dtype;
  n.attr["DstT"] = a.op.dtype;
  n.attr["Truncate"] = false;
}
inline void add_n(const application& a) {
  // TensorFlow's function does not add up what is alone.
  if (a.in.size() == 1) a.node("Identity", a.inputs()).attr["T"] = a.op.dtype;
  else with_type(a).attr["N"] = static_cast<std::int64_t>(a.in.size());
}
inline void leaky_relu(const application& a) {
  with_type(a).attr["alpha"] = static_cast<float>(a.attrs().alpha);
}

inline void reduction(const application& a) {
  const std::size_t rank = a.shape_of(0).rank();
  const ops::axis_set axes = ops::axes_of(a.attrs(), rank);
  std::vector<std::int64_t> reduced;
  for (std::size_t i = 0; i < rank; ++i) {
    if (axes.in[i]) reduced.push_back(static_cast<std::int64_t>(i));
  }
  node_def& n = with_type(a, {a.integers("reduction_indices", reduced)});
  if (a.in[0].dtype.is_bool()) n.attr.erase("T");
  n.attr["Tidx"] = index_type;
  n.attr["keep_dims"] = a.attrs().keepdims;
}
inline void arg_reduction(const application& a) {
  node_def& n = with_type(a, {a.integer("dimension", a.axis(a.shape_of(0).rank()))});
  n.attr["Tidx"] = index_type;
  n.attr["output_type"] = a.op.dtype;
}

inline void matmul(const application& a) {
  node_def& n = with_type(a);
  n.attr["transpose_a"] = a.attrs().transpose_a;
  n.attr["transpose_b"] = a.attrs().transpose_b;
}
inline void batch_matmul(const application& a) {
  node_def& n = with_type(a);
  n.attr["adj_x"] = a.attrs().transpose_a;
  n.attr["adj_y"] = a.attrs().transpose_b;
}
inline void bias_add(const application& a) { with_type(a).attr["data_format"] = std::string("NHWC"); }

inline std::vector<std::int64_t> for_images(const std::size_t (&rows_and_columns)[2]) {
  return {1, static_cast<std::int64_t>(rows_and_columns[0]), static_cast<std::int64_t>(rows_and_columns[1]),
          1};
}
inline node_def& windowed(const application& a) {
  node_def& n = with_type(a);
  const ops::window_attributes& w = a.attrs().window;
  n.attr["strides"] = for_images(w.strides);
  n.attr["padding"] = std::string(w.padding == dsl::padding_kind::same ? "SAME" : "VALID");
  n.attr["data_format"] = std::string("NHWC");
  return n;
}
inline void conv2d(const application& a) {
  node_def& n = windowed(a);
  n.attr["dilations"] = for_images(a.attrs().window.dilations);
  n.attr["explicit_paddings"] = std::vector<std::int64_t>{};
  n.attr["use_cudnn_on_gpu"] = true;
}
inline void pool(const application& a) { windowed(a).attr["ksize"] = for_images(a.attrs().window.size); }

inline void reshape(const application& a) {
  with_type(a, {a.integers("shape", numbers_of(a.op.shape))}).attr["Tshape"] = index_type;
}
inline void broadcast_to(const application& a) {
  with_type(a, {a.integers("shape", numbers_of(a.op.shape))}).attr["Tidx"] = index_type;
}
inline void transpose(const application& a) {
  const std::size_t rank = a.shape_of(0).rank();
  std::vector<std::int64_t> perm(rank);
  for (std::size_t i = 0; i < rank; ++i)
    perm[i] = a.attrs().has_axis ? a.attrs().axes[i] : static_cast<std::int64_t>(rank - 1 - i);
  with_type(a, {a.integers("perm", perm)}).attr["Tperm"] = index_type;
}
inline void expand_dims(const application& a) {
  with_type(a, {a.integer("dim", a.attrs().axes[0])}).attr["Tdim"] = index_type;
}
inline void squeeze(const application& a) {
  std::vector<std::int64_t> axes(a.attrs().axes, a.attrs().axes + a.attrs().axis_count);
  with_type(a).attr["squeeze_dims"] = std::move(axes);
}
inline void concat(const application& a) {
  node_def& n = with_type(a, {a.integer("axis", a.axis(a.op.shape.rank()))});
  n.attr["N"] = static_cast<std::int64_t>(a.in.size());
  n.attr["Tidx"] = index_type;
}
inline void stack(const application& a) {
  node_def& n = with_type(a);
  n.attr["N"] = static_cast<std::int64_t>(a.in.size());
  n.attr["axis"] = a.axis(a.op.shape.rank());
}
inline void unstack(const application& a) {
  const std::int64_t axis = a.axis(a.shape_of(0).rank());
  node_def& n = with_type(a);
  n.attr["num"] = static_cast<std::int64_t>(a.shape_of(0)[static_cast<std::size_t>(axis)]);
  n.attr["axis"] = axis;
}
inline void split(const application& a) {
  node_def& n = a.node({a.integer("split_dim", a.axis(a.shape_of(0).rank())), a.in[0].node});
  n.attr["T"] = a.in[0].dtype;
  n.attr["num_split"] = static_cast<std::int64_t>(a.attrs().shape[0]);
}
inline void split_v(const application& a) {
  node_def& n = with_type(a, {a.integers("size_splits", numbers_of(a.attrs().shape)),
                              a.integer("split_dim", a.axis(a.shape_of(0).rank()))});
  n.attr["Tlen"] = index_type;
  n.attr["num_split"] = static_cast<std::int64_t>(a.attrs().shape.rank());
}
inline void slice(const application& a) {
  const ops::attributes& s = a.attrs();
  const std::vector<std::int64_t> begin(s.axes, s.axes + s.axis_count);
  with_type(a, {a.integers("begin", begin), a.integers("size", numbers_of(a.op.shape))}).attr["Index"] =
      index_type;
}
inline void pad(const application& a) {
  std::vector<std::int64_t> paddings;
  for (std::size_t i = 0; i < a.attrs().shape.rank(); ++i) {
    paddings.push_back(a.attrs().axes[i]);
    paddings.push_back(static_cast<std::int64_t>(a.attrs().shape[i]));
  }
  const extents pairs{paddings.size() / 2, 2};
  with_type(a, {a.make.constant(a.below("paddings"), node_maker::integers(paddings, pairs))})
      .attr["Tpaddings"] = index_type;
}
inline void tile(const application& a) {
  with_type(a, {a.integers("multiples", numbers_of(a.attrs().shape))}).attr["Tmultiples"] = index_type;
}
inline void gather(const application& a) {
  node_def& n = a.node(joined(a.inputs(), {a.integer("axis", a.axis(a.shape_of(0).rank()))}));
  n.attr["Tparams"] = a.in[0].dtype;
  n.attr["Tindices"] = a.in[1].dtype;
  n.attr["Taxis"] = index_type;
  n.attr["batch_dims"] = std::int64_t{0};
}
inline void one_hot(const application& a) {
  node_def& n = a.node(joined(a.inputs(), {a.integer("depth", static_cast<std::int64_t>(a.attrs().shape[0])),
                                           a.make.real(a.below("on_value"), 1, a.op.dtype),
                                           a.make.real(a.below("off_value"), 0, a.op.dtype)}));
  n.attr["T"] = a.op.dtype;
  n.attr["TI"] = a.in[0].dtype;
  const std::int64_t axis = a.axis(a.op.shape.rank(), -1);
  n.attr["axis"] = axis + 1 == static_cast<std::int64_t>(a.op.shape.rank()) ? -1 : axis;
}
/// Of the condition's operands.
inline void select(const application& a) { a.node(a.inputs()).attr["T"] = a.op.dtype; }

}  // namespace xscope::graph_defs
