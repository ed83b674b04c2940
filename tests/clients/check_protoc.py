#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that protoc, with TensorFlow's messages, finds in a file of events what was written, field by field.

usage: check_protoc.py INSTALLED WRITE_EVENTS
"""

import difflib
import pathlib
import subprocess
import sys
import tempfile

import client
import events


def problems(protoc, write_events, folder):
    def convert(way, message, data):
        return subprocess.run([*protoc, f"--{way}=tensorflow.{message}"], input=data, capture_output=True, check=True).stdout

    (folder / "graph.pb").write_bytes(convert("encode", "GraphDef", events.GRAPH.encode()))
    path = client.output_of(write_events, folder / "logs", folder / "graph.pb").strip()
    found = events.records(pathlib.Path(path).read_bytes())
    wanted = [convert("encode", "Event", event.encode()) for event in events.events()]
    if len(found) != len(wanted):
        yield f"{len(found)} events instead of {len(wanted)}"
    for a, b in zip(wanted, found):
        a, b = (convert("decode", "Event", event).decode().splitlines() for event in (a, b))
        yield from difflib.unified_diff(a, b, "wanted", "found", lineterm="")


def main():
    installed = pathlib.Path(sys.argv[1])
    protoc = client.need_program("protoc", "protobuf-compiler")
    client.need_npm(installed, "api.proto")
    command = [protoc, f"-I{installed}", f"-I{client.HERE}", "event.proto"]
    with tempfile.TemporaryDirectory() as scratch:
        client.finish(problems(command, sys.argv[2], pathlib.Path(scratch)))


if __name__ == "__main__":
    main()
