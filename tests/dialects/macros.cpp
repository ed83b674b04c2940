// SPDX-License-Identifier: BSD-3-Clause
// Macros that a user has by the time any header of ours is included do no harm, and are the user's again
// behind it. The build writes macros_defined.inc, which defines all that macros/restore.hpp lists as
// nonsense; headers.inc, which includes what users include; and macros_left.inc, which looks for what is
// gone.
#include "headers.inc"
#include "macros_defined.inc"
#include "macros_left.inc"

#if !defined(near) || !defined(far) || !defined(min) || !defined(max) || !defined(small) ||                  \
    !defined(interface)
#error "macros/hide.hpp does not list the macros of windows.h"
#endif

namespace xs = xscope;

inline constexpr auto g =
    xs::graph(xs::placeholder<"x", xs::shape<2, 3>> | xs::layers::dense<4> | xs::softmax);

int main() {
  xs::session s{g};
  return s.run(xt::xtensor_fixed<float, xt::xshape<2, 3>>{})(0, 0) == 0.25f ? 0 : 1;
}
