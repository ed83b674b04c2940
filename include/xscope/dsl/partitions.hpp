// SPDX-License-Identifier: BSD-3-Clause
// Partitioned variables: partitioners, the variable as a whole, and what a slice knows of it.
//   get_variable<"w", shape<1000, 64>, partitioner<fixed_size_partitioner<4>>>
#pragma once

#include <array>

#include "../diag/raise.hpp"
#include "../lists/list.hpp"
#include "leaves.hpp"

namespace xscope {

/// What a partition_info, or a partitioner, refuses (TensorFlow: ValueError). Not of the standard library's
/// exceptions, whose headers would cost every program a third of a second.
struct invalid_partition {
  const char* text;
  constexpr explicit invalid_partition(const char* why) : text(why) {}
  constexpr const char* what() const { return text; }
};

namespace dsl {

constexpr std::size_t least(std::size_t a, std::size_t b) { return a < b ? a : b; }
constexpr std::size_t at_least_1(std::size_t a) { return a == 0 ? 1 : a; }

template <std::size_t N>
using sizes = std::array<std::size_t, N>;

template <std::size_t N>
constexpr sizes<N> along(std::size_t axis, std::size_t parts) {
  sizes<N> out{};
  for (std::size_t& n : out) n = 1;
  if (axis >= N) diag::raise<invalid_partition>("a partitioner's axis is not below the variable's rank");
  out[axis] = parts;
  return out;
}
template <std::size_t N>
constexpr std::size_t elements(const sizes<N>& shape) {
  std::size_t n = 1;
  for (const std::size_t d : shape) n *= d;
  return n;
}
constexpr std::size_t bytes_of(data_type type, std::size_t per_string) {
  return type == data_type{data_type::code::string} ? per_string : type.size();
}

template <std::size_t Shards, std::size_t Axis>
struct fixed_size {
  static constexpr std::size_t axis = Axis;
  template <std::size_t N>
  constexpr sizes<N> operator()(const sizes<N>& shape, data_type) const {
    return along<N>(Axis, Axis < N ? least(Shards, shape[Axis]) : 0);
  }
};

template <std::size_t MaxShardBytes, std::size_t Axis, std::size_t BytesPerString, std::size_t MaxShards>
struct variable_axis_size {
  static constexpr std::size_t axis = Axis;
  static_assert(MaxShardBytes >= 1 && BytesPerString >= 1,
                "variable_axis_size_partitioner: byte counts must be at least 1");
  template <std::size_t N>
  constexpr sizes<N> operator()(const sizes<N>& shape, data_type type) const {
    if (Axis >= N) return along<N>(Axis, 0);
    const std::size_t row = elements(shape) / at_least_1(shape[Axis]) * bytes_of(type, BytesPerString);
    const std::size_t rows = at_least_1(MaxShardBytes / at_least_1(row));
    const std::size_t shards = (shape[Axis] + rows - 1) / rows;
    return along<N>(Axis, MaxShards == 0 ? shards : least(MaxShards, shards));
  }
};

template <std::size_t MaxPartitions, std::size_t Axis, std::size_t MinSliceSize, std::size_t BytesPerString>
struct min_max {
  static constexpr std::size_t axis = Axis;
  template <std::size_t N>
  constexpr sizes<N> operator()(const sizes<N>& shape, data_type type) const {
    if (Axis >= N) return along<N>(Axis, 0);
    const std::size_t bytes = elements(shape) * bytes_of(type, BytesPerString);
    const std::size_t slices = (bytes + MinSliceSize - 1) / MinSliceSize;
    return along<N>(Axis, at_least_1(least(shape[Axis], least(MaxPartitions, slices))));
  }
};

template <class Partitioned>
struct as_tensor_t : statement {
  static constexpr kind statement_kind = kind::as_tensor;
  using variable = Partitioned;
};

/// A variable that is stored in slices along an axis; as an operand it is the tensor that they make together.
template <std::size_t Id, class Spec, std::size_t Axis, class... Slices>
struct partitioned_handle;
template <std::size_t Id, class T, std::size_t... D, std::size_t Axis, class... Slices>
struct partitioned_handle<Id, tensor_spec<T, D...>, Axis, Slices...> : tensor_spec<T, D...>,
                                                                       members<Slices...> {
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::partitioned;
  static constexpr std::size_t axis = Axis;
  using slices = lists::list<Slices...>;

  /// The whole as one tensor: the slices, concatenated.
  static constexpr as_tensor_t<partitioned_handle> as_tensor() { return {}; }
};

}  // namespace dsl

/// As many shards along the axis, or as many as it has rows (tf.fixed_size_partitioner).
template <std::size_t Shards, std::size_t Axis = 0>
inline constexpr dsl::fixed_size<Shards, Axis> fixed_size_partitioner{};

/// Shards along the axis of at most so many bytes (tf.variable_axis_size_partitioner); MaxShards 0: no limit.
template <std::size_t MaxShardBytes, std::size_t Axis = 0, std::size_t BytesPerStringElement = 16,
          std::size_t MaxShards = 0>
inline constexpr dsl::variable_axis_size<MaxShardBytes, Axis, BytesPerStringElement, MaxShards>
    variable_axis_size_partitioner{};

/// At most so many partitions along the axis, none below so many bytes (tf.min_max_variable_partitioner).
template <std::size_t MaxPartitions = 1, std::size_t Axis = 0,
          std::size_t MinSliceSize = std::size_t{256} << 10, std::size_t BytesPerStringElement = 16>
inline constexpr dsl::min_max<MaxPartitions, Axis, MinSliceSize, BytesPerStringElement>
    min_max_variable_partitioner{};

/// What a slice's initializer is told (tf: _PartitionInfo): the shape of the whole, and where the slice
/// begins. What does not fit throws invalid_partition.
template <std::size_t N>
class partition_info {
 public:
  template <std::size_t M>
  constexpr partition_info(const std::array<std::size_t, N>& full_shape,
                           const std::array<std::size_t, M>& var_offset)
      : full_shape_(full_shape) {
    if (M != N) diag::raise<invalid_partition>("expected an offset of the rank of the full shape");
    for (std::size_t i = 0; i < N && i < M; ++i) {
      var_offset_[i] = var_offset[i];
      if (var_offset[i] >= full_shape[i]) diag::raise<invalid_partition>("expected 0 <= offset < shape");
    }
  }

