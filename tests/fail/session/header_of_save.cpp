// expect: include: save is in <xscope/io/save.hpp>, and in <xscope/io.hpp>: include it
// SPDX-License-Identifier: BSD-3-Clause
// Weights are written without the header that does it.
#include <xscope/session.hpp>
#ifdef TWIN
#include <xscope/io/save.hpp>
#endif

namespace xs = xscope;

constexpr auto g = xs::graph(xs::get_variable<"v", xs::shape<2>>);
[[maybe_unused]] void write(decltype(xs::session{g})& s) { xs::save(s, "w.npz"); }
