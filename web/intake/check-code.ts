import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The number of one sheet of the form: random, known to nobody but who was given the form. */
export const newSheet = (): string => randomBytes(16).toString('hex');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export const sheetHash = (sheet: string): string => hashOf(`sheet/${sheet}`);

/** 查询码: eight digits, which need no second look and can be read over the telephone. A sheet sent twice gets the same. */
export const checkCodeOf = (sheet: string): string =>
  String(Number.parseInt(hashOf(`code/${sheet}`).slice(0, 12), 16) % 100_000_000).padStart(8, '0');

/** What is kept of a code: who sees the table of one ticket cannot use it for another. */
export const codeHash = (ticketId: string, code: string): string => hashOf(`${ticketId}/${code}`);

/** In a time that tells nothing of how much was right. */
export function isCodeOf(ticketId: string, code: string, kept: string): boolean {
  const given = Buffer.from(codeHash(ticketId, code));
  const known = Buffer.from(kept);
  return given.length === known.length && timingSafeEqual(given, known);
}