  constexpr const std::array<std::size_t, N>& full_shape() const { return full_shape_; }
  constexpr const std::array<std::size_t, N>& var_offset() const { return var_offset_; }

  /// The axis along which a slice of that shape is one; N where it is the whole.
  template <std::size_t M>
  constexpr std::size_t single_slice_dim(const std::array<std::size_t, M>& shape) const {
    if (M != N) diag::raise<invalid_partition>("expected a shape of the rank of the full shape");
    std::size_t axis = N;
    for (std::size_t i = 0; i < N && i < M; ++i) {
      if (var_offset_[i] + shape[i] > full_shape_[i]) {
        diag::raise<invalid_partition>("the slice does not lie within the full shape");
      }
      if (shape[i] == full_shape_[i]) continue;
      if (axis != N) diag::raise<invalid_partition>("the slice is one along more than one axis");
      axis = i;
    }
    return axis;
  }
  /// Where the slice begins along its axis; 0 where it is the whole.
  template <std::size_t M>
  constexpr std::size_t single_offset(const std::array<std::size_t, M>& shape) const {
    const std::size_t axis = single_slice_dim(shape);
    return axis == N ? 0 : var_offset_[axis];
  }

 private:
  std::array<std::size_t, N> full_shape_;
  std::array<std::size_t, N> var_offset_{};
};
template <std::size_t N, std::size_t M>
partition_info(const std::array<std::size_t, N>&, const std::array<std::size_t, M>&) -> partition_info<N>;

}  // namespace xscope

template <std::size_t Id, class Spec, std::size_t Axis, class... Slices>
  requires(sizeof...(Slices) > xscope::dsl::most_members)
struct std::tuple_size<xscope::dsl::partitioned_handle<Id, Spec, Axis, Slices...>>
    : std::integral_constant<std::size_t, sizeof...(Slices)> {};
template <std::size_t I, std::size_t Id, class Spec, std::size_t Axis, class... Slices>
struct std::tuple_element<I, xscope::dsl::partitioned_handle<Id, Spec, Axis, Slices...>> {
  using type = xscope::lists::at<xscope::lists::list<Slices...>, I>;
};
