#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that protoc, with TensorFlow's messages, finds in a file of events what was written, field by field.

usage: check_protoc.py INSTALLED WRITE_EVENTS
"""

import difflib
import pathlib
import sys

import client
import events


def problems(convert, write_events, folder):
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
    client.check(problems, client.protoc(pathlib.Path(sys.argv[1])), sys.argv[2])


if __name__ == "__main__":
    main()
