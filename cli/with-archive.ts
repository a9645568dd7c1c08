import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertExport } from './convert-export.ts';
import { formatOf } from './formats/index.ts';

/**
 * Gives `use` an archive: the file itself, or what an exported chat becomes. The converted copy holds people's words, so it
 * lies in a folder that only this account can open and is gone when `use` ends, however it ends.
 */
export async function withArchive<T>(
  file: string,
  note: (says: string) => Promise<void>,
  use: (archive: string) => Promise<T>,
): Promise<T> {
  const format = await formatOf(file);
  if (!format) return use(file);
  const folder = await mkdtemp(join(tmpdir(), 'nuanqun-export-'));
  try {
    const out = join(folder, 'archive.jsonl');
    const { groups, messages } = await convertExport([{ file, format }], { out, roster: undefined, note });
    await note(`${file}: read as ${format.name}: ${groups} groups, ${messages} messages`);
    return await use(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
