// expect: unknown_name: there is no variable `net/kernels` in the graph; nearest names are `net/kernel:0`
// SPDX-License-Identifier: BSD-3-Clause
// A rule for a variable that the graph does not have.
#include <xscope/io/load.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::variable_scope<"net">(xs::get_variable<"kernel", xs::shape<2, 3>>));
using session = decltype(xs::session{g});

#ifdef TWIN
[[maybe_unused]] void load(session& s) { xs::load(s, "w.npz", xs::io::rename<"net/kernel", "weight">); }
#else
[[maybe_unused]] void load(session& s) { xs::load(s, "w.npz", xs::io::rename<"net/kernels", "weight">); }
#endif
