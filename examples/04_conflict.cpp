// SPDX-License-Identifier: BSD-3-Clause

// A layer that creates its variables is called twice. TensorFlow raises a ValueError when the program runs;
// here it does not compile. `diagnose` says what is wrong without stopping the compiler, so that it can be
// tested.
#include <iostream>
#include <xscope/graph.hpp>
namespace xs = xscope;

inline constexpr auto encoder = xs::variable_scope<"encoder">(
    [](auto x) { return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 2>>); });

inline constexpr auto program =
    xs::let(xs::placeholder<"x", xs::shape<1, 3>>, [](auto x) { return xs::pack(x | encoder, x | encoder); });

// constexpr auto g = xs::graph(program);  // the error's first line holds the message below

inline constexpr auto d = xs::diagnose(program);
static_assert(!d.ok());
static_assert(d.code() == xs::errc::variable_exists);

int main() { std::cout << d.message() << '\n'; }
