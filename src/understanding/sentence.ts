import { z } from 'zod';
import type { Label } from '../message.ts';

/** One line of content/messages: a message as people write it, and what it is. Written for this project. */
export const sentenceSchema = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  label: z.enum(['question', 'request', 'chatter']),
  /** Who would write so: plain, elder, voice, dialect, typo, petition, web, notice, advert, relay, private, official … */
  style: z.string().min(1),
});

/** A message with its label, from which the three classes are learned. */
export type Sentence = z.infer<typeof sentenceSchema>;

/** The three classes, in the order in which probabilities are kept. */
export const LABELS = ['question', 'request', 'chatter'] as const satisfies readonly Label[];

/** How likely each class is; they sum to 1. */
export type LabelOdds = Record<Label, number>;
