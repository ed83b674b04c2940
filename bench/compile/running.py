#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""What it costs to compile programs that run: N dense layers and a session, at -O2 to an object file.

    bench/compile/running.py [--sizes 4,16,64,256] [--compilers g++,clang++-19] [--limit 64=20]

The layers are those of curve.py. All are alike, so that their kernels are compiled once: the number of kernels
and the bytes of code tell whether they were. Before that, the time to include each public header.
"""
import argparse
import glob
import os
import subprocess
import sys
import tempfile

from curve import ROOT, measure, program

RUNNING = """
int main() {
  xs::session s{g};
  const xt::xtensor_fixed<float, xt::xshape<4, 16>> x = xt::ones<float>({4, 16});
  return s.run(x)(0, 0) > 0 ? 0 : 1;
}
"""


def sizes_of(binary):
    """Bytes of code, and how many loop nests there are."""
    text = int(subprocess.check_output(["size", binary], text=True).splitlines()[1].split()[0])
    symbols = subprocess.check_output(["nm", binary], text=True)
    loops = ("run_kernel", "run_chain", "run_block")
    return text, sum(any(loop in line for loop in loops) for line in symbols.splitlines())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="4,16,64,256")
    parser.add_argument("--compilers", default="g++,clang++-19")
    parser.add_argument("--repeat", type=int, default=1, help="the least of so many runs is shown")
    parser.add_argument("--flags", default="-O2")
    parser.add_argument("--limit", metavar="N=SECONDS", help="fail where N layers take longer")
    parser.add_argument("--keep", help="a folder to keep the programs in")
    options = parser.parse_args()
    limit_size, limit = (options.limit or "0=0").split("=")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or folder
        os.makedirs(folder, exist_ok=True)
        for compiler in options.compilers.split(","):
            print(f"{compiler}\n   to include              seconds      MB")
            for header in sorted(glob.glob(f"{ROOT}/include/xscope/*.hpp")):
                name = f"xscope/{os.path.basename(header)}"
                source = os.path.join(folder, "include.cpp")
                with open(source, "w") as f:
                    f.write(f"#include <{name}>\n")
                runs = max(options.repeat, 3)
                seconds, megabytes = min(measure(compiler, source, ["-fsyntax-only"]) for _ in range(runs))
                print(f"   {'<' + name + '>':22s} {seconds:8.2f} {megabytes:7.0f}", flush=True)
            print(f"   layers  seconds      MB  code bytes  kernels ({options.flags})")
            for size in options.sizes.split(","):
                source = os.path.join(folder, f"running_{size}.cpp")
                binary = os.path.join(folder, "running.o")
                with open(source, "w") as f:
                    f.write(program(int(size), "session") + RUNNING)
                flags = [*options.flags.split(), "-c", "-o", binary]
                seconds, megabytes = min(measure(compiler, source, flags) for _ in range(options.repeat))
                text, kernels = sizes_of(binary)
                print(f"{size:>9s} {seconds:8.2f} {megabytes:7.0f} {text:11d} {kernels:8d}", flush=True)
                failed = failed or (size == limit_size and seconds > float(limit))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
