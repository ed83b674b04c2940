#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compiles network.cpp with and without scopes and compares the machine code of a run.

    check_codegen.py NETWORK.cpp -- COMPILER FLAGS...

Names may cost nothing at run time: the function `work`, and every kernel that it calls, must be equal.
"""
import re
import subprocess
import sys


def functions(command):
    """The instructions of each function, by its symbol; local labels lose their numbers."""
    text = subprocess.run([*command, "-S", "-o", "-"], check=True, capture_output=True, text=True).stdout
    out, name = {}, None
    for line in text.splitlines():
        label = re.match(r"^([A-Za-z_][\w.$]*):", line)
        if label:
            name = label.group(1)
            out[name] = []
        elif name and re.match(r"^\s+[a-z]", line) and not line.lstrip().startswith("."):
            out[name].append(re.sub(r"\.L\w+", ".L", line.split("#")[0].strip()))
    return out


def main():
    split = sys.argv.index("--")
    source, command = sys.argv[1], sys.argv[split + 1 :]
    scoped = functions([*command, "-DSCOPED", source])
    unscoped = functions([*command, source])
    # A function of the program itself has the program's type in its name; kernels have not.
    shared = {"work"} | {n for n in scoped if "run_kernel" in n or "run_chain" in n}
    kernels = {n for n in unscoped if "run_kernel" in n or "run_chain" in n}
    if len(kernels) < 3 or not unscoped.get("work"):
        sys.exit("the program was not found in the compiler's output")
    different = sorted(n for n in shared | kernels if scoped.get(n) != unscoped.get(n))
    if different:
        sys.exit("scopes changed the machine code of: " + ", ".join(n[:100] for n in different))
    print(f"{len(kernels) + 1} functions, {sum(len(unscoped[n]) for n in kernels | {'work'})} instructions: equal")


if __name__ == "__main__":
    main()
