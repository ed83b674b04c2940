// expect: invalid_argument: two variables would be stored as `wte`; give one of them another name
// SPDX-License-Identifier: BSD-3-Clause
// Two variables can be read from one tensor, but not saved as one.
#include <xscope/io.hpp>

namespace xs = xscope;

constexpr auto g =
    xs::graph(xs::pack(xs::get_variable<"embedding", xs::shape<2>>, xs::get_variable<"head", xs::shape<2>>));
using session = decltype(xs::session{g});
constexpr auto tied = xs::io::names(xs::io::rename<"embedding", "wte">, xs::io::rename<"head", "wte">);

[[maybe_unused]] void load(session& s) { xs::load(s, "w.safetensors", tied); }
#ifdef TWIN
[[maybe_unused]] void save(session& s) { xs::save(s, "w.safetensors", xs::io::rename<"embedding", "wte">); }
#else
[[maybe_unused]] void save(session& s) { xs::save(s, "w.safetensors", tied); }
#endif
