// SPDX-License-Identifier: BSD-3-Clause
// Prints the records of a file in hexadecimal, a line each, as npm's tfrecord reads them.
// usage: node read_records.mjs INSTALLED FILE
import {createRequire} from 'module';

const [installed, file] = process.argv.slice(2);
const {RecordReader} = createRequire(`${installed}/package.json`)('tfrecord/lib/record_reader');
const reader = await RecordReader.create(file);
for (let record; (record = await reader.readRecord()) !== null;) console.log(Buffer.from(record).toString('hex'));
