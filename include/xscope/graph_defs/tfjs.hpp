// SPDX-License-Identifier: BSD-3-Clause
// Nodes as a model of TensorFlow.js: model.json and the weights beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "../files/folder.hpp"
#include "../files/replacement.hpp"
#include "../graph_records/signature.hpp"
#include "json.hpp"
#include "node_maker.hpp"

namespace xscope::graph_defs {

using graph_records::signature;
using graph_records::tensor_info;

/// Under the name without ":0", as Keras and SavedModel have keys.
inline json json_of(const std::vector<tensor_info>& tensors) {
  json out = json::object();
  for (const tensor_info& t : tensors) {
    const std::string_view key = t.name.ends_with(":0") ? t.name.substr(0, t.name.size() - 2) : t.name;
    out[std::string(key)] = {
        {"name", t.name}, {"dtype", code_of(t.dtype).text}, {"tensorShape", json_of(t.shape)}};
  }
  return out;
}

/// The element type that TensorFlow.js has for one: float32, int32 or bool.
inline data_type tfjs_type(data_type type) {
  if (type.is_floating()) return data_type_of<float>;
  if (type.is_integer()) return data_type_of<std::int32_t>;
  return type;
}

/// A constant's elements for TensorFlow.js, behind others.
inline void append_elements(std::string& to, const tensor_proto& t, std::string_view file,
                            std::string_view name) {
  const data_type type = tfjs_type(t.type);
  if (type == t.type) {
    to += t.content;
    return;
  }
  const std::size_t begin = to.size();
  to.resize(begin + t.shape.elements() * type.size());
  const auto* from = reinterpret_cast<const std::byte*>(t.content.data());
  auto* out = reinterpret_cast<std::byte*>(to.data() + begin);
  for (std::size_t i = 0; i < t.shape.elements(); ++i) {
    const files::number n = files::number_at(from + i * t.type.size(), {t.type});
    if (!files::store(n, type, out + i * type.size()))
      diag::raise<io::error>(
          file, io::trouble::value, name,
          join("has the element ", files::text_of(n), ", but the integers of TensorFlow.js are int32"));
  }
}

inline void save_tfjs(const std::string& folder, const std::vector<node_def>& nodes, const signature& s) {
  constexpr std::string_view weights_file = "group1-shard1of1.bin";
  const std::string model_path = join(folder, "/model.json");
  std::string elements;
  json weights = json::array();
  for (const node_def& n : nodes) {
    if (n.op == "OneHot" && std::get<std::int64_t>(n.attr.at("axis")) != -1)
      diag::raise<io::error>(
          model_path, io::trouble::unsupported, n.name,
          "has its classes on an axis that is not the last one, where TensorFlow.js puts them; "
          "`transpose` what one_hot gives without `axis`");
    if (n.op != "Const") continue;
    const auto& t = std::get<tensor_proto>(n.attr.at("value"));
    append_elements(elements, t, model_path, n.name);
    std::vector<std::size_t> shape(t.shape.begin(), t.shape.end());
    weights.push_back({{"name", n.name}, {"shape", std::move(shape)}, {"dtype", tfjs_type(t.type).name()}});
  }
  const json model = {
      {"format", "graph-model"},
      {"generatedBy", "xscope"},
      {"convertedBy", nullptr},
      {"signature", {{"inputs", json_of(s.inputs)}, {"outputs", json_of(s.outputs)}}},
      {"modelTopology", json_of(nodes)},
      {"weightsManifest", json::array({{{"paths", json::array({weights_file})}, {"weights", weights}}})}};
  // Of a device anything may be said, also what is no UTF-8.
  const std::string text = model.dump(-1, ' ', false, json::error_handler_t::replace);

  files::make_folder(folder);
  files::replace_file(join(folder, '/', weights_file), elements);
  files::replace_file(model_path, text);
}

}  // namespace xscope::graph_defs
