/** What the sequences were made of, printed when they were asked for by number. */
export interface Tally {
  sequences: number;
  /** By name of the act: done, refused. */
  acts: Map<string, { done: number; refused: number }>;
  sent: number;
  passedDays: number;
  together: number;
  again: number;
}

export const openTally = (): Tally => ({
  ...{ sequences: 0, sent: 0, passedDays: 0, together: 0, again: 0 },
  acts: new Map(),
});

/** Counts one act. */
export function count(tally: Tally, name: string, isDone: boolean): void {
  const row = tally.acts.get(name) ?? { done: 0, refused: 0 };
  tally.acts.set(name, row);
  if (isDone) row.done++;
  else row.refused++;
}

/** The tally as text, one line for each kind of act. */
export function sayTally({ sequences, acts, sent, passedDays, together, again }: Tally): string {
  const rows = [...acts.entries()];
  const sum = (part: 'done' | 'refused') => rows.reduce((all, [, row]) => all + row[part], 0);
  const parts = `${together} pairs at once, ${again} deliveries twice, ${Math.round(passedDays)} days passed, ${sent} words sent`;
  const lines = rows.map(([name, row]) => `  ${name}: ${row.done} done, ${row.refused} refused`);
  return [
    `${sequences} sequences, ${sum('done')} acts done, ${sum('refused')} refused; ${parts}`,
    ...lines.sort(),
    '',
  ].join('\n');
}
