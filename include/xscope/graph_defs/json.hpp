// SPDX-License-Identifier: BSD-3-Clause
// Nodes as a GraphDef in JSON, as TensorFlow.js reads it: the values of constants stand elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "../files/json.hpp"
#include "../math/primitives.hpp"
#include "node_def.hpp"

namespace xscope::graph_defs {

using files::json;

/// Bytes as JSON has them (RFC 4648).
inline std::string base64(std::string_view content) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::size_t bytes_a_group = 3;
  std::string out;
  for (std::size_t i = 0; i < content.size(); i += bytes_a_group) {
    const std::string_view group = content.substr(i, bytes_a_group);
    unsigned bits = 0;
    for (std::size_t k = 0; k < bytes_a_group; ++k)
      bits = bits << 8U | (k < group.size() ? static_cast<unsigned char>(group[k]) : 0U);
    for (std::size_t k = 0; k <= bytes_a_group; ++k)
      out += k <= group.size() ? digits[bits >> (18 - 6 * k) & 0x3fU] : '=';
  }
  return out;
}

/// What JSON has no numbers for are texts, as in Protocol Buffers' JSON.
inline json json_of(float x) {
  if (math::is_nan(x)) return "NaN";
  if (!math::is_finite(x)) return x < 0 ? "-Infinity" : "Infinity";
  return x;
}
inline json json_of(const extents& shape) {
  json dim = json::array();
  for (const std::size_t d : shape) dim.push_back({{"size", std::to_string(d)}});
  return {{"dim", std::move(dim)}};
}
inline json json_of(const attr_value& value) {
  const auto put = []<class T>(const T& v) -> json {
    if constexpr (std::is_same_v<T, std::int64_t>) return {{"i", std::to_string(v)}};
    else if constexpr (std::is_same_v<T, float>) return {{"f", json_of(v)}};
    else if constexpr (std::is_same_v<T, bool>) return {{"b", v}};
    else if constexpr (std::is_same_v<T, std::string>) return {{"s", base64(v)}};
    else if constexpr (std::is_same_v<T, data_type>) return {{"type", code_of(v).text}};
    else if constexpr (std::is_same_v<T, extents>) return {{"shape", json_of(v)}};
    else if constexpr (std::is_same_v<T, tensor_proto>) {
      return {{"tensor", {{"dtype", code_of(v.type).text}, {"tensorShape", json_of(v.shape)}}}};
    } else {
      json list = json::array();
      constexpr bool is_text = std::is_same_v<T, std::vector<std::string>>;
      for (const auto& item : v) {
        if constexpr (is_text) list.push_back(base64(item));
        else list.push_back(std::to_string(item));
      }
      return {{"list", {{is_text ? "s" : "i", std::move(list)}}}};
    }
  };
  return std::visit(put, value);
}

inline json json_of(const std::vector<node_def>& nodes) {
  json all = json::array();
  for (const node_def& n : nodes) {
    json node = {{"name", n.name}, {"op", n.op}, {"input", n.input}};
    if (!n.device.empty()) node["device"] = n.device;
    json attr = json::object();
    for (const auto& [key, value] : n.attr) attr[key] = json_of(value);
    node["attr"] = std::move(attr);
    all.push_back(std::move(node));
  }
  return {{"node", std::move(all)},
          {"library", json::object()},
          {"versions", {{"producer", producer}, {"minConsumer", min_consumer}}}};
}

}  // namespace xscope::graph_defs
