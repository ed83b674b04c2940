// SPDX-License-Identifier: BSD-3-Clause
// How what goes wrong at run time reaches the user: as an exception, or, where the compiler is told
// -fno-exceptions, as its sentence, given to a handler. The only place that throws.
//   diag::raise<io::error>(file, trouble::damaged, name, "is cut off");
#pragma once

#include "../config.hpp"

#if !defined(__cpp_exceptions)
#include <cstdio>
#include <cstdlib>
#endif

namespace xscope {

/// Takes the sentence of what would have been thrown. It need not return; if it does, the program is aborted.
using failure_handler = void (*)(const char* sentence);

namespace diag {

/// What set_failure_handler has set, or nullptr.
inline failure_handler current_failure_handler = nullptr;

#if !defined(__cpp_exceptions)
[[noreturn]] inline void fail(const char* sentence) {
  if (current_failure_handler != nullptr) current_failure_handler(sentence);
  else std::fprintf(stderr, "xscope: %s\n", sentence);
  std::abort();
}
#endif

/// Throws an exception that is made of these arguments; without exceptions its sentence ends the program.
template <class Exception, class... Arguments>
[[noreturn]] constexpr void raise(Arguments&&... arguments) {
#if defined(__cpp_exceptions)
  throw Exception(static_cast<Arguments&&>(arguments)...);
#else
  fail(Exception(static_cast<Arguments&&>(arguments)...).what());
#endif
}

}  // namespace diag

/// Sets the handler that gets the sentences in a program without exceptions, and returns the one before it;
/// with nullptr they go to stderr. To be called before any thread begins. With exceptions no handler is
/// called.
inline failure_handler set_failure_handler(failure_handler handler) {
  const failure_handler before = diag::current_failure_handler;
  diag::current_failure_handler = handler;
  return before;
}

}  // namespace xscope
