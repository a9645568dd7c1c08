import { cadresNamed, personById } from '../../db/people.ts';
import { isCadre, type Person } from '../../src/people.ts';
import type { Turn } from '../turn.ts';

/** The cadre meant: mentioned, or named after @; null for nobody, and for two of one name, who are not guessed between. */
export async function cadreMeant(turn: Turn, rest: string): Promise<Person | null> {
  for (const id of turn.message.mentions) {
    const person = await personById(turn.tx, id);
    if (person && isCadre(person.role)) return person;
  }
  const name = rest.replace(/^(?:给|到)?\s*[@＠]?/u, '').split(/[\s，,。]/u)[0] ?? '';
  const [only, another] = name ? await cadresNamed(turn.tx, name) : [];
  return only && !another ? only : null;
}
