#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that npm's tfrecord reads files of events as they were written, and that it sees when one was damaged.

usage: check_tfrecord.py INSTALLED WRITE_EVENTS
"""

import pathlib
import sys

import client
import events


def records_read_by(node, installed, file):
    lines = client.output_of(node, client.HERE / "read_records.mjs", installed, file).split()
    return [bytes.fromhex(line) for line in lines]


def problems(node, installed, write_events, folder):
    (folder / "graph.pb").write_bytes(b"\x0a\x00")
    path = client.output_of(write_events, folder / "logs", folder / "graph.pb").strip()
    file = pathlib.Path(path).read_bytes()
    wanted = events.records(file)
    if len(wanted) != len(events.events()):
        yield f"the file has {len(wanted)} records, not {len(events.events())}"
    reader = (node, client.HERE / "read_records.mjs", installed)
    found = records_read_by(node, installed, path)
    if found != wanted:
        yield f"{len(found)} records were read, which are not what was written"

    # In the second record: its size, the sum of its size, its content, the sum of its content.
    begin = 16 + len(wanted[0])
    for what, at, said in [
        ("size", 0, "record length CRC32C"),
        ("sum of the size", 8, "record length CRC32C"),
        ("content", 12, "record CRC32C"),
        ("sum of the content", 12 + len(wanted[1]), "record CRC32C"),
    ]:
        damaged = bytearray(file)
        damaged[begin + at] ^= 0x10
        (folder / "damaged").write_bytes(damaged)
        done = client.run(*reader, folder / "damaged")
        if done.returncode == 0 or f"Incorrect {said}" not in done.stderr:
            yield f"a damaged {what} was not seen: exit {done.returncode}, {done.stderr}"


def main():
    installed = pathlib.Path(sys.argv[1])
    node = client.need_node(installed, "tfrecord")
    client.check(problems, node, installed, sys.argv[2])


if __name__ == "__main__":
    main()
