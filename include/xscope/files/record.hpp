// SPDX-License-Identifier: BSD-3-Clause
// TensorFlow's files of records (TFRecord): each has its size, the sum of its size, its bytes and their sum.
//   append_record(buffer, bytes)    8 + 4 + n + 4 bytes
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "crc32c.hpp"
#include "stored.hpp"

namespace xscope::files {

/// Appends a number as it lies in memory, which is little-endian.
template <class T>
void append_number(std::string& to, T n) {
  to.append(reinterpret_cast<const char*>(&n), sizeof n);
}

/// Appends a record of these bytes.
inline void append_record(std::string& to, bytes content) {
  const std::uint64_t size = content.size();
  append_number(to, size);
  append_number(to, masked(crc32c(std::as_bytes(std::span(&size, 1)))));
  to.append(reinterpret_cast<const char*>(content.data()), content.size());
  append_number(to, masked(crc32c(content)));
}

}  // namespace xscope::files
