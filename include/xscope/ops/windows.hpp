// SPDX-License-Identifier: BSD-3-Clause
// Windows that move over images [batch, rows, columns, channels]: where each one stands, and which part of it
// lies inside of the image. What lies outside is never read: loops are clipped.
#pragma once

#include <cstddef>

#include "spelling.hpp"

namespace xscope::ops {

struct tap_range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A window along one axis: tap k of the window at place o stands at o * stride + k * dilation - before.
struct window_axis {
  std::size_t in = 0;
  std::size_t out = 0;
  std::size_t taps = 1;
  std::size_t stride = 1;
  std::size_t dilation = 1;
  std::size_t before = 0;

  /// The taps of the window at place o that stand in the image.
  constexpr tap_range taps_at(std::size_t o) const {
    const std::size_t from = o * stride;
    const std::size_t end = in + before;
    const std::size_t first = from >= before ? 0 : (before - from + dilation - 1) / dilation;
    const std::size_t last = from >= end ? 0 : (end - from + dilation - 1) / dilation;
    return {first < taps ? first : taps, last < taps ? last : taps};
  }
  /// The places at which tap k stands in the image.
  constexpr tap_range places_of(std::size_t k) const {
    const std::size_t from = k * dilation;
    const std::size_t end = in + before;
    const std::size_t first = from >= before ? 0 : (before - from + stride - 1) / stride;
    const std::size_t last = from >= end ? 0 : (end - from + stride - 1) / stride;
    return {first < out ? first : out, last < out ? last : out};
  }
  /// The places whose windows, without dilation, element i stands in.
  constexpr tap_range windows_of(std::size_t i) const {
    const std::size_t at = i + before;
    const std::size_t last = at / stride + 1;
    return {at < taps ? 0 : (at - taps) / stride + 1, last < out ? last : out};
  }
};

/// TensorFlow's rule: SAME has a window for each `stride` elements, and less padding before than behind.
constexpr window_axis place_windows(std::size_t in, std::size_t taps, std::size_t stride,
                                    std::size_t dilation, dsl::padding_kind padding) {
  window_axis w{in, 0, taps, stride, dilation, 0};
  const std::size_t extent = taps == 0 ? 0 : saturated_sum(saturated_product(taps - 1, dilation), 1);
  if (padding == dsl::padding_kind::same) {
    w.out = in == 0 ? 0 : (in - 1) / stride + 1;
    const std::size_t needed = w.out == 0 ? 0 : saturated_sum((w.out - 1) * stride, extent);
    w.before = needed > in ? (needed - in) / 2 : 0;
  } else if (in >= extent) {
    w.out = (in - extent) / stride + 1;
  }
  return w;
}

/// Windows over images: rows, and columns.
struct windows {
  std::size_t images = 0;
  window_axis rows{};
  window_axis columns{};
};
constexpr windows windows_over(const extents& images, const window_attributes& a, std::size_t rows,
                               std::size_t columns) {
  return {images[0], place_windows(images[1], rows, a.strides[0], a.dilations[0], a.padding),
          place_windows(images[2], columns, a.strides[1], a.dilations[1], a.padding)};
}
/// The same, of the size that the attributes give: a pooling's.
constexpr windows pools_over(const extents& images, const window_attributes& a) {
  return windows_over(images, a, a.size[0], a.size[1]);
}

/// What is wrong with the attributes and the images, whatever the window is for.
constexpr inferred window_result(const operand& images, const attributes& a, std::size_t rows,
                                 std::size_t columns, std::size_t channels) {
  if (!a.window.ok) return wrong(diag::fault::window_numbers);
  const windows w = windows_over(images.shape, a.window, rows, columns);
  if ((w.rows.out == 0 && w.rows.in != 0) || (w.columns.out == 0 && w.columns.in != 0))
    return wrong(diag::fault::window_too_large);
  return {images.dtype, extents{images.shape[0], w.rows.out, w.columns.out, channels}};
}

/// The shape rule of poolings.
constexpr inferred pooled(operands in, const attributes& a) {
  if (in[0].shape.rank() != 4) return wrong(diag::fault::rank_not_allowed);
  if (a.window.size[0] == 0) return wrong(diag::fault::window_numbers);
  return window_result(in[0], a, a.window.size[0], a.window.size[1], in[0].shape[3]);
}

/// Rows and columns for all four axes of images.
constexpr integers for_images(const std::size_t (&rows_and_columns)[2]) {
  return integers{extents{1, rows_and_columns[0], rows_and_columns[1], 1}};
}
/// What all nodes with windows have.
inline void spell_windows(speller& s) {
  const window_attributes& w = s.attrs.window;
  s.list("strides", for_images(w.strides));
  s.text("padding", w.padding == dsl::padding_kind::same ? "SAME" : "VALID");
  s.text("data_format", "NHWC");
}
inline void spell_pool(speller& s) {
  spell_windows(s);
  s.list("ksize", for_images(s.attrs.window.size));
}

}  // namespace xscope::ops
