// SPDX-License-Identifier: BSD-3-Clause
// The peers' headers, and views of theirs over the data of a comparison.
#pragma once

#include <cstddef>

// Objects of fixed size are as large as a comparison wants them.
#define EIGEN_STACK_ALLOCATION_LIMIT 0
#include <Eigen/Dense>

#include <xscope/session.hpp>

#if __has_include(<xtensor/containers/xtensor.hpp>)
#include <xtensor/containers/xfixed.hpp>
#include <xtensor/containers/xtensor.hpp>
#include <xtensor/core/xmath.hpp>
#include <xtensor/core/xnoalias.hpp>
#else
#include <xtensor/xfixed.hpp>
#include <xtensor/xmath.hpp>
#include <xtensor/xnoalias.hpp>
#include <xtensor/xtensor.hpp>
#endif

#include "comparison.hpp"

namespace bench {

/// A session that lives as long as the program.
template <class Graph>
auto& session_of(Graph g) {
  return keep<decltype(xscope::session{g})>(g);
}

/// xtensor's tensor with those numbers.
template <std::size_t Rank, class... Dim>
auto& tensor_of(const float* from, Dim... dims) {
  using type = xt::xtensor<float, Rank>;
  type& t = keep<type>(typename type::shape_type{static_cast<std::size_t>(dims)...});
  fill(t, from);
  return t;
}
/// The same with a shape that the compiler knows.
template <std::size_t... D>
auto& fixed_of(const float* from) {
  auto& t = keep<xt::xtensor_fixed<float, xt::xshape<D...>>>();
  fill(t, from);
  return t;
}
/// A matrix or an array of Eigen's with those numbers; for dynamic sizes they follow.
template <class T, class... Dim>
T& eigen_of(const float* from, Dim... dims) {
  T& t = keep<T>();
  if constexpr (sizeof...(dims) > 0) t.resize(static_cast<Eigen::Index>(dims)...);
  fill(t, from);
  return t;
}

}  // namespace bench
