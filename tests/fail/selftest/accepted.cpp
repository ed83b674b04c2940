// expect: variable_exists: foo/bar/v; rename it
// refused: nothing
// SPDX-License-Identifier: BSD-3-Clause
// A good file: each text is found although the compiler prints the sentence in pieces.
template <int N>
struct text {
  char chars[N]{};
  constexpr text(const char (&from)[N]) {
    for (int i = 0; i < N; ++i) chars[i] = from[i];
  }
};
template <text...>
struct refused;

#ifndef TWIN
refused<text<22>{"variable_exists: foo/"}, text<13>{"bar/v exists"}, text<12>{", rename it"}> answer;
#endif
