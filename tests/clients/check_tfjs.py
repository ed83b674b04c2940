#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that TensorFlow.js computes what xscope does: a model for each operation that it knows.

usage: check_tfjs.py INSTALLED WRITE_OPERATIONS
WRITE_OPERATIONS is tests/clients/write_operations.cpp as a program.
"""

import json
import math
import pathlib
import re
import sys

import client

TOLERANCE = 1e-5
OPERATIONS = client.HERE.parent.parent / "include/xscope/ops"
# Made by gradients alone, which a model of TensorFlow.js does not have; and what stands where operands are refused.
IN_NO_MODEL = re.compile(r".*Grad|Conv2DBackprop.*|UnsortedSegmentSum|Merge")


def run(node, installed, requests):
    """Which operations TensorFlow.js knows, and the results of each model: a list, or a text of what was wrong."""
    done = client.run(node, client.HERE / "run_tfjs.mjs", installed, input=json.dumps(requests))
    if done.returncode:
        sys.exit(done.stderr)
    answer = json.loads(done.stdout)
    return set(answer["known"]), [r if isinstance(r, list) else r["error"] for r in answer["results"]]


def differences(wanted, found):
    """What a result of TensorFlow.js has otherwise; both are {"shape", "values"}."""
    if wanted["shape"] != found["shape"]:
        yield f"shape {found['shape']}, not {wanted['shape']}"
        return
    # NaN and infinity are null in JSON.
    pairs = [(math.nan if a is None else a, b) for a, b in zip(wanted["values"], found["values"])]
    far = [(float(a), b) for a, b in pairs if not abs(a - b) <= TOLERANCE]
    if far or not pairs:
        yield f"{len(far)} of {len(pairs)} values differ: {far[:3]}"


def operations_of_the_library():
    """TensorFlow's types of all operations, from the library's sources."""
    types = set()
    for file in OPERATIONS.glob("*.hpp"):
        types |= set(re.findall(r'op_info (?:\w+::)?info\{\s*(?:\.type = )?"(\w+)"', file.read_text()))
    return {t for t in types if not IN_NO_MODEL.fullmatch(t)}


def problems(node, installed, write_operations, folder):
    client.output_of(write_operations, folder)
    expected = json.loads((folder / "expected.json").read_text())
    requests = [
        {"model": str(folder / e["model"]), "feeds": {}, "fetches": [r["name"] for r in e["results"]]} for e in expected
    ]
    known, results = run(node, installed, requests)
    agreed = set()
    for model, found in zip(expected, results):
        if isinstance(found, str):
            # An operation that it does not know may be refused, and nothing else.
            unknown = re.match(r"Unknown op '(\w+)'", found)
            if not unknown or unknown[1] in known or unknown[1] not in model["operations"]:
                yield f"{model['model']}: {found}"
            continue
        wrong = [f"{model['model']}: {r['name']}: {d}" for r, f in zip(model["results"], found) for d in differences(r, f)]
        yield from wrong
        if not wrong:
            agreed |= set(model["operations"])
    for op in sorted((operations_of_the_library() & known) - agreed):
        yield f"{op}: TensorFlow.js knows it, but no model has it"
    for op in sorted(operations_of_the_library() - known - {op for e in expected for op in e["operations"]}):
        print(f"{op}: TensorFlow.js does not know it")


def main():
    installed = pathlib.Path(sys.argv[1])
    node = client.need_node(installed, "@tensorflow/tfjs-converter")
    client.check(problems, node, installed, sys.argv[2])


if __name__ == "__main__":
    main()
