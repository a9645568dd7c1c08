import { z } from 'zod';
import { backgroundSchema } from './background.ts';
import { linearSchema } from './linear.ts';

/** content/models/faq.json: which candidate is meant, and how sure that is. */
export const faqModelSchema = z.strictObject({
  version: z.string(),
  /** Weights over FEATURES: orders the candidates. */
  rank: linearSchema,
  /** Weights over EVIDENCE: the log odds that the best is what was asked for. */
  sure: linearSchema,
  background: backgroundSchema,
});
export type FaqModel = z.infer<typeof faqModelSchema>;
