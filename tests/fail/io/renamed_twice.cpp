// expect: invalid_argument: two rules rename variable `net/kernel` for files; keep one of them
// SPDX-License-Identifier: BSD-3-Clause
// Two rules for one variable.
#include <xscope/io/save.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::variable_scope<"net">(
    xs::pack(xs::get_variable<"kernel", xs::shape<2, 3>>, xs::get_variable<"bias", xs::shape<3>>)));
using session = decltype(xs::session{g});

#ifdef TWIN
[[maybe_unused]] void save(session& s) { xs::save(s, "w.npz", xs::io::rename<"net/kernel", "weight">); }
#else
[[maybe_unused]] void save(session& s) {
  xs::save(s, "w.npz", xs::io::rename<"net/kernel", "weight">, xs::io::rename<"net/kernel", "bias">);
}
#endif
