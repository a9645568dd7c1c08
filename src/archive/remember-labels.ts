import type { Labeller } from './labeller.ts';

/** What is said again and again is short; longer texts would only fill the memory. */
const LONGEST = 16;
const MOST_TEXTS = 20_000;

/** A labeller with a memory. */
export interface RememberingLabeller extends Labeller {
  /**
   * Judges many texts in a row, which are asked for next: the judges' tables then stay where the processor has them at
   * hand, instead of being fetched again for every message.
   */
  judgeAhead(texts: readonly string[]): void;
}

/** Judges the same short text once: 收到 and the like come by the thousand. The memory is bounded. */
export function rememberLabels({ version, labelOf }: Labeller): RememberingLabeller {
  const judged = new Map<string, ReturnType<Labeller['labelOf']>>();
  const ahead = new Map<string, ReturnType<Labeller['labelOf']>>();
  const judge = (text: string) => {
    const label = labelOf(text);
    if (text.length > LONGEST) return label;
    if (judged.size >= MOST_TEXTS) judged.clear();
    judged.set(text, label);
    return label;
  };
  return {
    version,
    labelOf: text => ahead.get(text) ?? judged.get(text) ?? judge(text),
    judgeAhead(texts) {
      ahead.clear();
      for (const text of texts) ahead.set(text, judged.get(text) ?? judge(text));
    },
  };
}
