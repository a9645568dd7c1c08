import { z } from 'zod';
import { CANDIDATE_FEATURES, MOMENT_FEATURES } from './features.ts';
import { type Forest, plant, treeSchema } from './trees.ts';

/** The model file: what it was learned from, the features by name in their order, and its trees. */
export const replyModelSchema = z.strictObject({
  version: z.string().min(1),
  data: z.string().min(1),
  licence: z.string().min(1),
  /** A link is told from this probability on; further ones need `alsoAt`. */
  linkAt: z.number().min(0).max(1),
  alsoAt: z.number().min(0).max(1),
  momentFeatures: z.array(z.string()),
  candidateFeatures: z.array(z.string()),
  /** Speak for "it answers nothing". */
  openers: z.array(treeSchema),
  /** Speak for one candidate. */
  answers: z.array(treeSchema),
});
export type ReplyModelFile = z.infer<typeof replyModelSchema>;

/** A model ready to be asked. */
export interface ReplyModel {
  version: string;
  linkAt: number;
  alsoAt: number;
  openers: Forest;
  answers: Forest;
}

const namesOf = (features: readonly { name: string }[]): string => features.map(({ name }) => name).join();

/** Makes a model file ready; null when it was learned from other features than these. */
export function openModel(file: ReplyModelFile): ReplyModel | null {
  const isKnown =
    file.momentFeatures.join() === namesOf(MOMENT_FEATURES) &&
    file.candidateFeatures.join() === namesOf(CANDIDATE_FEATURES);
  if (!isKnown) return null;
  const { version, linkAt, alsoAt } = file;
  return { version, linkAt, alsoAt, openers: plant(file.openers), answers: plant(file.answers) };
}
