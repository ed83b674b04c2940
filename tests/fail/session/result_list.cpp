// expect: shape_error: the program has the result `a list of several`, which is no tensor; fetch one by its name
// SPDX-License-Identifier: BSD-3-Clause
// A pack within a pack: what a run gives is one pack.
#include <xscope/session.hpp>

namespace xs = xscope;

constexpr auto layer = [](auto x) {
#ifdef TWIN
  return xs::pack(x, xs::tanh(x), x);
#else
  return xs::pack(xs::pack(x, xs::tanh(x)), x);
#endif
};
constexpr auto g = xs::graph(xs::let(xs::placeholder<"x", xs::shape<2>>, layer));

[[maybe_unused]] auto run(decltype(xs::session{g})& s) {
  return s.run(xt::xtensor_fixed<float, xt::xshape<2>>{});
}
