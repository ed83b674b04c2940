// SPDX-License-Identifier: BSD-3-Clause
#include "model.hpp"

float app::model::run(float x) {
  xt::xtensor_fixed<float, xt::xshape<1, 8>> fed;
  fed.fill(x);
  return s.run(fed)(0, 3);
}

app::found app::found_by_the_other() { return {}; }
