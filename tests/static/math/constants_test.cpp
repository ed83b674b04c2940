// SPDX-License-Identifier: BSD-3-Clause
// Functions of scalars are constants where their arguments are.
#include <xscope/math/erf.hpp>
#include <xscope/math/exp.hpp>
#include <xscope/math/log.hpp>
#include <xscope/math/sigmoid.hpp>
#include <xscope/math/softplus.hpp>
#include <xscope/math/tanh.hpp>

namespace math = xscope::math;

constexpr bool near(double x, double y) { return x - y < 1e-15 && y - x < 1e-15; }

static_assert(math::exp(0.0F) == 1.0F);
static_assert(math::exp(-1000.0) == 0.0);
static_assert(near(math::exp(1.0), 2.718281828459045));
static_assert(near(math::expm1(1e-10), 1.00000000005e-10));
static_assert(near(math::log(2.0), 0.6931471805599453));
static_assert(near(math::log1p(1e-10), 9.9999999995e-11));
static_assert(near(math::tanh(0.5), 0.46211715726000979));
static_assert(math::tanh(100.0F) == 1.0F);
static_assert(math::sigmoid(0.0) == 0.5);
static_assert(near(math::softplus(0.0), 0.6931471805599453));
static_assert(near(math::erf(0.5), 0.52049987781304653));
static_assert(math::nearbyint(2.5) == 2.0 && math::nearbyint(-3.5F) == -4.0F);
static_assert(math::floor(-0.5) == -1.0 && math::ceil(0.5) == 1.0 && math::floor(3.0) == 3.0);
static_assert(math::select(true, 1, 2) == 1 && math::max(1.0F, 2.0F) == 2.0F && math::min(1, 2) == 1);
