// expect: variable_exists: foo/v
// refused: lines of output, 30 are allowed
// SPDX-License-Identifier: BSD-3-Clause
template <int N>
struct layer {
  // The warning stands for the notes that a deep nest of templates brings.
  static constexpr int below = layer<N - 1>::below;
  [[deprecated]] static int old();
  static int call() { return old() + layer<N - 1>::call(); }
};
template <>
struct layer<0> {
#ifndef TWIN
  static_assert(false, "variable_exists: foo/v");
#endif
  static constexpr int below = 0;
  static int call() { return 0; }
};
#ifndef TWIN
int use() { return layer<40>::call(); }
#endif
