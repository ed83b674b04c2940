// SPDX-License-Identifier: BSD-3-Clause
// One aligned buffer of memory; where what lies in it is settled by the plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include "../planning/plan.hpp"

namespace xscope::running {

/// Where a buffer is large the system is asked for large pages: fewer of them are to be found, and in a cache
/// their lines do not get into each other's way as those of small pages do, which lie anywhere.
struct large_pages {
  static constexpr std::size_t size = std::size_t{2} << 20U;
  static constexpr bool serve(std::size_t bytes) { return bytes >= size / 2; }
  static void advise([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    // It is advice: whether it is taken does not matter.
    static_cast<void>(madvise(memory, bytes, MADV_HUGEPAGE));
#endif
  }
};

/// A buffer, aligned for vectors and holding whatever was there; freed with its last owner.
class arena {
 public:
  arena() = default;
  explicit arena(std::size_t bytes) : bytes_(bytes + planning::alignment) {
    const bool large = large_pages::serve(bytes_);
    const std::align_val_t alignment{large ? large_pages::size : planning::alignment};
    const std::size_t reserved = large ? planning::aligned(bytes_, large_pages::size) : bytes_;
    memory_.reset(static_cast<std::byte*>(::operator new(reserved, alignment)),
                  [alignment](std::byte* p) { ::operator delete(p, alignment); });
    if (large) large_pages::advise(memory_.get(), reserved);
  }

  bool is_there() const { return memory_ != nullptr; }
  /// Makes room for so many bytes, if there is not; what was in it is lost then.
  void hold(std::size_t bytes) {
    if (bytes_ >= bytes + planning::alignment) return;
    *this = arena();  // first what is there goes
    *this = arena(bytes);
  }

  /// Whether an address lies in the buffer.
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

/// A buffer in the object itself.
template <std::size_t Bytes>
class inline_arena {
 public:
  explicit inline_arena(std::size_t) noexcept {}
  // Bytes are copied by memcpy, which compilers know to read whatever was written there; a copy of the array
  // may be done before numbers are written to it.
  inline_arena(const inline_arena& that) noexcept { std::memcpy(memory_, that.memory_, sizeof memory_); }
  inline_arena& operator=(const inline_arena& that) noexcept {
    if (this != &that) std::memcpy(memory_, that.memory_, sizeof memory_);
    return *this;
  }

  static constexpr bool is_there() { return true; }
  bool holds(const void* address) const {
    return reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(memory_) <
           sizeof memory_;
  }
  template <class T>
  T* at(std::size_t offset) const {
    return reinterpret_cast<T*>(memory_ + offset);
  }
  std::size_t size() const { return sizeof memory_; }

 private:
  // A session hands out views that write, whether it is const or not, as one with memory elsewhere does.
  alignas(planning::alignment) mutable std::byte memory_[Bytes + planning::alignment]{};
};

/// A buffer that another session holds.
class borrowed_arena {
 public:
  template <std::size_t Bytes>
  explicit borrowed_arena(const inline_arena<Bytes>& owner)
      : memory_(owner.template at<std::byte>(0)), bytes_(owner.size()) {}

  bool holds(const void* address) const {
    return reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(memory_) < bytes_;
  }
  template <class T>
  T* at(std::size_t offset) const {
    return reinterpret_cast<T*>(memory_ + offset);
  }

 private:
  std::byte* memory_;
  std::size_t bytes_;
};

/// No more room than a session has from the first.
struct no_arena {
  static constexpr bool holds(const void*) { return false; }
};

/// Variables and workspace on the heap; who shares variables keeps them alive.
struct heap_storage {
  using shared = heap_storage;
  using more = arena;
  static constexpr bool any_fetch = true;
  template <std::size_t>
  using variables = arena;
  template <std::size_t>
  using workspace = arena;
};
/// The variables are another session's, the workspace is in the object.
struct shared_inline_storage {
  using shared = shared_inline_storage;
  using more = no_arena;
  static constexpr bool any_fetch = false;
  template <std::size_t>
  using variables = borrowed_arena;
  template <std::size_t Bytes>
  using workspace = inline_arena<Bytes>;
};

}  // namespace xscope::running

namespace xscope {

/// Variables and workspace are part of the session object: no heap is used, and none is needed.
struct inline_storage_t {
  using shared = running::shared_inline_storage;
  using more = running::no_arena;
  static constexpr bool any_fetch = false;
  template <std::size_t Bytes>
  using variables = running::inline_arena<Bytes>;
  template <std::size_t Bytes>
  using workspace = running::inline_arena<Bytes>;
};
/// session s{g, inline_storage};
inline constexpr inline_storage_t inline_storage{};

}  // namespace xscope
