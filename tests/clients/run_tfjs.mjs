// SPDX-License-Identifier: BSD-3-Clause
// Runs models with TensorFlow.js. Reads JSON from the standard input, a list of
//   {"model": folder, "feeds": {name: {"shape": ..., "values": ...}}, "fetches": [name, ...]}
// and prints the results of each, {"shape": ..., "values": ...}; or what was wrong, {"error": text}. First comes the list of
// the operations that TensorFlow.js knows.
// usage: node run_tfjs.mjs INSTALLED
import fs from 'fs';
import path from 'path';
import {createRequire} from 'module';

const [installed] = process.argv.slice(2);
const load = createRequire(`${installed}/package.json`);
const tf = load('@tensorflow/tfjs-core');
load('@tensorflow/tfjs-backend-cpu');
const {loadGraphModel} = load('@tensorflow/tfjs-converter');

// Its lists are modules whose names say that they are none, so that they are imported as texts.
const lists = path.join(path.dirname(load.resolve('@tensorflow/tfjs-converter')), 'operations/op_list');
const known = [];
for (const file of fs.readdirSync(lists).filter(name => name.endsWith('.js') && !name.endsWith('_test.js'))) {
  const list = await import('data:text/javascript,' + encodeURIComponent(fs.readFileSync(path.join(lists, file))));
  known.push(...list.json.map(op => op.tfOpName));
}

async function run({model, feeds, fetches}) {
  const {modelTopology, signature, weightsManifest} = JSON.parse(fs.readFileSync(`${model}/model.json`));
  const weights = Buffer.concat(weightsManifest.flatMap(g => g.paths).map(p => fs.readFileSync(`${model}/${p}`)));
  const graph = await loadGraphModel(tf.io.fromMemory({
    modelTopology,
    signature,
    weightSpecs: weightsManifest.flatMap(g => g.weights),
    weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength),
  }));
  const fed = Object.fromEntries(Object.entries(feeds).map(([name, t]) => [name, tf.tensor(t.values, t.shape)]));
  const results = fetches.map(name => graph.execute(fed, name));
  return results.map(t => ({shape: t.shape, values: Array.from(t.dataSync(), Number)}));
}

const out = [];
for (const each of JSON.parse(fs.readFileSync(0))) out.push(await run(each).catch(e => ({error: e.message})));
console.log(JSON.stringify({known, results: out}));
