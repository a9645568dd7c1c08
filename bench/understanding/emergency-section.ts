import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJsonLines } from '../../cli/read-json-lines.ts';
import { EMERGENCY_KINDS, isPrivateKind } from '../../src/understanding/emergency.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { percent } from '../shared/figures.ts';
import type { Figure, Section } from './figure.ts';

const FOLDER = new URL('../../test/fixtures/', import.meta.url);
const emergencySchema = z.object({
  text: z.string(),
  kind: z.enum(EMERGENCY_KINDS),
  half: z.string().default(''),
});
const lookAlikeSchema = z.object({ text: z.string(), half: z.string().default('') });

/** Rows by file and half; of half b and of the blind files nobody who wrote the rules reads a line. */
async function readSets<Schema extends z.ZodType<{ half: string }>>(
  begin: string,
  schema: Schema,
): Promise<Map<string, z.output<Schema>[]>> {
  const folder = fileURLToPath(FOLDER);
  const names = (await readdir(folder)).filter(name => name.startsWith(begin) && name.endsWith('.jsonl'));
  const sets = new Map<string, z.output<Schema>[]>();
  for (const name of names.sort()) {
    for await (const row of readJsonLines(`${folder}${name}`, schema)) {
      const set = `${name.slice(0, -'.jsonl'.length)}${row.half ? `, half ${row.half}` : ''}`;
      sets.set(set, [...(sets.get(set) ?? []), row]);
    }
  }
  return sets;
}

/** Emergencies found, found on the right path, and alarms that are none. */
export async function emergencySection({ emergency }: Understanding): Promise<Section> {
  const figures: Figure[] = [];
  for (const [set, rows] of await readSets('emergencies', emergencySchema)) {
    const found = rows.map(({ text, kind }) => ({ kind, found: emergency(text) }));
    const heard = found.filter(row => row.found !== null);
    const onPath = heard.filter(row => row.found && isPrivateKind(row.found) === isPrivateKind(row.kind));
    const cases = rows.length;
    figures.push({ name: `${set}: recall`, measured: percent(heard.length, cases), bar: '98', cases });
    figures.push({
      name: '  and in the open or in private rightly',
      measured: percent(onPath.length, cases),
    });
  }
  for (const [set, rows] of await readSets('look-alikes', lookAlikeSchema)) {
    const alarms = rows.filter(row => emergency(row.text) !== null).length;
    figures.push({
      name: `${set}: false alarms`,
      measured: percent(alarms, rows.length),
      cases: rows.length,
    });
  }
  return { title: 'Emergencies: test/fixtures', figures };
}
