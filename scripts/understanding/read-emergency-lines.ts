import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type EmergencyLine, emergencyLineSchema } from '../../src/understanding/emergency/sense.ts';

const FOLDER = new URL('../../content/emergencies/', import.meta.url);

/** The lines written for this project: what people write in danger, and what only sounds like it. */
export async function readEmergencyLines(): Promise<EmergencyLine[]> {
  const folder = fileURLToPath(FOLDER);
  const names = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(names.map(name => readFile(`${folder}${name}`, 'utf8')));
  return texts.flatMap(text =>
    text
      .trim()
      .split('\n')
      .map(line => emergencyLineSchema.parse(JSON.parse(line))),
  );
}
