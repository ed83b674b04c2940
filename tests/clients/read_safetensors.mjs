// SPDX-License-Identifier: BSD-3-Clause
// Prints what Hugging Face's own parser says of a .safetensors file, as JSON. It asks a server for parts of
// the file; here the server is a function.
// usage: node read_safetensors.mjs INSTALLED FILE
import fs from 'fs';
import {createRequire} from 'module';

const [installed, file] = process.argv.slice(2);
const {parseSafetensorsMetadata} = createRequire(`${installed}/package.json`)('@huggingface/hub');

const all = fs.readFileSync(file);
async function serve(url, {headers} = {}) {
  if (!String(url).endsWith('/model.safetensors')) return new Response('', {status: 404});
  const [, begin, end] = new Headers(headers).get('Range').match(/^bytes=(\d+)-(\d+)$/).map(Number);
  const part = all.subarray(begin, end + 1);
  return new Response(part, {
    status: 206,
    headers: {'Content-Range': `bytes ${begin}-${begin + part.length - 1}/${all.length}`, ETag: '"1"'},
  });
}
const parsed = await parseSafetensorsMetadata({
  repo: 'some/model', path: 'model.safetensors', hubUrl: 'http://local', fetch: serve,
});
console.log(JSON.stringify(parsed));
