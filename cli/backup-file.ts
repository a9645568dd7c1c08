import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BackupRow, schemaVersion } from '../db/backup.ts';
import { parseJson } from '../src/archive/parse-line.ts';
import { Failure } from '../src/errors.ts';
import { readLines } from './read-lines.ts';

/** A backup: a head line, one line a row, and a foot that seals them all with their number and digest. */
export const BACKUP_FORMAT = 1;

const Head = z.object({ nuanqunBackup: z.literal(BACKUP_FORMAT), schema: z.int(), madeAt: z.string() });
const Foot = z.object({ rows: z.int(), sha256: z.string() });

/** A row may hold a picture. */
const LONGEST_ROW_BYTES = 64 * 1024 * 1024;

export const headLine = (madeAt: Date): string =>
  `${JSON.stringify({ nuanqunBackup: BACKUP_FORMAT, schema: schemaVersion(), madeAt: madeAt.toISOString() })}\n`;

/** Seals lines as they are written or read. */
export function createSeal(): { add(line: string): void; foot(): z.output<typeof Foot> } {
  const hash = createHash('sha256');
  let rows = -1;
  return {
    add(line) {
      hash.update(line);
      rows++;
    },
    foot: () => ({ rows, sha256: hash.digest('hex') }),
  };
}

const damaged = (file: string, n: number, why: string) =>
  new Failure('bad-backup', `${file}: line ${n}: ${why}; nothing was restored, take another backup file`);

function expectHead(file: string, text: string): void {
  const head = Head.safeParse(parseJson(text)?.value);
  if (!head.success) throw damaged(file, 1, 'is not the head of a backup');
  if (head.data.schema <= schemaVersion()) return;
  throw new Failure(
    'newer-schema',
    `${file}: line 1: was made by a newer Nuanqun (schema ${head.data.schema}); restore it with that program`,
  );
}

/** Reads a backup through and refuses it unless it is whole and unchanged; how many rows it holds. */
export async function verifyBackup(file: string): Promise<number> {
  const seal = createSeal();
  let held: { n: number; text: string } | null = null;
  for await (const line of readLines(file, LONGEST_ROW_BYTES)) {
    if (line.n === 1) expectHead(file, line.text);
    if (held) seal.add(`${held.text}\n`);
    held = line;
  }
  const foot = Foot.safeParse(parseJson(held?.text ?? '')?.value);
  if (!foot.success) throw damaged(file, held?.n ?? 1, 'is not the foot: the file is cut off');
  const { rows, sha256 } = seal.foot();
  if (rows !== foot.data.rows || sha256 !== foot.data.sha256) {
    throw damaged(file, held?.n ?? 1, 'does not match what stands above: the file was changed');
  }
  return rows;
}

/** The rows of a verified backup. */
export async function* readBackup(file: string): AsyncGenerator<BackupRow> {
  for await (const { n, text } of readLines(file, LONGEST_ROW_BYTES)) {
    const row = BackupRow.safeParse(parseJson(text)?.value);
    if (row.success) yield row.data;
    else if (n > 1 && !Foot.safeParse(parseJson(text)?.value).success) throw damaged(file, n, 'is not a row');
  }
}
