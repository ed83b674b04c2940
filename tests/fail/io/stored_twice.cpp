// expect: invalid_argument: two variables would be stored as `weight`; give one of them another name
// SPDX-License-Identifier: BSD-3-Clause
// Two variables cannot be saved under one name.
#include <xscope/io.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::variable_scope<"net">(
    xs::pack(xs::get_variable<"kernel", xs::shape<2, 3>>, xs::get_variable<"bias", xs::shape<3>>)));
using session = decltype(xs::session{g});

#ifdef TWIN
[[maybe_unused]] void save(session& s) {
  xs::save(s, "w.npz", xs::io::rename<"net/kernel", "weight">, xs::io::rename<"net/bias", "bias">);
}
#else
[[maybe_unused]] void save(session& s) {
  xs::save(s, "w.npz", xs::io::rename<"net/kernel", "weight">, xs::io::rename<"net/bias", "weight">);
}
#endif
