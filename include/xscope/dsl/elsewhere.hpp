// SPDX-License-Identifier: BSD-3-Clause
// The layers of layers.hpp as they are without it: mistakes that tell which header to include. layers.hpp
// specializes each for the options that it is given.
#pragma once

#include "../config.hpp"

#include "faulty.hpp"

namespace xscope {

namespace dsl {

/// A layer whose header was not included.
struct layer_elsewhere {
  template <class... X>
  constexpr faulty<diag::fault::layers_not_included> operator()(X...) const {
    return {};
  }
};

}  // namespace dsl

namespace layers {

template <auto... Options>
inline constexpr dsl::layer_elsewhere dense{};
template <auto... Options>
inline constexpr dsl::layer_elsewhere conv2d{};
template <auto... Options>
inline constexpr dsl::layer_elsewhere gru{};
template <auto... Options>
inline constexpr dsl::layer_elsewhere lstm{};

}  // namespace layers
}  // namespace xscope
