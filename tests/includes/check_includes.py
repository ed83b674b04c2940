#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that includes point towards earlier stages, and that each library has one door.

usage: check_includes.py INCLUDE_DIR
       check_includes.py --self-test
"""

import pathlib
import re
import sys
import tempfile

# Stages of one row may use each other. A header xscope/<stage>.hpp stands for the stage of that name.
ROWS = [
    ["requirements", "macros", "config", "naming", "lists", "diag", "math"],
    ["files"],
    ["dsl", "ops"],
    ["tracing"],
    ["resolving"],
    ["passes", "optimizers"],
    ["graphs"],
    ["planning"],
    ["graph_records"],
    ["drawing", "graph_defs"],
    ["layers"],
    ["kernels"],
    ["running", "session"],
    ["io"],
    ["xscope"],
]
RANK = {stage: rank for rank, row in enumerate(ROWS) for stage in row}
ARITHMETIC = {"running", "session", "io", "xscope"}
# include prefix -> what may contain it
DOORS = {
    "boost/mp11": "xscope/lists/list.hpp",
    "boost/hana": "xscope/lists/hetero.hpp",
    "xtensor": "xscope/running/backend/xtensor.hpp",
    "xtl": "xscope/running/backend/xtensor.hpp",
    "xtensor-blas": "xscope/running/backend/xtensor.hpp",
    "xsimd": "xscope/running/backend/xsimd.hpp",
    "immintrin": "xscope/math/intrinsics.hpp",
    "nlohmann": "xscope/files/json.hpp",
    "zip": "xscope/files/npz.hpp",
    "boost/crc": "xscope/files/crc32c.hpp",
    "protozero": "xscope/files/protobuf.hpp",
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


# All that needs no arithmetic, by one name.
UMBRELLAS = {"xscope/graph.hpp": "planning"}


def stage_of(header):
    """xscope/running/session.hpp -> running, xscope/session.hpp -> session"""
    if header in UMBRELLAS:
        return UMBRELLAS[header]
    parts = pathlib.PurePosixPath(header).with_suffix("").parts
    return parts[1] if len(parts) > 1 else parts[0]


def read_includes(root):
    """header -> what it includes; our own headers by their path below root, the others as written"""
    includes = {}
    for file in sorted(root.rglob("*.hpp")):
        header = file.relative_to(root).as_posix()
        includes[header] = []
        for quote, target in INCLUDE.findall(BLOCK_COMMENT.sub("", file.read_text())):
            beside = (file.parent / target).resolve()
            if quote == '"' and beside.is_relative_to(root) and beside.exists():
                target = beside.relative_to(root).as_posix()
            includes[header].append(target)
    return includes


def cycles(includes):
    """Each closed chain of includes, once."""
    state, found = {}, []

    def visit(header, chain):
        state[header] = "open"
        for target in includes[header]:
            if state.get(target) == "open":
                found.append(chain[chain.index(target) :] + [target])
            elif target in includes and target not in state:
                visit(target, chain + [target])
        state[header] = "done"

    for header in includes:
        if header not in state:
            visit(header, [header])
    return found


def way_to_xtensor(header, includes):
    """The chain of includes from a header to xtensor, or None."""
    seen, chains = {header}, [[header]]
    while chains:
        chain = chains.pop(0)
        for target in includes[chain[-1]]:
            if target.split("/")[0] in ("xtensor", "xtl"):
                return chain + [target]
            if target in includes and target not in seen:
                seen.add(target)
                chains.append(chain + [target])
    return None


def may_reach_xtensor(header, targets):
    """A header of io/ is for sessions if it asks for them itself; through what stands behind it, it gets none."""
    if header.startswith("xscope/io/"):
        return any(stage_of(target) in ("running", "session") for target in targets)
    return stage_of(header) in ARITHMETIC


def violations(root):
    root = pathlib.Path(root).resolve()
    includes = read_includes(root)
    for header, targets in includes.items():
        stage = stage_of(header)
        if stage not in RANK:
            yield f"{header}: no stage is called {stage}"
            continue
        for target in targets:
            if target.startswith("xscope/") and target not in includes:
                yield f"{header}: {target} does not exist"
            elif target in includes and RANK.get(stage_of(target), 0) > RANK[stage]:
                yield f"{header}: {stage} may not include the later stage {stage_of(target)} ({target})"
            for prefix, door in DOORS.items():
                if re.match(rf"{prefix}(/|\.h(pp)?$)", target) and not header.startswith(door):
                    yield f"{header}: only {door} may include {target}"
        if not may_reach_xtensor(header, targets) and (way := way_to_xtensor(header, includes)):
            yield f"{header}: {stage} reaches xtensor: {' > '.join(way)}"
    for cycle in cycles(includes):
        yield f"{cycle[0]}: includes itself: {' > '.join(cycle)}"


def self_test():
    tree = {
        "naming/path.hpp": "#include <array>\n#include <xscope/config.hpp>\n",
        "config.hpp": "",
        "lists/list.hpp": "#include <boost/mp11.hpp>\n#include <boost/mp11/list.hpp>\n",
        "lists/other.hpp": '#include "list.hpp"\n#  include <boost/mp11.hpp>\n#include <boost/hana.hpp>\n',
        "ops/add.hpp": '/*\n#include <xtensor/xarray.hpp>\n*/\n// #include <xscope/running/session.hpp>\n#include "../naming/path.hpp"\n',
        "tracing/trace.hpp": "#include <xscope/resolving/table.hpp>\n#include <xscope/tracing/gone.hpp>\n",
        "resolving/table.hpp": '#include "../running/backend/xtensor.hpp"\n',
        "running/backend/xtensor.hpp": "#include <xtensor/xtensor.hpp>\n",
        "running/session.hpp": "#include <xscope/running/backend/xtensor.hpp>\n#include <xtensor/xview.hpp>\n",
        "graph.hpp": "#include <xscope/graphs/a.hpp>\n",
        "graphs/a.hpp": "#include <xscope/graphs/b.hpp>\n",
        "graphs/b.hpp": "#include <xscope/graphs/a.hpp>\n",
        "xscope.hpp": "#include <xscope/running/session.hpp>\n",
        "files/npz.hpp": "#include <zip.h>\n#include <nlohmann/json.hpp>\n",
        "io/load.hpp": "#include <xscope/running/session.hpp>\n",
        "io/table.hpp": "#include <xscope/io/load.hpp>\n",
        "drawing/table.hpp": "#include <xscope/io/load.hpp>\n",
        "odd/thing.hpp": "",
    }
    expected = """\
