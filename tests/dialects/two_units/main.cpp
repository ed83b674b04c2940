// SPDX-License-Identifier: BSD-3-Clause
// Both files of the program have the same layers and graphs, in one place each.
#include "model.hpp"

int main() {
  const app::found here;
  const app::found there = app::found_by_the_other();
  if (here.net != there.net || here.graph != there.graph || here.sum_of_8 != there.sum_of_8) return 1;
  if (here.run != there.run || here.run(5) != 40 || there.run(5) != 40) return 2;
  app::model m;
  xt::xtensor_fixed<float, xt::xshape<1, 8>> x;
  x.fill(2);
  return m.run(2) == 144 && m.s.run(x)(0, 3) == 144 ? 0 : 3;
}
