# SPDX-License-Identifier: BSD-3-Clause
"""What tests/clients/write_events.cpp is to write, by TensorFlow's rules, as text for protoc."""

import bisect
import json
import struct
import sys

GRAPH = """\
node { name: "net/x" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } } }
node { name: "net/y" op: "Relu" input: "net/x" attr { key: "T" value { type: DT_FLOAT } } }
versions { producer: 27 }
"""
LARGEST = sys.float_info.max


def bucket_limits():
    positive, limit = [], 1e-12
    while limit < 1e20:
        positive.append(limit)
        limit *= 1.1
    positive.append(LARGEST)
    return [-limit for limit in reversed(positive)] + [0.0] + positive


def histogram(values):
    limits = bucket_limits()
    counts = [0] * len(limits)
    for value in values:
        counts[bisect.bisect_right(limits, value)] += 1
    # Of empty buckets in a row only the last one's limit stays.
    kept = [i for i, n in enumerate(counts) if n or i + 1 == len(counts) or counts[i + 1]]
    fields = {
        "min": min(values, default=LARGEST),
        "max": max(values, default=-LARGEST),
        "num": len(values),
        "sum": sum(values),
        "sum_squares": sum(value * value for value in values),
    }
    lines = [f"{name}: {number!r}" for name, number in fields.items()]
    lines += [f"bucket_limit: {limits[i]!r}" for i in kept] + [f"bucket: {counts[i]}" for i in kept]
    return "histo { " + " ".join(lines) + " }"


def events():
    """Each event, as text."""
    # Eighths, whose sums are exact in whatever order.
    numbers = [(k * k % 997 - 300) / 8 for k in range(1000)]
    notes = json.dumps('**bold**\n"quoted" \u00e9', ensure_ascii=False)
    text = f"tensor {{ dtype: DT_STRING tensor_shape {{}} string_val: {notes} }}"
    metadata = 'metadata { plugin_data { plugin_name: "text" } }'
    said = [
        'file_version: "brain.Event:2"',
        f"graph_def {{ {GRAPH} }}",
        'step: 1 summary { value { tag: "net/loss" simple_value: 0.1 } }',
        'step: 2 summary { value { tag: "net/loss" simple_value: 0 } }',
        f'step: 2 summary {{ value {{ tag: "net/kernel" {histogram(numbers)} }} }}',
        f'step: 2 summary {{ value {{ tag: "net/none" {histogram([])} }} }}',
        f'step: 3 summary {{ value {{ tag: "net/notes" {text} {metadata} }} }}',
    ]
    return [f"wall_time: {1500000000.25 + 0.25 * i} {event}" for i, event in enumerate(said)]


def records(file):
    """What the records of a file hold; the sums are for others to check."""
    out = []
    while file:
        (size,) = struct.unpack("<Q", file[:8])
        out.append(file[12 : 12 + size])
        file = file[16 + size :]
    return out
