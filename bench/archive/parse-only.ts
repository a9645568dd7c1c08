import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/*
 * What reading a JSON Lines file costs at least in this language: node:readline and JSON.parse of every line, and nothing done
 * with it. Run by bench/archive.ts.
 */
let count = 0;
for await (const line of createInterface({ input: createReadStream(process.argv[2] ?? '') })) {
  if (typeof JSON.parse(line) === 'object') count++;
}
process.stdout.write(`${count}\n`);
