#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that each header that users include puts the macros aside first and gives them back last.

usage: check_macros.py INCLUDE_DIR PROJECT_DIR

Users include what stands in xscope/ itself, and what the READMEs and the examples include.
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r"#include [<\"]([^>\"\n]+)[>\"]")
LISTED = re.compile(r"#pragma (?:push|pop)_macro\(\"(\w+)\"\)")
NOT_FOR_USERS = {"xscope/config.hpp", "xscope/requirements.hpp"}


def main():
    include_dir, project = map(pathlib.Path, sys.argv[1:])
    users = {file.relative_to(include_dir).as_posix() for file in include_dir.glob("xscope/*.hpp")} - NOT_FOR_USERS
    for file in [project / "README.md", *project.glob("examples/**/*.cpp"), *project.glob("examples/**/*.hpp")]:
        users |= set(re.findall(r"<(xscope/[a-z_/]+\.hpp)>", file.read_text()))
    found = []
    for header in sorted(users):
        names = [pathlib.PurePosixPath(name).name for name in INCLUDE.findall((include_dir / header).read_text())]
        if names[:2] != ["config.hpp", "hide.hpp"] or names[-1] != "restore.hpp" or names.count("hide.hpp") != 1:
            found.append(f"{header}: begins with config.hpp and macros/hide.hpp, and ends with macros/restore.hpp")
        elif not (include_dir / header).read_text().rstrip().endswith('macros/restore.hpp"'):
            found.append(f"{header}: something stands behind macros/restore.hpp")
    hidden, restored = (
        LISTED.findall((include_dir / "xscope/macros" / name).read_text()) for name in ("hide.hpp", "restore.hpp")
    )
    if hidden != restored:
        found.append("macros/hide.hpp and macros/restore.hpp list different names")
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
