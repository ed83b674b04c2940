#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that whoever lacks something is told so in one sentence: an older language or compiler, a library that is
missing or too old.

usage: check_requirements.py INCLUDE_DIR -- COMPILER FLAG...

The sentence is an #error within the first lines, and nothing follows it but that the compilation ends.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

SENTENCE_BY_LINE = 5
ENDS = "the compilation ends here"
# What a user writes behind the include, of which nothing is to be said.
PROGRAM = """
#include <HEADER>
namespace xs = xscope;
template <std::size_t Units>
constexpr auto dense = [](auto x) { return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 3>> | dense<4>);
static_assert(g.result().shape() == xs::shape<1, 4>);
"""
# what is not there -> the header that needs it, and what the sentence says
PACKAGES = {
    "boost": ("xscope/graph.hpp", "libboost1.81-dev"),
    "xtensor": ("xscope/session.hpp", "libxtensor-dev"),
    "xsimd": ("xscope/session.hpp", "libxsimd-dev"),
    "nlohmann": ("xscope/io/load.hpp", "nlohmann-json3-dev"),
    "zip.h": ("xscope/io/load.hpp", "libzip-dev"),
    "protozero": ("xscope/io/summary_writer.hpp", "libprotozero-dev"),
}
# a header that says that a library is old -> its text, the header that needs it, and what the sentence says
OLD = {
    "boost/version.hpp": ("#define BOOST_VERSION 107400", "xscope/graph.hpp", "Boost 1.81 or later"),
    "xtensor/xtensor_config.hpp": (
        "#define XTENSOR_VERSION_MAJOR 0\n#define XTENSOR_VERSION_MINOR 23",
        "xscope/session.hpp",
        "xtensor 0.24 or later",
    ),
    "xsimd/config/xsimd_config.hpp": ("#define XSIMD_VERSION_MAJOR 7", "xscope/session.hpp", "xsimd 8 or later"),
}


class Checker:
    def __init__(self, compiler, scratch):
        self.compiler = compiler
        self.scratch = pathlib.Path(scratch)
        self.clang = "clang" in subprocess.run([compiler[0], "--version"], capture_output=True, text=True).stdout
        self.found = []

    def compile(self, text, *flags):
        source = self.scratch / "program.cpp"
        source.write_text(text)
        environment = {**os.environ, "LC_ALL": "C"}
        run = subprocess.run(
            [*self.compiler, "-fsyntax-only", *flags, source], capture_output=True, text=True, env=environment
        )
        return run.returncode, run.stderr

    def refused(self, case, header, sentence, *flags):
        status, output = self.compile(PROGRAM.replace("HEADER", header), *flags)
        lines = output.splitlines()
        errors = [(i, line) for i, line in enumerate(lines) if re.search(r"\berror:", line)]
        if status == 0:
            wrong = "it compiles"
        elif len(errors) != 2 or sentence not in errors[0][1] or ENDS not in errors[1][1]:
            wrong = f"not a sentence with '{sentence}' and the end"
        elif errors[0][0] >= SENTENCE_BY_LINE:
            wrong = f"the sentence is not within {SENTENCE_BY_LINE} lines"
        else:
            return
        self.found.append(f"{case}: {wrong}\n{output}")

    def accepted(self, case, header, *flags):
        status, output = self.compile(PROGRAM.replace("HEADER", header), *flags)
        if status != 0 or output:
            self.found.append(f"{case}: it does not compile in silence\n{output}")

    def folders_without(self, package):
        """Flags with which the compiler finds all that it finds otherwise, but for one package."""
        said = subprocess.run(
            [self.compiler[0], "-x", "c++", "-E", "-v", "/dev/null"],
            capture_output=True,
            text=True,
            env={**os.environ, "LC_ALL": "C"},
        ).stderr
        listed = re.search(r"search starts here:\n(.*?)End of search list", said, re.DOTALL)[1]
        folders = [line.strip() for line in listed.splitlines() if line.startswith(" ")]
        flags = ["-nostdinc", "-nostdinc++"]
        for number, folder in enumerate(folders):
            if (pathlib.Path(folder) / package).exists():
                mirror = self.scratch / f"{package}.{number}"
                mirror.mkdir()
                for entry in pathlib.Path(folder).iterdir():
                    if entry.name != package:
                        (mirror / entry.name).symlink_to(entry)
                folder = str(mirror)
            flags += ["-isystem", folder]
        return flags

    def older(self, header, text):
        folder = self.scratch / header.replace("/", ".")
        file = folder / header
        file.parent.mkdir(parents=True)
        file.write_text(f"#pragma once\n{text}\n")
        return ["-isystem", str(folder)]


def main():
    split = sys.argv.index("--")
    include_dir = pathlib.Path(sys.argv[1])
    files = [*include_dir.glob("xscope/*.hpp"), *include_dir.glob("xscope/io/*.hpp")]
    public = sorted(file.relative_to(include_dir).as_posix() for file in files)
    with tempfile.TemporaryDirectory() as scratch:
        check = Checker(sys.argv[split + 1 :], scratch)
        for header in public:
            # Clang reads on, in silence, which takes its time; what is read first is the same.
            if check.clang and header.startswith("xscope/io/"):
                continue
            check.refused(f"{header}, C++17", header, "C++20", "-std=c++17")
        check.refused("the compiler's default", "xscope/xscope.hpp", "C++20", "-std=gnu++17")
        check.refused("C++11", "xscope/xscope.hpp", "C++20", "-std=c++11")

        major = "__clang_major__" if check.clang else "__GNUC__"
        name = "Clang 18 or later" if check.clang else "GCC 12 or later"
        check.refused("an old compiler", "xscope/graph.hpp", name, f"-U{major}", f"-D{major}=11")
        check.refused("another compiler", "xscope/graph.hpp", "GCC 12 or Clang 18", "-U__clang__", "-U__GNUC__")

        check.refused("no exceptions", "xscope/io/graph_def.hpp", "need exceptions", "-fno-exceptions")

        for package, (header, sentence) in PACKAGES.items():
            without = check.folders_without(package)
            check.refused(f"without {package}", header, sentence, *without)
            if package == "xsimd":
                check.accepted("without xsimd, by choice", header, "-DXSCOPE_NO_XSIMD", *without)
        for old, (text, header, sentence) in OLD.items():
            check.refused(f"an old {old}", header, sentence, *check.older(old, text))
    for line in check.found:
        print(line)
    return 1 if check.found else 0


if __name__ == "__main__":
    sys.exit(main())
