import Database from 'better-sqlite3';
import { z } from 'zod';
import type { FaqEntry } from '../../src/faq.ts';
import { readable } from '../../src/understanding/tokens.ts';
import type { Find } from './finder.ts';

/** SQLite's trigram tokenizer knows no shorter pieces. */
const PIECE = 3;
const rowSchema = z.object({ id: z.string() });

/** Every piece of three characters, any of which may be found. */
function queryOf(text: string): string | null {
  const characters = Array.from(readable(text).replace(/[^\p{L}\p{N}]/gu, ''));
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= characters.length; at++)
    pieces.add(`"${characters.slice(at, at + PIECE).join('')}"`);
  return pieces.size === 0 ? null : [...pieces].join(' OR ');
}

/** SQLite's full text search alone, as somebody would use it who has a database already. */
export function openFts5(entries: readonly FaqEntry[]): Find {
  const database = new Database(':memory:');
  database.exec("create virtual table faq using fts5(id unindexed, question, answer, tokenize = 'trigram')");
  const add = database.prepare('insert into faq (id, question, answer) values (?, ?, ?)');
  database.transaction(() => {
    for (const { id, question, phrasings, answer } of entries)
      add.run(id, readable([question, ...phrasings].join('\n')), readable(answer ?? ''));
  })();
  const find = database.prepare('select id from faq where faq match ? order by rank limit ?');
  return (text, limit) => {
    const query = queryOf(text);
    return query === null ? [] : find.all(query, limit).map(row => rowSchema.parse(row).id);
  };
}
