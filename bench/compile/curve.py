#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The compile-time curve: programs of N dense layers, seconds and megabytes for each compiler.

    bench/compile/curve.py [--sizes 16,64,256] [--compilers g++,clang++-19] [--limit-growth 1.25]

A layer is a variable scope with two variables and three operations; eight layers stand in a block with a
scope of its own, eight blocks in a stage. Names are resolved and checked: the program's result, the last
variable, and that there are as many variables as there should be.

Machines differ, and so does one machine from hour to hour: the seconds are also given in includes of
<xtensor/xtensor.hpp>, measured in turn with each size.
"""
import argparse
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def program(layers, header="graph"):
    """The text of a program of that many layers: layers in blocks of eight, blocks in stages of eight."""
    out = [
        f"#include <xscope/{header}.hpp>",
        "namespace xs = xscope;",
        "constexpr auto dense = [](auto x) {",
        '  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 16>>) +',
        '         xs::get_variable<"bias", xs::shape<16>> | xs::relu;',
        "};",
    ]

    def chain(scope, names):
        return "x" + "".join(f' | xs::variable_scope<"{scope}_{i}">({n})' for i, n in names)

    blocks = []
    for first in range(0, layers, 8):
        block = f"block_{first // 8}"
        inside = chain("layer", [(i, "dense") for i in range(first, min(first + 8, layers))])
        out.append(f"constexpr auto {block} = [](auto x) {{ return {inside}; }};")
        blocks.append((first // 8, block))
    stages = []
    for first in range(0, len(blocks), 8):
        stage = f"stage_{first // 8}"
        out.append(f"constexpr auto {stage} = [](auto x) {{ return {chain('block', blocks[first:first + 8])}; }};")
        stages.append((first // 8, stage))
    out.append(f'constexpr auto program = xs::let(xs::placeholder<"x", xs::shape<4, 16>>, [](auto x) {{ return {chain("stage", stages)}; }});')
    last = layers - 1
    path = f"stage_{last // 64}/block_{last // 8}/layer_{last}"
    out += [
        "constexpr auto g = xs::graph(program);",
        f'static_assert(g.result().name() == "{path}/Relu:0");',
        f"static_assert(g.variables().size() == {2 * layers});",
        f'static_assert(g.variables().back().name() == "{path}/bias:0");',
    ]
    return "\n".join(out) + "\n"


def measure(compiler, source, flags):
    """CPU seconds and peak megabytes of one compilation."""
    process = subprocess.Popen([compiler, "-std=c++20", f"-I{ROOT}/include", *flags, source])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{compiler} failed on {source}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="16,32,64,128,256,512,1024")
    parser.add_argument("--compilers", default="g++,clang++-19")
    parser.add_argument("--repeat", type=int, default=1, help="the least of so many runs is shown")
    parser.add_argument("--limit-growth", type=float, help="fail where a step's seconds grow by more than this times linear")
    parser.add_argument("--keep", help="a folder to keep the programs in")
    options = parser.parse_args()
    sizes = [int(s) for s in options.sizes.split(",")]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or folder
        os.makedirs(folder, exist_ok=True)
        empty, unit = os.path.join(folder, "empty.cpp"), os.path.join(folder, "unit.cpp")
        for file, header in (empty, "xscope/graph.hpp"), (unit, "xtensor/xtensor.hpp"):
            with open(file, "w") as f:
                f.write(f"#include <{header}>\n")
        for compiler in options.compilers.split(","):
            base = min(measure(compiler, empty, ["-fsyntax-only"])[0] for _ in range(3))
            print(f"{compiler}: {base:.2f} s to include <xscope/graph.hpp>")
            print("   layers  seconds  without include  ms/layer      MB  includes of xtensor")
            first = None
            for size in sizes:
                source = os.path.join(folder, f"layers_{size}.cpp")
                with open(source, "w") as f:
                    f.write(program(size))
                runs = [[measure(compiler, s, ["-fsyntax-only"]) for s in (source, unit)] for _ in range(options.repeat)]
                (seconds, megabytes), (xtensor, _) = (min(column) for column in zip(*runs))
                own = seconds - base
                print(f"{size:9d} {seconds:8.2f} {own:16.2f} {1000 * own / size:9.2f} {megabytes:7.0f} {seconds / xtensor:20.2f}",
                      flush=True)
                if size == 256:
                    first = own
                if size == 1024 and first:
                    growth = own / (4 * first)
                    print(f"   growth from 256 to 1,024 layers: {growth:.2f} times linear")
                    failed = failed or (options.limit_growth is not None and growth > options.limit_growth)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
