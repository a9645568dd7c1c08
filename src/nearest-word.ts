/** How many letters must change to make `a` out of `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word out of `words` that a mistyped one most likely meant; '' when there are none. */
export function nearestTo(typed: string, words: readonly string[]): string {
  return [...words].sort((a, b) => distance(typed, a) - distance(typed, b))[0] ?? '';
}
