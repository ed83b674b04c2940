// SPDX-License-Identifier: BSD-3-Clause
// A chain of elementwise operations as one loop nest: its instructions, and how its operands are walked.
// Chains that are alike are equal values, and share their code.
#pragma once

#include <cstddef>

#include "../ops/node.hpp"

namespace xscope::planning {

/// Limits of one chain; a longer one is cut in two.
inline constexpr int most_instructions = 64;
inline constexpr int most_operands = 16;

/// Where an instruction's argument comes from. (What there is none of is 0 in all of these: a mangled name
/// ends before the zeros that an array ends in, and would have several thousand characters with them.)
enum class argument_kind : unsigned char { operand, instruction, constant };

struct argument {
  argument_kind from = argument_kind::operand;
  int index = 0;
  double real = 0;  // of a constant
  long long integer = 0;
  data_type dtype{};
  friend constexpr bool operator==(const argument&, const argument&) = default;
};

struct instruction {
  bool copies = false;  // hands its argument on; there is no operation
  const ops::op_info* op = nullptr;
  data_type dtype{};
  int count = 0;
  argument args[3]{};
  int stores = 0;  // to the elements of which operand it is written besides: its number and one
  /// (GCC 12 leaves the zeros that an array ends in out of constants, and cannot compare them.)
  friend constexpr bool operator==(const instruction& a, const instruction& b) {
    bool equal = a.copies == b.copies && a.op == b.op && a.dtype == b.dtype && a.count == b.count &&
                 a.stores == b.stores;
    for (int k = 0; equal && k < a.count; ++k) equal = a.args[k] == b.args[k];
    return equal;
  }
};

/// The loop nest: sizes, outermost first, and each operand's stride in each loop (0: repeated).
struct fused_spec {
  int instructions = 0;
  int operands = 0;
  instruction list[most_instructions]{};
  data_type dtypes[most_operands]{};
  data_type result{};
  std::size_t rank = 0;
  std::size_t size[max_rank]{};
  std::size_t stride[most_operands][max_rank]{};
  friend constexpr bool operator==(const fused_spec& a, const fused_spec& b) {
    if (a.instructions != b.instructions || a.operands != b.operands || !(a.result == b.result) ||
        a.rank != b.rank)
      return false;
    for (int i = 0; i < a.instructions; ++i) {
      if (!(a.list[i] == b.list[i])) return false;
    }
    for (int k = 0; k < a.operands; ++k) {
      if (!(a.dtypes[k] == b.dtypes[k])) return false;
      for (std::size_t r = 0; r < a.rank; ++r) {
        if (a.stride[k][r] != b.stride[k][r]) return false;
      }
    }
    for (std::size_t r = 0; r < a.rank; ++r) {
      if (a.size[r] != b.size[r]) return false;
    }
    return true;
  }
};

/// Fills in the loops for a result of that shape: neighbouring dimensions that all operands walk alike are
/// one.
constexpr void make_loops(fused_spec& spec, const extents& shape, const extents* operand_shapes) {
  std::size_t strides[most_operands][max_rank]{};
  for (int k = 0; k < spec.operands; ++k) {
    const extents& own = operand_shapes[k];
    std::size_t stride = 1;
    for (std::size_t i = own.rank(); i-- > 0;) {
      const std::size_t axis = i + shape.rank() - own.rank();
      strides[k][axis] = own[i] == 1 ? 0 : stride;
      stride *= own[i];
    }
  }
  spec.rank = 0;
  for (std::size_t axis = 0; axis < shape.rank(); ++axis) {
    if (shape[axis] == 1) continue;
    bool joins = spec.rank > 0;
    for (int k = 0; joins && k < spec.operands; ++k) {
      joins = spec.stride[k][spec.rank - 1] == strides[k][axis] * shape[axis];
    }
    if (!joins) {
      spec.size[spec.rank++] = shape[axis];
    } else {
      spec.size[spec.rank - 1] *= shape[axis];
    }
    for (int k = 0; k < spec.operands; ++k) spec.stride[k][spec.rank - 1] = strides[k][axis];
  }
}

}  // namespace xscope::planning
