// SPDX-License-Identifier: BSD-3-Clause
// Nodes as a GraphDef message: what TensorFlow's .pb files are.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "../files/protobuf.hpp"
#include "node_def.hpp"

namespace xscope::graph_defs {

/// The fields of TensorFlow's messages by their numbers.
namespace fields {
using files::field_number;
enum class graph_def : field_number { node = 1, versions = 4 };
enum class versions : field_number { producer = 1, min_consumer = 2 };
enum class node_def : field_number { name = 1, op = 2, input = 3, device = 4, attr = 5 };
enum class attr_entry : field_number { key = 1, value = 2 };
enum class attr_value : field_number {
  list = 1,
  s = 2,
  i = 3,
  f = 4,
  b = 5,
  type = 6,
  shape = 7,
  tensor = 8
};
enum class list_value : field_number { s = 2, i = 3 };
enum class shape : field_number { dim = 2 };
enum class dim : field_number { size = 1 };
enum class tensor : field_number { dtype = 1, shape = 2, content = 4, float_val = 5, int_val = 7 };
}  // namespace fields

template <class Fields>
using message = files::protobuf<Fields>;

/// A field that is a message which may have nothing in it, and is there all the same. (protozero leaves out a
/// nested message that is empty.)
template <class Fields, class Parent, class Fill>
void add(message<Parent>& to, Parent field, Fill fill) {
  std::string content;
  message<Fields> nested(content);
  fill(nested);
  to.add_message(field, content);
}

template <class Parent>
void add_shape(message<Parent>& to, Parent field, const extents& shape) {
  add<fields::shape>(to, field, [&](message<fields::shape>& shape_message) {
    for (const std::size_t extent : shape) {
      add<fields::dim>(shape_message, fields::shape::dim, [&](message<fields::dim>& dim_message) {
        dim_message.add_int64(fields::dim::size, static_cast<std::int64_t>(extent));
      });
    }
  });
}

inline void write(message<fields::tensor>& to, const tensor_proto& t) {
  to.add_enum(fields::tensor::dtype, code_of(t.type).number);
  add_shape(to, fields::tensor::shape, t.shape);
  // Single numbers as TensorFlow's Python writes them: there are readers that look for an axis nowhere else.
  if (is_single<std::int32_t>(t)) {
    const auto n = first<std::int32_t>(t);
    to.add_packed_int32(fields::tensor::int_val, &n, &n + 1);
  } else if (is_single<float>(t)) {
    const auto x = first<float>(t);
    to.add_packed_float(fields::tensor::float_val, &x, &x + 1);
  } else {
    to.add_bytes(fields::tensor::content, t.content);
  }
}

inline void write(message<fields::attr_value>& to, const attr_value& value) {
  using field = fields::attr_value;
  const auto put = [&]<class T>(const T& v) {
    if constexpr (std::is_same_v<T, std::int64_t>) to.add_int64(field::i, v);
    else if constexpr (std::is_same_v<T, float>) to.add_float(field::f, v);
    else if constexpr (std::is_same_v<T, bool>) to.add_bool(field::b, v);
    else if constexpr (std::is_same_v<T, std::string>) to.add_bytes(field::s, v);
    else if constexpr (std::is_same_v<T, data_type>) to.add_enum(field::type, code_of(v).number);
    else if constexpr (std::is_same_v<T, extents>) add_shape(to, field::shape, v);
    else if constexpr (std::is_same_v<T, tensor_proto>) {
      message<fields::tensor> tensor(to, field::tensor);
      write(tensor, v);
    } else {
      add<fields::list_value>(to, field::list, [&](message<fields::list_value>& list_message) {
        if constexpr (std::is_same_v<T, std::vector<std::int64_t>>) {
          list_message.add_packed_int64(fields::list_value::i, v.begin(), v.end());
        } else {
          for (const std::string& each : v) list_message.add_bytes(fields::list_value::s, each);
        }
      });
    }
  };
  std::visit(put, value);
}

inline void write(message<fields::node_def>& to, const node_def& n) {
  using field = fields::node_def;
  to.add_string(field::name, n.name);
  to.add_string(field::op, n.op);
  for (const std::string& input : n.input) to.add_string(field::input, input);
  if (!n.device.empty()) to.add_string(field::device, n.device);
  for (const auto& [key, value] : n.attr) {
    message<fields::attr_entry> entry(to, field::attr);
    entry.add_string(fields::attr_entry::key, key);
    message<fields::attr_value> content(entry, fields::attr_entry::value);
    write(content, value);
  }
}

inline std::string binary_of(const std::vector<node_def>& nodes) {
  std::string out;
  message<fields::graph_def> graph(out);
  for (const node_def& n : nodes) {
    message<fields::node_def> node(graph, fields::graph_def::node);
    write(node, n);
  }
  message<fields::versions> versions(graph, fields::graph_def::versions);
  versions.add_int32(fields::versions::producer, producer);
  versions.add_int32(fields::versions::min_consumer, min_consumer);
  return out;
}

}  // namespace xscope::graph_defs
