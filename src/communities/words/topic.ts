/** One matter of everyday life: what members ask about it, what they request, and what a cadre answers. */
export interface TopicWords {
  name: string;
  questions: readonly string[];
  requests: readonly string[];
  answers: readonly string[];
}

/** One sentence a line. `{place}`, `{when}`, `{who}`, `{thing}`, `{count}` are filled in by `words.ts`. */
export const sentences = (block: string): readonly string[] =>
  block
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
