// expect: include: load is in <xscope/io/load.hpp>, and in <xscope/io.hpp>: include it
// SPDX-License-Identifier: BSD-3-Clause
// Weights are read without the header that does it.
#include <xscope/session.hpp>
#ifdef TWIN
#include <xscope/io/load.hpp>
#endif

namespace xs = xscope;

constexpr auto g = xs::graph(xs::get_variable<"v", xs::shape<2>>);
[[maybe_unused]] void read(decltype(xs::session{g})& s) { xs::load(s, "w.npz"); }
