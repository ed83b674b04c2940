// SPDX-License-Identifier: BSD-3-Clause
// A part of a tensor, and zeros around one. Each is the other's gradient, so they share a file.
#pragma once

#include "layout.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

/// The first of these places. Attributes: where the box begins stands in axes.
constexpr std::size_t first_inside(const extents& around, const attributes& a) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < around.rank(); ++i)
    first += static_cast<std::size_t>(a.axes[i]) * stride_of(around, i);
  return first;
}

/// Attributes: begin stands in axes, size in shape; `unknown` is all that is left.
struct slice {
  /// One piece, if only the first axis of more than one element is cut.
  static constexpr std::ptrdiff_t window(const kernel_spec& spec) {
    bool cut = false;
    for (std::size_t i = spec.out.rank(); i-- > 0;) {
      if (cut && spec.out[i] != 1) return -1;
      cut = cut || spec.out[i] != spec.in[0][i];
    }
    return static_cast<std::ptrdiff_t>(first_inside(spec.in[0], spec.attrs));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy);
  static constexpr inferred infer(operands in, const attributes& a) {
    const extents& shape = in[0].shape;
    if (a.shape.rank() != shape.rank() || a.axis_count != shape.rank())
      return wrong(diag::fault::attribute_length);
    inferred out{in[0].dtype, {}};
    for (std::size_t i = 0; i < shape.rank(); ++i) {
      const auto begin = static_cast<std::size_t>(a.axes[i]);
      if (a.axes[i] < 0 || begin > shape[i]) return wrong(diag::fault::slice_out_of_range);
      const std::size_t size = a.shape[i] == unknown ? shape[i] - begin : a.shape[i];
      if (size > shape[i] - begin) return wrong(diag::fault::slice_out_of_range);
      out.shape.push_back(size);
    }
    return out;
  }
  static void spell(speller& s) {
    integers begin;
    for (std::size_t i = 0; i < s.attrs.axis_count; ++i) begin.push_back(s.attrs.axes[i]);
    s.takes("begin", begin);
    s.takes("size", integers{s.shape});
    s.index_type("Index");
  }
  static constexpr op_info info{.type = "Slice",
                                .name = "Slice",
                                .operands = {"input", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::begin, option::size},
                                .window = window,
                                .spell = spell};
};

/// The attributes of a slice that takes `rows` of an axis, from `begin` on.
constexpr attributes rows_of(const extents& shape, std::size_t axis, std::size_t begin, std::size_t rows) {
  attributes out;
  out.has_axis = true;
  out.axis_count = shape.rank();
  // Zeros are written, too: GCC 12 takes arrays for equal template arguments if what was written to them is,
  // wherever it stands.
  for (std::size_t i = 0; i < shape.rank(); ++i) out.axes[i] = i == axis ? static_cast<int>(begin) : 0;
  out.has_shape = true;
  out.shape = shape;
  out.shape[axis] = rows;
  return out;
}

/// Attributes: what is before stands in axes, what is behind in shape.
struct pad {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (!g.wants(g.arg(n, 0))) return;
    attributes inner = g.attrs(n);
    inner.has_axis = true;
    inner.shape = g.at(g.arg(n, 0)).shape;
    g.flow(g.arg(n, 0), g.apply(slice::info, {dy}, inner));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (a.shape.rank() != in[0].shape.rank()) return wrong(diag::fault::attribute_length);
    inferred out{in[0].dtype, in[0].shape};
    for (std::size_t i = 0; i < a.shape.rank(); ++i)
      out.shape[i] =
          saturated_sum(out.shape[i], saturated_sum(static_cast<std::size_t>(a.axes[i]), a.shape[i]));
    return out;
  }
  static void spell(speller& s) {
    integers paddings;
    for (std::size_t i = 0; i < s.attrs.shape.rank(); ++i) {
      paddings.push_back(s.attrs.axes[i]);
      paddings.push_back(static_cast<std::int64_t>(s.attrs.shape[i]));
    }
    s.takes("paddings", paddings, 2);
    s.index_type("Tpaddings");
  }
  static constexpr op_info info{.type = "Pad",
                                .name = "Pad",
                                .operands = {"input", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::paddings},
                                .spell = spell};
};

constexpr void slice::gradient(gradient_builder& g, int n, int dy) {
  const int x = g.arg(n, 0);
  if (!g.wants(x)) return;
  attributes around = g.attrs(n);
  for (std::size_t i = 0; i < g.at(n).shape.rank(); ++i)
    around.shape[i] = g.at(x).shape[i] - g.at(n).shape[i] - static_cast<std::size_t>(around.axes[i]);
  g.flow(x, g.apply(pad::info, {dy}, around));
}

}  // namespace ops

/// A part of x: slice(x, begin<0, 1>, size<2, -1>), where -1 is all that is left (tf.slice).
inline constexpr dsl::op_function<ops::slice> slice{};

/// x with zeros before and behind it on each axis: pad(x, paddings<1, 1, 0, 2>) (tf.pad).
inline constexpr dsl::op_function<ops::pad> pad{};

}  // namespace xscope
