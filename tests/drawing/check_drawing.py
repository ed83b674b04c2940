#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check pictures of graphs: a cluster for each scope, a node for each operation, an edge for each operand.

usage: check_drawing.py PROGRAM EXAMPLES

PROGRAM is what draw.cpp makes. The picture among the examples must be that of the graph as it is now. Without Graphviz
only texts are looked at, and the exit code is 77.
"""

import difflib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

SVG = "{http://www.w3.org/2000/svg}"
SECONDS = 30


def titles(svg):
    """The sorted titles of what an SVG picture shows: nodes, edges, clusters."""
    found = {"node": [], "edge": [], "cluster": []}
    for group in xml.etree.ElementTree.fromstring(svg).iter(SVG + "g"):
        if group.get("class") in found:
            found[group.get("class")].append(group.find(SVG + "title").text)
    return {kind: sorted(names) for kind, names in found.items()}


def expected(text):
    """What must be in the picture of a list of operations and operands."""
    lines = [line.split(" ", 1) for line in text.splitlines()]
    made = {name for what, name in lines if what == "made"}
    # Numbers of an optimizer stand in the title of its cluster.
    operations = sorted(name for what, name in lines if what == "operation" and not name.endswith("/learning_rate"))
    edges = [name for what, name in lines if what == "operand"]
    # What training has made stands in one cluster for its gradients, and in one for its optimizer.
    scopes = {name[:i] for name in operations if name not in made for i, c in enumerate(name) if c == "/"}
    scopes |= {name.split("/", 1)[0] for name in made if "/" in name}
    # The scope that a single operation opens for itself is not drawn: "mul" around a number, or "Loss" around "Loss/Loss".
    last = {scope: scope.rsplit("/", 1)[-1] for scope in scopes}
    own = {s for s in scopes if (s in operations and last[s].startswith("mul")) or f"{s}/{last[s]}" in operations}
    # An update takes its gradient, and points at its variable; the step waits for all updates.
    updates = {name for name in made if "/update_" in name}
    edges = [e for e in edges if e.split("->")[1] not in updates or e.startswith("gradients/")]
    for update in updates:
        step, variable = update.split("/update_")
        edges += [f"{update}->{variable.rsplit('/', 1)[0]}", f"{update}->{step}"]
    return {"node": operations, "edge": sorted(edges), "cluster": sorted("cluster_" + s for s in scopes - own)}


def difference(first, second, *names):
    return "\n".join(difflib.unified_diff(first, second, *names, lineterm=""))


def problems(program, examples, has_dot):
    with tempfile.TemporaryDirectory() as scratch:
        started = time.monotonic()
        run = subprocess.run([program, scratch] + ([] if has_dot else ["--no-svg"]), capture_output=True, text=True)
        took = time.monotonic() - started
        if run.returncode != 0:
            yield f"{program} has failed: {run.stderr}"
            return
        folder = pathlib.Path(scratch)
        committed = examples / "06_drawing.dot"
        text = (folder / "06_drawing.dot").read_text().splitlines()
        if diff := difference(committed.read_text().splitlines(), text, str(committed), "now"):
            yield f"{committed} is not what to_dot gives now; make it and the .svg anew\n{diff}"
        drawn = titles((examples / "06_drawing.svg").read_text())
        for kind, names in expected((folder / "06_drawing.txt").read_text()).items():
            if diff := difference(names, drawn[kind], "graph", "examples/06_drawing.svg"):
                yield diff
        if not has_dot:
            return
        lists = sorted(folder.glob("*.txt"))
        if len(lists) != 4:
            yield f"{len(lists)} graphs were drawn and not 4"
        for file in lists:
            drawn = titles(file.with_suffix(".svg").read_text())
            for kind, names in expected(file.read_text()).items():
                if diff := difference(names, drawn[kind], file.name, file.stem + ".svg"):
                    yield f"{file.stem}: {kind}s\n{diff}"
        if took > SECONDS:
            yield f"drawing took {took:.0f} s"


def main():
    has_dot = shutil.which("dot") is not None
    found = list(problems(sys.argv[1], pathlib.Path(sys.argv[2]), has_dot))
    for text in found:
        print(text)
    if found:
        return 1
    if not has_dot:
        print("SKIPPED: Graphviz' program dot is not installed; its pictures were not looked at")
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
