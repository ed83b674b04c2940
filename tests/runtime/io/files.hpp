// SPDX-License-Identifier: BSD-3-Clause
// Files made by hand, to be read or refused.
#pragma once

#include <zip.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <xscope/files/npz.hpp>
#include <xscope/files/safetensors.hpp>

namespace io_test {

inline xscope::files::bytes bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

/// A .safetensors file of a header and so many bytes of elements.
inline std::string safetensors(const std::string& header, std::size_t elements) {
  const std::uint64_t size = header.size();
  std::string out(reinterpret_cast<const char*>(&size), sizeof size);
  return out + header + std::string(elements, '\1');
}

/// A .npy file of version 1.0.
inline std::string npy(std::string header, const std::string& elements) {
  header += '\n';
  std::string out("\x93NUMPY\1\0", 8);
  out += static_cast<char>(header.size() & 0xff);
  out += static_cast<char>(header.size() >> 8);
  return out + header + elements;
}
inline std::string dictionary(const std::string& descr, const std::string& shape) {
  return "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
}

/// An archive of these entries, stored or deflated.
inline std::string archive(const std::vector<std::pair<std::string, std::string>>& entries,
                           int method = ZIP_CM_STORE) {
  xscope::files::zip_failure why;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, why.get());
  zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, why.get());
  REQUIRE(zip != nullptr);
  zip_source_keep(source);
  for (const auto& [name, content] : entries) {
    zip_source_t* entry = zip_source_buffer(zip, content.data(), content.size(), 0);
    const auto at = static_cast<zip_uint64_t>(zip_file_add(zip, name.c_str(), entry, 0));
    REQUIRE(zip_set_file_compression(zip, at, method, 0) == 0);
  }
  REQUIRE(zip_close(zip) == 0);
  std::string out;
  REQUIRE(zip_source_open(source) == 0);
  char chunk[4096];
  for (zip_int64_t n = 0; (n = zip_source_read(source, chunk, sizeof chunk)) > 0;)
    out.append(chunk, static_cast<std::size_t>(n));
  zip_source_close(source);
  zip_source_free(source);
  return out;
}
inline std::string with_replaced(std::string text, std::string_view from, std::string_view to) {
  REQUIRE(from.size() == to.size());
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, to.size(), to);
  return text;
}

/// What an exception says, or nothing where there is none.
template <class F>
std::string refusal(const F& f) {
  try {
    f();
    return {};
  } catch (const xscope::io::error& e) {
    return e.what();
  }
}

}  // namespace io_test
