// SPDX-License-Identifier: BSD-3-Clause
// TensorFlow's NodeDef and AttrValue as plain values: a node of a GraphDef before it is written in a format.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"

namespace xscope::graph_defs {

/// TensorFlow's DataType.
struct type_code {
  int number;
  const char* text;
};
constexpr type_code code_of(data_type type) {
  constexpr type_code codes[] = {
      {0, "DT_INVALID"}, {19, "DT_HALF"},     {1, "DT_FLOAT"},       {2, "DT_DOUBLE"},
      {6, "DT_INT8"},    {5, "DT_INT16"},     {3, "DT_INT32"},       {9, "DT_INT64"},
      {4, "DT_UINT8"},   {17, "DT_UINT16"},   {22, "DT_UINT32"},     {23, "DT_UINT64"},
      {10, "DT_BOOL"},   {8, "DT_COMPLEX64"}, {18, "DT_COMPLEX128"}, {7, "DT_STRING"}};
  return codes[static_cast<unsigned>(type.value)];
}

/// TensorProto: the elements in order, as they lie in memory.
struct tensor_proto {
  data_type type{};
  extents shape{};
  std::string content;
};

/// Whether it is one number of that type.
template <class T>
bool is_single(const tensor_proto& t) {
  return t.type == data_type_of<T> && t.content.size() == sizeof(T);
}
/// Its first element.
template <class T>
T first(const tensor_proto& t) {
  T out;
  std::memcpy(&out, t.content.data(), sizeof out);
  return out;
}

/// AttrValue: an integer, a number, a truth, bytes, an element type, a shape, a tensor, or a list.
using attr_value = std::variant<std::int64_t, float, bool, std::string, data_type, extents, tensor_proto,
                                std::vector<std::int64_t>, std::vector<std::string>>;

/// NodeDef. An input is "node", "node:1" for a later result, "^node" for what only comes before.
struct node_def {
  std::string name;
  std::string op;
  std::vector<std::string> input{};
  std::string device{};
  std::map<std::string, attr_value> attr{};  // in the order of their keys: equal graphs are equal files
};

/// The versions of GraphDef that nodes are written for: TensorFlow 1.15's, and what can read them.
inline constexpr int producer = 134;
inline constexpr int min_consumer = 12;

}  // namespace xscope::graph_defs
