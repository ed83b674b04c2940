// SPDX-License-Identifier: BSD-3-Clause
// All forms of operator new and delete, replaced by ones that count: for one file of a program.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace counting {

// Constant-initialized: the first allocations come before main.
inline std::size_t news = 0;
inline std::size_t deletes = 0;
/// All bytes that were asked for, and the most at once.
inline std::size_t bytes = 0;
inline std::size_t largest = 0;

[[gnu::noinline]] inline void* allocate(std::size_t size, std::size_t alignment) {
  ++news;
  bytes += size;
  if (size > largest) largest = size;
  // aligned_alloc wants a multiple of the alignment.
  return std::aligned_alloc(alignment, (size + alignment) / alignment * alignment);
}
inline void* allocate_or_throw(std::size_t size, std::size_t alignment) {
  void* p = allocate(size, alignment);
  if (p == nullptr) throw std::bad_alloc();
  return p;
}
[[gnu::noinline]] inline void release(void* p) {
  if (p != nullptr) ++deletes;
  std::free(p);
}
inline constexpr std::size_t plain = alignof(std::max_align_t);
inline std::size_t bytes_of(std::align_val_t alignment) { return static_cast<std::size_t>(alignment); }

/// How often f allocates and frees, from its first call on.
template <class F>
std::size_t allocations(F f) {
  const std::size_t before = news + deletes;
  f();
  f();
  return news + deletes - before;
}

}  // namespace counting

void* operator new(std::size_t n) { return counting::allocate_or_throw(n, counting::plain); }
void* operator new[](std::size_t n) { return counting::allocate_or_throw(n, counting::plain); }
void* operator new(std::size_t n, const std::nothrow_t&) noexcept {
  return counting::allocate(n, counting::plain);
}
void* operator new[](std::size_t n, const std::nothrow_t&) noexcept {
  return counting::allocate(n, counting::plain);
}
void* operator new(std::size_t n, std::align_val_t a) {
  return counting::allocate_or_throw(n, counting::bytes_of(a));
}
void* operator new[](std::size_t n, std::align_val_t a) {
  return counting::allocate_or_throw(n, counting::bytes_of(a));
}
void* operator new(std::size_t n, std::align_val_t a, const std::nothrow_t&) noexcept {
  return counting::allocate(n, counting::bytes_of(a));
}
void* operator new[](std::size_t n, std::align_val_t a, const std::nothrow_t&) noexcept {
  return counting::allocate(n, counting::bytes_of(a));
}
void operator delete(void* p) noexcept { counting::release(p); }
void operator delete[](void* p) noexcept { counting::release(p); }
void operator delete(void* p, std::size_t) noexcept { counting::release(p); }
void operator delete[](void* p, std::size_t) noexcept { counting::release(p); }
void operator delete(void* p, const std::nothrow_t&) noexcept { counting::release(p); }
void operator delete[](void* p, const std::nothrow_t&) noexcept { counting::release(p); }
void operator delete(void* p, std::align_val_t) noexcept { counting::release(p); }
void operator delete[](void* p, std::align_val_t) noexcept { counting::release(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { counting::release(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { counting::release(p); }
void operator delete(void* p, std::align_val_t, const std::nothrow_t&) noexcept { counting::release(p); }
void operator delete[](void* p, std::align_val_t, const std::nothrow_t&) noexcept { counting::release(p); }
