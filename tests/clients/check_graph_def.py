#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check with protoc and TensorFlow's messages that GraphDefs are such, in binary and as text, and say the same in both.

usage: check_graph_def.py INSTALLED WRITE_OPERATIONS
WRITE_OPERATIONS is tests/clients/write_operations.cpp as a program.
"""

import difflib
import json
import pathlib
import re
import subprocess
import sys

import client


def problems(convert, write_operations, folder):
    client.output_of(write_operations, folder)
    for model in json.loads((folder / "expected.json").read_text()):
        for form in "graph", "frozen":
            path = folder / model["model"] / form
            try:
                binary = convert("decode", "GraphDef", path.with_suffix(".pb").read_bytes()).decode()
                message = convert("encode", "GraphDef", path.with_suffix(".pbtxt").read_bytes())
                text = convert("decode", "GraphDef", message).decode()
            except subprocess.CalledProcessError as error:
                yield f"{model['model']}/{form}: {error.stderr.decode()}"
                continue
            # Fields that the messages do not have are numbers.
            if re.search(r"^\s*\d+[:{ ]", binary, re.MULTILINE):
                yield f"{model['model']}/{form}.pb has fields of its own:\n{binary}"
            yield from difflib.unified_diff(
                binary.splitlines(), text.splitlines(), f"{path}.pb", f"{path}.pbtxt", lineterm=""
            )
            names = re.findall(r'^  name: "(.*)"$', binary, re.MULTILINE)
            inputs = re.findall(r'^  input: "\^?([^:"]*)(?::\d+)?"$', binary, re.MULTILINE)
            if len(set(names)) != len(names):
                yield f"{model['model']}/{form}: a name stands twice: {names}"
            if set(inputs) - set(names):
                yield f"{model['model']}/{form}: there is no {set(inputs) - set(names)}"
            for result in model["results"]:
                if result["name"].split(":")[0] not in names:
                    yield f"{model['model']}/{form}: there is no {result['name']}"
            if ("VariableV2" in binary) != (form == "graph"):
                yield f"{model['model']}/{form}: variables are not what they should be"


def main():
    client.check(problems, client.protoc(pathlib.Path(sys.argv[1])), sys.argv[2])


if __name__ == "__main__":
    main()
