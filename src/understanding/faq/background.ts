import { z } from 'zod';
import { readable, searchTokensOf } from '../tokens.ts';

/** How rare tokens are among people at large: tokens by line in groups of the same rarity, rarity in hundredths. */
export const backgroundSchema = z.strictObject({ groups: z.record(z.string(), z.string()) });
export type BackgroundModel = z.infer<typeof backgroundSchema>;

/** Rarer tokens count as unknown. */
const LEAST_TEXTS = 4;
const STEPS = 100;

/** Counts in how many texts each token stands. */
export function trainBackground(texts: readonly string[]): BackgroundModel {
  const seen = new Map<string, number>();
  for (const text of texts)
    for (const token of new Set(searchTokensOf(readable(text)))) seen.set(token, (seen.get(token) ?? 0) + 1);
  const rarity = (count: number) => Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
  const groups: Record<string, string> = {};
  for (const [token, count] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count < LEAST_TEXTS) continue;
    const step = String(Math.round((STEPS * rarity(count)) / rarity(0)));
    groups[step] = groups[step] ? `${groups[step]}\n${token}` : token;
  }
  return { groups };
}

/** The rarity of a token, 0-1; what nobody said is the rarest. */
export function openBackground({ groups }: BackgroundModel): (token: string) => number {
  const rarities = new Map<string, number>();
  for (const [step, tokens] of Object.entries(groups))
    for (const token of tokens.split('\n')) rarities.set(token, Number(step) / STEPS);
  return token => rarities.get(token) ?? 1;
}
