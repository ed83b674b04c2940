// expect: shape_error: GRU `gru/GRU`: shape (3,) has the wrong rank; `reshape` it
// SPDX-License-Identifier: BSD-3-Clause
// A recurrent layer wants steps of time.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto x = xs::placeholder<"x", xs::shape<7, 3>>;
#else
constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
#endif
constexpr auto g = xs::graph(x | xs::layers::gru<8>);
static_assert(g.variables().size() == 3);
