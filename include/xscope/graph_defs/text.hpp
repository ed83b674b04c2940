// SPDX-License-Identifier: BSD-3-Clause
// Nodes as a GraphDef in Protocol Buffers' text format: what TensorFlow's .pbtxt files are.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "../files/error.hpp"
#include "node_def.hpp"

namespace xscope::graph_defs {

/// Indented lines of fields and of messages.
class text_writer {
 public:
  void message(std::string_view field, auto content) {
    line(files::join(field, " {"));
    ++depth_;
    content();
    --depth_;
    line("}");
  }
  void value(std::string_view field, std::string_view written) { line(files::join(field, ": ", written)); }
  void bytes(std::string_view field, std::string_view content) { value(field, quoted(content)); }
  void number(std::string_view field, std::int64_t n) { value(field, std::to_string(n)); }

  std::string text() && { return std::move(out_); }

 private:
  void line(std::string_view text) {
    out_.append(2 * depth_, ' ');
    out_ += text;
    out_ += '\n';
  }
  static std::string quoted(std::string_view content) {
    std::string out = "\"";
    for (const char c : content) {
      if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
      } else if (c >= ' ' && c < '\x7f') {
        out += c;
      } else {
        char octal[8];
        std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += octal;
      }
    }
    return out += '"';
  }

  std::string out_;
  std::size_t depth_ = 0;
};

/// As many digits as tell it from all others.
inline std::string text_of(float x) {
  if (x != x) return "nan";
  if (x - x != 0) return x < 0 ? "-inf" : "inf";
  char out[32];
  std::snprintf(out, sizeof out, "%.9g", static_cast<double>(x));
  return out;
}

inline void write(text_writer& to, const extents& shape) {
  for (const std::size_t d : shape) {
    to.message("dim", [&] { to.number("size", static_cast<std::int64_t>(d)); });
  }
}
inline void write(text_writer& to, const tensor_proto& t) {
  to.value("dtype", code_of(t.type).text);
  to.message("tensor_shape", [&] { write(to, t.shape); });
  if (is_single<std::int32_t>(t)) to.number("int_val", first<std::int32_t>(t));
  else if (is_single<float>(t)) to.value("float_val", text_of(first<float>(t)));
  else to.bytes("tensor_content", t.content);
}
inline void write(text_writer& to, const attr_value& value) {
  const auto put = [&]<class T>(const T& v) {
    if constexpr (std::is_same_v<T, std::int64_t>) to.number("i", v);
    else if constexpr (std::is_same_v<T, float>) to.value("f", text_of(v));
    else if constexpr (std::is_same_v<T, bool>) to.value("b", v ? "true" : "false");
    else if constexpr (std::is_same_v<T, std::string>) to.bytes("s", v);
    else if constexpr (std::is_same_v<T, data_type>) to.value("type", code_of(v).text);
    else if constexpr (std::is_same_v<T, extents>) to.message("shape", [&] { write(to, v); });
    else if constexpr (std::is_same_v<T, tensor_proto>) to.message("tensor", [&] { write(to, v); });
    else if constexpr (std::is_same_v<T, std::vector<std::int64_t>>)
      to.message("list", [&] {
        for (const std::int64_t each : v) to.number("i", each);
      });
    else
      to.message("list", [&] {
        for (const std::string& each : v) to.bytes("s", each);
      });
  };
  std::visit(put, value);
}

inline std::string text_of(const std::vector<node_def>& nodes) {
  text_writer to;
  for (const node_def& n : nodes) {
    to.message("node", [&] {
      to.bytes("name", n.name);
      to.bytes("op", n.op);
      for (const std::string& input : n.input) to.bytes("input", input);
      if (!n.device.empty()) to.bytes("device", n.device);
      for (const auto& [key, value] : n.attr) {
        to.message("attr", [&] {
          to.bytes("key", key);
          to.message("value", [&] { write(to, value); });
        });
      }
    });
  }
  to.message("versions", [&] {
    to.number("producer", producer);
    to.number("min_consumer", min_consumer);
  });
  return std::move(to).text();
}

}  // namespace xscope::graph_defs
