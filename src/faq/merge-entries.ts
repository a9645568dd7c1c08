import type { FaqEntry } from '../faq.ts';

/** `program`: laid over an entry of content/faq.yaml; `approved`: a candidate that a person approved. */
export type EntryOrigin = 'imported' | 'program' | 'approved';

/** An entry as the installation keeps it. */
export interface OwnEntry extends FaqEntry {
  learned: string[];
  origin: EntryOrigin;
}

/** The entry as it is searched: its own phrasings and those that members confirmed. */
export function asEntry({ learned, origin: _, ...entry }: OwnEntry): FaqEntry {
  return { ...entry, phrasings: [...new Set([...entry.phrasings, ...learned])] };
}

const isSameAnswer = (one: FaqEntry, other: FaqEntry): boolean =>
  one.question === other.question && (one.answer ?? '') === (other.answer ?? '');

/**
 * The program's entry under what the installation learned of it. A newer program leads: its words hold, and when its
 * answer is another one, what was said against the old one is over.
 */
function overlay(program: FaqEntry, own: OwnEntry): FaqEntry {
  if (own.origin !== 'program') return asEntry(own);
  const phrasings = [...new Set([...program.phrasings, ...own.learned])];
  if (isSameAnswer(program, own))
    return {
      ...program,
      phrasings,
      status: own.status === 'withdrawn' ? own.status : program.status,
      version: own.version,
    };
  return { ...program, phrasings, version: Math.max(program.version, own.version + 1) };
}

/** The questions that may be answered: what comes with the program, under what the installation keeps. */
export function mergeEntries(program: readonly FaqEntry[], own: readonly OwnEntry[]): FaqEntry[] {
  const merged = new Map(program.map(entry => [entry.id, entry]));
  for (const entry of own) {
    const base = merged.get(entry.id);
    merged.set(entry.id, base ? overlay(base, entry) : asEntry(entry));
  }
  return [...merged.values()];
}