xscope/graphs/a.hpp: includes itself: xscope/graphs/a.hpp > xscope/graphs/b.hpp > xscope/graphs/a.hpp
xscope/files/npz.hpp: only xscope/files/json.hpp may include nlohmann/json.hpp
xscope/io/table.hpp: io reaches xtensor: xscope/io/table.hpp > xscope/io/load.hpp > xscope/running/session.hpp > xtensor/xview.hpp
xscope/drawing/table.hpp: drawing may not include the later stage io (xscope/io/load.hpp)
xscope/drawing/table.hpp: drawing reaches xtensor: xscope/drawing/table.hpp > xscope/io/load.hpp > xscope/running/session.hpp > xtensor/xview.hpp
xscope/lists/other.hpp: only xscope/lists/hetero.hpp may include boost/hana.hpp
xscope/lists/other.hpp: only xscope/lists/list.hpp may include boost/mp11.hpp
xscope/odd/thing.hpp: no stage is called odd
xscope/resolving/table.hpp: resolving may not include the later stage running (xscope/running/backend/xtensor.hpp)
xscope/resolving/table.hpp: resolving reaches xtensor: xscope/resolving/table.hpp > xscope/running/backend/xtensor.hpp > xtensor/xtensor.hpp
xscope/running/session.hpp: only xscope/running/backend/xtensor.hpp may include xtensor/xview.hpp
xscope/tracing/trace.hpp: tracing may not include the later stage resolving (xscope/resolving/table.hpp)
xscope/tracing/trace.hpp: tracing reaches xtensor: xscope/tracing/trace.hpp > xscope/resolving/table.hpp > xscope/running/backend/xtensor.hpp > xtensor/xtensor.hpp
xscope/tracing/trace.hpp: xscope/tracing/gone.hpp does not exist
""".splitlines()
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in tree.items():
            file = pathlib.Path(scratch, "xscope", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        found = sorted(violations(scratch))
    for line in sorted(set(expected) ^ set(found)):
        print(("not found: " if line in expected else "found: ") + line)
    return found != sorted(expected)


def main():
    if sys.argv[1:] == ["--self-test"]:
        return 1 if self_test() else 0
    found = list(violations(sys.argv[1]))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
