// SPDX-License-Identifier: BSD-3-Clause
// The checksum of iSCSI (CRC-32C), and TensorFlow's form of it.
//   crc32c(std::as_bytes(std::span("123456789", 9))) == 0xe3069283
// The only header that includes Boost.CRC.
#pragma once

#include "../config.hpp"

#include <boost/crc.hpp>
#include <cstdint>

#include "stored.hpp"

namespace xscope::files {

inline std::uint32_t crc32c(bytes all) {
  boost::crc_optimal<32, 0x1edc6f41, 0xffffffff, 0xffffffff, true, true> sum;
  sum.process_bytes(all.data(), all.size());
  return sum.checksum();
}

/// As it stands in files: the sum of bytes among which such sums stand would tell little of them.
constexpr std::uint32_t masked(std::uint32_t crc) { return (crc >> 15 | crc << 17) + 0xa282ead8; }

}  // namespace xscope::files
