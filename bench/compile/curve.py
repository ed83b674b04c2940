#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The compile-time curve: programs of N dense layers, seconds and megabytes for each compiler.

    bench/compile/curve.py [--sizes 16,64,256] [--compilers g++,clang++-19] [--limit-growth 1.25] [--kind exact]

A layer is a variable scope with two variables and three operations; eight layers stand in a block with a
scope of its own, eight blocks in a stage. Names are resolved and checked: the program's result, the last
variable, and that there are as many variables as there should be. Other kinds have in each layer what makes
names harder, to be compared with `named`.

Machines differ, and so does one machine from hour to hour: the seconds are also given in includes of
<xtensor/xtensor.hpp>, measured in turn with each size.
"""
import argparse
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


DENSE = [
    "constexpr auto dense = [](auto x) {",
    '  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 16>>) +',
    '         xs::get_variable<"bias", xs::shape<16>> | xs::relu;',
    "};",
]


class Kind:
    """Programs of one kind: how a layer is written, and what the library must say of the program."""

    about = ""
    headers = ()
    shape = "4, 16"
    before = DENSE
    block_scope = True  # whether blocks and stages have scopes of their own

    def layer(self, i):
        return f'xs::variable_scope<"layer_{i}">(dense)'

    def whole(self, chain):
        """The program, of the expression that makes it of x."""
        return f'xs::let(xs::placeholder<"x", xs::shape<{self.shape}>>, [](auto x) {{ return {chain}; }})'

    def result(self, path, last):
        return f"{path}layer_{last}/Relu"

    def variables(self, layers):
        return 2 * layers

    def checks(self, layers):
        last = layers - 1
        path = f"stage_{last // 64}/block_{last // 8}/" if self.block_scope else ""
        return [
            f'static_assert(g.result().name() == "{self.result(path, last)}:0");',
            f"static_assert(g.variables().size() == {self.variables(layers)});",
        ]

    def program(self, layers):
        """Layers in blocks of eight, blocks in stages of eight."""
        out = [f"#include <xscope/{header}.hpp>" for header in ("graph", *self.headers)]
        out += ["namespace xs = xscope;", *self.before]

        def grouped(what, items, into, scoped):
            groups = []
            for first in range(0, len(items), 8):
                group = f"{what}_{first // 8}"
                out.append(f"constexpr auto {group} = [](auto x) {{ return x | {' | '.join(items[first:first + 8])}; }};")
                groups.append(f'xs::variable_scope<"{group}">({group})' if scoped else group)
            return groups

        blocks = grouped("block", [self.layer(i) for i in range(layers)], "stage", self.block_scope)
        stages = grouped("stage", blocks, "program", self.block_scope)
        out.append(f"constexpr auto program = {self.whole('x | ' + ' | '.join(stages))};")
        out += ["constexpr auto g = xs::graph(program);", *self.checks(layers)]
        return "\n".join(out) + "\n"


class Named(Kind):
    about = "each layer in a scope that has its name"

    def checks(self, layers):
        last = layers - 1
        path = f"stage_{last // 64}/block_{last // 8}/layer_{last}"
        return [*super().checks(layers), f'static_assert(g.variables().back().name() == "{path}/bias:0");']


class Exact(Kind):
    about = "an operation in each layer is named exactly as a name scope is"
    before = [
        "template <class X>",
        "constexpr auto product = [](auto scope) {",
        '  return xs::matmul(X{}, xs::get_variable<"kernel", xs::shape<X::shape()[1], 16>>, xs::name<scope>);',
        "};",
        "constexpr auto dense = [](auto x) {",
        '  return xs::name_scope<"product">(xs::as(product<decltype(x)>)) + xs::get_variable<"bias", xs::shape<16>> | xs::relu;',
        "};",
    ]


class Absolute(Kind):
    about = "an operation in each layer is named exactly by a text"

    def layer(self, i):
        return f'xs::variable_scope<"layer_{i}">(dense<"out_{i}/">)'

    before = [
        "template <xs::fixed_string Name>",
        "constexpr auto dense = [](auto x) {",
        '  return xs::relu(xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 16>>) +',
        '                  xs::get_variable<"bias", xs::shape<16>>, xs::name<Name>);',
        "};",
    ]

    def result(self, path, last):
        return f"out_{last}"


class Regularized(Kind):
    about = "a loss for each kernel, named exactly as l2_regularizer does, and their sum"
    before = [
        "constexpr auto l2 = [](auto v) {",
        '  return xs::name_scope<"l2_regularizer">(xs::as([](auto s) {',
        "    return xs::multiply(xs::value<0.1f>, xs::l2_loss(decltype(v){}), xs::name<s>);",
        "  }));",
        "};",
        "constexpr auto dense = [](auto x) {",
        '  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 16>, xs::regularizer<l2>>) +',
        '         xs::get_variable<"bias", xs::shape<16>> | xs::relu;',
        "};",
    ]

    def whole(self, chain):
        return super().whole(f"xs::let({chain}, [](auto) {{ return xs::get_regularization_loss(); }})")

    def checks(self, layers):
        return [
            'static_assert(g.result().name() == "total_regularization_loss:0");',
            f'static_assert(g.get_collection<"regularization_losses">().size() == {layers});',
        ]


class Default(Kind):
    about = "layers::dense without names: dense, dense_1, ..."
    headers = ("layers",)
    before = ()
    block_scope = False

    def layer(self, i):
        return "xs::layers::dense<16, xs::activation<xs::relu>>"

    def result(self, path, last):
        return f"dense_{last}/Relu" if last else "dense/Relu"


class Tensordot(Default):
    about = "the same over three axes, where an operation is named exactly"
    shape = "2, 4, 16"


class DefaultScope(Kind):
    about = "scopes with a default name, in scopes with names"

    def layer(self, i):
        return 'xs::variable_scope<xs::none, xs::default_name<"layer">>(dense)'

    def result(self, path, last):
        return f"{path}layer_{last % 8}/Relu" if last % 8 else f"{path}layer/Relu"


class FlatDefault(DefaultScope):
    about = "scopes with one default name"
    block_scope = False

    def result(self, path, last):
        return f"layer_{last}/Relu" if last else "layer/Relu"


class Templates(Kind):
    about = "each layer is made a template and called"
    before = [
        *DENSE,
        "template <xs::fixed_string Name>",
        "constexpr auto layer = [](auto x) {",
        "  return xs::let(xs::make_template<Name>(dense), [](auto t) { return t(decltype(x){}); });",
        "};",
    ]

    def layer(self, i):
        return f'layer<"layer_{i}">'


class ArgScope(Kind):
    about = "the units of each layer are given by an arg_scope around it"
    before = [
        'constexpr auto sized = xs::add_arg_scope<xs::arg<"units", 4>>([](auto x, auto args) {',
        '  constexpr std::size_t units = args.template get<"units">();',
        '  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], units>>) +',
        '         xs::get_variable<"bias", xs::shape<units>> | xs::relu;',
        "});",
        'constexpr auto dense = [](auto x) { return xs::arg_scope<xs::functions<sized>, xs::arg<"units", 16>>(sized(x)); };',
    ]


class Partitioned(Kind):
    about = "the kernel of each layer is two slices"
    before = [
        "constexpr auto dense = [](auto x) {",
        '  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 16>,',
        "                                        xs::partitioner<xs::fixed_size_partitioner<2>>>) +",
        '         xs::get_variable<"bias", xs::shape<16>> | xs::relu;',
        "};",
    ]

    def variables(self, layers):
        return 3 * layers


class Shapeless(Kind):
    about = "each layer asks for its bias a second time, without the shape"
    before = [
        "constexpr auto dense = [](auto x) {",
        '  return xs::let(xs::get_variable<"bias", xs::shape<16>>, [](auto) {',
        '    return xs::matmul(decltype(x){}, xs::get_variable<"kernel", xs::shape<decltype(x)::shape()[1], 16>>) +',
        '           xs::get_variable<"bias"> | xs::relu;',
        "  });",
        "};",
    ]

    def layer(self, i):
        return f'xs::variable_scope<"layer_{i}", xs::auto_reuse>(dense)'


KINDS = {
    "named": Named(),
    "exact": Exact(),
    "absolute": Absolute(),
    "regularized": Regularized(),
    "default": Default(),
    "tensordot": Tensordot(),
    "default-scope": DefaultScope(),
    "flat-default": FlatDefault(),
    "templates": Templates(),
    "arg-scope": ArgScope(),
    "partitioned": Partitioned(),
    "shapeless": Shapeless(),
}


def measure(compiler, source, flags):
    """CPU seconds and peak megabytes of one compilation."""
    process = subprocess.Popen([compiler, "-std=c++20", f"-I{ROOT}/include", *flags, source])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{compiler} failed on {source}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    kinds = "".join(f"    {name:14s}{kind.about}\n" for name, kind in KINDS.items())
    parser = argparse.ArgumentParser(description=f"{__doc__}\nkinds:\n{kinds}", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="16,32,64,128,256,512,1024")
    parser.add_argument("--compilers", default="g++,clang++-19")
    parser.add_argument("--kind", default="named", choices=KINDS)
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
                    f.write(KINDS[options.kind].program(size))
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
