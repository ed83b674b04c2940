#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that NumPy and xscope read each other's weights, and that xscope refuses what it cannot read.

usage: check_numpy.py COPY_WEIGHTS
COPY_WEIGHTS is tests/clients/copy_weights.cpp as a program: it reads a file with xscope and writes another one.
"""

import json
import pathlib
import subprocess
import sys

import client

numpy = client.need_module("numpy", "python3-numpy")

SAFETENSORS = {
    "F16": "<f2", "F32": "<f4", "F64": "<f8", "I8": "|i1", "I16": "<i2", "I32": "<i4", "I64": "<i8",
    "U8": "|u1", "U16": "<u2", "U32": "<u4", "U64": "<u8", "BOOL": "|b1",
}  # fmt: skip


def arrays():
    """An array of each type, with bytes of all kinds, and one of each number of dimensions."""
    random = numpy.random.RandomState(5)
    out = {}
    for name, dtype in SAFETENSORS.items():
        raw = random.bytes(24 * numpy.dtype(dtype).itemsize)
        a = numpy.frombuffer(raw, dtype="|u1" if name == "BOOL" else dtype)
        out["of/" + name] = (a % 2 == 0 if name == "BOOL" else a).reshape(2, 3, 4)
    for rank in range(9):
        out[f"net/layer_{rank}/rank"] = numpy.arange(2**rank, dtype="<i4").reshape([2] * rank)
    out["none"] = numpy.zeros((0, 5), "<f4")
    out["a name.with-odd\u00e9 characters"] = numpy.ones(3, "<f8")
    return out


def write_safetensors(path, tensors):
    header, data = {"__metadata__": {"made by": "a test"}}, b""
    names = {numpy.dtype(dtype): name for name, dtype in SAFETENSORS.items()}
    for name, a in tensors.items():
        header[name] = {
            "dtype": names[a.dtype],
            "shape": a.shape,
            "data_offsets": [len(data), len(data) + a.nbytes],
        }
        data += a.tobytes()
    text = json.dumps(header).encode()
    pathlib.Path(path).write_bytes(len(text).to_bytes(8, "little") + text + data)


def read_safetensors(path):
    data = pathlib.Path(path).read_bytes()
    size = int.from_bytes(data[:8], "little")
    assert size % 8 == 0, f"the header's size {size} aligns nothing"
    header, data = json.loads(data[8 : 8 + size]), data[8 + size :]
    out = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        dtype = numpy.dtype(SAFETENSORS[entry["dtype"]])
        assert begin % dtype.itemsize == 0, f"{name} is not aligned"
        out[name] = numpy.frombuffer(data[begin:end], dtype).reshape(entry["shape"])
    return out


def read_npz(path):
    with numpy.load(path, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


WRITERS = {
    "stored.npz": lambda path, tensors: numpy.savez(path, **tensors),
    "deflated.npz": lambda path, tensors: numpy.savez_compressed(path, **tensors),
    "torch.safetensors": write_safetensors,
}
READERS = {"copy.npz": read_npz, "copy.safetensors": read_safetensors}


def differences(wanted, found):
    for name in sorted(wanted.keys() | found.keys()):
        if name not in found or name not in wanted:
            yield f"{name}: only on one side"
        elif (wanted[name].dtype, wanted[name].shape) != (found[name].dtype, found[name].shape):
            yield f"{name}: {wanted[name].dtype}{wanted[name].shape} became {found[name].dtype}{found[name].shape}"
        elif wanted[name].tobytes() != found[name].tobytes():
            yield f"{name}: other values"


def copies(copy_weights, folder):
    for source, write in WRITERS.items():
        write(folder / source, arrays())
        for target, read in READERS.items():
            run = subprocess.run([copy_weights, folder / source, folder / target], capture_output=True, text=True)
            if run.returncode:
                yield f"{source} to {target}: {run.stdout}{run.stderr}"
                continue
            for difference in differences(arrays(), read(folder / target)):
                yield f"{source} to {target}: {difference}"


def refusals(copy_weights, folder):
    """What NumPy writes and no variable can take: the array and the words that must be said of it."""
    a = numpy.arange(6, dtype="<f4").reshape(2, 3)
    for array, words in [
        (a.astype(">f4"), "big-endian"),
        (numpy.asfortranarray(a), "Fortran order"),
        (a.astype("<c8"), "`<c8` are not supported"),
        (numpy.array(["text"]), "`<U4` are not supported"),
        (numpy.array([{}], dtype=object), "`|O` are not supported"),
        (numpy.zeros(2, dtype=[("x", "<f4")]), "no array of plain numbers"),
        (numpy.zeros((1,) * 9), "9 dimensions"),
    ]:
        numpy.savez(folder / "bad.npz", bad=array)
        run = subprocess.run(
            [copy_weights, folder / "bad.npz", folder / "none.npz"], capture_output=True, text=True
        )
        if run.returncode != 1 or words not in run.stdout or "`bad`" not in run.stdout:
            yield f"{array.dtype} {array.shape}: {words!r} is not in {run.stdout!r} (exit {run.returncode})"
        if (folder / "none.npz").exists():
            yield f"{array.dtype} {array.shape}: a file was written"


def problems(copy_weights, folder):
    yield from copies(copy_weights, folder)
    yield from refusals(copy_weights, folder)


def main():
    client.check(problems, sys.argv[1])


if __name__ == "__main__":
    main()
