import { readFileSync, writeFileSync } from 'node:fs';
import { definitionsPage, WRITTEN_BELOW } from '../src/definitions/page.ts';

/** Writes the part of docs/metrics.md that comes of the definitions; what stands above the mark is left as it is. */
const file = new URL('../docs/metrics.md', import.meta.url);
const [byHand = ''] = readFileSync(file, 'utf8').split(WRITTEN_BELOW);
writeFileSync(file, `${byHand.trimEnd()}\n\n${definitionsPage()}\n`);
