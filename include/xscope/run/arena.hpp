// SPDX-License-Identifier: BSD-3-Clause
// One aligned block of memory; where what lies in it is settled by the plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>

#include "../plan/plan.hpp"

namespace xscope::running {

/// A block of bytes, aligned for vectors and zeroed; freed with its last owner.
class arena {
 public:
  arena() = default;
  explicit arena(std::size_t bytes)
      : bytes_(bytes + planning::alignment),
        memory_(static_cast<std::byte*>(
                    ::operator new(bytes + planning::alignment, std::align_val_t{planning::alignment})),
                [](std::byte* p) { ::operator delete(p, std::align_val_t{planning::alignment}); }) {
    std::memset(memory_.get(), 0, bytes + planning::alignment);
  }

  /// Whether an address lies in the block.
  bool holds(const void* address) const {
    return reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(memory_.get()) <
           bytes_;
  }

  /// The element at a byte offset.
  template <class T>
  T* at(std::size_t offset) const {
    return reinterpret_cast<T*>(memory_.get() + offset);
  }

 private:
  std::size_t bytes_ = 0;
  std::shared_ptr<std::byte> memory_;
};

}  // namespace xscope::running
