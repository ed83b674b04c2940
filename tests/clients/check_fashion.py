#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that what the Fashion-MNIST example has learned is the same to TensorFlow.js, to NumPy and to xscope, and that what
it wrote for TensorBoard is what it said.

usage: check_fashion.py INSTALLED FASHION_MNIST CLASSIFY
FASHION_MNIST is the example as a program, CLASSIFY is tests/clients/classify.cpp as one.
"""

import gzip
import pathlib
import re
import sys
import xml.etree.ElementTree

import check_numpy
import check_tfjs
import check_tfrecord
import client

numpy = client.need_module("numpy", "python3-numpy")

DATA = pathlib.Path("/usr/share/datasets/fashion-mnist")
COUNT = 100  # as in classify.cpp
# Of the largest logit's size. A sum of 784 products in another order is another float.
TOLERANCE = 1e-5
VARIABLES = {"net/hidden/kernel": (784, 128), "net/hidden/bias": (128,), "net/logits/kernel": (128, 10), "net/logits/bias": (10,)}
EPOCH = re.compile(r"^epoch +\d+ +loss (\S+)  test accuracy (\S+)%", re.MULTILINE)


def need_data():
    if not DATA.exists():
        client.skip(f"there is no {DATA} (Debian: dataset-fashion-mnist)")


def idx(name, header):
    return numpy.frombuffer(gzip.decompress((DATA / name).read_bytes())[header:], numpy.uint8)


def test_images():
    images = idx("t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    return images.astype("f4") * numpy.float32(1 / 255), idx("t10k-labels-idx1-ubyte.gz", 8)


def logits_of(weights, images):
    """What the network is, in NumPy, with twice the digits."""
    w = [weights[name].astype("f8") for name in VARIABLES]
    return numpy.maximum(images @ w[0] + w[1], 0) @ w[2] + w[3]


def logits_of_tfjs(node, installed, model, images):
    """The model is one for a single image."""
    fetches = ["net/logits/add:0"]
    requests = [
        {"model": str(model), "feeds": {"images:0": {"shape": [1, 784], "values": i.tolist()}}, "fetches": fetches}
        for i in images
    ]
    _, results = check_tfjs.run(node, installed, requests)
    for result in results:
        if isinstance(result, str):
            sys.exit(f"TensorFlow.js: {result}")
    return numpy.array([result[0]["values"] for result in results])


def logits_of_xscope(classify, weights, images, folder):
    images.tofile(folder / "images")
    client.output_of(classify, weights, folder / "images", folder / "logits")
    return numpy.fromfile(folder / "logits", "f4").reshape(len(images), -1)


def differences(logits):
    """Each pair of witnesses that do not agree."""
    names = list(logits)
    for k, a in enumerate(names):
        for b in names[k + 1 :]:
            if logits[a].shape != (COUNT, 10) or logits[b].shape != (COUNT, 10):
                yield f"{a} has logits of shape {logits[a].shape}, {b} of {logits[b].shape}"
                continue
            off = numpy.abs(logits[a] - logits[b]).max() / numpy.abs(logits["NumPy"]).max()
            if not off <= TOLERANCE:
                yield f"{a} and {b} differ by {off} of the largest logit"


def nodes(graph_def):
    """The operation of each node of a GraphDef, as protoc prints it."""
    return dict(re.findall(r'^ *node \{\n *name: "(.*)"\n *op: "(.*)"', graph_def, re.MULTILINE))


def event_problems(events, said):
    """Of events as text: whether they hold what the program printed of each epoch."""
    epochs = EPOCH.findall(said)
    losses, accuracies = ([float(epoch[k]) for epoch in epochs] for k in range(2))
    values = {}
    for event in events:
        for tag, value in re.findall(r'tag: "(.*)"\n *simple_value: (.*)', event):
            values.setdefault(tag, []).append(float(value))
    for tag, wanted, places in [("loss", losses, 4), ("test_accuracy", [a / 100 for a in accuracies], 4)]:
        found = [round(value, places) for value in values.get(tag, [])]
        if not wanted or found != [round(value, places) for value in wanted]:
            yield f"{tag} is {found} in the events; the program said {wanted}"
    if len(values.get("recent_loss", [])) < 5:
        yield f"recent_loss has the points {values.get('recent_loss')}"
    for name, shape in VARIABLES.items():
        numbers = [int(n) for e in events for n in re.findall(rf'tag: "{name}"\n *histo \{{(?:\n .*)*?\n *num: (\d+)', e)]
        if numbers != [numpy.prod(shape)] * len(epochs):
            yield f"the histograms of {name} have {numbers} elements"
    graphs = [found for e in events if (found := nodes(e))]
    if len(graphs) != 1:
        yield f"{len(graphs)} graphs in the events"
    for found in graphs:
        wrong = VARIABLES.keys() - {name for name, op in found.items() if op == "VariableV2"}
        if wrong or "SparseSoftmaxCrossEntropyWithLogits" not in found.values():
            yield f"the graph in the events lacks a part: {found}"


def problems(node, installed, protoc, fashion_mnist, classify, folder):
    out = folder / "out"
    said = client.output_of(fashion_mnist, "--data", DATA, "--epochs", 1, "--save", out)
    images, labels = test_images()
    weights = check_numpy.read_safetensors(out / "weights.safetensors")
    if (shapes := {name: w.shape for name, w in weights.items()}) != VARIABLES:
        yield f"the weights are {shapes}"
        return
    logits = {
        "NumPy": logits_of(weights, images[:COUNT]),
        "TensorFlow.js": logits_of_tfjs(node, installed, out / "model", images[:COUNT]),
        "xscope": logits_of_xscope(classify, out / "weights.safetensors", images[:COUNT], folder),
    }
    yield from differences(logits)
    accuracy = (logits_of(weights, images).argmax(1) == labels).mean() * 100
    # An image or two may lie between two classes, as near as floats can tell.
    if not EPOCH.search(said) or not abs(float(EPOCH.findall(said)[-1][1]) - accuracy) < 0.025:
        yield f"with these weights NumPy has {accuracy} % right; the program said:\n{said}"

    (log,) = (out / "logs").iterdir()
    records = check_tfrecord.records_read_by(node, installed, log)
    yield from event_problems([protoc("decode", "Event", record).decode() for record in records], said)
    found = nodes(protoc("decode", "GraphDef", (out / "frozen.pb").read_bytes()).decode())
    if any(found.get(name) != "Const" for name in VARIABLES) or found.get("net/logits/add") not in ("Add", "AddV2"):
        yield f"frozen.pb has the nodes {found}"

    drawn = (out / "graph.svg").exists()
    if drawn == ("not written" in said):
        yield f"graph.svg: {drawn}, but the program said:\n{said}"
    if drawn and "net/hidden" not in "".join(xml.etree.ElementTree.parse(out / "graph.svg").getroot().itertext()):
        yield "the picture has no scope net/hidden"


def main():
    installed = pathlib.Path(sys.argv[1])
    node = client.need_node(installed, "@tensorflow/tfjs-converter", "tfrecord")
    protoc = client.protoc(installed)
    need_data()
    client.check(problems, node, installed, protoc, *sys.argv[2:4])


if __name__ == "__main__":
    main()
