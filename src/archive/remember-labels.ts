import type { Labeller } from './histories.ts';

/** What is said again and again is short; longer texts would only fill the memory. */
const LONGEST = 16;
const MOST_TEXTS = 20_000;

/** Judges the same short text once: 收到 and the like come by the thousand. The memory is bounded. */
export function rememberLabels({ version, labelOf }: Labeller): Labeller {
  const judged = new Map<string, ReturnType<Labeller['labelOf']>>();
  return {
    version,
    labelOf(text) {
      if (text.length > LONGEST) return labelOf(text);
      const known = judged.get(text);
      if (known) return known;
      if (judged.size >= MOST_TEXTS) judged.clear();
      const label = labelOf(text);
      judged.set(text, label);
      return label;
    },
  };
}
