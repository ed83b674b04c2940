#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that Hugging Face's parser finds in .safetensors what xscope wrote.

usage: check_huggingface.py INSTALLED COPY_WEIGHTS
"""

import json
import pathlib
import sys

import check_numpy
import client


def problems(node, installed, copy_weights, folder):
    arrays = check_numpy.arrays()
    check_numpy.numpy.savez(folder / "model.npz", **arrays)
    client.output_of(copy_weights, folder / "model.npz", folder / "model.safetensors")
    reader = (node, client.HERE / "read_safetensors.mjs", installed)
    found = json.loads(client.output_of(*reader, folder / "model.safetensors"))

    file = (folder / "model.safetensors").read_bytes()
    data = file[8 + int.from_bytes(file[:8], "little") :]
    dtypes = check_numpy.SAFETENSORS
    tensors = {
        name: check_numpy.numpy.frombuffer(data[slice(*t["data_offsets"])], dtypes[t["dtype"]]).reshape(t["shape"])
        for name, t in found["header"].items()
    }
    yield from check_numpy.differences(arrays, tensors)

    # It is one that refuses: a header that is cut off.
    (folder / "cut.safetensors").write_bytes(file[:100])
    if client.run(*reader, folder / "cut.safetensors").returncode == 0:
        yield "half a header was read"


def main():
    installed = pathlib.Path(sys.argv[1])
    node = client.need_node(installed, "@huggingface/hub")
    client.check(problems, node, installed, sys.argv[2])


if __name__ == "__main__":
    main()
