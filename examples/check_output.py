#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Run a program and compare what it prints with a file, exactly.

usage: check_output.py PROGRAM EXPECTED
"""

import difflib
import pathlib
import subprocess
import sys

program, expected = sys.argv[1], pathlib.Path(sys.argv[2])
run = subprocess.run([program], stdout=subprocess.PIPE, text=True)
if run.returncode != 0:
    sys.exit(f"{program} returned {run.returncode}\n{run.stdout}")
if not expected.exists():
    sys.exit(f"{expected} does not exist; the program prints:\n{run.stdout}")
text = expected.read_text()
if run.stdout != text:
    sys.stdout.writelines(
        difflib.unified_diff(text.splitlines(True), run.stdout.splitlines(True), str(expected), program)
    )
    sys.exit(1)
