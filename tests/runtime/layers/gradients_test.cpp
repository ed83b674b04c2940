// SPDX-License-Identifier: BSD-3-Clause
// Gradients of recurrent layers, against finite differences: of their inputs, their states and their
// variables.
#include <xscope/layers.hpp>

#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using gradients::check_gradient;
using gradients::scalar_of;
using xs::shape;

namespace {

// A layer's operation over variables: x, kernel, recurrent kernel, bias, states.
template <auto... Options>
constexpr auto gru = [](auto... v) {
  return xs::dsl::apply_t<xs::ops::gru, xs::dsl::option_list<Options...>, decltype(v)...>{};
};
template <auto... Options>
constexpr auto lstm = [](auto... v) {
  return xs::dsl::apply_t<xs::ops::lstm, xs::dsl::option_list<Options...>, decltype(v)...>{};
};
constexpr xs::dsl::flag_t<xs::dsl::option::return_sequences> sequences{};
constexpr xs::dsl::flag_t<xs::dsl::option::return_state> state{};

}  // namespace

TEST_CASE("GRU", "[gradient]") {
  check_gradient([](auto... v) { return scalar_of(gru<sequences>(v...)); }, shape<2, 3, 2>, shape<2, 9>,
                 shape<3, 9>, shape<2, 9>, shape<2, 3>);
  check_gradient([](auto... v) { return scalar_of(gru<>(v...)); }, shape<2, 3, 2>, shape<2, 9>, shape<3, 9>,
                 shape<2, 9>, shape<2, 3>);
  check_gradient([](auto... v) { return scalar_of(gru<sequences>(v...)); }, shape<4, 1>, shape<1, 6>,
                 shape<2, 6>, shape<2, 6>, shape<2>);
}

TEST_CASE("LSTM", "[gradient]") {
  check_gradient([](auto... v) { return scalar_of(lstm<sequences>(v...)); }, shape<2, 3, 2>, shape<2, 12>,
                 shape<3, 12>, shape<12>, shape<2, 3>, shape<2, 3>);
  check_gradient([](auto... v) { return scalar_of(lstm<>(v...)); }, shape<2, 3, 2>, shape<2, 12>,
                 shape<3, 12>, shape<12>, shape<2, 3>, shape<2, 3>);
  check_gradient([](auto... v) { return scalar_of(lstm<sequences, state>(v...)); }, shape<4, 1>, shape<1, 8>,
                 shape<2, 8>, shape<8>, shape<2>, shape<2>);
  check_gradient([](auto... v) { return scalar_of(lstm<state>(v...)); }, shape<2, 2, 1>, shape<1, 8>,
                 shape<2, 8>, shape<8>, shape<2, 2>, shape<2, 2>);
}
