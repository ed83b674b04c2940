// SPDX-License-Identifier: BSD-3-Clause
// One network twice: with -DSCOPED in nested variable and name scopes, otherwise without any. What runs must
// be the same, instruction for instruction.
#include <xscope/xscope.hpp>

namespace xs = xscope;

template <xs::fixed_string Kernel, xs::fixed_string Bias, std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<Kernel, xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<Bias, xs::shape<Units>>;
};

#ifdef SCOPED
constexpr auto hidden = xs::variable_scope<"hidden">(dense<"kernel", "bias", 64>);
constexpr auto logits = xs::variable_scope<"logits", xs::auto_reuse>(dense<"kernel", "bias", 10>);
constexpr auto network = [](auto x) {
  return xs::name_scope<"inference">(
      x | xs::variable_scope<"net">([](auto y) { return y | hidden | xs::relu | logits; }) | xs::softmax);
};
#else
constexpr auto network = [](auto x) {
  return x | dense<"k1", "b1", 64> | xs::relu | dense<"k2", "b2", 10> | xs::softmax;
};
#endif

constexpr auto program = xs::placeholder<"x", xs::shape<1, 32>> | network;
constexpr auto g = xs::graph(program);

extern "C" float work(decltype(xs::session{g})& s, const xt::xtensor_fixed<float, xt::xshape<1, 32>>& x) {
  return s.run(x)(0, 3);
}
