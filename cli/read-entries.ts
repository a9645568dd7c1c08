import { type FaqEntry, kbLineSchema } from '../src/faq.ts';
import { badLine } from './read-archive.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readTable } from './read-table.ts';

/** Chinese and English headings of a table of questions. */
const HEADINGS = {
  id: ['编号', 'id'],
  question: ['问题', 'question'],
  answer: ['答案', 'answer'],
  phrasings: ['其他问法', 'phrasings'],
  issuer: ['发布单位', 'issuer'],
  issuedOn: ['发布日期', 'issuedon'],
  href: ['链接', 'href'],
} as const;

function entryOf(row: readonly string[], heading: readonly string[], n: number): FaqEntry | string {
  const cell = (field: keyof typeof HEADINGS): string => {
    const at = heading.findIndex(word => HEADINGS[field].some(name => name === word.trim().toLowerCase()));
    return (row[at] ?? '').trim();
  };
  const [question, answer, issuer, issuedOn] = [
    cell('question'),
    cell('answer'),
    cell('issuer'),
    cell('issuedOn'),
  ];
  if (!question || !answer) return '没有“问题”或“答案”；请补上';
  if (issuedOn && !/^\d{4}-\d{2}(-\d{2})?/.test(issuedOn)) return `发布日期“${issuedOn}”请写成 2026-09-01`;
  return {
    id: cell('id') || `row-${n}`,
    question,
    answer,
    phrasings: cell('phrasings')
      .split(/[;；\n|]/u)
      .map(text => text.trim())
      .filter(Boolean),
    issuer,
    issuedOn: issuedOn.slice(0, 10),
    href: cell('href') || null,
    // Whoever names the body and the date has read the source.
    status: issuer && issuedOn ? 'verified' : 'unverified',
    unitId: null,
    validFrom: null,
    validTo: null,
    version: 1,
  };
}

/** Questions and answers out of csv, xlsx or jsonl; throws a Failure at the first that is not whole. */
export async function readEntries(file: string): Promise<FaqEntry[]> {
  if (/\.jsonl$/i.test(file)) {
    const entries: FaqEntry[] = [];
    let n = 0;
    for await (const entry of readJsonLines(file, kbLineSchema)) {
      n++;
      if (entry.answer === null)
        throw badLine(file, n, `“${entry.id}” has no answer; write one or leave it out`);
      entries.push(entry);
    }
    return entries;
  }
  const [heading = [], ...rows] = await readTable(file);
  return rows
    .map((row, at) => ({ row, n: at + 2 }))
    .filter(({ row }) => row.some(cell => cell.trim() !== ''))
    .map(({ row, n }) => {
      const entry = entryOf(row, heading, n);
      if (typeof entry === 'string') throw badLine(file, n, entry);
      return entry;
    });
}
